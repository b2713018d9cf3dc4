//! Turns a piece of a page into whether it is plainly in order: a quick look that lets most of what a build writes pass
//! without the rules, and never what they would find fault with.
//!
//! A piece is plain if it holds only elements and attributes of which no rule says anything, lists hold items, images
//! have words, and each link, heading, header, button and field has text. Anything else is for the rules.

use icu::properties::CodePointMapData;
use icu::properties::props::{GeneralCategory, GeneralCategoryGroup};
use memchr::{memchr, memmem};

/// The tag of data for programs, which no reader meets.
const DATA: &[u8] = b"script type=\"application/ld+json\"";

/// Whether no rule that judges markup can find fault with a piece.
pub fn is_plain(html: &str) -> bool {
    let mut look = Look::default();
    let bytes = html.as_bytes();
    let mut past = 0;
    while let Some(text) = memchr(b'<', &bytes[past..]) {
        let start = past + text;
        if text > 0 && look.listens() && says_something(&html[past..start]) {
            if look.in_list {
                return false;
            }
            look.said = start;
        }
        let Some(len) = memchr(b'>', &bytes[start..]) else { return false };
        past = start + len + 1;
        let inner = &bytes[start + 1..past - 1];
        if inner == DATA || is_script(inner) {
            let Some(end) = memmem::find(&bytes[past..], b"</script>") else { return false };
            past += end + b"</script>".len();
            continue;
        }
        if !look.tag(inner, past) {
            return false;
        }
    }
    look.open.is_empty() && look.fields_are_named(bytes)
}

/// Whether a tag brings a script from a file.
fn is_script(inner: &[u8]) -> bool {
    let src = inner.strip_prefix(b"script src=\"");
    src.and_then(|src| Some(&src[memchr(b'"', src)?..])).is_some_and(|rest| matches!(rest, b"\"" | b"\" defer"))
}

/// Whether a text that our own writer made of Markdown may have a fault: a link, heading or table with nothing in it. All
/// else it writes right, whatever the text.
pub fn has_something_empty(html: &str) -> bool {
    let bytes = html.as_bytes();
    memmem::find_iter(bytes, b"</").any(|at| match (&bytes[..at], &bytes[at + 2..]) {
        ([.., b'>' | b' '], [b'a', b'>', ..]) | ([.., b'>'], [b'h', b'1'..=b'6', ..]) => true,
        (before, [b't', b'a', ..]) => before.ends_with(b"</thead>"),
        _ => false,
    })
}

/// Whether there is a letter or a digit, in any script.
pub fn says_something(text: &str) -> bool {
    let categories = CodePointMapData::<GeneralCategory>::new();
    let says = GeneralCategoryGroup::Letter.union(GeneralCategoryGroup::Number);
    text.chars().any(|c| if c.is_ascii() { c.is_ascii_alphanumeric() } else { says.contains(categories.get(c)) })
}

/// What was seen so far.
#[derive(Default)]
struct Look<'a> {
    /// Where the last text ended.
    said: usize,
    /// Elements that need text, and where each begins to have it.
    open: Vec<(Needy, usize)>,
    /// Right inside a list, where only items may come.
    in_list: bool,
    /// Right after a table's head, where rows must come.
    after_head: bool,
    /// The ids of fields that no label stands around, and those that labels elsewhere are for.
    fields: Vec<&'a [u8]>,
    labelled: Vec<&'a [u8]>,
    /// Something is hidden, which may be a label.
    hides: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Needy {
    Link,
    Heading,
    Header,
    Summary,
    Button,
    /// A label for what it is around, before that has come.
    Around,
    Label,
}

fn needy(name: &[u8]) -> Option<Needy> {
    match name {
        b"a" => Some(Needy::Link),
        b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Some(Needy::Heading),
        b"th" => Some(Needy::Header),
        b"summary" => Some(Needy::Summary),
        b"button" => Some(Needy::Button),
        b"label" => Some(Needy::Label),
        _ => None,
    }
}

