//! Turns plain text into text that is safe in HTML and between the quotes of an attribute.

/// Appends `text` with `& < > " '` as entities.
pub fn escape_into(text: &str, html: &mut Vec<u8>) {
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        html.extend_from_slice(&text.as_bytes()[copied..at]);
        html.extend_from_slice(entity.as_bytes());
        copied = at + 1;
    }
    html.extend_from_slice(&text.as_bytes()[copied..]);
}
