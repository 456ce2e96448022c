//! What goes to standard output: text for people, JSON and CSV for programs.

use std::io::{self, BufWriter, Read, Stdout, Write};
use std::path::Path;

use serde::Serialize;

/// Writes a value as indented JSON.
pub fn json(value: &impl Serialize) -> anyhow::Result<()> {
    let mut out = buffered();
    serde_json::to_writer_pretty(&mut out, value).map_err(io::Error::from)?;
    out.write_all(b"\n")?;
    Ok(out.flush()?)
}

/// Writes a text as it is.
pub fn text(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}

/// Writes one line.
pub fn line(line: &str) -> anyhow::Result<()> {
    text(&format!("{line}\n"))
}

/// Writes a line to standard error; where nobody reads it any more, it is said to nobody.
pub fn note(words: std::fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{words}");
}

/// Standard output with a buffer; flush it, so that an error is heard of.
pub fn buffered() -> BufWriter<Stdout> {
    BufWriter::with_capacity(1 << 16, io::stdout())
}

/// A JSON array that is written element by element, so that it may be longer than memory.
pub struct JsonArray<W: Write> {
    out: W,
    length: u64,
}

impl<W: Write> JsonArray<W> {
    /// Begins an array.
    pub fn new(mut out: W) -> io::Result<Self> {
        out.write_all(b"[")?;
        Ok(Self { out, length: 0 })
    }

    /// Adds an element, on a line of its own.
    pub fn push(&mut self, value: &impl Serialize) -> io::Result<()> {
        self.out.write_all(if self.length == 0 { b"\n" } else { b",\n" })?;
        self.length += 1;
        Ok(serde_json::to_writer(&mut self.out, value)?)
    }

    /// Ends the array.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.write_all(if self.length == 0 { b"]\n" } else { b"\n]\n" })?;
        self.out.flush()
    }
}

/// Opens a file to read, or standard input for `-`.
pub fn input(file: &Path) -> anyhow::Result<Box<dyn io::Read + Send>> {
    if file.as_os_str() == "-" {
        return Ok(Box::new(io::stdin()));
    }
    let opened = std::fs::File::open(file).map_err(|why| chancery_app::AppError::file(file, why))?;
    Ok(Box::new(opened))
}

/// Reads a whole file, or standard input for `-`.
pub fn bytes(file: &Path) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = input(file)?.read_to_end(&mut bytes);
    read.map_err(|why| chancery_app::AppError::file(file, why))?;
    Ok(bytes)
}

/// Writes a whole file by way of a temporary one beside it, or standard output for `-`.
pub fn file(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<(), chancery_app::exchange::ExchangeError>,
) -> anyhow::Result<()> {
    if path.as_os_str() == "-" {
        let mut out = buffered();
        write(&mut out)?;
        return Ok(out.flush()?);
    }
    Ok(chancery_app::write_file(path, write)?)
}
