//! The shipped tables: rows of cells between tabs, lines that begin with `#` are notes.

/// The rows of a table with `N` columns. A row of another width is left out; the tests hold that there is none.
pub(crate) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    lines(table).filter_map(cells)
}

/// The lines of a table without its notes.
pub(crate) fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

fn cells<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    let mut cells = line.split('\t');
    let mut row = [""; N];
    for cell in &mut row {
        *cell = cells.next()?;
    }
    cells.next().is_none().then_some(row)
}

/// The items of a cell that lists several.
pub(crate) fn listed(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|')
}