/// Elements of which no rule says anything by themselves.
fn is_harmless(name: &[u8]) -> bool {
    matches!(
        name,
        b"p" | b"div"
            | b"span"
            | b"bdi"
            | b"dl"
            | b"dt"
            | b"dd"
            | b"table"
            | b"thead"
            | b"tbody"
            | b"tr"
            | b"td"
            | b"caption"
            | b"main"
            | b"time"
            | b"article"
            | b"section"
            | b"nav"
            | b"aside"
            | b"header"
            | b"footer"
            | b"strong"
            | b"em"
            | b"b"
            | b"i"
            | b"del"
            | b"ins"
            | b"code"
            | b"pre"
            | b"blockquote"
            | b"br"
            | b"hr"
            | b"sup"
            | b"sub"
            | b"dfn"
            | b"abbr"
            | b"details"
            | b"address"
            | b"small"
            | b"figure"
            | b"figcaption"
            | b"mark"
            | b"q"
            | b"cite"
            | b"kbd"
            | b"picture"
            | b"hgroup"
            | b"wbr"
            | b"form"
            | b"fieldset"
            | b"legend"
    )
}

impl<'a> Look<'a> {
    /// Whether it matters what the next text says: right inside a list, and in what needs text and has none yet.
    fn listens(&self) -> bool {
        self.in_list || self.open.iter().any(|&(_, from)| self.said < from)
    }

    fn tag(&mut self, inner: &'a [u8], past: usize) -> bool {
        match inner {
            [b'/', name @ ..] => self.end(name),
            _ => self.start(inner, past),
        }
    }

    fn end(&mut self, name: &[u8]) -> bool {
        let had_head = std::mem::replace(&mut self.after_head, name == b"thead");
        if had_head && name == b"table" {
            return false;
        }
        match name {
            b"li" => self.in_list = true,
            b"ul" | b"ol" => self.in_list = false,
            _ if self.in_list => return false,
            _ => {}
        }
        match needy(name) {
            Some(kind) => self.open.pop().is_some_and(|(open, from)| {
                let is_it = open == kind || (open, kind) == (Needy::Around, Needy::Label);
                is_it && self.said >= from
            }),
            None => true,
        }
    }

    fn start(&mut self, inner: &'a [u8], past: usize) -> bool {
        let end = inner.iter().position(|byte| *byte == b' ').unwrap_or(inner.len());
        let (name, attributes) = inner.split_at(end);
        let had_head = std::mem::take(&mut self.after_head);
        if had_head && name != b"tbody" || self.in_list && name != b"li" {
            return false;
        }
        self.in_list = matches!(name, b"ul" | b"ol");
        let needy = needy(name);
        if !(needy.is_some() || is_harmless(name) || matches!(name, b"ul" | b"ol" | b"li" | b"img" | b"input")) {
            return false;
        }
        let Some(said) = harmless(attributes, name) else { return false };
        if !self.is_fine_here(name, &said) {
            return false;
        }
        if let Some(kind) = needy {
            let kind = if kind == Needy::Label && said.names.is_none() { Needy::Around } else { kind };
            self.labelled.extend(said.names);
            // A link that says in an attribute where it leads needs no text.
            self.open.push((kind, if said.label { 0 } else { past }));
        }
        match name {
            b"div" => said.role || !said.label,
            b"img" => said.alt,
            b"th" => attributes.starts_with(b" scope=\""),
            b"input" => self.field(&said),
            _ => true,
        }
    }

    /// Nothing that gives a name may be hidden, and a button holds nothing but words.
    fn is_fine_here(&mut self, name: &[u8], said: &Said<'_>) -> bool {
        self.hides |= said.hidden;
        let is_in_button = self.open.last().is_some_and(|(kind, _)| *kind == Needy::Button);
        let may_be_hidden = matches!(name, b"p" | b"div" | b"span" | b"section" | b"form" | b"button");
        (self.open.is_empty() || !said.hidden && name != b"button")
            && (may_be_hidden || !said.hidden)
            && (!is_in_button || matches!(name, b"span" | b"b" | b"bdi" | b"strong"))
    }

    /// A label is for the first field that it is around; other fields are named by their ids.
    fn field(&mut self, said: &Said<'a>) -> bool {
        match (self.open.last_mut(), said.id) {
            (Some((kind @ Needy::Around, _)), _) => *kind = Needy::Label,
            (_, Some(id)) => self.fields.push(id),
            _ => return false,
        }
        true
    }

    /// Whether each field that stands alone has a label that readers see, and is the one that the label means.
    fn fields_are_named(&self, html: &[u8]) -> bool {
        let is_only = |id: &[u8]| {
            let quoted = [b"id=\"", id, b"\""].concat();
            let bare = [b"id=", id].concat();
            memmem::find_iter(html, &quoted).count() == 1 && memmem::find(html, &bare).is_none()
        };
        let is_named = |id: &&[u8]| !self.hides && self.labelled.contains(id) && is_only(id);
        self.fields.iter().all(is_named)
    }
}

