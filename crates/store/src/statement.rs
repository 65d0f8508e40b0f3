//! One SQL text, written once for both engines.

use std::fmt;

/// A named SQL text in the portable subset. Statements are constants beside the repository that uses them and are
/// listed in [`repo::statements`](crate::repo::statements), so that a test can prepare every one on both engines.
///
/// Parameters are `$1`, `$2`, … and may repeat or come in any order. Results are BIGINT, TEXT or BLOB/BYTEA: write
/// `CAST(… AS BIGINT)` around literals, `SUM` and `LENGTH`.
pub struct Statement {
    name: &'static str,
    sql: &'static str,
}

impl Statement {
    /// `name` goes to logs and errors, as in `slot.spend`; `sql` never holds a value.
    #[must_use]
    pub const fn new(name: &'static str, sql: &'static str) -> Self {
        Self { name, sql }
    }

    /// Its name in logs and errors.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The text, with `$n` parameters.
    #[must_use]
    pub const fn sql(&self) -> &'static str {
        self.sql
    }
}

impl fmt::Debug for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Statement({})", self.name)
    }
}
