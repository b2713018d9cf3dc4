//! Turns a small template rendered with markers into a stencil that each page fills by copying.

use super::escape::escape_into;

/// The first marker; the next 2,048 characters of the private use area are the others. Portal files cannot hold them.
const FIRST: u32 = 0xE100;

/// A rendered template with holes. Filling one costs a copy; rendering the template costs a hundred times as much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stencil {
    text: String,
    /// Where in `text` which value stands, in order of place.
    holes: Vec<(usize, usize)>,
}

/// What stands in a hole.
#[derive(Clone, Copy, Debug)]
pub enum Filling<'a> {
    /// Escaped while it is copied.
    Text(&'a str),
    Html(&'a [u8]),
}

impl Filling<'_> {
    pub fn write(self, html: &mut Vec<u8>) {
        match self {
            Filling::Text(text) => escape_into(text, html),
            Filling::Html(bytes) => html.extend_from_slice(bytes),
        }
    }
}

impl Stencil {
    /// What a view holds in place of its `number`th value while the template is rendered.
    pub fn marker(number: usize) -> String {
        let code = u32::try_from(number).ok().map(|number| FIRST + number);
        code.and_then(char::from_u32).expect("a part has fewer values than there are markers").to_string()
    }

    /// Cuts a rendered template at its markers.
    pub fn cut(html: &str) -> Self {
        let mut text = String::with_capacity(html.len());
        let mut holes = Vec::new();
        for character in html.chars() {
            match u32::from(character).checked_sub(FIRST).filter(|number| *number < 0x800) {
                Some(number) => holes.push((text.len(), number as usize)),
                None => text.push(character),
            }
        }
        Self { text, holes }
    }

    /// Appends the template with its values.
    pub fn fill(&self, values: &[Filling<'_>], html: &mut Vec<u8>) {
        let mut start = 0;
        for &(at, number) in &self.holes {
            html.extend_from_slice(&self.text.as_bytes()[start..at]);
            values[number].write(html);
            start = at;
        }
        html.extend_from_slice(&self.text.as_bytes()[start..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_where_their_markers_stood() {
        let html = format!("<a href=\"{}\">{}</a> {}", Stencil::marker(0), Stencil::marker(1), Stencil::marker(0));
        let mut filled = Vec::new();
        Stencil::cut(&html).fill(&[Filling::Text("a\"b"), Filling::Html(b"<b>c</b>")], &mut filled);
        assert_eq!(String::from_utf8(filled).unwrap(), "<a href=\"a&quot;b\"><b>c</b></a> a&quot;b");
    }

    #[test]
    fn a_template_without_values_is_itself() {
        let mut filled = Vec::new();
        Stencil::cut("<p>Dŵr</p>").fill(&[], &mut filled);
        assert_eq!(filled, "<p>Dŵr</p>".as_bytes());
    }
}