/// What the attributes of a tag say, as far as it matters to others.
#[derive(Clone, Copy, Default)]
struct Said<'a> {
    label: bool,
    role: bool,
    alt: bool,
    hidden: bool,
    id: Option<&'a [u8]>,
    /// The id of what a label is for.
    names: Option<&'a [u8]>,
}

/// What attributes say if every one is such that no rule says anything of it with this value.
fn harmless<'a>(mut attributes: &'a [u8], tag: &[u8]) -> Option<Said<'a>> {
    let mut said = Said::default();
    loop {
        attributes = attributes.strip_prefix(b" ").unwrap_or(attributes);
        if attributes.is_empty() {
            return Some(said);
        }
        let len = attributes.iter().position(|byte| matches!(byte, b' ' | b'=')).unwrap_or(attributes.len());
        let (name, rest) = attributes.split_at(len);
        let quoted = rest.strip_prefix(b"=\"");
        let value = match quoted {
            Some(quoted) => {
                let close = memchr(b'"', quoted)?;
                attributes = &quoted[close + 1..];
                &quoted[..close]
            }
            None => {
                let rest = rest.strip_prefix(b"=").unwrap_or(rest);
                let close = rest.iter().position(|byte| *byte == b' ').unwrap_or(rest.len());
                attributes = &rest[close..];
                &rest[..close]
            }
        };
        if !is_harmless_attribute(name, value, tag) {
            return None;
        }
        match name {
            b"aria-label" => said.label = true,
            b"role" => said.role = true,
            b"alt" => said.alt = quoted.is_some(),
            b"hidden" => said.hidden = true,
            b"id" => said.id = Some(value),
            b"for" => said.names = Some(value),
            _ => {}
        }
    }
}

