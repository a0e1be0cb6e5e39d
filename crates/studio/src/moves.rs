//! The geometry of a grid: which cell comes next, which rows are in sight, what is pasted.

/// The height of a row in pixels; the stylesheet has the same.
pub(crate) const ROW: f64 = 34.0;
/// Rows that are laid out beyond what is in sight.
const MARGIN: usize = 6;
/// Empty rows below the last filled one.
const SPARE: usize = 20;
/// Empty columns beside the last filled one.
const SPARE_COLUMNS: usize = 1;
/// The narrowest and the widest column, in letters.
const WIDTHS: (usize, usize) = (11, 34);

/// A cell: row and column, from 0.
pub(crate) type At = (usize, usize);

/// How many rows and columns are offered.
pub(crate) fn size(rows: &[Vec<String>]) -> At {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    (rows.len() + SPARE, columns + SPARE_COLUMNS)
}

/// The cell that a key leads to; `None` where the key leads nowhere.
pub(crate) fn next(key: &str, ctrl: bool, (row, column): At, size: At, page: usize) -> Option<At> {
    let (last_row, last_column) = (size.0.saturating_sub(1), size.1.saturating_sub(1));
    Some(match (key, ctrl) {
        ("ArrowUp", false) => (row.saturating_sub(1), column),
        ("ArrowDown", false) => ((row + 1).min(last_row), column),
        ("ArrowLeft", false) => (row, column.saturating_sub(1)),
        ("ArrowRight", false) => (row, (column + 1).min(last_column)),
        ("ArrowUp", true) => (0, column),
        ("ArrowDown", true) => (last_row, column),
        ("ArrowLeft", true) | ("Home", false) => (row, 0),
        ("ArrowRight", true) | ("End", false) => (row, last_column),
        ("Home", true) => (0, 0),
        ("End", true) => (last_row, last_column),
        ("PageUp", _) => (row.saturating_sub(page), column),
        ("PageDown", _) => ((row + page).min(last_row), column),
        _ => return None,
    })
}

/// The rows that are laid out: those in sight, and some around them.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a window")]
pub(crate) fn in_sight(scrolled: f64, height: f64, rows: usize) -> std::ops::Range<usize> {
    let first = (scrolled.max(0.0) / ROW) as usize;
    let count = (height.max(0.0) / ROW) as usize + 1;
    let from = first.saturating_sub(MARGIN).min(rows);
    from..(first + count + MARGIN).min(rows)
}

/// The widths of columns in letters, by their longest cells.
pub(crate) fn widths(rows: &[Vec<String>], columns: usize) -> Vec<usize> {
    let mut widths = vec![WIDTHS.0; columns];
    for row in rows.iter().take(200) {
        for (width, cell) in widths.iter_mut().zip(row) {
            if *width < WIDTHS.1 && cell.len() + 2 > *width {
                *width = (cell.chars().count() + 2).clamp(*width, WIDTHS.1);
            }
        }
    }
    widths
}

/// What stands in a cell.
pub(crate) fn cell(rows: &[Vec<String>], (row, column): At) -> &str {
    rows.get(row).and_then(|cells| cells.get(column)).map_or("", String::as_str)
}

/// Writes into a cell.
pub(crate) fn put(rows: &mut Vec<Vec<String>>, (row, column): At, text: &str) {
    if rows.len() <= row {
        rows.resize(row + 1, Vec::new());
    }
    let Some(cells) = rows.get_mut(row) else { return };
    if cells.len() <= column {
        cells.resize(column + 1, String::new());
    }
    if let Some(cell) = cells.get_mut(column) {
        text.clone_into(cell);
    }
}

/// Puts a row before a row of what is there; below it there is nothing to move.
pub(crate) fn insert_row(rows: &mut Vec<Vec<String>>, at: usize, cells: Vec<String>) {
    if at < rows.len() || !cells.is_empty() {
        rows.resize(rows.len().max(at), Vec::new());
        rows.insert(at, cells);
    }
}

/// Takes a row out of what is there, and gives its cells.
pub(crate) fn remove_row(rows: &mut Vec<Vec<String>>, at: usize) -> Vec<String> {
    if at < rows.len() { rows.remove(at) } else { Vec::new() }
}

/// The letters of a column, from 0.
pub(crate) fn letters(column: usize) -> String {
    let mut letters = String::new();
    let mut rest = column;
    loop {
        let letter = u8::try_from(rest % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + letter));
        match (rest / 26).checked_sub(1) {
            Some(next) => rest = next,
            None => return letters,
        }
    }
}

