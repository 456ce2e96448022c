//! Issuers and speakers as named: dictionaries that a query's name is looked up in, and their index terms.

use chancery_model::IssuerTag;
use chancery_text::name_matches;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Result;

/// The index term of a source.
pub(crate) fn source_term(n: i64) -> String {
    format!("xs{n}")
}

fn issuer_term(n: i64) -> String {
    format!("xi{n}")
}

fn speaker_term(n: i64) -> String {
    format!("xp{n}")
}

/// The index term of an issuer, entered into the dictionary when it is new.
pub(crate) fn issuer(conn: &Connection, issuer: &IssuerTag) -> Result<String> {
    const FIND: &str = "SELECT n FROM issuer WHERE name = ?1 AND code = ?2";
    const ADD: &str = "INSERT INTO issuer (name, code) VALUES (?1, ?2)";
    let values = params![issuer.name, issuer.code.as_deref().unwrap_or_default()];
    let known = conn.prepare_cached(FIND)?.query_row(values, |row| row.get(0)).optional()?;
    let n = known.map_or_else(|| conn.prepare_cached(ADD)?.insert(values), Ok)?;
    Ok(issuer_term(n))
}

/// The index term of a speaker, entered into the dictionary when it is new.
pub(crate) fn speaker(conn: &Connection, name: &str) -> Result<String> {
    const FIND: &str = "SELECT n FROM speaker WHERE name = ?1";
    const ADD: &str = "INSERT INTO speaker (name) VALUES (?1)";
    let known = conn.prepare_cached(FIND)?.query_row([name], |row| row.get(0)).optional()?;
    let n = known.map_or_else(|| conn.prepare_cached(ADD)?.insert([name]), Ok)?;
    Ok(speaker_term(n))
}

/// Terms of all issuers that a name or code means.
pub(crate) fn issuers_named(conn: &Connection, wanted: &str) -> Result<Vec<String>> {
    let rows = scan(conn, "SELECT n, name, code FROM issuer ORDER BY n")?;
    let meant = rows.iter().filter(|row| name_matches(wanted, &row.name, row.code.as_deref()));
    Ok(meant.map(|row| issuer_term(row.n)).collect())
}

/// Terms of all speakers that a name means.
pub(crate) fn speakers_named(conn: &Connection, wanted: &str) -> Result<Vec<String>> {
    let rows = scan(conn, "SELECT n, name, '' FROM speaker ORDER BY n")?;
    let meant = rows.iter().filter(|row| name_matches(wanted, &row.name, None));
    Ok(meant.map(|row| speaker_term(row.n)).collect())
}

/// Terms of all sources that a name or id means, those that were removed too.
pub(crate) fn sources_named(conn: &Connection, wanted: &str) -> Result<Vec<String>> {
    let rows = scan(conn, "SELECT n, name, id FROM source ORDER BY n")?;
    let meant = rows.iter().filter(|row| name_matches(wanted, &row.name, row.code.as_deref()));
    Ok(meant.map(|row| source_term(row.n)).collect())
}

/// A row of a dictionary.
pub(crate) struct Named {
    /// Its number.
    pub(crate) n: i64,
    /// The name.
    pub(crate) name: String,
    /// The code or id, where there is one.
    pub(crate) code: Option<String>,
}

/// All issuers, for facets.
pub(crate) fn all_issuers(conn: &Connection) -> Result<Vec<Named>> {
    scan(conn, "SELECT n, name, code FROM issuer ORDER BY n")
}

/// All sources, for facets.
pub(crate) fn all_sources(conn: &Connection) -> Result<Vec<Named>> {
    scan(conn, "SELECT n, name, id FROM source ORDER BY n")
}

fn scan(conn: &Connection, sql: &str) -> Result<Vec<Named>> {
    let read = |row: &Row<'_>| {
        let code = Some(row.get::<_, String>(2)?).filter(|code| !code.is_empty());
        Ok(Named { n: row.get(0)?, name: row.get(1)?, code })
    };
    Ok(conn.prepare_cached(sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}
