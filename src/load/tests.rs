//! Turns small portals in memory into sources, to see what is taken and what is found.

use super::*;
use crate::io::MemoryFiles;

fn check(files: &MemoryFiles) -> String {
    let loaded = load(files, &Known::default()).unwrap();
    let mut lines: Vec<String> = loaded
        .value
        .sources
        .files
        .values()
        .filter(|source| source.path.starts_with("content/") || source.path.contains("own"))
        .map(|source| match &source.body {
            SourceBody::Text(text) => format!("{} text {text}", source.path),
            SourceBody::Bytes(bytes) => format!("{} bytes {}", source.path, bytes.len()),
            SourceBody::OnDisk { len } => format!("{} on disk {len}", source.path),
            SourceBody::Unread { len } => format!("{} unread {len}", source.path),
        })
        .collect();
    lines.extend(loaded.findings.iter().map(|finding| {
        let place = finding.place.as_ref().map_or("", |place| &place.file);
        format!("{} {place}: {}", finding.code.id(), finding.message)
    }));
    lines.join("\n")
}

#[test]
fn kinds_of_files() {
    let files = MemoryFiles::default()
        .with("content/portal.yaml", "name: a")
        .with("content/pictures/cup.png", vec![0u8, 159])
        .with("content/pictures/cup.svg", "<svg/>")
        .with("content/static/form.pdf", vec![0u8; 70])
        .with("content/static/old.txt", b"\xA3".to_vec())
        .with("content/static/logo.svg", "<svg/>")
        .with("content/.drafts/a.md", "hidden")
        .with("themes/own/theme.yaml", "a: b")
        .with("src/own.rs", "no source");
    assert_eq!(
        check(&files),
        "content/pictures/cup.png bytes 2
content/pictures/cup.svg text <svg/>
content/portal.yaml text name: a
content/static/form.pdf on disk 70
content/static/logo.svg text <svg/>
content/static/old.txt on disk 1
themes/own/theme.yaml text a: b"
    );
}

#[test]
fn what_cannot_be_used_is_found_and_left_out() {
    let files = MemoryFiles::default()
        .with("content/a.md", b"caf\xE9".to_vec())
        .with_other("content/b.md", EntryKind::Escape)
        .with_other("content/c.md", EntryKind::Broken)
        .with_other("content/d", EntryKind::Special)
        .with_other("content/e\u{FFFD}", EntryKind::NameNotText)
        .with("content/f.md", vec![b'a'; (8 << 20) + 1])
        .with("content/static/g.mp4", vec![b'a'; (64 << 20) + 1])
        .with("content/h.md", "a");
    assert_eq!(
        check(&files),
        "content/h.md text a
I001 content/a.md: line 1 holds a character that is not saved as UTF-8
I003 content/b.md: this is a link to a place outside the portal, and is not followed
I010 content/c.md: this is a link to something that is not there, or to a folder around itself
I005 content/d: this is neither a file nor a folder, and is left out
I009 content/e\u{FFFD}: this name has characters that are not saved as UTF-8, so it is left out
I004 content/f.md: the file is larger than 8 MB and is left out
I004 content/static/g.mp4: the file is larger than 64 MB and is left out"
    );
}

#[test]
fn the_largest_files_are_taken() {
    let files = MemoryFiles::default().with("content/static/g.mp4", vec![b'a'; 64 << 20]);
    assert_eq!(check(&files), format!("content/static/g.mp4 on disk {}", 64 << 20));
}

#[test]
fn own_files_lie_over_embedded_ones() {
    let embedded = load(&MemoryFiles::default(), &Known::default()).unwrap().value.sources;
    for path in embedded.files.keys() {
        let files = MemoryFiles::default().with(&**path, "own");
        let loaded = load(&files, &Known::default()).unwrap();
        assert_eq!(loaded.value.sources.files.len(), embedded.files.len());
        assert_eq!(loaded.value.sources.files[path].hash, Hash::of(b"own"));
    }
}

#[test]
fn hashes_are_of_the_file() {
    let text = "a\u{E000}";
    let files = MemoryFiles::default().with("content/a.md", text).with("content/static/a", text);
    let loaded = load(&files, &Known::default()).unwrap().value;
    assert_eq!(loaded.sources.files["content/a.md"].hash, Hash::of(text.as_bytes()));
    assert_eq!(loaded.sources.files["content/static/a"].hash, Hash::of(text.as_bytes()));
}

#[test]
fn hex_and_back() {
    let hash = Hash::of(b"a");
    assert_eq!(Hash::from_hex(&hash.hex(Hash::DIGITS)), Some(hash));
    assert_eq!(hash.hex(4).len(), 4);
    assert_eq!(Hash::from_hex(&hash.hex(31)), None);
    assert_eq!(Hash::from_hex(&format!("+{}", hash.hex(31))), None);
}
