//! Turns plain text into text that is safe in HTML and between the quotes of an attribute.

/// Adds `text` where HTML expects text.
pub fn push_text(out: &mut String, text: &str) {
    runs(text, |byte| entity(byte).filter(|_| byte != b'"' && byte != b'\''), |run| out.push_str(run));
}

/// Adds `text` inside an attribute's double quotes.
pub fn push_attribute(out: &mut String, text: &str) {
    runs(text, |byte| entity(byte).filter(|_| byte != b'\''), |run| out.push_str(run));
}

/// Adds `text` where a template may have put either kind of quotes around it, or none.
pub fn escape_into(text: &str, html: &mut Vec<u8>) {
    runs(text, entity, |run| html.extend_from_slice(run.as_bytes()));
}

fn entity(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\'' => Some("&#39;"),
        _ => None,
    }
}

/// Hands on whole runs between the characters that `entity` replaces, all of them ASCII.
fn runs(text: &str, entity: impl Fn(u8) -> Option<&'static str>, mut push: impl FnMut(&str)) {
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(entity) = entity(byte) {
            push(&text[copied..at]);
            push(entity);
            copied = at + 1;
        }
    }
    push(&text[copied..]);
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
        let mut bytes = Vec::new();
        escape_into("a<b>&\"'ü", &mut bytes);
        assert_eq!(bytes, "a&lt;b&gt;&amp;&quot;&#39;ü".as_bytes());
    }
}
