//! Turns texts and links of views into HTML, for templates: `{{ name | words }}`, `{{ link | goto }}`.
//!
//! What pages say most often is written here: a component of the template engine takes ten times as long as a filter.

use tera::value::Key;
use tera::{Error, Kwargs, Map, State, Tera, TeraResult, Value, escape_html};

/// Nearly all texts and links are shorter.
const USUAL: usize = 256;

/// A template engine that knows the filters.
pub fn engine() -> Tera {
    let mut tera = Tera::new();
    tera.register_filter("words", words);
    tera.register_filter("goto", goto);
    tera
}

/// A text that may be in another language than the page.
fn words(text: &Map, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let mut html = Vec::with_capacity(USUAL);
    if has(text, "lang") {
        html.extend(b"<span");
        said(text, &mut html)?;
        html.push(b'>');
        put(text, "text", &mut html)?;
        html.extend(b"</span>");
    } else {
        put(text, "text", &mut html)?;
    }
    finished(html)
}

/// A link that may be in another language, or text where it is the current one.
fn goto(link: &Map, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let mut html = Vec::with_capacity(USUAL);
    let is_current = has(link, "current");
    if is_current {
        html.extend(b"<span aria-current=\"page\"");
    } else {
        html.extend(b"<a href=\"");
        put(link, "href", &mut html)?;
        html.push(b'"');
    }
    said(link, &mut html)?;
    html.push(b'>');
    put(link, "title", &mut html)?;
    html.extend(if is_current { &b"</span>"[..] } else { b"</a>" });
    finished(html)
}

/// The attributes of a language and its direction, where there are any.
fn said(of: &Map, html: &mut Vec<u8>) -> TeraResult<()> {
    if has(of, "lang") {
        html.extend(b" lang=\"");
        put(of, "lang", html)?;
        html.push(b'"');
        if has(of, "dir") {
            html.extend(b" dir=\"");
            put(of, "dir", html)?;
            html.push(b'"');
        }
    }
    Ok(())
}

fn has(map: &Map, key: &'static str) -> bool {
    map.get(&Key::Str(key)).is_some_and(Value::is_truthy)
}

/// Writes a text with what HTML would read as markup escaped.
fn put(map: &Map, key: &'static str, html: &mut Vec<u8>) -> TeraResult<()> {
    let text = map.get(&Key::Str(key)).and_then(Value::as_str);
    let text = text.ok_or_else(|| Error::message(format!("the value has no text `{key}`")))?;
    escape_html(text, html)?;
    Ok(())
}

fn finished(html: Vec<u8>) -> TeraResult<Value> {
    let html = String::from_utf8(html).map_err(|problem| Error::message(problem.to_string()))?;
    Ok(Value::safe_string(&html))
}
