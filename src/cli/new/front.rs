//! Turns a page's file into its front matter's lines, for another page to copy, and the place of its text.

use std::ops::Range;

/// A page's file, cut in two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<'a> {
    /// The lines between the two `---`.
    pub front: &'a str,
    /// The Markdown after them, in bytes of the file.
    pub body: Range<usize>,
}

impl<'a> Page<'a> {
    /// Cuts a file. Without front matter everything is body.
    pub fn of(text: &'a str) -> Self {
        let mut at = text.len() - text.trim_start_matches('\u{feff}').len();
        let mut front_at = None;
        for line in text[at..].split_inclusive('\n') {
            let fence = line.trim_end() == "---";
            match front_at {
                None if fence => front_at = Some(at + line.len()),
                None => break,
                Some(start) if fence => return Self { front: &text[start..at], body: at + line.len()..text.len() },
                Some(_) => {}
            }
            at += line.len();
        }
        Self { front: "", body: 0..text.len() }
    }

    /// The front matter's lines without some of its keys and what belongs to them, each with a plain line end.
    pub fn front_without(&self, keys: &[&str]) -> String {
        let mut kept = String::new();
        let mut keep = true;
        for line in self.front.lines() {
            if !line.starts_with([' ', '\t', '-', '#', '}', ']']) {
                keep = !keys.iter().any(|key| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(':')));
            }
            if keep {
                kept.push_str(line);
                kept.push('\n');
            }
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_cut_at_its_fences() {
        let text = "\u{feff}---\r\ntitle: A\r\n---\r\nHello\r\n---\r\n";
        let page = Page::of(text);
        assert_eq!(page.front, "title: A\r\n");
        assert_eq!(&text[page.body], "Hello\r\n---\r\n");
        let page = Page::of("Hello\n---\n");
        assert_eq!((page.front, page.body), ("", 0..10));
        assert_eq!(Page::of("---\ntitle: A\n").front, "");
    }

    #[test]
    fn a_key_goes_with_all_that_belongs_to_it() {
        let text =
            "---\ntitle: A\ntranslation:\n  of: [\"a\"]\n  by: human\naliases:\n- b\nsummary: C\ndrafty: x\n---\n";
        let kept = Page::of(text).front_without(&["translation", "aliases", "draft"]);
        assert_eq!(kept, "title: A\nsummary: C\ndrafty: x\n");
    }
}
