//! Turns chromes into skeletons, of which those that differ only in the texts of their localities are rendered and
//! minified once: rendering and minifying one costs thirty times as much as copying texts into it.

use super::asks::{only_copies_own, takes_unasked};
use super::stencil::{Filling, Stencil};
use super::templates::Templates;
use super::{Skeleton, Template, Theme, needed};
use crate::diag::Finding;
use crate::plan::view::{Chrome, OWN_TEXTS, Strings};

/// Stands before each marker. The equals sign makes the minifier put quotes round an attribute with a text in it, because
/// it may not stand in an attribute without them.
const QUOTED: &str = "\u{E011}=";

/// So many layouts are kept; where localities have more that differ, each has one of its own.
const MOST: usize = 32;

/// So many bytes have nearly all texts of a locality together.
const USUAL: usize = 512;

/// What one thread knows of the layouts that it has rendered.
#[derive(Debug)]
pub struct Moulds<'t> {
    theme: &'t Theme,
    /// Chromes with markers in place of their localities' texts and without the interface's words, and what they give.
    known: Vec<(Chrome, Stencil)>,
}

/// Whether the layout lets the texts of localities be copied in.
pub fn only_copies(templates: &Templates) -> bool {
    let source = |name: &str| templates.named(name);
    only_copies_own(Template::Layout.file(), &source, OWN_TEXTS) && !templates.texts().any(takes_unasked)
}

impl<'t> Moulds<'t> {
    pub(super) fn new(theme: &'t Theme) -> Self {
        Self { theme, known: Vec::new() }
    }

    /// The skeleton of a chrome.
    ///
    /// # Errors
    /// As `Theme::skeleton`.
    pub fn skeleton(&mut self, mut chrome: Chrome) -> Result<Skeleton, Finding> {
        if !self.theme.only_copies || chrome.own_texts().count() > Stencil::MOST {
            return self.theme.skeleton(&chrome);
        }
        let texts = mark(&mut chrome);
        let texts: Vec<Filling<'_>> = texts.iter().map(|text| Filling::Text(text)).collect();
        let needed = needed(&chrome);
        let stencil = self.stencil(chrome)?;
        let mut html = String::with_capacity(stencil.len() + USUAL);
        stencil.fill(&texts, &mut html);
        self.theme.cut(html, needed)
    }

    /// How many layouts are kept.
    #[cfg(test)]
    pub(super) fn rendered(&self) -> usize {
        self.known.len()
    }

    /// The layout of a marked chrome.
    fn stencil(&mut self, mut chrome: Chrome) -> Result<&Stencil, Finding> {
        // The language, which is compared, decides these words.
        let s = std::mem::replace(&mut chrome.s, Strings::none());
        let at = match self.known.iter().position(|(known, _)| *known == chrome) {
            Some(at) => at,
            None => {
                let html = self.theme.layout(&chrome, &s)?;
                self.known.truncate(MOST - 1);
                self.known.push((chrome, Stencil::cut(&html.replace(QUOTED, ""))));
                self.known.len() - 1
            }
        };
        Ok(&self.known[at].1)
    }
}

/// Puts a marker in place of each text of the locality, and gives the texts. An empty text, which templates take for
/// missing, stays.
fn mark(chrome: &mut Chrome) -> Vec<String> {
    let mut texts = Vec::new();
    for text in chrome.own_texts().filter(|text| !text.is_empty()) {
        let marker = format!("{QUOTED}{}", Stencil::marker(texts.len()));
        texts.push(std::mem::replace(text, marker));
    }
    texts
}
