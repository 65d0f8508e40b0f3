//! What goes into a statement and comes out of a row: the three column types both engines share.

use counterfoil_model::{
    AccountId, AdvisoryId, ApiKeyId, AppPasswordId, CeremonyId, ChangeId, EventId, GrantId,
    GuestListId, NoticeId, OutsideAddressId, PaperPlaceId, PasskeyId, SetId, Timestamp, TotpId,
};
use std::fmt;

/// A parameter or a column. `Debug` shows the length of a text or blob, never what is in it.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// No value.
    Null,
    /// BIGINT: numbers, times in microseconds since the epoch, booleans as 0 and 1.
    Int(i64),
    /// TEXT: UTF-8 without NUL, which PostgreSQL can't hold.
    Text(String),
    /// BLOB or BYTEA: digests, sealed secrets, ids.
    Blob(Vec<u8>),
}

impl Value {
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Int(_) => "integer",
            Self::Text(_) => "text",
            Self::Blob(_) => "blob",
        }
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("Null"),
            Self::Int(n) => write!(f, "Int({n})"),
            Self::Text(text) => write!(f, "Text({} bytes)", text.len()),
            Self::Blob(blob) => write!(f, "Blob({} bytes)", blob.len()),
        }
    }
}

impl From<i64> for Value {
    fn from(n: i64) -> Self {
        Self::Int(n)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Int(yes.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&[u8]> for Value {
    fn from(blob: &[u8]) -> Self {
        Self::Blob(blob.into())
    }
}

impl From<Vec<u8>> for Value {
    fn from(blob: Vec<u8>) -> Self {
        Self::Blob(blob)
    }
}

impl From<&Vec<u8>> for Value {
    fn from(blob: &Vec<u8>) -> Self {
        Self::Blob(blob.clone())
    }
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(blob: [u8; N]) -> Self {
        Self::Blob(blob.into())
    }
}

impl<const N: usize> From<&[u8; N]> for Value {
    fn from(blob: &[u8; N]) -> Self {
        Self::Blob(blob.into())
    }
}

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Self::Int(at.as_micros())
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// A Rust type that a column can be read as.
pub trait FromValue: Sized {
    /// What a column must hold, for the error message: `text`, `blob of 16 bytes`.
    const WANTED: &'static str;

    /// The value, or `None` when the column holds something else.
    fn from_value(value: &Value) -> Option<Self>;
}

impl FromValue for i64 {
    const WANTED: &'static str = "integer";
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Int(n) = value {
            Some(*n)
        } else {
            None
        }
    }
}

impl FromValue for bool {
    const WANTED: &'static str = "integer 0 or 1";
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Int(0) => Some(false),
            Value::Int(1) => Some(true),
            _ => None,
        }
    }
}

impl FromValue for String {
    const WANTED: &'static str = "text";
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Text(text) = value {
            Some(text.clone())
        } else {
            None
        }
    }
}

impl FromValue for Vec<u8> {
    const WANTED: &'static str = "blob";
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Blob(blob) = value {
            Some(blob.clone())
        } else {
            None
        }
    }
}

impl<const N: usize> FromValue for [u8; N] {
    const WANTED: &'static str = "blob of fixed length";
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Blob(blob) = value {
            blob.as_slice().try_into().ok()
        } else {
            None
        }
    }
}

impl FromValue for Timestamp {
    const WANTED: &'static str = "integer";
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Self::from_micros)
    }
}

impl<T: FromValue> FromValue for Option<T> {
    const WANTED: &'static str = T::WANTED;
    fn from_value(value: &Value) -> Option<Self> {
        if *value == Value::Null {
            Some(None)
        } else {
            T::from_value(value).map(Some)
        }
    }
}

macro_rules! ids {
    ($($id:ident),+ $(,)?) => {$(
        impl From<$id> for Value {
            fn from(id: $id) -> Self {
                Self::from(id.as_bytes())
            }
        }

        impl FromValue for $id {
            const WANTED: &'static str = "blob of 16 bytes";
            fn from_value(value: &Value) -> Option<Self> {
                <[u8; 16]>::from_value(value).map(Self::from_bytes)
            }
        }
    )+};
}

ids!(
    AccountId,
    ApiKeyId,
    AppPasswordId,
    CeremonyId,
    ChangeId,
    EventId,
    GrantId,
    AdvisoryId,
    GuestListId,
    NoticeId,
    OutsideAddressId,
    PaperPlaceId,
    PasskeyId,
    SetId,
    TotpId
);
