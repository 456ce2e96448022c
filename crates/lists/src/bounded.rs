//! A reader that gives up where one element or line takes more than any honest list has.

use std::io::{BufRead, Error, Read, Result};

/// How many bytes one element's tag, one text or one line may have.
const MOST: usize = 8 << 20;

/// Counts what was read since the last mark.
pub(crate) struct Bounded<R> {
    inner: R,
    left: usize,
    last: Option<u8>,
}

impl<R: BufRead> Bounded<R> {
    pub(crate) fn new(inner: R) -> Self {
        Self { inner, left: MOST, last: None }
    }

    /// Begins a new element or line.
    pub(crate) fn mark(&mut self) {
        self.left = MOST;
    }

    /// Returns the last byte that was read.
    pub(crate) fn last(&self) -> Option<u8> {
        self.last
    }
}

impl<R: BufRead> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.last = into[..read].last().copied().or(self.last);
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.left == 0 {
            return Err(Error::other("one element has more than 8 MB"));
        }
        let most = self.left;
        let buffered = self.inner.fill_buf()?;
        Ok(&buffered[..buffered.len().min(most)])
    }

    fn consume(&mut self, amount: usize) {
        self.left = self.left.saturating_sub(amount);
        self.inner.consume(amount);
    }
}
