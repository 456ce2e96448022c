//! What the system's errors mean in words, and what to do about them.

use std::borrow::Cow;
use std::io::{Error, ErrorKind};

/// Says an error of the system as the end of a sentence, without the system's numbers; an error that carries words of ours
/// is said in those.
pub fn said(error: &Error) -> Cow<'static, str> {
    if error.get_ref().is_some() {
        return Cow::Owned(error.to_string());
    }
    let words = match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder; check how its path is written",
        ErrorKind::PermissionDenied => "this user may not use it; change its rights or choose another place",
        ErrorKind::IsADirectory => "it is a folder where a file is needed; name a file in it",
        ErrorKind::NotADirectory => "part of its path is a file where a folder is needed",
        ErrorKind::AlreadyExists => "it exists already; choose another name",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "the disk is full; make room and try again",
        ErrorKind::ReadOnlyFilesystem => "its disk takes no changes; choose another place",
        _ => return Cow::Owned(without_number(error)),
    };
    Cow::Borrowed(words)
}

/// The system's own sentence without "(os error 5)".
fn without_number(error: &Error) -> String {
    let sentence = error.to_string();
    let end = sentence.rfind(" (os error ").unwrap_or(sentence.len());
    sentence[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_numbers_are_left_out() {
        let missing = std::fs::read("/no such folder/at all").expect_err("there is none");
        assert_eq!(said(&missing), "there is no such file or folder; check how its path is written");
        let odd = Error::from_raw_os_error(5);
        assert!(!said(&odd).contains("os error") && said(&odd).len() > 5, "{}", said(&odd));
        assert_eq!(said(&Error::other("the ink is dry")), "the ink is dry");
    }
}
