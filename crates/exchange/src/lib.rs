//! What leaves and enters as files for people: CSV with its CSVW sidecar, JSON records, lists of sources, rules,
//! the user's state and evidence packs. Everything goes over `Read` and `Write`: no file is opened here.

mod cell;
mod column;
mod csv_options;
mod csvw;
mod error;
mod evidence_pack;
mod opml;
mod places;
mod provenance;
mod record;
mod rules_file;
mod source_csv;
mod source_entry;
mod source_list;
mod state_file;
mod statement_csv;
mod tag_csv;
mod verify;

pub use column::{Column, TAG_COLUMNS};
pub use csv_options::{CsvOptions, Delimiter, EXCEL_CELL_LIMIT, Preset};
pub use csvw::{sidecar_name, statements_metadata, tags_metadata};
pub use error::ExchangeError;
pub use evidence_pack::{EvidencePack, EvidenceReport, PackFiles, ZipFiles};
pub use opml::{read_opml, write_opml};
pub use places::Places;
pub use provenance::provenance;
pub use record::record;
pub use rules_file::{PortableRule, read_rules, write_rules};
pub use source_csv::{read_sources_csv, write_sources_csv};
pub use source_entry::SourceEntry;
pub use source_list::{ListFault, SourceList};
pub use state_file::{STATE_VERSION, StatementState, UserState, read_state, write_state};
pub use statement_csv::{Report, StatementCsv};
pub use tag_csv::TagCsv;
pub use verify::{PackCheck, verify_pack};
