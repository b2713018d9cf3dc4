//! Turns findings into paragraphs for people: message, place, the line with the spot underlined, and what to do.

use std::ops::Range;

use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str as harmless,
};

use super::position::{Located, Locator, Texts};
use crate::diag::{Finding, Severity};

/// A line is cut before a spot that has more bytes than this to its left; below it the renderer cuts by itself.
const LONG: usize = 4096;
/// How many characters of a cut line are shown before the spot.
const BEFORE: usize = 40;
/// How many characters of a line are shown from the spot's start on.
const FROM: usize = 80;
/// In columns; lines that are longer are cut around the spot.
const WIDTH: usize = 100;

/// How findings look on a screen.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    pub colour: Colour,
    /// The portal's folder as the person named it, empty for the folder they are in: it stands before each path, so
    /// that a terminal can open it.
    pub folder: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    Plain,
    /// With the codes that terminals understand.
    Styled,
}

/// One paragraph for each finding, with its last line end and an empty line after it. Control characters that a file
/// may hold are made visible, so that content cannot drive a terminal.
pub fn human<'a>(findings: &'a [Finding], texts: &'a dyn Texts, look: Look<'a>) -> impl Iterator<Item = String> + 'a {
    let renderer = renderer(look.colour);
    let mut locator = Locator::new(texts);
    findings.iter().map(move |finding| {
        let located = locator.locate(finding);
        format!("{}\n\n", renderer.render(&[paragraph(finding, located, look.folder)]))
    })
}

/// Why a run ended without findings, in the same form: the message, and what to do.
pub fn problem(message: &str, help: &str, colour: Colour) -> String {
    let help = (!help.is_empty()).then(|| Level::HELP.message(harmless(help)));
    format!("{}\n", renderer(colour).render(&[Group::with_title(Level::ERROR.primary_title(message)).elements(help)]))
}

fn renderer(colour: Colour) -> Renderer {
    match colour {
        Colour::Plain => Renderer::plain(),
        Colour::Styled => Renderer::styled(),
    }
    .term_width(WIDTH)
}

fn paragraph<'a>(finding: &'a Finding, located: Option<Located<'a>>, folder: &str) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&finding.message).id(finding.code.id());
    let path = finding.place.as_ref().map(|place| in_folder(folder, &place.file));
    Group::with_title(title)
        .elements(path.map(|path| scene(path, located)).into_iter().flatten())
        .elements(notes(finding))
}

/// The place of a finding: its file, and where its text is known the line it stands in.
fn scene<'a>(path: String, located: Option<Located<'a>>) -> Vec<Element<'a>> {
    let Some(Located { start, line, span, .. }) = located else { return vec![Origin::path(path).into()] };
    let (shown, shown_span) = cut(line, span.clone());
    let snippet = Snippet::source(shown).line_start(start.line).annotation(AnnotationKind::Primary.span(shown_span));
    if span.start <= LONG {
        return vec![snippet.path(path).into()];
    }
    // The renderer would count the column in the cut line.
    vec![Origin::path(path).line(start.line).char_column(start.column).into(), snippet.into()]
}

/// A portal's path as seen from the folder that the person is in.
pub(super) fn in_folder(folder: &str, file: &str) -> String {
    match folder.trim_end_matches('/') {
        "" | "." => file.to_owned(),
        folder => format!("{folder}/{file}"),
    }
}

/// The part of a line around a spot, with `…` where something was left out, and where the spot lies in it.
fn cut(line: &str, span: Range<usize>) -> (String, Range<usize>) {
    let left = match span.start {
        0..=LONG => 0,
        start => line[..start].char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at),
    };
    let right = line[span.start..].char_indices().nth(FROM).map_or(line.len(), |(at, _)| span.start + at);
    let mark = |cut: bool| if cut { "…" } else { "" };
    let before = mark(left > 0);
    let shown = format!("{before}{}{}", &line[left..right], mark(right < line.len()));
    let shift = |byte: usize| byte.min(right) - left + before.len();
    (shown, shift(span.start)..shift(span.end))
}

fn notes<'a>(finding: &Finding) -> Vec<Element<'a>> {
    let help = (!finding.help.is_empty()).then(|| Level::HELP.message(harmless(&finding.help)).into());
    let reach = super::reach(finding).map(|reach| Level::NOTE.message(reach).into());
    help.into_iter().chain(reach).collect()
}
