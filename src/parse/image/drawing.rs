//! Turns the text of a drawing (SVG) into a yes, or into what in it is more than shapes.
//!
//! A page shows a drawing as an image, in which no browser runs a script or fetches a file. But the file has an address
//! of its own on the portal's host, and there it would do both.

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::Unfit;

/// Elements that do something, or that hold another document.
const ACTIVE: [&str; 9] =
    ["script", "handler", "listener", "foreignobject", "iframe", "object", "embed", "audio", "video"];

/// Kinds of pictures that may lie in a drawing itself.
const WITHIN: [&str; 5] =
    ["data:image/png", "data:image/jpeg", "data:image/webp", "data:image/gif", "data:application/font"];

/// Whether it is a drawing, and of shapes alone.
///
/// # Errors
/// The first thing that it is or does instead.
pub fn look(text: &str) -> Result<(), Unfit> {
    let mut reader = Reader::from_str(text);
    let mut open = 0_usize;
    let mut in_style = false;
    let mut begun = false;
    loop {
        let event = reader.read_event().map_err(|error| broken(&error.to_string()))?;
        match &event {
            Event::Start(element) | Event::Empty(element) => {
                if !begun && element.local_name().as_ref() != "svg" {
                    return Err(broken("its first element is not `svg`"));
                }
                if begun && open == 0 {
                    return Err(broken("there is more after its end"));
                }
                begun = true;
                see(element)?;
                let is_open = matches!(event, Event::Start(_));
                open += usize::from(is_open);
                in_style = is_open && element.local_name().as_ref().eq_ignore_ascii_case("style");
            }
            Event::End(_) => {
                open = open.saturating_sub(1);
                in_style = false;
            }
            Event::Text(text) if in_style => style(text)?,
            Event::CData(text) if in_style => style(text)?,
            Event::DocType(kind) if kind.contains('[') => return Err(active("defines words of its own (`<!DOCTYPE`)")),
            Event::PI(_) => return Err(active("asks for another file (`<?`)")),
            Event::Eof => break,
            _ => {}
        }
    }
    match (begun, open) {
        (true, 0) => Ok(()),
        (true, _) => Err(broken("it breaks off")),
        (false, _) => Err(broken("there is no `svg` in it")),
    }
}

fn broken(why: &str) -> Unfit {
    Unfit::NotAnImage(format!("cannot be read as a drawing: {why}"))
}

fn active(what: &str) -> Unfit {
    Unfit::Active(what.to_owned())
}

fn see(element: &BytesStart<'_>) -> Result<(), Unfit> {
    let name = element.local_name().as_ref().to_ascii_lowercase();
    if ACTIVE.contains(&&*name) {
        return Err(Unfit::Active(format!("holds `<{name}>`")));
    }
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|error| broken(&error.to_string()))?;
        see_attribute(&name, &attribute)?;
    }
    Ok(())
}

fn see_attribute(element: &str, attribute: &Attribute<'_>) -> Result<(), Unfit> {
    let key = attribute.key.local_name().as_ref().to_ascii_lowercase();
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| broken(&error.to_string()))?;
    if key.starts_with("on") {
        return Err(Unfit::Active(format!("does something by itself (`{key}`)")));
    }
    // An animation may change where a link leads.
    if key == "attributename" && value.to_ascii_lowercase().ends_with("href") {
        return Err(active("changes where a link leads"));
    }
    match key.as_str() {
        "href" | "src" if element == "a" => link(&value),
        "href" | "src" => fetched(&value),
        _ => style(&value),
    }
}

/// Where a link in a drawing may lead; nobody can follow it in an image.
fn link(address: &str) -> Result<(), Unfit> {
    let good = ["https://", "http://", "#"].iter().any(|start| address.trim().starts_with(start));
    if good { Ok(()) } else { Err(Unfit::Active(format!("links to `{}`", start_of(address)))) }
}

fn fetched(address: &str) -> Result<(), Unfit> {
    let address = address.trim();
    let is_within = |start: &&str| address.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start));
    if address.is_empty() || address.starts_with('#') || WITHIN.iter().any(is_within) {
        return Ok(());
    }
    Err(Unfit::Active(format!("shows `{}`, which is another file", start_of(address))))
}

