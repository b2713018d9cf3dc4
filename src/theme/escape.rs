//! Turns plain text into text that is safe in HTML and between the quotes of an attribute.

use memchr::{memchr2, memchr3};

/// Adds `text` where HTML expects text.
pub fn push_text(html: &mut String, text: &str) {
    push(html, text, |rest| memchr3(b'&', b'<', b'>', rest));
}

/// Adds `text` inside an attribute's double quotes.
pub fn push_attribute(html: &mut String, text: &str) {
    push(html, text, |rest| first(rest, memchr3(b'&', b'<', b'>', rest), |rest| memchr::memchr(b'"', rest)));
}

/// Adds `text` where a template may have put either kind of quotes around it, or none.
pub fn push_anywhere(html: &mut String, text: &str) {
    push(html, text, |rest| first(rest, memchr3(b'&', b'<', b'>', rest), |rest| memchr2(b'"', b'\'', rest)));
}

/// Copies whole runs up to the next character that `find` finds, all of them ASCII. Most texts are one run.
fn push(html: &mut String, text: &str, find: impl Fn(&[u8]) -> Option<usize>) {
    let mut rest = text;
    while let Some(at) = find(rest.as_bytes()) {
        html.push_str(&rest[..at]);
        html.push_str(entity(rest.as_bytes()[at]));
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}

/// What `find` finds before `found`, or else `found`.
fn first(rest: &[u8], found: Option<usize>, find: impl Fn(&[u8]) -> Option<usize>) -> Option<usize> {
    find(&rest[..found.unwrap_or(rest.len())]).or(found)
}

fn entity(byte: u8) -> &'static str {
    match byte {
        b'&' => "&amp;",
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'"' => "&quot;",
        _ => "&#39;",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_escapes_what_would_end_it() {
        let write = |push: fn(&mut String, &str)| {
            let mut out = String::new();
            push(&mut out, "a<b>&\"'ü");
            out
        };
        assert_eq!(write(push_text), "a&lt;b&gt;&amp;\"'ü");
        assert_eq!(write(push_attribute), "a&lt;b&gt;&amp;&quot;'ü");
        assert_eq!(write(push_anywhere), "a&lt;b&gt;&amp;&quot;&#39;ü");
    }
}
