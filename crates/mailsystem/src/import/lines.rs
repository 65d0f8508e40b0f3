//! A file line by line, one in memory at a time.

use std::io::{self, BufRead, Read as _};
use zeroize::Zeroizing;

/// A line, or a record of several, longer than this isn't read: 64 KiB.
pub const LONGEST_LINE: usize = 64 * 1024;

/// Reads lines and counts them.
pub(super) struct Lines<R> {
    input: R,
    /// The number of the line read last, from 1.
    pub(super) number: u64,
    /// How many octets were read.
    pub(super) octets: u64,
}

/// One line, without its end.
pub(super) enum Line {
    Whole(Zeroizing<Vec<u8>>),
    TooLong,
}

impl<R: BufRead> Lines<R> {
    pub(super) const fn of(input: R) -> Self {
        Self {
            input,
            number: 0,
            octets: 0,
        }
    }

    /// The next line; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Line>> {
        let mut line = Zeroizing::new(Vec::with_capacity(512));
        let most = u64::try_from(LONGEST_LINE).unwrap_or(u64::MAX) + 2;
        let mut within = (&mut self.input).take(most);
        let read = within.read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(None);
        }
        self.number += 1;
        self.octets += u64::try_from(read).unwrap_or(u64::MAX);
        let ended = line.pop_if(|octet| *octet == b'\n').is_some();
        line.pop_if(|octet| *octet == b'\r');
        if line.len() > LONGEST_LINE {
            if !ended {
                self.skip()?;
            }
            return Ok(Some(Line::TooLong));
        }
        Ok(Some(Line::Whole(line)))
    }

    /// Passes over what is left of a line.
    fn skip(&mut self) -> io::Result<()> {
        loop {
            let buffer = self.input.fill_buf()?;
            let end = buffer.iter().position(|octet| *octet == b'\n');
            let passed = end.map_or(buffer.len(), |end| end + 1);
            let over = end.is_some() || buffer.is_empty();
            self.input.consume(passed);
            self.octets += u64::try_from(passed).unwrap_or(u64::MAX);
            if over {
                return Ok(());
            }
        }
    }
}
