//! Turns tables into faults where a header heads nothing, or a cell names a header that is not there.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::document::Id;
use super::super::page::Page;
use super::{Fault, Found};

fn is_grid(page: &Page, table: Id) -> bool {
    matches!(page.role_name(table), "table" | "grid" | "treegrid") && page.is_exposed(table)
}

pub fn headers(page: &Page, found: &mut Found) {
    let document = &page.document;
    let cells = page.html().filter(|&id| matches!(document.tag(id), "td" | "th") && page.says(id, "headers"));
    for id in cells {
        let Some(table) = document.closest(id, "table").filter(|&table| is_grid(page, table)) else { continue };
        let names = document.attribute(id, "headers").unwrap_or_default();
        let is_header = |name: &&str| {
            document.by_id(name).is_some_and(|other| {
                let is_cell = matches!(document.tag(other), "td" | "th");
                is_cell && other != id && document.closest(other, "table") == Some(table)
            })
        };
        let wrong = names.split_ascii_whitespace().find(|name| !is_header(name));
        found.target(wrong.map(|name| {
            let message = format!("the cell names `{name}` as its header, which is no other cell of its table");
            Fault::new(id, message, "name the id of a header of the same table, or take `headers` out")
        }));
    }
}

pub fn header_cells(page: &Page, found: &mut Found) {
    let mut grids: HashMap<Id, Grid> = HashMap::new();
    for id in page.html().filter(|&id| page.is_exposed(id)) {
        if !matches!(page.role_name(id), "columnheader" | "rowheader") {
            continue;
        }
        let Some(table) = page.document.ancestors(id).find(|&id| is_grid(page, id)) else { continue };
        let grid = grids.entry(table).or_insert_with(|| Grid::of(page, table));
        let help = "put cells under or beside it, or take it out";
        let fault = || Fault::new(id, "the header of the table heads no cell", help);
        found.target((!grid.heads_something(page, id)).then(fault));
    }
}

/// The cells of a table where they stand.
#[derive(Default)]
struct Grid {
    /// Where each cell begins, and how many columns and rows it takes.
    cells: HashMap<Id, Cell>,
    /// The columns that each row has cells in, and those of them that hold data.
    rows: Vec<BTreeSet<usize>>,
    data: Vec<BTreeSet<usize>>,
    /// For each column, the last row with a cell in it; and those that hold data.
    last: HashMap<usize, usize>,
    data_columns: HashSet<usize>,
    /// The ids that `headers` of cells name.
    named: HashSet<String>,
}

#[derive(Clone, Copy)]
struct Cell {
    row: usize,
    column: usize,
    width: usize,
    height: usize,
}

/// Cells wider or higher are cut: browsers allow 1000 columns.
const WIDEST: usize = 1000;

impl Grid {
    fn of(page: &Page, table: Id) -> Self {
        let mut grid = Self::default();
        let mut filled: HashSet<(usize, usize)> = HashSet::new();
        let inside: Vec<Id> = page.document.inside(table).filter(|&id| own_table(page, id) == Some(table)).collect();
        let mut row = None;
        let mut column = 0;
        for id in inside {
            match page.role_name(id) {
                "row" => {
                    row = Some(row.map_or(0, |row| row + 1));
                    column = 0;
                }
                "cell" | "gridcell" | "columnheader" | "rowheader" => {
                    let row = row.unwrap_or_default();
                    while filled.contains(&(row, column)) {
                        column += 1;
                    }
                    column = grid.put(page, (id, row, column), &mut filled);
                }
                _ => {}
            }
        }
        grid
    }

    /// Puts a cell; gives the column after it.
    fn put(
        &mut self,
        page: &Page,
        (id, row, column): (Id, usize, usize),
        filled: &mut HashSet<(usize, usize)>,
    ) -> usize {
        let span = |name: &str| {
            let number = page.document.attribute(id, name).and_then(|value| value.trim().parse().map_or(None, Some));
            number.unwrap_or(1_usize).clamp(1, WIDEST)
        };
        let cell = Cell { row, column, width: span("colspan"), height: span("rowspan").min(WIDEST / 10) };
        let is_data = matches!(page.role_name(id), "cell" | "gridcell");
        for at_row in row..row + cell.height {
            if self.rows.len() <= at_row {
                self.rows.resize_with(at_row + 1, BTreeSet::new);
                self.data.resize_with(at_row + 1, BTreeSet::new);
            }
            for at_column in column..column + cell.width {
                if cell.height > 1 {
                    filled.insert((at_row, at_column));
                }
                self.rows[at_row].insert(at_column);
                let last = self.last.entry(at_column).or_default();
                *last = (*last).max(at_row);
                if is_data {
                    self.data[at_row].insert(at_column);
                    self.data_columns.insert(at_column);
                }
            }
        }
        let named = page.document.attribute(id, "headers").unwrap_or_default();
        self.named.extend(named.split_ascii_whitespace().map(str::to_owned));
        self.cells.insert(id, cell);
        column + cell.width
    }

    fn heads_something(&self, page: &Page, id: Id) -> bool {
        let Some(cell) = self.cells.get(&id) else { return true };
        if page.document.attribute(id, "id").is_some_and(|own| self.named.contains(own)) {
            return true;
        }
        let (end_row, end_column) = (cell.row + cell.height, cell.column + cell.width);
        let below =
            || (cell.column..end_column).any(|column| self.last.get(&column).is_some_and(|&row| row >= end_row));
        let beside = || {
            (cell.row..end_row)
                .any(|row| self.rows.get(row).is_some_and(|row| row.range(end_column..).next().is_some()))
        };
        match (page.role_name(id), page.document.keyword(id, "scope").as_deref()) {
            (_, Some("col" | "colgroup")) => below(),
            (_, Some("row" | "rowgroup")) => beside(),
            ("columnheader", _) if page.document.tag(id) != "th" || page.says(id, "role") => below(),
            ("rowheader", _) if page.document.tag(id) != "th" || page.says(id, "role") => {
                self.rows[cell.row].len() > cell.width
            }
            _ => self.by_itself(cell, (below(), beside())),
        }
    }

    /// A header without `scope` heads its column where its row has no data, else its row where its column has none.
    fn by_itself(&self, cell: &Cell, (below, beside): (bool, bool)) -> bool {
        let row_has_data =
            (cell.row..cell.row + cell.height).any(|row| self.data.get(row).is_some_and(|row| !row.is_empty()));
        let column_has_data = (cell.column..cell.column + cell.width).any(|column| self.data_columns.contains(&column));
        match (row_has_data, column_has_data) {
            (false, _) => below,
            (true, false) => beside,
            (true, true) => true,
        }
    }
}

/// The table that a cell or row belongs to.
fn own_table(page: &Page, id: Id) -> Option<Id> {
    page.document.element(id)?;
    page.document.ancestors(id).find(|&id| matches!(page.role_name(id), "table" | "grid" | "treegrid"))
}
