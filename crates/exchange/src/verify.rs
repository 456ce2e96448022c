use std::collections::BTreeMap;
use std::io::{Read, Seek};

use zip::ZipArchive;

use crate::ExchangeError;
use crate::evidence_pack::{SUMS, sha256};

/// The largest file of a pack that is read, in bytes.
const LARGEST: u64 = 256 << 20;

/// What a look at an evidence pack found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PackCheck {
    /// Files that agree with their sum.
    pub agreed: u64,
    /// What does not agree, a sentence each.
    pub faults: Vec<String>,
}

/// Reads an evidence pack and compares each file with its sum in `SHA256SUMS`; bytes as received also with their name.
///
/// # Errors
/// It is no zip, or holds no `SHA256SUMS`.
pub fn verify_pack(reader: impl Read + Seek) -> Result<PackCheck, ExchangeError> {
    let mut zip = ZipArchive::new(reader)?;
    let sums = content(&mut zip, SUMS)?.ok_or(ExchangeError::NotPack)?;
    let sums = String::from_utf8_lossy(&sums);
    let mut check = PackCheck::default();
    let mut listed = BTreeMap::new();
    for (at, line) in sums.lines().enumerate() {
        match line.split_once("  ") {
            Some((sum, name)) => drop(listed.insert(name.to_owned(), sum.to_owned())),
            None => check.faults.push(format!("{SUMS}, line {}: it is no sum with a name.", at + 1)),
        }
    }
    for (name, sum) in &listed {
        match content(&mut zip, name)? {
            None => check.faults.push(format!("{name}: it is missing.")),
            Some(bytes) => check.compare(name, sum, &bytes),
        }
    }
    let strangers = zip.file_names().filter_map(|name| {
        let name = name.ok()?.into_owned();
        (name != SUMS && !listed.contains_key(&name)).then(|| format!("{name}: it has no sum in {SUMS}."))
    });
    check.faults.extend(strangers);
    Ok(check)
}

impl PackCheck {
    fn compare(&mut self, name: &str, sum: &str, bytes: &[u8]) {
        let found = sha256(bytes);
        let named = name.strip_prefix("received/").filter(|own| !own.ends_with(".json"));
        if found != sum {
            self.faults.push(format!("{name}: it was changed; its SHA-256 is {found}, not {sum}."));
        } else if named.is_some_and(|own| own != found) {
            self.faults.push(format!("{name}: the bytes are not those that the name says."));
        } else {
            self.agreed += 1;
        }
    }
}

/// A file of the zip, none where it has no such file.
fn content<R: Read + Seek>(zip: &mut ZipArchive<R>, name: &str) -> Result<Option<Vec<u8>>, ExchangeError> {
    let file = match zip.by_name(name) {
        Ok(file) => file,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let mut bytes = Vec::new();
    file.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}
