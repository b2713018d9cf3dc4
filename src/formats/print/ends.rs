//! Turns a PDF into one in which every stream ends where all readers see its end.
//!
//! A stream's data is followed by a line feed and `endstream`. Where the last byte of the data happens to be a carriage
//! return, some readers take the two for one end of line (ISO 32000-1, 7.3.8.1 allows both) and find the data a byte too
//! short. There the end of line becomes a carriage return and a line feed: who takes off either finds all of the data.

use std::ops::Range;

const UNCLEAR: &[u8] = b"\r\nendstream\nendobj";
const START: &[u8] = b"startxref\n";
const END: &[u8] = b"\n%%EOF";

/// The bytes of an entry of the table of objects: ten digits, a space, five digits, a space, a letter, an end of line.
const ENTRY: usize = 20;
const DIGITS: usize = 10;

/// The same document. One that is not laid out as Typst does it stays as it is.
pub fn clear(pdf: Vec<u8>) -> Vec<u8> {
    let unclear: Vec<usize> = find_all(&pdf, UNCLEAR).map(|at| at + 1).collect();
    if unclear.is_empty() {
        return pdf;
    }
    let Some(Layout { table, trailer, start }) = layout(&pdf) else { return pdf };
    let moved = |offset: usize| offset + unclear.partition_point(|&at| at < offset);
    let mut clear = Vec::with_capacity(pdf.len() + unclear.len());
    let mut done = 0;
    for &at in &unclear {
        clear.extend_from_slice(&pdf[done..at]);
        clear.push(b'\r');
        done = at;
    }
    clear.extend_from_slice(&pdf[done..table.start]);
    for entry in pdf[table].chunks(ENTRY) {
        let (offset, rest) = entry.split_at(DIGITS);
        match number(offset).filter(|_| rest.contains(&b'n')) {
            Some(offset) => clear.extend_from_slice(format!("{:010}", moved(offset)).as_bytes()),
            None => clear.extend_from_slice(offset),
        }
        clear.extend_from_slice(rest);
    }
    clear.extend_from_slice(&pdf[trailer]);
    clear.extend_from_slice(moved(start).to_string().as_bytes());
    clear.extend_from_slice(END);
    clear
}

/// Where a document says where its objects are.
struct Layout {
    /// The entries of the table of objects.
    table: Range<usize>,
    /// From there to the offset of the table.
    trailer: Range<usize>,
    /// That offset.
    start: usize,
}

fn layout(pdf: &[u8]) -> Option<Layout> {
    let said = find_all(pdf, START).last()? + START.len();
    let start = number(pdf[said..].strip_suffix(END)?)?;
    let head = pdf.get(start..)?.strip_prefix(b"xref\n0 ")?;
    let digits = head.iter().position(|&byte| byte == b'\n')?;
    let first = start + b"xref\n0 ".len() + digits + 1;
    let table = first..first + number(&head[..digits])? * ENTRY;
    (table.end <= said).then(|| Layout { trailer: table.end..said, table, start })
}

fn number(digits: &[u8]) -> Option<usize> {
    let is_number = !digits.is_empty() && digits.len() <= DIGITS && digits.iter().all(u8::is_ascii_digit);
    is_number.then(|| digits.iter().fold(0, |number, digit| number * 10 + usize::from(digit - b'0')))
}

fn find_all<'a>(bytes: &'a [u8], wanted: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let last = wanted[wanted.len() - 1];
    let ends = bytes.iter().enumerate().filter(move |(_, byte)| **byte == last).map(|(at, _)| at + 1);
    ends.filter(move |&end| bytes[..end].ends_with(wanted)).map(move |end| end - wanted.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A document of two streams, with the offsets of both.
    fn document(first: &str, end: &str) -> String {
        let objects = ["1 0 obj\n<<>>\nstream\n", first, end, "2 0 obj\n<<>>\nstream\nb\nendstream\nendobj\n"];
        let second = objects[..3].concat().len();
        let start = objects.concat().len();
        let table = format!("xref\n0 3\n0000000000 65535 f\r\n0000000000 00000 n\r\n{second:010} 00000 n\r\n");
        format!("{}{table}trailer\n<</Size 3>>\nstartxref\n{start}\n%%EOF", objects.concat())
    }

    fn cleared(text: &str) -> String {
        String::from_utf8(clear(text.as_bytes().to_vec())).unwrap()
    }

    #[test]
    fn a_stream_that_ends_in_a_carriage_return_has_an_end_of_line_of_its_own() {
        let unclear = document("a\r", "\nendstream\nendobj\n");
        assert_eq!(cleared(&unclear), document("a\r", "\r\nendstream\nendobj\n"));
    }

    #[test]
    fn a_stream_that_ends_otherwise_stays() {
        let plain = document("a\r\nb\n", "\nendstream\nendobj\n");
        assert_eq!(cleared(&plain), plain);
        assert_eq!(cleared("a\r\nendstream\nendobj"), "a\r\nendstream\nendobj");
    }
}
