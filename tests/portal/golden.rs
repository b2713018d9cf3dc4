//! Turns what a test sees into a comparison with a file of expected text; `FINGERPOST_EXPECT=1` writes the file anew.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of test data.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/portal")
}

/// Whether what is seen becomes what is expected.
pub fn rewrites() -> bool {
    std::env::var_os("FINGERPOST_EXPECT").is_some()
}

/// Compares with `tests/portal/<name>`; says which lines differ.
pub fn compare(name: &str, seen: &str) {
    let path = folder().join(name);
    if rewrites() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, seen).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == seen, "`{name}` is not as expected:\n{}", difference(&expected, seen));
}

/// The lines from the first to the last that differ: with `-` those expected, with `+` those seen.
pub fn difference(expected: &str, seen: &str) -> String {
    let (a, b): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), seen.lines().collect());
    let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let same_end = a[start..].iter().rev().zip(b[start..].iter().rev()).take_while(|(a, b)| a == b).count();
    let signed =
        |sign: char, lines: &[&str]| -> String { lines.iter().map(|line| format!("{sign} {line}\n")).collect() };
    signed('-', &a[start..a.len() - same_end]) + &signed('+', &b[start..b.len() - same_end])
}

#[test]
fn the_difference_names_only_lines_that_differ() {
    assert_eq!(difference("a\nb\nc", "a\nx\ny\nc"), "- b\n+ x\n+ y\n");
    assert_eq!(difference("a", "a\nb"), "+ b\n");
    assert_eq!(difference("a\nb", "a\nb"), "");
}
