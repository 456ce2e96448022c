use chancery_model::Statement;
use serde_json::{Map, Value};

use crate::Column;
use crate::cell::{Cell, cell};

/// A statement as one JSON object with the field names of `statements.csv`, in its order: unknown is `null`, several
/// values are an array, the revision is a number, `read` and `starred` are booleans. The text only when asked for.
pub fn record(statement: &Statement, with_text: bool) -> Value {
    let columns = Column::ALL.iter().filter(|column| with_text || **column != Column::Text);
    let fields: Map<String, Value> =
        columns.map(|column| (column.name().to_owned(), json(cell(statement, *column)))).collect();
    Value::Object(fields)
}

fn json(cell: Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::One(text) => Value::String(text),
        Cell::Number(number) => number.into(),
        Cell::Flag(flag) => flag.into(),
        Cell::Several(values) => values.into_iter().collect(),
    }
}
