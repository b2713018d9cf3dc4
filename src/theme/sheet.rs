//! Turns a stylesheet into the colours that it uses on a screen, and which of them meet in one rule.

use std::collections::BTreeSet;
use std::ops::Range;

/// What a stylesheet says of colours. Places are bytes of its text.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Sheet<'a> {
    /// Custom properties that the sheet gives a value itself.
    pub defined: BTreeSet<&'a str>,
    /// Every `var(--name)`, on paper too.
    pub used: Vec<(&'a str, Range<usize>)>,
    /// Letters and ground that one rule sets together: `color` and `background`. Not on paper, which is printed in black.
    pub meetings: Vec<Meeting<'a>>,
}

/// Two custom properties that meet in one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting<'a> {
    pub front: &'a str,
    pub back: &'a str,
    /// Where the rule names the front colour.
    pub place: Range<usize>,
}

/// Reads a stylesheet as far as colours need.
pub fn read(css: &str) -> Sheet<'_> {
    let mut sheet = Sheet::default();
    // Where blocks begin; whether they are for paper, or lie in one that is.
    let mut open: Vec<bool> = Vec::new();
    let mut start = 0;
    for (at, c) in code(css) {
        match c {
            '{' => {
                let on_paper = css[start..at].trim_end().ends_with("@media print") || css[start..at].contains("@page");
                open.push(on_paper || open.last().copied().unwrap_or(false));
                start = at + 1;
            }
            ';' | '}' => {
                if c == '}' {
                    let is_paper = open.pop().unwrap_or(false);
                    if !is_paper {
                        sheet.meetings.extend(meeting(css, rule_before(css, at)));
                    }
                }
                sheet.declaration(css, start..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    sheet
}

impl<'a> Sheet<'a> {
    fn declaration(&mut self, css: &'a str, range: Range<usize>) {
        let text = &css[range.clone()];
        if let Some(name) = defined(text) {
            self.defined.insert(name);
        }
        self.used.extend(variables(text).map(|(name, at)| (name, range.start + at..range.start + at + name.len())));
    }
}

/// The custom property that a declaration gives a value: `--name: ...`.
fn defined(declaration: &str) -> Option<&str> {
    let (name, _) = after_comments(declaration).strip_prefix("--")?.split_once(':')?;
    Some(name.trim())
}

fn after_comments(text: &str) -> &str {
    let rest = text.rsplit_once("*/").map_or(text, |(_, rest)| rest);
    rest.trim_start()
}

/// The names in each `var(--name)`, with their places.
fn variables(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.match_indices("var(--").map(move |(at, start)| {
        let rest = &text[at + start.len()..];
        let len = rest.find(|c: char| c == ')' || c == ',' || c.is_whitespace()).unwrap_or(rest.len());
        (&rest[..len], at + start.len())
    })
}

/// The declarations of the rule whose closing brace is at `end`; none of a block that holds rules.
fn rule_before(css: &str, end: usize) -> Range<usize> {
    let start = css[..end].rfind('{').map_or(0, |at| at + 1);
    if css[start..end].contains('}') { end..end } else { start..end }
}

fn meeting(css: &str, rule: Range<usize>) -> Option<Meeting<'_>> {
    let mut front = None;
    let mut back = None;
    let mut at = rule.start;
    for declaration in css[rule].split(';') {
        let (name, value) = declaration.split_once(':').unwrap_or((declaration, ""));
        let variable = variables(value).next().map(|(variable, offset)| (variable, at + name.len() + 1 + offset));
        match after_comments(name).trim() {
            "color" => front = variable,
            "background" | "background-color" => back = variable,
            _ => {}
        }
        at += declaration.len() + 1;
    }
    let ((front, place), (back, _)) = (front?, back?);
    Some(Meeting { front, back, place: place..place + front.len() })
}

/// The characters that are not in a comment or in quotes.
fn code(css: &str) -> impl Iterator<Item = (usize, char)> {
    let mut until = 0;
    css.char_indices().filter(move |&(at, c)| {
        if at < until {
            return false;
        }
        let rest = &css[at..];
        match c {
            '/' if rest.starts_with("/*") => until = at + rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => until = at + 1 + rest[1..].find(c).map_or(rest.len(), |end| end + 1),
            _ => return true,
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(css: &str) -> String {
        let sheet = read(css);
        let meetings = sheet.meetings.iter().map(|meeting| {
            assert_eq!(&css[meeting.place.clone()], meeting.front);
            format!("{} on {}", meeting.front, meeting.back)
        });
        let used = sheet.used.iter().map(|(name, place)| {
            assert_eq!(&css[place.clone()], *name);
            (*name).to_owned()
        });
        format!("{:?} {:?} {:?}", sheet.defined, used.collect::<Vec<_>>(), meetings.collect::<Vec<_>>())
    }

    #[test]
    fn colours_are_read_with_the_rules_that_join_them() {
        for (css, what) in [
            ("a { color: var(--text); background: var(--page) }", r#"{} ["text", "page"] ["text on page"]"#),
            ("a{background:1px var(--b , red);color:var(--a)}", r#"{} ["b", "a"] ["a on b"]"#),
            ("/* { */ :root { --s: 1px } a { color: var(--a) }", r#"{"s"} ["a"] []"#),
            ("a { border-color: var(--l); background: var(--b) }", r#"{} ["l", "b"] []"#),
            ("@media (x) { a { color: var(--a); background: var(--b) } }", r#"{} ["a", "b"] ["a on b"]"#),
            ("@media print { a { color: var(--a); background: var(--b) } }", r#"{} ["a", "b"] []"#),
            ("a{b:c}\n@media print { .x { color: var(--a); background: var(--b) } }\n", r#"{} ["a", "b"] []"#),
            ("a { content: \"}\"; color: var(--a); background: var(--b) }", r#"{} ["a", "b"] []"#),
        ] {
            assert_eq!(said(css), what, "{css}");
        }
    }
}
