//! What a check of the tree finds.

use crate::{EventId, Timestamp};

/// An event, as it is named to whoever asks what was done to it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// Its place in the tree.
    pub position: u64,
    /// Its id.
    pub event: EventId,
    /// What happened.
    pub kind: String,
    /// When.
    pub at: Timestamp,
}

/// Something isn't as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The event isn't what was put into the tree.
    Edited(Named),
    /// The event is gone, and nothing says that it was erased.
    Removed(Named),
    /// The event, or its leaf, stands at another place than it was given.
    Moved {
        /// Where it stands now.
        now: Named,
        /// Where it was put.
        was: u64,
    },
    /// The event claims a place that is another's, or none that was given.
    Added(Named),
    /// The leaf isn't what was hashed.
    LeafEdited(Named),
    /// The leaf is gone; its event too, if it isn't named.
    LeafRemoved {
        /// Its place.
        position: u64,
        /// The event that says it stood there.
        event: Option<Named>,
    },
    /// Leaves at the end are gone: a head was signed when there were more.
    CutOff {
        /// How many there are.
        leaves: u64,
        /// How many there were.
        size: u64,
        /// When that was signed.
        at: Timestamp,
    },
    /// A head stands for another tree: something behind the head before it was exchanged together with its leaf, or the head was.
    HeadDiffers {
        /// The first one.
        size: u64,
        /// When it was signed.
        at: Timestamp,
        /// The size of the last one before it that fits; 0 if none does.
        fits_until: u64,
        /// How many don't fit.
        heads: u64,
    },
    /// The signature of a head is wrong.
    HeadForged {
        /// Its size.
        size: u64,
        /// When it says that it was signed.
        at: Timestamp,
        /// The key that it names.
        key: String,
    },
    /// A head was signed after it was said that its key may have been stolen.
    HeadByStolenKey {
        /// Its size.
        size: u64,
        /// When it says that it was signed.
        at: Timestamp,
        /// The key.
        key: String,
    },
    /// The newest head was signed by a key that isn't here, so nothing says that this tree is the one that was signed.
    HeadUnchecked {
        /// Its size.
        size: u64,
        /// When it says that it was signed.
        at: Timestamp,
        /// The key.
        key: String,
    },
    /// There are leaves and no head over all of them.
    Unsigned {
        /// How many leaves there are.
        leaves: u64,
    },
    /// What is kept to go on appending isn't what the leaves come to.
    FrontierDiffers,
    /// These events are gone, and the event that is named for it says something else.
    ErasureUnsaid {
        /// What is named.
        by: EventId,
        /// The events. Whoever reads the leaves fills them in.
        events: Vec<Named>,
    },
}

/// Whether a line from paper stands for a past of this tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineVerdict {
    /// It does: for the first so many events, the last of which happened then.
    Belongs {
        /// How many.
        size: u64,
        /// When the last of them happened.
        at: Timestamp,
    },
    /// One that does is other in so few symbols that this one was misread.
    Misread {
        /// In how many.
        symbols: usize,
        /// For how many events that one stands.
        size: u64,
    },
    /// It stands for none.
    DoesNotMatch,
}
