//! Turns a text that holds several files into a portal in memory: examples and tests are written so.
//!
//! A line `--- content/pages/money.en.md` begins a file. In brackets after it stands what is special about the file:
//!
//! | word | means |
//! |---|---|
//! | `changed` | lines with `-` are taken out of the file that is there (the portal's, the theme's, the strings'), lines with `+` stand in their place |
//! | `removed` | what stands there is taken out |
//! | `escaped` | `\u{e000}` is that character, `\xff` that byte |
//! | `times 600` | the text stands there that often |
//! | `leads out`, `leads nowhere`, `pipe`, `name is no text` | no file, but something else with that name |

use std::collections::BTreeMap;

use super::embedded;
use crate::io::{EntryKind, MemoryFiles};

/// Files by path, and what stands there besides files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub files: BTreeMap<String, Vec<u8>>,
    pub others: BTreeMap<String, EntryKind>,
}

impl Written {
    /// Lays the files of `text` over these.
    ///
    /// # Errors
    /// Says what in the text makes no sense.
    pub fn with(mut self, text: &str) -> Result<Self, String> {
        for (head, body) in parts(text)? {
            self.lay(head, body)?;
        }
        Ok(self)
    }

    pub fn in_memory(&self) -> MemoryFiles {
        let files: MemoryFiles = self.files.iter().map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
        self.others.iter().fold(files, |files, (path, kind)| files.with_other(path.clone(), *kind))
    }

    /// A file of these, or else of the theme and the strings that the program carries.
    pub fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        let carried = || embedded::files().into_iter().find(|(carried, _)| carried == path);
        self.files.get(path).cloned().or_else(|| carried().map(|(_, bytes)| bytes.into_owned()))
    }

    fn lay(&mut self, head: &str, body: &str) -> Result<(), String> {
        let (path, special) = head.split_once(" (").unwrap_or((head, ")"));
        let path = path.to_owned();
        let special = special.strip_suffix(')').ok_or_else(|| format!("`{head}` has no closing bracket"))?;
        if let Some(kind) = other(special) {
            self.others.insert(path, kind);
            return Ok(());
        }
        let bytes = match special {
            "removed" => {
                let was_there = self.files.remove(&path).is_some() || self.others.remove(&path).is_some();
                return if was_there { Ok(()) } else { Err(format!("there is no `{path}` to remove")) };
            }
            "" => body.as_bytes().to_vec(),
            "escaped" => unescape(body)?,
            "changed" => self.changed(&path, body)?.into_bytes(),
            times => {
                let number = times.strip_prefix("times ").map(str::parse);
                let Some(Ok(number)) = number else { return Err(format!("`{special}` is not known")) };
                body.repeat(number).into_bytes()
            }
        };
        self.files.insert(path, bytes);
        Ok(())
    }

    /// The file at `path` with the lines after `-` replaced by those after `+`, block by block.
    fn changed(&self, path: &str, body: &str) -> Result<String, String> {
        let was = self.bytes(path).ok_or_else(|| format!("there is no `{path}` to change"))?;
        let mut text = String::from_utf8(was).map_err(|_| format!("`{path}` is no text"))?;
        for (out, put) in blocks(body) {
            if !out.is_empty() && !text.contains(&out) {
                return Err(format!("`{path}` does not hold:\n{out}"));
            }
            text = if out.is_empty() { text + &put } else { text.replacen(&out, &put, 1) };
        }
        Ok(text)
    }
}

fn other(special: &str) -> Option<EntryKind> {
    match special {
        "leads out" => Some(EntryKind::Escape),
        "leads nowhere" => Some(EntryKind::Broken),
        "pipe" => Some(EntryKind::Special),
        "name is no text" => Some(EntryKind::NameNotText),
        _ => None,
    }
}

/// The blocks of a change: the lines after `-`, and those after `+` that stand in their place.
pub fn blocks(body: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let (mut out, mut put) = (String::new(), String::new());
    let mut lines = body.lines().peekable();
    while let Some(line) = lines.next() {
        let (side, line_text) = match line.strip_prefix('-') {
            Some(text) => (&mut out, text),
            None => (&mut put, line.strip_prefix('+').unwrap_or(line)),
        };
        side.push_str(line_text);
        side.push('\n');
        if lines.peek().is_none_or(|next| next.starts_with('-') && !line.starts_with('-')) {
            blocks.push((std::mem::take(&mut out), std::mem::take(&mut put)));
        }
    }
    blocks
}