/// What a style, or an attribute that may be one, fetches.
fn style(text: &str) -> Result<(), Unfit> {
    let text = text.to_ascii_lowercase();
    if text.contains("@import") {
        return Err(active("loads a style sheet (`@import`)"));
    }
    // A backslash may hide the letters of `url`; no drawing program writes one.
    if text.contains('\\') && text.contains('(') {
        return Err(active("hides what its style does (`\\`)"));
    }
    text.split("url(").skip(1).try_for_each(|rest| {
        let address = rest.split(')').next().unwrap_or_default();
        fetched(address.trim().trim_matches(['"', '\'']))
    })
}

/// Enough of an address to find it by.
fn start_of(address: &str) -> String {
    let start: String = address.chars().take(60).collect();
    if start.len() < address.len() { format!("{start}...") } else { start }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(inner: &str) -> String {
        let text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\">{inner}</svg>");
        look(&text).map_or_else(|unfit| unfit.why().to_owned(), |()| "good".to_owned())
    }

    #[test]
    fn shapes_are_good() {
        for inner in [
            "<path d=\"M0 0h8\"/>",
            "<defs><linearGradient id=\"a\"/></defs><rect fill=\"url(#a)\" width=\"8\" height=\"8\"/>",
            "<style>.a{fill:#fff}</style><use href=\"#a\"/><title>A phone</title>",
            "<image href=\"data:image/png;base64,AAAA\"/>",
            "<a href=\"https://carers.example.org\"><path d=\"M0 0\"/></a>",
            "<!-- <script> --><text>on</text><metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/\"/></metadata>",
        ] {
            assert_eq!(verdict(inner), "good", "{inner}");
        }
        let whole = "\u{feff}<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"a\" \"b\"><svg:svg xmlns:svg=\"x\"/>";
        assert_eq!(look(whole), Ok(()));
    }

    #[test]
    fn what_is_more_than_shapes_is_named() {
        for (inner, why) in [
            ("<script>alert(1)</script>", "holds `<script>`"),
            ("<g><SCRIPT href=\"#a\"/></g>", "holds `<script>`"),
            ("<foreignObject><p/></foreignObject>", "holds `<foreignobject>`"),
            ("<path onload=\"x()\"/>", "does something by itself (`onload`)"),
            ("<image href=\"https://a.example/b.png\"/>", "shows `https://a.example/b.png`, which is another file"),
            ("<use xlink:href=\"other.svg#a\"/>", "shows `other.svg#a`, which is another file"),
            ("<image href=\"data:text/html,a\"/>", "shows `data:text/html,a`, which is another file"),
            ("<image href=\"data:image/svg+xml,a\"/>", "shows `data:image/svg+xml,a`, which is another file"),
            ("<rect style=\"fill:url('https://a.example/')\"/>", "shows `https://a.example/`, which is another file"),
            ("<style>@import 'a.css';</style>", "loads a style sheet (`@import`)"),
            ("<style><![CDATA[a{b:url(c.png)}]]></style>", "shows `c.png`, which is another file"),
            ("<style>a{b:u\\72l(c.png)}</style>", "hides what its style does (`\\`)"),
            ("<a href=\"java&#115;cript:x()\"/>", "links to `javascript:x()`"),
            ("<a><set attributeName=\"xlink:href\" to=\"javascript:x()\"/></a>", "changes where a link leads"),
        ] {
            assert_eq!(verdict(inner), why, "{inner}");
        }
        let entity = "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>";
        assert!(matches!(look(entity), Err(Unfit::Active(_))));
        assert!(matches!(look("<?xml-stylesheet href='a.css'?><svg/>"), Err(Unfit::Active(_))));
    }

    #[test]
    fn what_is_no_drawing_is_told_wherever_it_is_cut_off() {
        let whole = "<svg viewBox=\"0 0 8 8\"><g fill=\"#fff\"><path d=\"M0 0\"/></g></svg>";
        assert_eq!(look(whole), Ok(()));
        for end in 0..whole.len() {
            assert!(matches!(look(&whole[..end]), Err(Unfit::NotAnImage(_))), "{}", &whole[..end]);
        }
        assert!(matches!(look("<html><svg/></html>"), Err(Unfit::NotAnImage(_))));
        assert!(matches!(look("<svg/><svg/>"), Err(Unfit::NotAnImage(_))));
        assert!(matches!(look("Not Found"), Err(Unfit::NotAnImage(_))));
        assert!(matches!(look("<svg><g></svg>"), Err(Unfit::NotAnImage(_))));
    }
}
