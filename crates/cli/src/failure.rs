//! Whose fault it was: the one place that turns errors into a sentence and an exit code.

use std::fmt;
use std::io;
use std::process::ExitCode;

use chancery_app::AppError;
use chancery_app::batch::query_sentence;
use chancery_app::exchange::ExchangeError;
use chancery_app::store::Error as StoreError;
use chancery_app::system::said;

/// The caller asked for something that cannot be; the sentence says what would be right.
#[derive(Debug)]
pub struct WrongCall(pub String);

impl fmt::Display for WrongCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WrongCall {}

/// Says what went wrong on standard error; a reader that closed the pipe has heard enough and is told nothing.
pub fn report(error: &anyhow::Error) -> ExitCode {
    if is_closed_pipe(error) {
        return ExitCode::SUCCESS;
    }
    crate::output::note(format_args!("chancery: {}", sentence(error)));
    ExitCode::from(if is_callers(error) { 2 } else { 1 })
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let is_pipe = |io: &io::Error| io.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(is_pipe)
            || matches!(cause.downcast_ref::<ExchangeError>(), Some(ExchangeError::Io(io)) if is_pipe(io))
    })
}

/// The error in words: for a query also the place and what to do. Our errors name their cause themselves.
pub fn sentence(error: &anyhow::Error) -> String {
    match error.downcast_ref::<AppError>() {
        Some(AppError::Query { source_text, fault }) => query_sentence(source_text, fault),
        _ => match error.downcast_ref::<io::Error>() {
            Some(io) => format!("Reading or writing stopped: {}.", said(io)),
            None => error.to_string(),
        },
    }
}

fn is_callers(error: &anyhow::Error) -> bool {
    if error.is::<WrongCall>() {
        return true;
    }
    match error.downcast_ref::<AppError>() {
        Some(AppError::Refused(_)) => true,
        Some(AppError::Store(store)) => is_callers_in_store(store),
        Some(AppError::Exchange(exchange)) => is_callers_in_exchange(exchange),
        Some(error) => error.is_callers(),
        None => error.downcast_ref::<ExchangeError>().is_some_and(is_callers_in_exchange),
    }
}

fn is_callers_in_store(error: &StoreError) -> bool {
    use StoreError::*;
    matches!(error, NoStatement(_) | NoSource(_) | NoRule(_) | SourceExists { .. } | RuleExists(_))
}

fn is_callers_in_exchange(error: &ExchangeError) -> bool {
    use ExchangeError::*;
    matches!(error, UnknownColumn(_) | UnknownPreset(_) | UnknownDelimiter(_))
}
