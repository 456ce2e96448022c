//! `statements.csv` in both presets, and the JSON record.

use chancery_exchange::{
    Column, CsvOptions, Delimiter, EXCEL_CELL_LIMIT, Preset, Report, StatementCsv, record, sidecar_name,
    statements_metadata,
};
use chancery_model::Statement;
use proptest::prelude::*;

use crate::fixture::{bare, statement};

fn written(options: &CsvOptions, statements: &[Statement]) -> (String, Report) {
    let mut bytes = Vec::new();
    let mut csv = StatementCsv::new(&mut bytes, options).unwrap();
    statements.iter().for_each(|statement| csv.write(statement).unwrap());
    let report = csv.finish().unwrap();
    (String::from_utf8(bytes).unwrap(), report)
}

/// Makes marks and line ends visible, a line of the file on a line of the snapshot.
fn visible(text: &str) -> String {
    text.replace('\u{feff}', "<BOM>").replace('\r', "<CR>")
}

fn rows(text: &str, options: &CsvOptions) -> Vec<Vec<String>> {
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(options.delimiter.byte())
        .has_headers(false)
        .from_reader(plain.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn excel(delimiter: Delimiter) -> CsvOptions {
    CsvOptions { preset: Preset::Excel, delimiter, columns: None, text: true }
}

#[test]
fn data_preset() {
    let (text, report) = written(&CsvOptions::default(), &[statement(), bare()]);
    assert_eq!(report, Report { rows: 2, long_cells: 0 });
    insta::assert_snapshot!(visible(&text));
}

#[test]
fn excel_preset() {
    insta::assert_snapshot!(visible(&written(&excel(Delimiter::Semicolon), &[statement(), bare()]).0));
}

#[test]
fn sidecar() {
    assert_eq!(sidecar_name("statements.csv"), "statements.csv-metadata.json");
    let metadata = statements_metadata("statements.csv", &excel(Delimiter::Tab));
    insta::assert_snapshot!(serde_json::to_string_pretty(&metadata).unwrap());
}

#[test]
fn json_record() {
    insta::assert_snapshot!(serde_json::to_string_pretty(&record(&statement(), false)).unwrap());
}

#[test]
fn a_record_without_text_has_no_text() {
    assert!(record(&bare(), false).get("text").is_none());
    assert!(record(&bare(), true).get("text").is_some_and(serde_json::Value::is_null));
}

#[test]
fn columns_keep_the_order_of_the_file() {
    let columns = ["title", "statement_id"].map(|name| name.parse::<Column>().unwrap());
    let options = CsvOptions { columns: Some(columns.to_vec()), ..CsvOptions::default() };
    let (text, _) = written(&options, &[bare()]);
    assert_eq!(text, "statement_id,title\ns-2,\n");
}

#[test]
fn text_is_a_column_on_request_only() {
    let header = |options: &CsvOptions| rows(&written(options, &[]).0, options).remove(0);
    assert_eq!(header(&CsvOptions::default()).last().unwrap(), "note");
    assert_eq!(header(&excel(Delimiter::Comma)).last().unwrap(), "text");
    let one = CsvOptions { columns: Some(vec![Column::Url]), text: true, ..CsvOptions::default() };
    assert_eq!(header(&one), ["url", "text"]);
}

#[test]
fn a_lone_empty_cell_is_still_a_row() {
    let options = CsvOptions { columns: Some(vec![Column::Note]), ..CsvOptions::default() };
    let (text, _) = written(&options, &[bare(), bare()]);
    assert_eq!(rows(&text, &options).len(), 3);
}

#[test]
fn unknown_words_are_answered_with_what_there_is() {
    let message = "colour".parse::<Column>().unwrap_err().to_string();
    assert!(message.contains("“colour”") && message.contains("statement_id, revision"), "{message}");
    assert!("xls".parse::<Preset>().unwrap_err().to_string().contains("“excel” or “data”"));
    assert!("|".parse::<Delimiter>().unwrap_err().to_string().contains("“tab”"));
}

#[test]
fn locales_with_a_decimal_comma_take_a_semicolon() {
    for locale in ["uk_UA.UTF-8", "de_DE@euro", "fr-FR", "ru"] {
        assert_eq!(Delimiter::of_locale(locale), Delimiter::Semicolon, "{locale}");
    }
    for locale in ["en_US.UTF-8", "C", "POSIX", "", "de_CH.UTF-8", "ja_JP", "es_MX"] {
        assert_eq!(Delimiter::of_locale(locale), Delimiter::Comma, "{locale}");
    }
}

#[test]
fn long_cells_are_counted_in_units_of_excel() {
    let with_title = |title: String| {
        let mut long = bare();
        long.draft.title = title;
        written(&excel(Delimiter::Comma), &[long]).1.long_cells
    };
    assert_eq!(with_title("a".repeat(EXCEL_CELL_LIMIT)), 0);
    assert_eq!(with_title("a".repeat(EXCEL_CELL_LIMIT + 1)), 1);
    assert_eq!(with_title("😀".repeat(EXCEL_CELL_LIMIT / 2 + 1)), 1, "two units each");
    assert_eq!(with_title(format!("={}", "a".repeat(EXCEL_CELL_LIMIT - 1))), 1, "the guard counts");
}

/// Text with everything that CSV and spreadsheets stumble over.
fn awkward() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof![
            Just("\"".to_owned()),
            Just("\r\n".to_owned()),
            Just("\r".to_owned()),
            Just("\n".to_owned()),
            Just("\0".to_owned()),
            Just("\t".to_owned()),
            Just("\u{feff}".to_owned()),
            "[=+@;,'-]",
            ".{0,6}",
        ],
        0..6,
    )
    .prop_map(|parts| parts.concat())
}

