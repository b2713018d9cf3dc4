//! Turns a small template rendered with markers into a stencil that each page fills by copying.

use super::escape::push_anywhere;

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
    Html(&'a str),
}

impl<'a> Filling<'a> {
    pub fn text(self) -> &'a str {
        match self {
            Filling::Text(text) | Filling::Html(text) => text,
        }
    }

    pub fn write(self, html: &mut String) {
        match self {
            Filling::Text(text) => push_anywhere(html, text),
            Filling::Html(text) => html.push_str(text),
        }
    }
}

impl Stencil {
    /// So many values can be told apart.
    pub const MOST: usize = 0x800;

    /// What a view holds in place of its `number`th value while the template is rendered.
    pub fn marker(number: usize) -> String {
        let code = u32::try_from(number).ok().map(|number| FIRST + number);
        code.and_then(char::from_u32).expect("a part has fewer values than there are markers").to_string()
    }

    /// Cuts a rendered template at its markers.
    pub fn cut(html: &str) -> Self {
        let mut text = String::with_capacity(html.len());
        let mut holes = Vec::new();
        let mut copied = 0;
        let number =
            |character| u32::from(character).checked_sub(FIRST).filter(|number| (*number as usize) < Self::MOST);
        for (at, marker) in html.match_indices(|character| number(character).is_some()) {
            text.push_str(&html[copied..at]);
            holes.extend(marker.chars().filter_map(number).map(|number| (text.len(), number as usize)));
            copied = at + marker.len();
        }
        text.push_str(&html[copied..]);
        Self { text, holes }
    }

    /// The length of what is copied around the values, in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.holes.is_empty()
    }

    /// Appends the template with its values.
    pub fn fill(&self, values: &[Filling<'_>], html: &mut String) {
        let mut start = 0;
        for &(at, number) in &self.holes {
            html.push_str(&self.text[start..at]);
            values[number].write(html);
            start = at;
        }
        html.push_str(&self.text[start..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_where_their_markers_stood() {
        let html = format!("<a href=\"{}\">{}</a> {}", Stencil::marker(0), Stencil::marker(1), Stencil::marker(0));
        let mut filled = String::new();
        Stencil::cut(&html).fill(&[Filling::Text("a\"b"), Filling::Html("<b>c</b>")], &mut filled);
        assert_eq!(filled, "<a href=\"a&quot;b\"><b>c</b></a> a&quot;b");
    }

    #[test]
    fn a_template_without_values_is_itself() {
        let mut filled = String::new();
        Stencil::cut("<p>Dŵr</p>").fill(&[], &mut filled);
        assert_eq!(filled, "<p>Dŵr</p>");
    }
}