/// The heads and bodies of a text's files.
///
/// # Errors
/// Names a line that stands before the first file.
pub fn parts(text: &str) -> Result<Vec<(&str, &str)>, String> {
    let mut parts: Vec<(&str, usize, usize)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        if let Some(head) = line.strip_prefix("--- ") {
            parts.push((head.trim_end(), end, end));
        } else if let Some((_, _, part_end)) = parts.last_mut() {
            *part_end = end;
        } else if !line.trim().is_empty() {
            return Err(format!("`{line}` stands before the first file"));
        }
        at = end;
    }
    Ok(parts.into_iter().map(|(head, start, end)| (head, &text[start..end])).collect())
}

/// Undoes `\u{...}` and `\x..`; everything else stays as it is.
///
/// # Errors
/// Names a number that is none.
pub fn unescape(text: &str) -> Result<Vec<u8>, String> {
    let number = |digits: &str| u32::from_str_radix(digits, 16).map_err(|_| format!("`{digits}` is no number"));
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        let after = &rest[at + 1..];
        if let Some((code, tail)) = after.strip_prefix("u{").and_then(|code| code.split_once('}')) {
            let character = char::from_u32(number(code)?).ok_or_else(|| format!("`{code}` is no character"))?;
            bytes.extend_from_slice(character.to_string().as_bytes());
            rest = tail;
        } else if let Some((code, tail)) = after.strip_prefix('x').and_then(|code| code.split_at_checked(2)) {
            bytes.push(u8::from_str_radix(code, 16).map_err(|_| format!("`{code}` is no byte"))?);
            rest = tail;
        } else {
            bytes.push(b'\\');
            rest = after;
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Result<String, String> {
        let written = Written::default().with(text)?;
        let files = written.files.iter().map(|(path, bytes)| format!("{path}: {:?}", String::from_utf8_lossy(bytes)));
        let others = written.others.iter().map(|(path, kind)| format!("{path}: {kind:?}"));
        Ok(files.chain(others).collect::<Vec<_>>().join("\n"))
    }

    #[test]
    fn files_are_laid_over_each_other() {
        let first = "--- a.md\none\ntwo\n--- b.md (times 2)\nx\n--- c (pipe)\n";
        assert_eq!(written(first).unwrap(), "a.md: \"one\\ntwo\\n\"\nb.md: \"x\\nx\\n\"\nc: Special");
        let changed = format!("{first}--- a.md (changed)\n-two\n+2\n+3\n--- b.md (removed)\n--- c (removed)\n");
        assert_eq!(written(&changed).unwrap(), "a.md: \"one\\n2\\n3\\n\"");
        assert_eq!(written("--- a (escaped)\n\\u{e9}\\x41\\n\n").unwrap(), "a: \"éA\\\\n\\n\"");
    }

    #[test]
    fn what_makes_no_sense_is_said() {
        for (text, said) in [
            ("a\n", "`a\n` stands before the first file"),
            ("--- a (gone\n", "`a (gone` has no closing bracket"),
            ("--- a (removed)\n", "there is no `a` to remove"),
            ("--- a (changed)\n+x\n", "there is no `a` to change"),
            ("--- a\nx\n--- a (changed)\n-y\n", "`a` does not hold:\ny\n"),
            ("--- a (thrice)\n", "`thrice` is not known"),
            ("--- a (escaped)\n\\u{d800}", "`d800` is no character"),
        ] {
            assert_eq!(written(text).unwrap_err(), said);
        }
    }

    #[test]
    fn the_embedded_files_can_be_changed() {
        let changed = Written::default().with("--- locales/en.ftl (changed)\n+more = More\n").unwrap();
        assert!(String::from_utf8_lossy(&changed.files["locales/en.ftl"]).ends_with("more = More\n"));
    }
}
