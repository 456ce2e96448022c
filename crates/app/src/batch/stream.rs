use std::io::{self, BufRead, BufReader, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::line::unreadable;

/// Lines that travel together, unless the input pauses: enough to make hand-over cheap.
const LINES: usize = 64;

/// Bytes after which lines no longer wait for others.
const BYTES: usize = 256 * 1024;

/// The byte-order mark in UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Chunks that wait before and behind each worker, so that memory stays bounded however long the input is.
const WAITING: usize = 2;

/// Answers every line of `input` by `work`, on `workers` threads, in the order of the input. Memory does not grow with
/// the number of lines. When the input pauses, what came so far is answered at once, so that a program may talk with it.
///
/// Returns the number of lines.
///
/// # Errors
/// The input cannot be read or the output not written; a broken pipe is among these.
pub fn answer_lines(
    input: impl Read + Send,
    mut output: impl Write,
    workers: usize,
    work: impl Fn(&str) -> String + Sync,
) -> io::Result<u64> {
    thread::scope(|scope| {
        let (to_workers, from_workers): (Vec<_>, Vec<_>) = (0..workers.max(1))
            .map(|_| {
                let (sender, chunks) = sync_channel::<Vec<Vec<u8>>>(WAITING);
                let (answers, receiver) = sync_channel::<String>(WAITING);
                let work = &work;
                scope.spawn(move || answer_chunks(&chunks, &answers, work));
                (sender, receiver)
            })
            .unzip();
        let reading = scope.spawn(move || deal(input, &to_workers));
        let written = collect(&from_workers, &mut output);
        // Dropping the receivers ends the workers, and those the reader, also when the output is closed.
        drop(from_workers);
        written?;
        reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// Deals chunks to the workers in turn.
fn deal(input: impl Read, workers: &[SyncSender<Vec<Vec<u8>>>]) -> io::Result<u64> {
    let mut input = BufReader::with_capacity(BYTES, input);
    let mut lines = 0;
    for worker in workers.iter().cycle() {
        let mut chunk = next_chunk(&mut input)?;
        if lines == 0 {
            chunk.first_mut().map(without_mark);
        }
        lines += chunk.len() as u64;
        if chunk.is_empty() || worker.send(chunk).is_err() {
            break;
        }
    }
    Ok(lines)
}

/// Takes off the byte-order mark that some editors put before the first line.
fn without_mark(line: &mut Vec<u8>) {
    if line.starts_with(MARK) {
        line.drain(..MARK.len());
    }
}

/// Reads lines until the chunk is full or nothing more is at hand; empty at the end of the input.
fn next_chunk(input: &mut BufReader<impl Read>) -> io::Result<Vec<Vec<u8>>> {
    let (mut chunk, mut bytes) = (Vec::new(), 0);
    while chunk.len() < LINES && bytes < BYTES && (chunk.is_empty() || input.buffer().contains(&b'\n')) {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        bytes += line.len();
        chunk.push(line);
    }
    Ok(chunk)
}

fn answer_chunks(
    chunks: &Receiver<Vec<Vec<u8>>>,
    answers: &SyncSender<String>,
    work: &impl Fn(&str) -> String,
) {
    for chunk in chunks {
        let mut answer = String::new();
        for line in chunk {
            match std::str::from_utf8(&line) {
                Ok(line) => answer.push_str(&work(line)),
                Err(_) => answer.push_str(&unreadable("The line is not UTF-8.")),
            }
            answer.push('\n');
        }
        if answers.send(answer).is_err() {
            break;
        }
    }
}

/// Takes the answers from the workers in the turn in which they were dealt to.
fn collect(workers: &[Receiver<String>], output: &mut impl Write) -> io::Result<()> {
    for worker in workers.iter().cycle() {
        let Ok(answer) = worker.recv() else { break };
        output.write_all(answer.as_bytes())?;
        output.flush()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn answered(input: &str, workers: usize) -> String {
        let mut output = Vec::new();
        answer_lines(input.as_bytes(), &mut output, workers, |line| line.trim_end().to_uppercase()).unwrap();
        String::from_utf8(output).unwrap()
    }

    #[test]
    fn order_is_kept_whatever_the_number_of_workers() {
        let input: String = (0..5000).map(|n| format!("line {n}\n")).collect();
        for workers in [0, 1, 2, 7] {
            assert_eq!(answered(&input, workers), input.to_uppercase(), "{workers}");
        }
    }

    #[test]
    fn every_line_has_its_answer() {
        assert_eq!(answered("", 2), "");
        assert_eq!(answered("a", 2), "A\n");
        assert_eq!(answered("a\n\nb\r\n", 2), "A\n\nB\n");
    }

    #[test]
    fn a_byte_order_mark_belongs_to_no_line() {
        assert_eq!(answered("\u{feff}a\nb\n", 2), "A\nB\n");
        assert_eq!(answered("a\n\u{feff}b\n", 2), "A\n\u{feff}B\n", "only before the first line");
        assert_eq!(answered("\u{feff}", 2), "\n", "a line that holds nothing is still a line");
    }

    #[test]
    fn a_line_that_is_not_utf8_ends_nothing() {
        let mut output = Vec::new();
        let lines = answer_lines(&b"a\n\xff\xfe\nb\n"[..], &mut output, 2, str::to_owned).unwrap();
        let text = String::from_utf8(output).unwrap();
        assert_eq!(lines, 3);
        assert_eq!(text.lines().count(), 5, "work keeps the line ends here: {text:?}");
        assert!(text.contains("The line is not UTF-8."));
    }

    /// A reader that gives one line at a time and counts how many were asked for.
    struct Endless<'a>(&'a AtomicUsize);

    impl Read for Endless<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.0.fetch_add(1, Ordering::Relaxed);
            buffer[..2].copy_from_slice(b"x\n");
            Ok(2)
        }
    }

    /// A writer that is closed after some lines, like `head`.
    struct Closing(usize);

    impl Write for Closing {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(1).ok_or(io::ErrorKind::BrokenPipe)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn an_endless_input_ends_when_the_output_is_closed_and_never_runs_far_ahead() {
        let read = AtomicUsize::new(0);
        let error = answer_lines(Endless(&read), Closing(10), 3, str::to_owned).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
        assert!(read.load(Ordering::Relaxed) < 10 + 3 * (2 * WAITING + 3), "{read:?}");
    }
}