/// The cells of a text that comes from a spreadsheet: tabs between cells, and quotes around those with breaks.
pub(crate) fn pasted(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = text.trim_end_matches(['\r', '\n']).chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\t' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            _ => cell.push(letter),
        }
    }
    row.push(cell);
    rows.push(row);
    rows
}

/// The offsets of a line of a text from a column on, in UTF-16 units as browsers count.
pub(crate) fn line_range(text: &str, line: u32, column: u32) -> (u32, u32) {
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    let mut start = 0;
    for (number, content) in (1_u32..).zip(text.split('\n')) {
        let length = units(content);
        if number == line {
            let skipped = usize::try_from(column.saturating_sub(1)).unwrap_or_default();
            let before: String = content.chars().take(skipped).collect();
            let from = units(&before).min(length);
            return (start + if from == length { 0 } else { from }, start + length);
        }
        start += length + 1;
    }
    (0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_to_cells_and_never_out_of_the_grid() {
        let go = |key, ctrl, at| next(key, ctrl, at, (10, 4), 5);
        assert_eq!(go("ArrowUp", false, (0, 0)), Some((0, 0)));
        assert_eq!(go("ArrowDown", false, (9, 1)), Some((9, 1)));
        assert_eq!(go("ArrowRight", false, (3, 3)), Some((3, 3)));
        assert_eq!(go("End", true, (0, 0)), Some((9, 3)));
        assert_eq!(go("Home", false, (4, 2)), Some((4, 0)));
        assert_eq!(go("PageDown", false, (4, 2)), Some((9, 2)));
        assert_eq!(go("a", false, (4, 2)), None);
    }

    #[test]
    fn only_what_is_in_sight_is_laid_out() {
        assert_eq!(in_sight(0.0, 340.0, 1_000), 0..17);
        assert_eq!(in_sight(34.0 * 100.0, 340.0, 1_000), 94..117);
        assert_eq!(in_sight(1e9, 340.0, 20), 20..20);
    }

    #[test]
    fn cells_of_a_spreadsheet_are_pasted_as_they_are() {
        assert_eq!(pasted("a\tb\r\nc\t\r\n"), [["a", "b"], ["c", ""]]);
        assert_eq!(pasted("\"a\n\"\"b\"\"\"\tc"), [["a\n\"b\"", "c"]]);
        assert_eq!(pasted("say \"x\""), [["say \"x\""]]);
        assert_eq!(pasted(""), [[""]]);
    }

    #[test]
    fn a_cell_beyond_the_last_one_can_be_filled() {
        let mut rows = vec![vec!["a".to_owned()]];
        put(&mut rows, (2, 1), "x");
        assert_eq!(cell(&rows, (2, 1)), "x");
        assert_eq!((cell(&rows, (1, 0)), cell(&rows, (9, 9))), ("", ""));
        assert_eq!(size(&rows), (23, 3));
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }

    #[test]
    fn rows_come_and_go_between_others() {
        let texts = |rows: &[Vec<String>]| rows.iter().map(|row| row.join("|")).collect::<Vec<_>>().join("/");
        let mut rows: Vec<Vec<String>> = ["a", "b", "c"].map(|text| vec![text.to_owned()]).to_vec();
        insert_row(&mut rows, 1, Vec::new());
        assert_eq!(texts(&rows), "a//b/c");
        let removed = remove_row(&mut rows, 2);
        assert_eq!((texts(&rows).as_str(), removed.join("|").as_str()), ("a//c", "b"));
        insert_row(&mut rows, 2, removed);
        assert_eq!(texts(&rows), "a//b/c");
        insert_row(&mut rows, 9, Vec::new());
        assert!(remove_row(&mut rows, 9).is_empty());
        assert_eq!(texts(&rows), "a//b/c");
        insert_row(&mut rows, 5, vec!["x".to_owned()]);
        assert_eq!(texts(&rows), "a//b/c//x");
    }

    #[test]
    fn a_place_in_a_text_is_counted_as_browsers_count() {
        assert_eq!(line_range("ab\n\u{1f600}cd\n", 2, 2), (5, 7));
        assert_eq!(line_range("ab\ncd", 2, 9), (3, 5));
        assert_eq!(line_range("ab", 7, 1), (0, 0));
    }
}
