//! Turns texts and links of views into HTML, for templates: `{{ name | words }}`, `{{ link | goto }}`.
//!
//! What pages say most often is written here: a component of the template engine takes ten times as long as a filter.

use tera::value::Key;
use tera::{Error, Kwargs, Map, State, Tera, TeraResult, Value};

use super::escape::push_anywhere;

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
    let mut html = String::with_capacity(USUAL);
    if has(text, "lang") {
        html.push_str("<span");
        said(text, &mut html)?;
        html.push('>');
        put(text, "text", &mut html)?;
        html.push_str("</span>");
    } else {
        put(text, "text", &mut html)?;
    }
    Ok(Value::safe_string(&html))
}

/// A link that may be in another language, or text where it is the current one.
fn goto(link: &Map, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let mut html = String::with_capacity(USUAL);
    let is_current = has(link, "current");
    if is_current {
        html.push_str("<span aria-current=\"page\"");
    } else {
        html.push_str("<a href=\"");
        put(link, "href", &mut html)?;
        html.push('"');
    }
    said(link, &mut html)?;
    html.push('>');
    put(link, "title", &mut html)?;
    html.push_str(if is_current { "</span>" } else { "</a>" });
    Ok(Value::safe_string(&html))
}

/// The attributes of a language and its direction, where there are any.
fn said(of: &Map, html: &mut String) -> TeraResult<()> {
    if has(of, "lang") {
        html.push_str(" lang=\"");
        put(of, "lang", html)?;
        html.push('"');
        if has(of, "dir") {
            html.push_str(" dir=\"");
            put(of, "dir", html)?;
            html.push('"');
        }
    }
    Ok(())
}

fn has(map: &Map, key: &'static str) -> bool {
    map.get(&Key::Str(key)).is_some_and(Value::is_truthy)
}

/// Writes a text with what HTML would read as markup escaped.
fn put(map: &Map, key: &'static str, html: &mut String) -> TeraResult<()> {
    let text = map.get(&Key::Str(key)).and_then(Value::as_str);
    let text = text.ok_or_else(|| Error::message(format!("the value has no text `{key}`")))?;
    push_anywhere(html, text);
    Ok(())
}

#[cfg(test)]
mod tests {
    use tera::Context;

    use super::*;

    fn render(template: &str, value: &serde_json::Value) -> Result<String, String> {
        let mut tera = engine();
        tera.add_raw_template("test.html", template).unwrap();
        let context = Context::from_serialize(&serde_json::json!({ "x": value })).unwrap();
        tera.render("test.html", &context).map_err(|error| error.to_string())
    }

    #[test]
    fn a_text_names_its_language_only_where_it_is_another() {
        let own = serde_json::json!({ "text": "Tea & <b>", "lang": null, "dir": null });
        assert_eq!(render("{{ x | words }}", &own).unwrap(), "Tea &amp; &lt;b&gt;");
        let other = serde_json::json!({ "text": "مدد", "lang": "ur", "dir": "rtl" });
        assert_eq!(render("{{ x | words }}", &other).unwrap(), "<span lang=\"ur\" dir=\"rtl\">مدد</span>");
    }

    #[test]
    fn the_current_link_is_text() {
        let link = |current: bool, lang: Option<&str>| serde_json::json!({ "title": "A \"b\"", "href": "../a?b&c", "lang": lang, "dir": lang.map(|_| "ltr"), "current": current });
        let goto = |link| render("{{ x | goto }}", &link).unwrap();
        assert_eq!(goto(link(false, None)), "<a href=\"../a?b&amp;c\">A &quot;b&quot;</a>");
        assert_eq!(
            goto(link(true, Some("cy"))),
            "<span aria-current=\"page\" lang=\"cy\" dir=\"ltr\">A &quot;b&quot;</span>"
        );
    }

    #[test]
    fn what_is_no_text_is_a_mistake() {
        assert!(render("{{ x | words }}", &serde_json::json!("a")).is_err());
        assert!(render("{{ x | words }}", &serde_json::json!({ "name": "a" })).is_err());
    }
}
