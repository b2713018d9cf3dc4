//! Turns a Markdown file of `pages/` into a document: which page, language and edition it is, front matter, content.

mod outline;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::{Content, markdown, yaml};
use crate::diag::{Code, Diagnosed, Finding, Place, Step};
use crate::load::Hash;
use crate::model::{Edition, FrontMatter, Language, LocalityId, PageId, bidi};

/// One Markdown file.
#[derive(Clone, Debug, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Document {
    pub path: Arc<str>,
    pub page: PageId,
    pub language: Language,
    pub edition: Edition,
    /// The overlay it lies in; none for the portal's own pages.
    pub overlay: Option<LocalityId>,
    pub front: FrontMatter,
    /// A hash of all that other pages and the site as a whole can see of it: the same after an edit of its prose.
    pub outline: Hash,
    /// The explicit anchors of its headings, which links lead to.
    pub anchors: Vec<Box<str>>,
    /// Where its text begins, after the front matter.
    text_at: usize,
    /// None where an earlier build read the file, and this one has no need of its text.
    #[borsh(skip)]
    content: Option<Arc<Content>>,
}

impl Document {
    /// Its title as a page says it: numbers keep their order.
    pub fn title(&self) -> Cow<'_, str> {
        bidi::isolated(&self.front.title, self.language.direction())
    }

    /// The sentence about it as a page says it.
    pub fn summary(&self) -> Option<Cow<'_, str>> {
        Some(bidi::isolated(self.front.summary.as_deref()?, self.language.direction()))
    }

    /// Its text; none where this build leaves the page as it was, and findings on its text are those of before.
    pub fn content(&self) -> Option<&Content> {
        self.content.as_deref()
    }

    /// Its text, for a page that is being made.
    pub fn text(&self) -> &Content {
        self.content().expect("the texts of a page are read before it is made")
    }

    /// Parses its text, which an earlier build found no fault with.
    pub fn read_text(&mut self, source: &Arc<str>) {
        let body = self.text_at.min(source.len())..source.len();
        self.content = Some(Arc::new(markdown::parse(&self.path, source, body).value));
    }
}

/// Reads `source`, the file `path`; `inside` is its path below the `pages/` folder of `overlay` or of the portal.
///
/// A document whose front matter is wrong is still there, so that links to it are not reported as well.
pub fn parse(
    path: &Arc<str>,
    inside: &str,
    overlay: Option<LocalityId>,
    source: &Arc<str>,
) -> Diagnosed<Option<Document>> {
    let (page, language, edition) = match name(inside) {
        Ok(name) => name,
        Err(problem) => return Diagnosed::new(None, vec![problem.at(Place::file(path))]),
    };
    let mut findings = Vec::new();
    let Head { front, body } = head(path, source).take(&mut findings);
    let front = front.unwrap_or_else(|| bare(&page));
    let text_at = body.start;
    let content = markdown::parse(path, source, body).take(&mut findings);
    let outline = outline::outline(&source[..text_at], &content);
    let anchors = content.anchors.iter().map(|anchor| anchor.id.clone()).collect();
    let (path, content) = (path.clone(), Some(Arc::new(content)));
    let document = Document { path, page, language, edition, overlay, front, outline, anchors, text_at, content };
    Diagnosed::new(Some(document), findings)
}

/// Which page, language and edition a path below `pages/` names: `money/index.en.md`, `breaks.easy.cy.md`.
fn name(inside: &str) -> Result<(PageId, Language, Edition), Finding> {
    let (folder, file) = inside.rsplit_once('/').unwrap_or(("", inside));
    let parts: Vec<&str> = file.split('.').collect();
    let (stem, edition, tag) = match parts[..] {
        [stem, tag, "md"] => (stem, Edition::Standard, tag),
        [stem, infix, tag, "md"] => match Edition::ALL.into_iter().find(|edition| edition.infix() == Some(infix)) {
            Some(edition) => (stem, edition, tag),
            None => return Err(misnamed(file, &format!("`{infix}` is not an edition"))),
        },
        _ => return Err(misnamed(file, "it names no language")),
    };
    let language: Language = tag.parse().map_err(|problem: String| misnamed(file, &problem))?;
    if language.as_str() != tag {
        return Err(misnamed(file, &format!("the language is written `{language}`")));
    }
    let id = match (folder, stem) {
        ("", PageId::HOME) => return Ok((PageId::home(), language, edition)),
        (folder, PageId::HOME) => folder.to_owned(),
        ("", stem) => stem.to_owned(),
        (folder, stem) => format!("{folder}/{stem}"),
    };
    let page = PageId::new(&id).map_err(|problem| misnamed(file, &problem.to_string()))?;
    Ok((page, language, edition))
}

