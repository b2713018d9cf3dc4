//! Turns a text that holds several files into a portal in memory or on disk.
//!
//! A line `--- content/pages/money.en.md` begins a file. In brackets after it stands what is special about the file:
//!
//! | word | means |
//! |---|---|
//! | `changed` | lines with `-` are taken out of the file that is there (the portal's, the theme's, the strings'), lines with `+` stand in their place |
//! | `removed` | the file is taken out |
//! | `escaped` | `\u{e000}` is that character, `\xff` that byte |
//! | `times 600` | the text stands there that often |
//! | `leads out`, `leads nowhere`, `pipe`, `name is no text` | no file, but something else with that name |

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use fingerpost::io::{EntryKind, MemoryFiles};

/// The portal that cases are laid over: two nations with a district each, two languages, two pages, a service.
pub const BASE: &str = include_str!("base.txt");

/// Files by path, and what stands there besides files.
#[derive(Clone, Default)]
pub struct Small {
    pub files: BTreeMap<String, Vec<u8>>,
    pub others: BTreeMap<String, EntryKind>,
}

impl Small {
    pub fn base() -> Self {
        Self::default().with(BASE)
    }

    /// Lays the files of `text` over these.
    pub fn with(mut self, text: &str) -> Self {
        for (head, body) in parts(text) {
            self.lay(head, body);
        }
        self
    }

    pub fn file(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), bytes.into());
        self
    }

    pub fn in_memory(&self) -> MemoryFiles {
        let files: MemoryFiles = self.files.iter().map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
        self.others.iter().fold(files, |files, (path, kind)| files.with_other(path.clone(), *kind))
    }

    /// Writes the files into a folder; what it held under these names is replaced.
    pub fn on_disk(&self, folder: &Path) {
        for (path, bytes) in &self.files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }

    fn lay(&mut self, head: &str, body: &str) {
        let (path, special) = head.split_once(" (").unwrap_or((head, ")"));
        let path = path.to_owned();
        let special = special.strip_suffix(')').unwrap_or_else(|| panic!("`{head}` has no closing bracket"));
        let other = match special {
            "leads out" => Some(EntryKind::Escape),
            "leads nowhere" => Some(EntryKind::Broken),
            "pipe" => Some(EntryKind::Special),
            "name is no text" => Some(EntryKind::NameNotText),
            _ => None,
        };
        if let Some(kind) = other {
            self.others.insert(path, kind);
            return;
        }
        let bytes = match special {
            "removed" => return assert!(self.files.remove(&path).is_some(), "there is no `{path}` to remove"),
            "" => body.as_bytes().to_vec(),
            "escaped" => unescape(body),
            "changed" => self.changed(&path, body).into_bytes(),
            times => {
                let number = times.strip_prefix("times ").and_then(|number| number.parse().ok());
                body.repeat(number.unwrap_or_else(|| panic!("`{special}` is not known"))).into_bytes()
            }
        };
        self.files.insert(path, bytes);
    }

    /// The file at `path` with the lines after `-` replaced by those after `+`, block by block.
    fn changed(&self, path: &str, body: &str) -> String {
        let own = self.files.get(path).cloned();
        let was = own.unwrap_or_else(|| fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap());
        let mut text = String::from_utf8(was).unwrap();
        for (out, put) in blocks(body) {
            assert!(out.is_empty() || text.contains(&out), "`{path}` does not hold:\n{out}");
            text = if out.is_empty() { text + &put } else { text.replacen(&out, &put, 1) };
        }
        text
    }
}

/// The blocks of a change: the lines after `-`, and those after `+` that stand in their place.
pub fn blocks(body: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let (mut out, mut put) = (String::new(), String::new());
    let mut lines = body.lines().peekable();
    while let Some(line) = lines.next() {
        let (sign, line_text) = line.split_at(1);
        let side = if sign == "-" { &mut out } else { &mut put };
        side.push_str(line_text);
        side.push('\n');
        if lines.peek().is_none_or(|next| next.starts_with('-') && sign == "+") {
            blocks.push((std::mem::take(&mut out), std::mem::take(&mut put)));
        }
    }
    blocks
}

/// The heads and bodies of a text's files.
pub fn parts(text: &str) -> Vec<(&str, &str)> {
    let mut parts: Vec<(&str, usize, usize)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        if let Some(head) = line.strip_prefix("--- ") {
            parts.push((head.trim_end(), end, end));
        } else if let Some((_, _, part_end)) = parts.last_mut() {
            *part_end = end;
        } else {
            assert!(line.trim().is_empty(), "`{line}` stands before the first file");
        }
        at = end;
    }
    parts.into_iter().map(|(head, start, end)| (head, &text[start..end])).collect()
}

/// Undoes `\u{...}` and `\x..`; everything else stays as it is.
pub fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        let after = &rest[at + 1..];
        if let Some((code, tail)) = after.strip_prefix("u{").and_then(|code| code.split_once('}')) {
            let c = char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
            bytes.extend_from_slice(c.to_string().as_bytes());
            rest = tail;
        } else if let Some(code) = after.strip_prefix('x') {
            bytes.push(u8::from_str_radix(&code[..2], 16).unwrap());
            rest = &code[2..];
        } else {
            bytes.push(b'\\');
            rest = after;
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}
