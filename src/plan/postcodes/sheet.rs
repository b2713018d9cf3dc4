//! Turns the text of a table of postcodes into its rows, or into what is wrong with it.

use std::ops::Range;

/// A table as it is written; `make.py` says how.
#[derive(Debug, PartialEq, Eq)]
pub struct Sheet<'t> {
    /// The codes of the authorities, by number.
    pub codes: Vec<&'t str>,
    pub rows: Vec<Row<'t>>,
}

/// An outward code.
#[derive(Debug, PartialEq, Eq)]
pub struct Row<'t> {
    pub outward: &'t str,
    pub usual: usize,
    pub sectors: Vec<Sector<'t>>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Sector<'t> {
    pub digit: &'t str,
    pub usual: usize,
    /// Authorities and the last two letters of each postcode in them.
    pub others: Vec<(usize, &'t str)>,
}

/// A line that cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistake {
    pub message: String,
    /// In bytes of the text.
    pub range: Range<usize>,
}

/// Reads a table. Empty lines and those that begin with `#` say nothing.
///
/// # Errors
/// The first line that cannot be read.
pub fn read(text: &str) -> Result<Sheet<'_>, Mistake> {
    let mut sheet = Sheet { codes: Vec::new(), rows: Vec::new() };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = start..start + line.trim_end().len();
        start += line.len();
        let line = line.trim_start_matches('\u{FEFF}').trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let mistake = |message| Mistake { message, range: at };
        if sheet.codes.is_empty() {
            sheet.codes = codes(line).map_err(mistake)?;
        } else {
            sheet.rows.push(row(line, sheet.codes.len()).map_err(mistake)?);
        }
    }
    Ok(sheet)
}

fn codes(line: &str) -> Result<Vec<&str>, String> {
    let is_code = |code: &&str| code.len() == 9 && code.is_ascii() && code[1..].bytes().all(|b| b.is_ascii_digit());
    match line.split_whitespace().find(|code| !is_code(code)) {
        Some(other) => {
            Err(format!("the first line lists codes of authorities, and `{other}` is none, like `N09000003`"))
        }
        None => Ok(line.split_whitespace().collect()),
    }
}

fn row(line: &str, codes: usize) -> Result<Row<'_>, String> {
    let mut words = line.split_whitespace();
    let outward = words.next().unwrap_or_default();
    let shape = (2..=4).contains(&outward.len())
        && outward.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        && outward.starts_with(|c: char| c.is_ascii_uppercase());
    if !shape {
        return Err(format!("`{outward}` is not the first half of a postcode, like `BT1`"));
    }
    let usual = words.next().ok_or_else(|| format!("after `{outward}` stands the number of its authority"))?;
    let usual = number(usual, codes)?;
    let sectors = words.map(|word| sector(word, codes)).collect::<Result<_, _>>()?;
    Ok(Row { outward, usual, sectors })
}

fn sector(word: &str, codes: usize) -> Result<Sector<'_>, String> {
    let mut parts = word.split(':');
    let digit = parts.next().unwrap_or_default();
    if digit.len() != 1 || !digit.bytes().all(|b| b.is_ascii_digit()) {
        return Err(format!("`{word}` does not begin with the number of a sector, like `3:1`"));
    }
    let usual = number(parts.next().unwrap_or_default(), codes)?;
    let others = parts.map(|part| units(part, codes)).collect::<Result<_, _>>()?;
    Ok(Sector { digit, usual, others })
}

fn units(part: &str, codes: usize) -> Result<(usize, &str), String> {
    let (code, units) = part.split_once('=').unwrap_or((part, ""));
    let are_pairs = !units.is_empty() && units.len() % 2 == 0 && units.bytes().all(|b| b.is_ascii_uppercase());
    if !are_pairs {
        return Err(format!("`{part}` does not name the ends of postcodes, two letters each, like `1=AAAB`"));
    }
    Ok((number(code, codes)?, units))
}

fn number(text: &str, codes: usize) -> Result<usize, String> {
    match text.parse() {
        Ok(number) if number < codes => Ok(number),
        _ => Err(format!("`{text}` is not the number of an authority of the first line, from 0 to {}", codes - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_name_authorities_by_number() {
        let sheet = read("# of Belfast\nN09000003 N09000001\r\n\nBT1 0\nBT37 1 0:0:1=NZNX\n").unwrap();
        assert_eq!(sheet.codes, ["N09000003", "N09000001"]);
        let sector = Sector { digit: "0", usual: 0, others: vec![(1, "NZNX")] };
        assert_eq!(sheet.rows[1], Row { outward: "BT37", usual: 1, sectors: vec![sector] });
    }

    #[test]
    fn a_line_that_cannot_be_read_says_why() {
        for (line, message) in [
            ("bt1 0", "`bt1` is not the first half of a postcode, like `BT1`"),
            ("BT1", "after `BT1` stands the number of its authority"),
            ("BT1 1", "`1` is not the number of an authority of the first line, from 0 to 0"),
            ("BT1 0 x:0", "`x:0` does not begin with the number of a sector, like `3:1`"),
            ("BT1 0 3:0:0=ABC", "`0=ABC` does not name the ends of postcodes, two letters each, like `1=AAAB`"),
        ] {
            let mistake = read(&format!("N09000003\n{line}\n")).unwrap_err();
            assert_eq!((mistake.message.as_str(), mistake.range), (message, 10..10 + line.len()), "{line}");
        }
        let message = read("BT1 0").unwrap_err().message;
        assert_eq!(message, "the first line lists codes of authorities, and `BT1` is none, like `N09000003`");
    }
}
