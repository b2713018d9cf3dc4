//! Turns the edits of `edits.txt` into changes of a portal on disk. Made twice, an edit is undone.
//!
//! `=== a title` begins an edit; in brackets after it stands what is special about it:
//!
//! | words | mean |
//! |---|---|
//! | `an error` | made alone, it is a mistake: nothing is published |
//! | `changes nothing` | made alone, it changes neither site nor findings |
//! | `times kept` | the file keeps its length and the time of its last change |
//!
//! Its files follow as in `src/load/written.rs`, but the texts after `-` and `+` need not be whole lines. Two more words may
//! stand after a path: `renamed`, with the new path below it, and `grey 90` for a picture of that grey.

use std::fs::{self, File};
use std::io::Cursor;
use std::path::Path;
use std::time::SystemTime;

use fingerpost::load::written::{blocks, parts, unescape};

use super::small::Small;

/// What somebody does to a portal's files.
pub struct Edit {
    pub name: &'static str,
    pub effect: Effect,
    keeps_times: bool,
    changes: Vec<Change>,
}

/// What comes of an edit that is made alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    Change,
    Nothing,
    Error,
}

struct Change {
    path: String,
    how: How,
}

enum How {
    Texts(Vec<(String, String)>),
    Whole(Vec<u8>),
    Removed,
    Renamed(String),
}

/// All edits, as they stand in the file.
pub fn all() -> Vec<Edit> {
    include_str!("edits.txt").split("=== ").skip(1).map(Edit::read).collect()
}

impl Edit {
    fn read(text: &'static str) -> Self {
        let (head, files) = text.split_once('\n').unwrap();
        let (name, special) = head.split_once(" (").unwrap_or((head, ")"));
        let effect = match special {
            "an error)" => Effect::Error,
            "changes nothing)" => Effect::Nothing,
            _ => Effect::Change,
        };
        let changes = parts(files).unwrap().into_iter().map(|(head, body)| Change::read(head, body)).collect();
        Self { name, effect, keeps_times: special == "times kept)", changes }
    }

    /// Makes the edit, or undoes it where it was made. Where other edits left nothing to change, nothing changes.
    pub fn make(&self, portal: &Path, base: &Small) {
        for change in &self.changes {
            let path = portal.join(&change.path);
            let before = fs::metadata(&path).ok();
            change.make(portal, base);
            if let Some(before) = before.filter(|_| self.keeps_times) {
                assert_eq!(fs::metadata(&path).unwrap().len(), before.len(), "`{}` changes a length", self.name);
                set_time(&path, before.modified().unwrap());
            }
        }
    }
}

impl Change {
    fn read(head: &str, body: &str) -> Self {
        let (path, special) = head.split_once(" (").unwrap_or((head, ")"));
        let how = match special.strip_suffix(')').unwrap() {
            "" => How::Whole(body.as_bytes().to_vec()),
            "escaped" => How::Whole(unescape(body).unwrap()),
            "removed" => How::Removed,
            "renamed" => How::Renamed(body.trim().to_owned()),
            "changed" => How::Texts(blocks(body).into_iter().map(trimmed).collect()),
            grey => How::Whole(picture(grey.strip_prefix("grey ").unwrap().parse().unwrap())),
        };
        Self { path: path.to_owned(), how }
    }

    fn make(&self, portal: &Path, base: &Small) {
        let path = portal.join(&self.path);
        match &self.how {
            How::Texts(texts) => exchange(portal, &self.path, texts),
            How::Whole(bytes) if read(&path).as_ref() != Some(bytes) => write(&path, bytes),
            How::Removed if path.exists() => fs::remove_file(&path).unwrap(),
            How::Whole(_) | How::Removed => restore(&path, base.files.get(&self.path)),
            How::Renamed(to) => match (path.exists(), portal.join(to)) {
                (true, to) if !to.exists() => fs::rename(&path, to).unwrap(),
                (false, to) if to.exists() => fs::rename(to, &path).unwrap(),
                _ => {}
            },
        }
    }
}

/// An addition at the end stays whole lines; anything else is a piece of text.
fn trimmed((out, put): (String, String)) -> (String, String) {
    assert!(!put.is_empty(), "nothing stands in the place of:\n{out}");
    if out.is_empty() {
        return (out, put);
    }
    (out.trim_end_matches('\n').to_owned(), put.trim_end_matches('\n').to_owned())
}

/// Puts one text in the other's place, forth or back. A file that the portal does not have is the program's own.
fn exchange(portal: &Path, path: &str, texts: &[(String, String)]) {
    let own = read(&portal.join(path)).or_else(|| read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path)));
    let Some(Ok(mut text)) = own.map(String::from_utf8) else { return };
    for (out, put) in texts {
        // One may hold the other, so the longer one is looked for first.
        let forth = if out.len() > put.len() { text.contains(out) } else { !text.contains(put) };
        text = match (forth, out.is_empty()) {
            (true, true) => text + put,
            (true, false) => text.replacen(out, put, 1),
            (false, _) => text.replacen(put, out, 1),
        };
    }
    write(&portal.join(path), text.as_bytes());
}

fn restore(path: &Path, bytes: Option<&Vec<u8>>) {
    match bytes {
        Some(bytes) => write(path, bytes),
        None => fs::remove_file(path).unwrap(),
    }
}

fn read(path: &Path) -> Option<Vec<u8>> {
    path.exists().then(|| fs::read(path).unwrap())
}

/// Writes a file if it is to hold something else; what is not edited keeps its times.
pub fn write(path: &Path, bytes: &[u8]) {
    if read(path).is_none_or(|before| before != bytes) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

pub fn set_time(path: &Path, time: SystemTime) {
    File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

/// A small picture of one grey.
pub fn picture(grey: u8) -> Vec<u8> {
    let mut png = Cursor::new(Vec::new());
    image::GrayImage::from_pixel(24, 16, image::Luma([grey])).write_to(&mut png, image::ImageFormat::Png).unwrap();
    png.into_inner()
}
