//! Turns edited files into edits of a version that is being looked at, where they concern no page but their own.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::sync::Arc;

use super::Sight;
use crate::catalog::{Catalog, PageIx};
use crate::diag::Finding;
use crate::io::Files;
use crate::load::{self, Source, Sources};
use crate::parse::{Document, records};

/// Texts of pages, and what was found in them by themselves.
#[derive(Debug, Default)]
pub struct Edits {
    texts: Vec<(Source, Document)>,
    findings: Vec<Finding>,
}

impl Sight<'_> {
    /// Reads files again. None if any of them is more than the text of a page whose outline has stayed: then others may
    /// see the edit, and a whole version must be made.
    pub fn edits(&self, files: &dyn Files, paths: &BTreeSet<String>) -> Option<Edits> {
        let mut edits = Edits::default();
        for path in paths {
            let Some(before) = self.job.sources.files.get(path.as_str()) else {
                if self.is_passing(files, path) {
                    continue;
                }
                return None;
            };
            let doc = self.job.world.catalog.document_in(path)?;
            // A file that cannot be read has its finding from the whole version.
            let Ok(read) = load::read(files, path) else { return None };
            let source = read.take(&mut edits.findings)?;
            if source.hash == before.hash {
                continue;
            }
            let document = records::document(&source).take(&mut edits.findings)?;
            if document.outline != self.job.world.catalog.document(doc).outline {
                return None;
            }
            edits.texts.push((source, document));
        }
        Some(edits)
    }

    /// Whether a path is that of a file which a program made for a moment while it saved another one.
    fn is_passing(&self, files: &dyn Files, path: &str) -> bool {
        let folder = format!("{path}/");
        let from = Arc::from(folder.as_str());
        let next = self.job.sources.files.range::<Arc<str>, _>(from..).next();
        let is_folder = next.is_some_and(|(known, _)| known.starts_with(&folder));
        !is_folder && matches!(files.open(path), Err(error) if error.kind() == ErrorKind::NotFound)
    }
}

impl Edits {
    /// Whether the files were only touched.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Puts the texts in the place of those before, and what was found in them in the place of what was found in those.
    /// Gives their pages.
    pub(super) fn apply(
        self,
        (catalog, sources): (&mut Catalog, &mut Sources),
        findings: &mut Vec<Finding>,
    ) -> BTreeSet<PageIx> {
        let files: BTreeSet<&str> = self.texts.iter().map(|(source, _)| &*source.path).collect();
        findings.retain(|finding| finding.place.as_ref().is_none_or(|place| !files.contains(&*place.file)));
        findings.extend(self.findings);
        let mut pages = BTreeSet::new();
        for (source, document) in self.texts {
            sources.put(source);
            pages.extend(catalog.edit(document));
        }
        pages
    }
}
