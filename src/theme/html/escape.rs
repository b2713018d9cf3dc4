//! Turns plain text into HTML text and attribute values.

/// Adds `text` where HTML expects text.
pub fn push_text(out: &mut String, text: &str) {
    push_escaped(out, text, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        _ => None,
    });
}

/// Adds `text` inside an attribute's double quotes.
pub fn push_attribute(out: &mut String, text: &str) {
    push_escaped(out, text, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        _ => None,
    });
}

/// Copies whole runs between the characters that `entity` replaces, all of them ASCII.
fn push_escaped(out: &mut String, text: &str, entity: impl Fn(u8) -> Option<&'static str>) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(entity) = entity(byte) {
            out.push_str(&text[from..at]);
            out.push_str(entity);
            from = at + 1;
        }
    }
    out.push_str(&text[from..]);
}
