//! Turns the line that opens a `:::` block into its kind.

use std::ops::Range;

use super::attributes::{Attributes, Line};
use super::report::{Report, did_you_mean, list, quote};
use crate::diag::Code;
use crate::model::{AudienceId, Language, LocalityId, PictureId, TopicId};
use crate::parse::content::{BlockKind, Scope, ServiceQuery};

/// Every block, with the attributes that it knows.
const BLOCKS: [(&str, &[&str]); 9] = [
    ("only", &SCOPE),
    ("except", &SCOPE),
    ("services", &["topic", "for", "limit"]),
    ("contact", &[]),
    ("emergency", &[]),
    ("warning", &[]),
    ("steps", &[]),
    ("row", &["picture"]),
    ("details", &["title"]),
];
const SCOPE: [&str; 3] = ["localities", "nations", "languages"];

/// What stands after the colons of an opening line.
pub struct Opener<'a> {
    pub name: &'a str,
    /// The line without its colons.
    text: &'a str,
    at: usize,
}

impl<'a> Opener<'a> {
    /// Splits `text`, which begins at byte `at` of the source.
    pub fn new(text: &'a str, at: usize) -> Self {
        let trimmed = text.trim_start_matches([' ', '\t']);
        let at = at + text.len() - trimmed.len();
        let end = trimmed.find([' ', '\t']).unwrap_or(trimmed.len());
        Self { name: &trimmed[..end], text: trimmed, at }
    }

    /// The block's kind; none, with findings, if it cannot be made out.
    pub fn read(&self, report: &mut Report) -> Option<BlockKind> {
        let Some(&(name, known)) = BLOCKS.iter().find(|block| block.0 == self.name) else {
            let names: Vec<_> = BLOCKS.iter().map(|block| block.0).collect();
            let message = format!("there is no block `{}`", quote(self.name));
            report.add(Code::UnknownBlock, self.span(), message, did_you_mean(self.name, &names));
            return None;
        };
        let line = Line { text: &self.text[name.len()..], at: self.at + name.len(), block: name, known };
        let attributes = Attributes::read(&line, report);
        match name {
            "only" => self.scope(&attributes, report).map(BlockKind::Only),
            "except" => self.scope(&attributes, report).map(BlockKind::Except),
            "services" => Some(BlockKind::Services(query(&attributes, report))),
            "contact" => Some(BlockKind::Contact),
            "emergency" => Some(BlockKind::Emergency),
            "warning" => Some(BlockKind::Warning),
            "steps" => Some(BlockKind::Steps),
            "row" => self.row(&attributes, report),
            "details" => self.details(&attributes, report),
            _ => unreachable!("every name of the table has its arm"),
        }
    }

    fn span(&self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    fn scope(&self, attributes: &Attributes, report: &mut Report) -> Option<Scope> {
        if attributes.lacks(&SCOPE) {
            let message = format!("the block `{}` does not say for whom", self.name);
            let help = format!("add {}, for example `:::{} nations=wales`", list(&SCOPE), self.name);
            report.add(Code::BlockAttribute, self.span(), message, help);
            return None;
        }
        let scope = Scope {
            localities: attributes.list("localities", report, |id| LocalityId::new(id).map_err(|bad| bad.to_string())),
            nations: attributes.list("nations", report, |id| LocalityId::new(id).map_err(|bad| bad.to_string())),
            languages: attributes.list("languages", report, str::parse::<Language>),
        };
        (scope != Scope::default()).then_some(scope)
    }

    fn row(&self, attributes: &Attributes, report: &mut Report) -> Option<BlockKind> {
        if attributes.lacks(&["picture"]) {
            let help = "add the id of a picture of `pictures.yaml`: `:::row picture=phone`";
            report.add(Code::BlockAttribute, self.span(), "the block `row` names no picture", help);
        }
        let picture = attributes.one("picture", report, |id| PictureId::new(id).map_err(|bad| bad.to_string()))?;
        Some(BlockKind::Row { picture })
    }

    fn details(&self, attributes: &Attributes, report: &mut Report) -> Option<BlockKind> {
        if attributes.lacks(&["title"]) {
            let help = "add the words to open it by: `:::details title=\"How to claim\"`";
            report.add(Code::BlockAttribute, self.span(), "the block `details` has no title", help);
        }
        let title = attributes.one("title", report, title)?;
        Some(BlockKind::Details { title })
    }
}

fn query(attributes: &Attributes, report: &mut Report) -> ServiceQuery {
    ServiceQuery {
        topic: attributes.one("topic", report, |id| TopicId::new(id).map_err(|bad| bad.to_string())),
        audience: attributes.one("for", report, |id| AudienceId::new(id).map_err(|bad| bad.to_string())),
        limit: attributes.one("limit", report, limit),
    }
}

/// Titles are plain text: a value would stand there with its braces.
fn title(text: &str) -> Result<String, String> {
    if super::values::is_value(text) {
        return Err("values in braces do not work in a title: write the words".to_owned());
    }
    Ok(super::mask::clean(text.trim()))
}

fn limit(text: &str) -> Result<u16, String> {
    match text.parse() {
        Ok(limit @ 1..) => Ok(limit),
        _ => Err(format!("write a whole number from 1 to {}", u16::MAX)),
    }
}
