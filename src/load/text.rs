//! Turns the bytes of a text file into text, or says why they are none.

use std::sync::Arc;

use crate::diag::{Code, Finding, Place};

/// Endings of the files that are read as text.
const TEXT_ENDINGS: [&str; 10] = ["md", "yaml", "yml", "ftl", "html", "css", "js", "svg", "json", "typ"];

/// Whether a file with this name is read as text.
pub fn is_text(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, ending)| TEXT_ENDINGS.iter().chain(&["txt"]).any(|known| known.eq_ignore_ascii_case(ending)))
}

/// The text of a file and what is wrong with it; no text if the bytes are not UTF-8.
///
/// Characters from U+E000 to U+F8FF have no meaning of their own: fonts disagree about them (Word leaves U+F0B7 where a
/// bullet was), and some of them stand for values while Markdown is read. They are findings, and become U+FFFD, which
/// takes as many bytes, so that every offset stays that of the file.
pub fn decode(path: &Arc<str>, bytes: &[u8]) -> (Option<Arc<str>>, Option<Finding>) {
    let text = match simdutf8::basic::from_utf8(bytes) {
        Ok(text) if memchr::memchr(0, bytes).is_none() => text,
        _ => return (None, not_utf8(path, bytes)),
    };
    // The first byte of a private character is one of two, and few other characters begin with them.
    if memchr::memchr2(0xEE, 0xEF, bytes).is_none() {
        return (Some(text.into()), None);
    }
    let mut private = text.char_indices().filter(|(_, found)| is_private(*found));
    let Some((at, first)) = private.next() else { return (Some(text.into()), None) };
    let rest = private.count();
    let more = if rest == 0 { String::new() } else { format!(", and {rest} more like it") };
    let finding = Finding::new(
        Code::PrivateCharacter,
        format!("the character `U+{:04X}` has no meaning that readers share{more}", u32::from(first)),
    )
    .at(Place::bytes(path, at..at + first.len_utf8()))
    .help("delete it or type the character you mean; it often comes from a bullet or symbol pasted from Word");
    (Some(text.replace(is_private, "\u{FFFD}").into()), Some(finding))
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}')
}

fn not_utf8(path: &Arc<str>, bytes: &[u8]) -> Option<Finding> {
    let message = if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        "this file is saved as UTF-16, which cannot be read".to_owned()
    } else if let Err(error) = str::from_utf8(bytes) {
        format!("line {} holds a character that is not saved as UTF-8", line_of(bytes, error.valid_up_to()))
    } else if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        // Plain English in UTF-16 without a mark at its start is valid UTF-8: every other byte is zero.
        format!("line {} holds a zero byte, so this is not text saved as UTF-8", line_of(bytes, at))
    } else {
        return None;
    };
    Some(
        Finding::new(Code::NotUtf8, message)
            .at(Place::file(path))
            .help("save as UTF-8: in the editor, choose `Save as` and the encoding UTF-8"),
    )
}

/// The line, counted from 1, on which a byte lies.
fn line_of(bytes: &[u8], at: usize) -> usize {
    1 + bytes[..at].iter().filter(|byte| **byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8]) -> String {
        let (text, finding) = decode(&Arc::from("a.md"), bytes);
        match (text, finding) {
            (Some(text), None) => format!("text {text}"),
            (text, Some(finding)) => format!(
                "{} {}{}",
                finding.code.id(),
                finding.message,
                text.map(|text| format!(" | {text}")).unwrap_or_default()
            ),
            (None, None) => "nothing".to_owned(),
        }
    }

    #[test]
    fn text_is_kept_with_its_mark() {
        assert_eq!(check("łódź ਪੰਜਾਬੀ\n".as_bytes()), "text łódź ਪੰਜਾਬੀ\n");
        assert_eq!(check(b"\xEF\xBB\xBFa"), "text \u{FEFF}a");
        assert_eq!(check(b""), "text ");
    }

    #[test]
    fn other_encodings() {
        assert_eq!(check(b"one\ntwo\xA3\n"), "I001 line 2 holds a character that is not saved as UTF-8");
        assert_eq!(check(b"\xFF\xFEa\0"), "I001 this file is saved as UTF-16, which cannot be read");
        assert_eq!(check(b"\xFE\xFF\0a"), "I001 this file is saved as UTF-16, which cannot be read");
        assert_eq!(check(b"a\0b\0"), "I001 line 1 holds a zero byte, so this is not text saved as UTF-8");
    }

    #[test]
    fn private_characters() {
        assert_eq!(
            check("a\u{F0B7}b\u{E000}".as_bytes()),
            "I002 the character `U+F0B7` has no meaning that readers share, and 1 more like it | a\u{FFFD}b\u{FFFD}"
        );
        assert_eq!(check("\u{F900}\u{DFF}".as_bytes()), "text \u{F900}\u{DFF}");
    }

    #[test]
    fn endings() {
        assert!(is_text("content/a.MD") && is_text("a/b.en.md") && is_text("readme.txt"));
        assert!(!is_text("content/md") && !is_text("a.png") && !is_text("a.md/photo"));
    }
}