fn is_harmless_attribute(name: &[u8], value: &[u8], tag: &[u8]) -> bool {
    match name {
        b"class" | b"id" | b"href" | b"src" | b"width" | b"height" | b"loading" | b"decoding" | b"datetime"
        | b"start" | b"hreflang" | b"rel" | b"title" | b"colspan" | b"dir" | b"srcset" | b"sizes" | b"open"
        | b"value" => true,
        b"alt" => tag == b"img",
        b"for" => tag == b"label",
        b"hidden" => value.is_empty(),
        b"name" | b"maxlength" | b"enterkeyhint" => tag == b"input",
        b"autocomplete" => tag == b"input" && value == b"off",
        b"type" => match tag {
            b"input" => matches!(value, b"search" | b"checkbox"),
            b"button" => matches!(value, b"button" | b"submit"),
            _ => false,
        },
        b"scope" => matches!(value, b"col" | b"row"),
        b"lang" => str::from_utf8(value).is_ok_and(super::tongue::tag::is_valid),
        b"role" => match value {
            b"note" | b"region" | b"group" => matches!(tag, b"div" | b"section"),
            b"doc-noteref" | b"doc-backlink" => tag == b"a",
            b"doc-endnotes" => tag == b"section",
            b"search" => tag == b"form",
            b"status" => tag == b"p",
            _ => false,
        },
        // A box that scrolls is reached by the keyboard, and is named by what stands in it.
        b"tabindex" | b"aria-labelledby" => tag == b"div" && !value.is_empty(),
        b"aria-label" => {
            matches!(tag, b"nav" | b"aside" | b"section" | b"a" | b"div")
                && str::from_utf8(value).is_ok_and(says_something)
        }
        b"aria-current" => matches!(value, b"page" | b"true") && matches!(tag, b"a" | b"span" | b"li"),
        _ => name.starts_with(b"data-"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{faults_of_piece, has_something_empty, is_plain};

    #[test]
    fn what_builds_write_most_is_plain() {
        for html in [
            "<h1>Money</h1><p class=lead>Ask <a href=\"../x/\">us</a>.</p><ul><li>one<li>two</ul>",
            "<ul class=\"links\"><li><a href=\"x\">One</a><p>two</p></li><li lang=\"cy\" dir=\"ltr\">Tri</li></ul>",
            "<table><thead><tr><th scope=\"col\">A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>",
            "<h2 id=\"a\"><bdi>ਪੰਜਾਬੀ</bdi></h2><img class=\"row\" src=\"a.png\" alt=\"\" width=\"1\" height=\"1\">",
            "<section class=\"narrow\" aria-label=\"Topics\"><details><summary>All</summary><p>a</p></details></section>",
            "<script type=\"application/ld+json\">{\"name\":\"1 < 2\"}</script><p>text</p>",
            "<form class=\"f\" hidden><fieldset><legend>A</legend><label><input type=\"checkbox\" value=\"1\"> One</label>\
             </fieldset><p role=\"status\" hidden>Shown <b></b><span hidden>none</span></p>\
             <button type=\"button\" hidden>Clear</button></form>",
            "<form role=\"search\"><label for=\"a\">Words</label><input id=\"a\" type=\"search\" name=\"q\" autocomplete=\"off\">\
             <button>Go</button><input id=\"b\" type=\"checkbox\"><label for=\"b\">Easy</label></form>\
             <script src=\"../a.js\" defer></script><p data-a=\"b\">c</p>",
            "<a href=\"#n\" class=\"back\" role=\"doc-backlink\" aria-label=\"Back to 1\">↩</a>",
        ] {
            assert!(is_plain(html), "{html}");
            assert_eq!(faults_of_piece(html).len(), 0, "{html}");
        }
    }

    #[test]
    fn texts_of_our_writer_are_looked_at_where_something_is_empty() {
        let page = "<article><header><h1>A</h1><p>b <em>c</em></p></header><p><a href=\"x\">d</a> e</p></article>";
        assert!(!has_something_empty(page));
        for empty in ["<h2><b></b></h2>", "<a href=\"x\"> </a>", "<a href=\"x\"></a>", "<tr></tr></thead></table>"] {
            assert!(has_something_empty(&page.replace("e</p>", &format!("</p>{empty}"))), "{empty}");
        }
    }

    #[test]
    fn what_the_rules_find_fault_with_is_never_plain() {
        for html in [
            "<a href=\"x\"></a>",
            "<a href=\"x\"><img src=\"a.png\" alt=\"\"></a>",
            "<h2> </h2>",
            "<h2>\u{a0}</h2>",
            "<img src=\"a.png\">",
            "<ul><div>one</div></ul>",
            "<table><thead><tr><th scope=\"col\">A</th></tr></thead></table>",
            "<table><tr><th>A</th></tr></table>",
            "<p lang=\"english\">hello</p>",
            "<div role=\"checkbox\">a</div>",
            "<span aria-label=\"a\">b</span>",
            "<div aria-hidden=\"true\"><a href=\"x\">b</a></div>",
            "<iframe src=\"a\"></iframe>",
            "<details><summary></summary>a</details>",
            "<form><button></button></form>",
            "<form><button type=\"button\"><span hidden>Go</span></button></form>",
            "<form><button>Go <a href=\"x\">on</a></button></form>",
            "<form><input type=\"checkbox\"> One</form>",
            "<form><label><input type=\"checkbox\"></label></form>",
            "<form><label>One <input type=\"checkbox\"><input id=\"b\" type=\"checkbox\"></label></form>",
            "<form><label for=\"a\">One <input type=\"checkbox\"></label></form>",
            "<form><label for=\"a\">One</label><input id=\"b\" type=\"search\"></form>",
            "<form><label for=\"a\"></label><input id=\"a\" type=\"search\"></form>",
            "<p id=\"a\">b</p><form><label for=\"a\">One</label><input id=\"a\" type=\"search\"></form>",
            "<form><input id=\"a\" type=\"text\" autocomplete=\"nonsense\"></form>",
            "<h2><span hidden>a</span></h2>",
        ] {
            assert!(!is_plain(html), "{html}");
            assert_ne!(faults_of_piece(html).len(), 0, "{html}");
        }
        for html in [
            "<",
            "<p",
            "<script type=\"application/ld+json\">",
            "<script type=\"application/ld+json\"></script><ul>a</ul>",
            "</a>",
            "<a href=\"x\">b",
            "<p title=\"a > b\">c</p>",
            "<ul>text</ul>",
            "<p hidden>a</p><form><label for=\"a\">One</label><input id=\"a\" type=\"search\"></form>",
            "<label>One <button>Go</button> <input type=\"checkbox\"></label>",
            "<ul><li hidden>a</ul>",
            "<script src=\"a.js\" type=\"module\"></script>",
            "<script>a</script>",
        ] {
            assert!(!is_plain(html), "{html}");
        }
    }
}
