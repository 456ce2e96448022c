//! The tokenizer of the index: it only splits text that `chancery_text` has analysed already. A space ends a
//! position, a tab joins terms of one position; documents and queries are written alike. A plain SQLite shell does not
//! know it and answers MATCH with "no such tokenizer", while VACUUM and integrity_check work there.
//!
//! SQLite takes tokenizers only through its C interface, so this is the one file with unsafe code.
#![allow(unsafe_code)]

use std::ffi::{c_char, c_int, c_void};
use std::ptr;

use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, ffi};

/// The name that the schema uses.
const NAME: &std::ffi::CStr = c"analysed";

type OnToken = unsafe extern "C" fn(*mut c_void, c_int, *const c_char, c_int, c_int, c_int) -> c_int;

/// Registers the tokenizer on a connection; needed before the first use of the index.
pub(crate) fn register(conn: &Connection) -> rusqlite::Result<()> {
    let api = fts5_api(conn)?;
    let mut tokenizer =
        ffi::fts5_tokenizer { xCreate: Some(create), xDelete: Some(delete), xTokenize: Some(tokenize) };
    // SAFETY: `api` was filled by SQLite for this open connection and stays valid as long as it; the tokenizer is
    // copied by the call; there is no user data, so none needs to be freed.
    let code = unsafe {
        let register = (*api).xCreateTokenizer.expect("FTS5 fills its own interface");
        register(api, NAME.as_ptr(), ptr::null_mut(), &mut tokenizer, None)
    };
    match code {
        ffi::SQLITE_OK => Ok(()),
        code => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)),
    }
}

/// Asks SQLite for its full-text interface in the documented way: `SELECT fts5(?)` fills the pointer that is bound.
fn fts5_api(conn: &Connection) -> rusqlite::Result<*mut ffi::fts5_api> {
    let mut api: *mut ffi::fts5_api = ptr::null_mut();
    let place = ptr::addr_of_mut!(api).cast::<c_void>();
    let bound = ToSqlOutput::Pointer((place.cast_const(), c"fts5_api_ptr", None));
    conn.query_row("SELECT fts5(?1)", [bound], |_| Ok(()))?;
    if api.is_null() {
        return Err(rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_MISUSE), None));
    }
    Ok(api)
}

/// Makes an instance. It has no state, but SQLite takes a null pointer for a failure.
///
/// # Safety
/// `out` is a valid place for a pointer; FTS5 guarantees it.
unsafe extern "C" fn create(
    _user: *mut c_void,
    _args: *mut *const c_char,
    _count: c_int,
    out: *mut *mut ffi::Fts5Tokenizer,
) -> c_int {
    // SAFETY: see above; the dangling pointer is never read, neither here nor by FTS5.
    unsafe { *out = ptr::dangling_mut::<u8>().cast() };
    ffi::SQLITE_OK
}

/// Frees an instance: there is nothing to free.
unsafe extern "C" fn delete(_tokenizer: *mut ffi::Fts5Tokenizer) {}

/// Hands every term to FTS5. Must not panic: a panic cannot cross the C interface.
///
/// # Safety
/// `text` points to `length` readable bytes and `on_token` is the callback for `context`; FTS5 guarantees both.
unsafe extern "C" fn tokenize(
    _tokenizer: *mut ffi::Fts5Tokenizer,
    context: *mut c_void,
    _flags: c_int,
    text: *const c_char,
    length: c_int,
    on_token: Option<OnToken>,
) -> c_int {
    let (Some(on_token), Ok(length)) = (on_token, usize::try_from(length)) else { return ffi::SQLITE_OK };
    if text.is_null() {
        return ffi::SQLITE_OK;
    }
    // SAFETY: see above; the slice lives for this call only.
    let bytes = unsafe { std::slice::from_raw_parts(text.cast::<u8>(), length) };
    for term in terms(bytes) {
        let flags = if term.same_position { ffi::FTS5_TOKEN_COLOCATED } else { 0 };
        let (start, end) = (term.start as c_int, (term.start + term.bytes.len()) as c_int);
        // SAFETY: the term lies within the slice; FTS5 copies what it keeps.
        let code = unsafe {
            on_token(context, flags, term.bytes.as_ptr().cast(), term.bytes.len() as c_int, start, end)
        };
        if code != ffi::SQLITE_OK {
            return code;
        }
    }
    ffi::SQLITE_OK
}

struct Term<'t> {
    bytes: &'t [u8],
    start: usize,
    same_position: bool,
}

fn terms(bytes: &[u8]) -> impl Iterator<Item = Term<'_>> {
    let mut next = 0;
    let mut same_position = false;
    bytes.split_inclusive(|byte| matches!(byte, b' ' | b'\t')).filter_map(move |piece| {
        let start = next;
        next += piece.len();
        let bytes = piece.strip_suffix(b" ").or(piece.strip_suffix(b"\t")).unwrap_or(piece);
        let term = (!bytes.is_empty()).then_some(Term { bytes, start, same_position });
        same_position = piece.ends_with(b"\t") && (term.is_some() || same_position);
        term
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<(String, bool)> {
        let read = |term: Term<'_>| (String::from_utf8_lossy(term.bytes).into_owned(), term.same_position);
        terms(text.as_bytes()).map(read).collect()
    }

    #[test]
    fn a_space_ends_a_position_and_a_tab_joins() {
        let expected = [("us", false), ("US", true), ("слово", false)];
        assert_eq!(split("us\tUS слово"), expected.map(|(term, same)| (term.to_owned(), same)));
    }

    #[test]
    fn empty_terms_make_no_position() {
        assert_eq!(split(" \t a  b\t"), [("a".to_owned(), false), ("b".to_owned(), false)]);
    }

    #[test]
    fn phrases_and_synonyms_are_found_in_the_index() {
        let conn = Connection::open_in_memory().unwrap();
        register(&conn).unwrap();
        conn.execute_batch(
            "CREATE VIRTUAL TABLE t USING fts5(a, content='', contentless_delete=1, tokenize='analysed');
             INSERT INTO t(rowid, a) VALUES (1, 'neue sanktionen gegen'), (2, 'us\tUS sanctions');",
        )
        .unwrap();
        let found = |query: &str| -> Vec<i64> {
            let mut rows = conn.prepare("SELECT rowid FROM t WHERE t MATCH ?1 ORDER BY rowid").unwrap();
            rows.query_map([query], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        };
        assert_eq!(found("\"sanctions\tsanktionen\""), [1, 2]);
        assert_eq!(found("\"neue sanctions\tsanktionen\""), [1]);
        assert_eq!(found("\"US sanctions\""), [2]);
        assert_eq!(found("\"sanct\" *"), [2]);
        assert_eq!(found("\"sanktionen neue\""), [] as [i64; 0]);
    }
}
