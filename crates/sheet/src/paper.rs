//! What the sheet is printed on.

/// A size of paper. All measures are in points, 1/72 inch, from the top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// ISO 216 A4, 210 × 297 mm.
    #[default]
    A4,
    /// US Letter, 8.5 × 11 inches.
    Letter,
}

/// Left and right; enough for a hole punch.
const SIDE: f32 = 48.0;
/// Top and bottom; every printer reaches this far.
const END: f32 = 36.0;

impl Paper {
    pub(crate) const fn width(self) -> f32 {
        match self {
            Self::A4 => 595.28,
            Self::Letter => 612.0,
        }
    }

    pub(crate) const fn height(self) -> f32 {
        match self {
            Self::A4 => 841.89,
            Self::Letter => 792.0,
        }
    }

    pub(crate) const fn left() -> f32 {
        SIDE
    }

    pub(crate) const fn right(self) -> f32 {
        self.width() - SIDE
    }

    /// From the left to the right margin.
    pub(crate) const fn measure(self) -> f32 {
        self.right() - Self::left()
    }

    pub(crate) const fn top() -> f32 {
        END
    }

    pub(crate) const fn bottom(self) -> f32 {
        self.height() - END
    }
}
