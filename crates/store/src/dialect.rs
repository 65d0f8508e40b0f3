//! The two places where the engines' SQL differs and a rewrite is enough. Literals and comments stay as they are.

/// A stretch of SQL text.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Code(&'a str),
    /// A string literal, a quoted identifier or a comment, with its delimiters.
    Quoted(&'a str),
}

/// `$n` as `?n`: SQLite takes `$2` for a name and binds names in the order they first appear.
pub(crate) fn numbered_for_sqlite(sql: &str) -> String {
    rewrite(sql, |code, out| {
        let mut rest = code.chars().peekable();
        while let Some(c) = rest.next() {
            let parameter = c == '$' && rest.peek().is_some_and(char::is_ascii_digit);
            out.push(if parameter { '?' } else { c });
        }
    })
}

/// The type word BLOB as BYTEA, for PostgreSQL.
pub(crate) fn bytea_for_postgres(sql: &str) -> String {
    rewrite(sql, |code, out| {
        for word in code.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '_')) {
            match word.get(..4) {
                Some(head) if head.eq_ignore_ascii_case("blob") && ends_after(word, 4) => {
                    out.push_str("BYTEA");
                    out.push_str(word.get(4..).unwrap_or_default());
                }
                _ => out.push_str(word),
            }
        }
    })
}

/// Whether the word in `piece` is `len` bytes long; what follows it is one separator or nothing.
fn ends_after(piece: &str, len: usize) -> bool {
    piece
        .get(len..)
        .is_some_and(|tail| !tail.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
}

fn rewrite(sql: &str, mut code: impl FnMut(&str, &mut String)) -> String {
    let mut out = String::with_capacity(sql.len() + 8);
    for piece in pieces(sql) {
        match piece {
            Piece::Code(text) => code(text, &mut out),
            Piece::Quoted(text) => out.push_str(text),
        }
    }
    out
}

fn pieces(sql: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = sql;
    std::iter::from_fn(move || {
        let piece = match quoted_len(rest) {
            _ if rest.is_empty() => return None,
            Some(len) => Piece::Quoted(take(&mut rest, len)),
            None => {
                let len = rest
                    .char_indices()
                    .map(|(at, _)| at)
                    .find(|&at| rest.get(at..).and_then(quoted_len).is_some());
                Piece::Code(take(&mut rest, len.unwrap_or(usize::MAX)))
            }
        };
        Some(piece)
    })
}

fn take<'a>(rest: &mut &'a str, len: usize) -> &'a str {
    let (head, tail) = rest.split_at_checked(len).unwrap_or((rest, ""));
    *rest = tail;
    head
}

/// The length of the literal or comment that `sql` begins with. A doubled quote inside a literal makes two literals side
/// by side, which comes to the same.
fn quoted_len(sql: &str) -> Option<usize> {
    let (open, close) = [("'", "'"), ("\"", "\""), ("--", "\n"), ("/*", "*/")]
        .into_iter()
        .find(|(open, _)| sql.starts_with(open))?;
    let inside = sql.get(open.len()..)?;
    Some(
        inside
            .find(close)
            .map_or(sql.len(), |at| open.len() + at + close.len()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_numbered_outside_literals_and_comments() {
        let sql = "SELECT '$1 ''$2', \"$3\", $2 -- $4\n /* $5 */ , $12 + $1 FROM a$";
        let want = "SELECT '$1 ''$2', \"$3\", ?2 -- $4\n /* $5 */ , ?12 + ?1 FROM a$";
        assert_eq!(numbered_for_sqlite(sql), want);
    }

    #[test]
    fn only_the_word_blob_becomes_bytea() {
        let sql = "CREATE TABLE blobs (a BLOB NOT NULL, my_blob TEXT DEFAULT 'BLOB', b blob, Blob2 BIGINT, c BLOB) -- BLOB";
        let want = "CREATE TABLE blobs (a BYTEA NOT NULL, my_blob TEXT DEFAULT 'BLOB', b BYTEA, Blob2 BIGINT, c BYTEA) -- BLOB";
        assert_eq!(bytea_for_postgres(sql), want);
    }

    #[test]
    fn text_that_ends_inside_a_literal_is_kept() {
        for sql in ["SELECT 'open", "-- last", "/* open", "é'ü'", ""] {
            assert_eq!(numbered_for_sqlite(sql), sql);
            assert_eq!(bytea_for_postgres(sql), sql);
        }
    }
}
