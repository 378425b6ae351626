//! Cells of tables that go to a spreadsheet, in a file or by the clipboard.

use std::borrow::Cow;

/// A cell that a spreadsheet takes as text: one that begins like a formula gets an apostrophe in front (OWASP, CSV injection).
pub fn harmless_cell(cell: &str) -> Cow<'_, str> {
    let acts = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || cell.starts_with(['\t', '\r', '\n']);
    if acts { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_cannot_act() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"] {
            assert_eq!(harmless_cell(cell), format!("'{cell}"));
        }
        for cell in ["", "a=b", "2025-03-20", "“=1”"] {
            assert_eq!(harmless_cell(cell), cell);
        }
    }
}