fn misnamed(file: &str, why: &str) -> Finding {
    Finding::new(Code::FileName, format!("the name `{file}` does not say which page and language it is: {why}")).help(
        "name it like `breaks.en.md`, or `breaks.easy.en.md` for easy read: lower-case letters, digits and hyphens, \
         then the language",
    )
}

/// What stands above a page's text, and where the text is.
#[derive(Debug, PartialEq, Eq)]
struct Head {
    front: Option<FrontMatter>,
    body: Range<usize>,
}

/// Reads the front matter of a file.
fn head(file: &Arc<str>, source: &str) -> Diagnosed<Head> {
    let start = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    if source[start..].trim().is_empty() {
        let finding = Finding::new(Code::EmptyFile, "there is nothing in this file").at(Place::file(file));
        let finding = finding.help("begin it with `---`, `title: ...` and `---`, each on a line of its own");
        return Diagnosed::new(Head { front: None, body: source.len()..source.len() }, vec![finding]);
    }
    match fences(source) {
        Fences::Both { yaml, body } if !source[yaml.clone()].trim().is_empty() => {
            let read = yaml::read::<FrontMatter>(file, source, yaml);
            let mut findings = read.findings;
            if let Some(front) = &read.value {
                rules(file, front, &mut findings);
            }
            Diagnosed::new(Head { front: read.value, body: body..source.len() }, findings)
        }
        Fences::NotClosed => {
            let finding = Finding::new(Code::YamlSyntax, "the keys above the page's text do not end")
                .at(Place::bytes(file, start..start + "---".len()))
                .help("write a line `---` between the keys and the text");
            Diagnosed::new(Head { front: None, body: source.len()..source.len() }, vec![finding])
        }
        fences => {
            let finding = Finding::new(Code::MissingKey, "the page has no title")
                .at(Place::bytes(file, yaml::locate(source, start..source.len(), &[])))
                .help("begin the file with `---`, `title: ...` and `---`, each on a line of its own");
            let body = if let Fences::Both { body, .. } = fences { body } else { start };
            Diagnosed::new(Head { front: None, body: body..source.len() }, vec![finding])
        }
    }
}

/// The bytes of a file's front matter, without its `---` lines; none if it has no such lines.
pub fn front_matter(source: &str) -> Option<Range<usize>> {
    match fences(source) {
        Fences::Both { yaml, .. } => Some(yaml),
        Fences::None | Fences::NotClosed => None,
    }
}

/// The lines that hold front matter.
enum Fences {
    Both { yaml: Range<usize>, body: usize },
    NotClosed,
    None,
}

fn fences(source: &str) -> Fences {
    let mut start = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut opened = None;
    for line in source[start..].split_inclusive('\n') {
        let end = start + line.len();
        let is_fence = line.trim_end() == "---";
        match opened {
            None if is_fence => opened = Some(end),
            None => return Fences::None,
            Some(yaml) if is_fence => return Fences::Both { yaml: yaml..start, body: end },
            Some(_) => {}
        }
        start = end;
    }
    if opened.is_some() { Fences::NotClosed } else { Fences::None }
}

/// What stands in for front matter that cannot be read; such a portal is never published.
fn bare(page: &PageId) -> FrontMatter {
    let mut front: FrontMatter = serde_yaml::from_str("title: page").expect("a title is all that front matter needs");
    page.name().clone_into(&mut front.title);
    front
}

/// What front matter says that cannot be, whatever else the portal holds.
fn rules(file: &Arc<str>, front: &FrontMatter, findings: &mut Vec<Finding>) {
    let order = [
        ("reviewed", front.reviewed, "review_by", front.review_by),
        ("publish_from", front.publish_from, "publish_until", front.publish_until),
    ];
    for (first, from, last, until) in order {
        if let (Some(from), Some(until)) = (from, until)
            && from > until
        {
            findings.push(
                Finding::new(Code::DateOrder, format!("`{last}` lies before `{first}`"))
                    .at(Place::key(file, [last.into()]))
                    .help("correct one of the two dates"),
            );
        }
    }
    for (position, alias) in front.aliases.iter().enumerate() {
        if PageId::new(alias.trim_matches('/')).is_err() {
            findings.push(
                Finding::new(Code::BadValue, format!("`{alias}` is not a former address"))
                    .at(Place::key(file, [Step::from("aliases"), position.into()]))
                    .help("write it without the language, like `benefits/carers`"),
            );
        }
    }
}
