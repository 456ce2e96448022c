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
    let (mut row, mut from) = ([""; N], 0);
    let tabs = memchr::memchr_iter(b'\t', line.as_bytes());
    let mut ends = tabs.chain([line.len()]);
    for cell in &mut row {
        let end = ends.next()?;
        *cell = &line[from..end];
        from = end + 1;
    }
    ends.next().is_none().then_some(row)
}

/// The items of a cell that lists several.
pub(crate) fn listed(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|')
}