fn any_options() -> impl Strategy<Value = CsvOptions> {
    let presets = prop_oneof![Just(Preset::Excel), Just(Preset::Data)];
    let delimiters = prop_oneof![Just(Delimiter::Comma), Just(Delimiter::Semicolon), Just(Delimiter::Tab)];
    (presets, delimiters, any::<bool>()).prop_map(|(preset, delimiter, text)| CsvOptions {
        preset,
        delimiter,
        columns: None,
        text,
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(title in awkward(), note in awkward(), body in awkward(), options in any_options()) {
        let mut given = statement();
        given.draft.title = title.clone();
        given.draft.text = body.clone();
        given.marks.note = Some(note.clone());
        let (text, report) = written(&options, &[given, bare()]);
        let table = rows(&text, &options);
        prop_assert_eq!(table.len(), 3);
        prop_assert_eq!(report.rows, 2);
        prop_assert!(table.iter().all(|row| row.len() == table[0].len()));
        let cell = |name: &str| {
            let at = table[0].iter().position(|column| column == name).unwrap();
            &table[1][at]
        };
        prop_assert_eq!(cell("title"), &guarded(&title, options.preset));
        prop_assert_eq!(cell("note"), &guarded(&note, options.preset));
        if options.text {
            prop_assert_eq!(cell("text"), &guarded(&body, options.preset));
        }
    }

    #[test]
    fn no_cell_of_excel_begins_a_formula(title in awkward(), note in awkward()) {
        let mut given = statement();
        given.draft.title = title;
        given.marks.note = Some(note);
        let options = excel(Delimiter::Comma);
        for cell in rows(&written(&options, &[given]).0, &options).concat() {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']), "{:?}", cell);
        }
    }

    #[test]
    fn several_values_are_as_many_as_they_were(labels in proptest::collection::btree_set("[a-z;,]{1,5}", 0..5)) {
        let mut given = bare();
        given.marks.labels = labels.iter().cloned().collect();
        let options = CsvOptions { columns: Some(vec![Column::Labels]), ..CsvOptions::default() };
        let cell = rows(&written(&options, &[given]).0, &options)[1][0].clone();
        let read: Vec<&str> = cell.split(';').filter(|label| !label.is_empty()).collect();
        prop_assert_eq!(read.len(), labels.len());
    }
}

fn guarded(text: &str, preset: Preset) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']);
    if is_formula && preset == Preset::Excel { format!("'{text}") } else { text.to_owned() }
}
