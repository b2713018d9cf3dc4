//! Turns what the guide says of a finding, as text for a terminal, into a page of the preview.

use quick_xml::escape::escape;

use super::http::{HTML, Response};

/// A page with a title, headings, paragraphs and code: that is all that such a text has.
pub fn page(text: &str, own: &str) -> Response {
    let (title, rest) = text.split_once('\n').unwrap_or((text, ""));
    let title = escape(title);
    let rest = rest.trim_start_matches('=');
    let mut html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\"><title>{title}</title><link rel=\"stylesheet\" \
         href=\"/{own}dashboard.css\"></head><body><main><h1>{title}</h1>"
    );
    let mut open = "";
    for line in rest.lines() {
        let part = Part::of(line, open);
        if part.tag != open || part.tag == "h2" {
            html.push_str(&closed(open));
            html.push_str(&opened(part.tag));
        } else if !open.is_empty() {
            html.push('\n');
        }
        html.push_str(&escape(part.text));
        open = part.tag;
    }
    html.push_str(&closed(open));
    html.push_str("</main></body></html>");
    Response::new(200, HTML, html)
}

/// A line as a part of the page; an element goes on while lines of its kind follow.
struct Part<'a> {
    tag: &'static str,
    text: &'a str,
}

impl<'a> Part<'a> {
    fn of(line: &'a str, open: &'static str) -> Self {
        let code = line.strip_prefix("    ").map(|text| Self { tag: "pre", text });
        let heading = line.strip_prefix("## ").map(|text| Self { tag: "h2", text });
        let plain = match (line.trim().is_empty(), open) {
            (true, "pre") => Self { tag: "pre", text: "" },
            (true, _) => Self { tag: "", text: "" },
            (false, _) => Self { tag: "p", text: line },
        };
        code.or(heading).unwrap_or(plain)
    }
}

fn opened(tag: &str) -> String {
    match tag {
        "" => String::new(),
        "pre" => "<pre tabindex=\"0\"><code>".to_owned(),
        tag => format!("<{tag}>"),
    }
}

fn closed(tag: &str) -> String {
    match tag {
        "" => String::new(),
        "pre" => "</code></pre>".to_owned(),
        tag => format!("</{tag}>"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_a_page() {
        let text = "F1: <a>\n=======\n\nOne\ntwo.\n\n## How\n\n    a: 1\n\n    b: 2\n\nEnd.\n";
        let page = String::from_utf8(page(text, "own/").body).unwrap();
        let (_, main) = page.split_once("<main>").unwrap();
        assert_eq!(
            main,
            "<h1>F1: &lt;a&gt;</h1><p>One\ntwo.</p><h2>How</h2><pre tabindex=\"0\"><code>a: 1\n\nb: 2\n</code></pre><p>End.</p>\
             </main></body></html>"
        );
    }
}
