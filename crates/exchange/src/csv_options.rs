use std::str::FromStr;

use crate::{Column, ExchangeError};

/// Excel cuts a cell that holds more UTF-16 units than this.
pub const EXCEL_CELL_LIMIT: usize = 32_767;

/// For whom a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Preset {
    /// Byte-order mark, CRLF, guarded formulas, long cells counted.
    Excel,
    /// LF and nothing else: for programs.
    #[default]
    Data,
}

impl FromStr for Preset {
    type Err = ExchangeError;
    fn from_str(text: &str) -> Result<Self, ExchangeError> {
        match text.trim().to_ascii_lowercase().as_str() {
            "excel" => Ok(Preset::Excel),
            "data" => Ok(Preset::Data),
            other => Err(ExchangeError::UnknownPreset(other.to_owned())),
        }
    }
}

/// What stands between two fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

/// Languages that write a decimal comma, so that their Excel expects a semicolon between fields.
const DECIMAL_COMMA: &[&str] = &[
    "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr", "gl", "hr", "hu",
    "hy", "id", "is", "it", "ka", "kk", "ky", "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "pt", "ro",
    "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "uz", "vi",
];

/// Locales that write a decimal point although their language elsewhere writes a comma.
const DECIMAL_POINT: &[&str] = &[
    "de_CH", "de_LI", "it_CH", "es_MX", "es_US", "es_GT", "es_HN", "es_NI", "es_PA", "es_PE", "es_PR",
    "es_SV",
];

impl Delimiter {
    /// The byte in the file.
    pub fn byte(self) -> u8 {
        match self {
            Delimiter::Comma => b',',
            Delimiter::Semicolon => b';',
            Delimiter::Tab => b'\t',
        }
    }

    /// Returns what Excel expects in a locale such as `uk_UA.UTF-8` or `de-DE`.
    pub fn of_locale(locale: &str) -> Self {
        let plain = locale.split(['.', '@']).next().unwrap_or("").replace('-', "_");
        let language = plain.split('_').next().unwrap_or("").to_ascii_lowercase();
        let pointed = DECIMAL_POINT.iter().any(|name| name.eq_ignore_ascii_case(&plain));
        match DECIMAL_COMMA.contains(&language.as_str()) && !pointed {
            true => Delimiter::Semicolon,
            false => Delimiter::Comma,
        }
    }
}

impl FromStr for Delimiter {
    type Err = ExchangeError;
    fn from_str(text: &str) -> Result<Self, ExchangeError> {
        match text {
            "," | "comma" => Ok(Delimiter::Comma),
            ";" | "semicolon" => Ok(Delimiter::Semicolon),
            "\t" | "\\t" | "tab" => Ok(Delimiter::Tab),
            other => Err(ExchangeError::UnknownDelimiter(other.to_owned())),
        }
    }
}

/// How a CSV file is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CsvOptions {
    /// For whom.
    pub preset: Preset,
    /// What stands between fields.
    pub delimiter: Delimiter,
    /// The columns; none: all but the text. Whatever their order here, the file keeps the fixed order.
    pub columns: Option<Vec<Column>>,
    /// Also the text.
    pub text: bool,
}

impl CsvOptions {
    /// The columns of the file in its order.
    pub fn chosen(&self) -> Vec<Column> {
        let wanted = |column: &Column| match (&self.columns, column) {
            (_, Column::Text) if self.text => true,
            (Some(columns), column) => columns.contains(column),
            (None, column) => *column != Column::Text,
        };
        Column::ALL.iter().copied().filter(wanted).collect()
    }

    /// The `csv` builder for these options.
    pub(crate) fn builder(&self) -> csv::WriterBuilder {
        let mut builder = csv::WriterBuilder::new();
        builder.delimiter(self.delimiter.byte());
        builder.terminator(match self.preset {
            Preset::Excel => csv::Terminator::CRLF,
            Preset::Data => csv::Terminator::Any(b'\n'),
        });
        builder
    }
}
