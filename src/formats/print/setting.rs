//! Turns the script of a leaflet and the files it uses into the closed world that Typst sees, and its words into findings.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{DiagSpan, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{LibraryExt as _, World, WorldExt as _};

use super::code::Script;
use super::fonts::Typefaces;
use super::pictures::Ready;
use super::qr::Qr;
use crate::diag::{Code, Finding, Place};
use crate::plan::prints::Leaflet;
use crate::theme::PrintTheme;

/// Typst's own library and the theme's templates, parsed once.
pub struct Library {
    library: LazyHash<typst::Library>,
    /// With the portal's file that each is.
    templates: HashMap<FileId, (Source, std::sync::Arc<str>)>,
}

impl Library {
    pub fn new(theme: &PrintTheme) -> Self {
        let templates = theme.templates.iter().map(|(name, (path, text))| {
            let id = id(&format!("/print/{name}"));
            (id, (Source::new(id, text.to_string()), path.clone()))
        });
        Self { library: LazyHash::new(typst::Library::default()), templates: templates.collect() }
    }
}

/// All that Typst sees of one leaflet: no disk, no clock, no network, no package.
#[derive(Clone)]
pub struct Setting<'a> {
    library: &'a Library,
    fonts: &'a Typefaces,
    main: Source,
    files: HashMap<FileId, Bytes>,
    script: Script,
}

/// A name of a file in Typst's world.
fn id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("paths of the portal have no parts that lead out of it");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl<'a> Setting<'a> {
    pub fn new((library, fonts): (&'a Library, &'a Typefaces), script: Script, (qr, pictures): (Qr, Ready)) -> Self {
        let mut files = HashMap::from([(id("/qr.svg"), Bytes::from_string(qr.svg))]);
        files.extend(pictures.into_iter().map(|(path, bytes)| (id(&format!("/{path}")), Bytes::new(bytes))));
        let main = Source::new(id("/main.typ"), script.text.clone());
        Self { library, fonts, main, files, script }
    }

    /// Its files by path, but for the theme's templates.
    pub fn sources(&self) -> Vec<(String, Vec<u8>)> {
        let name = |id: &FileId| id.get().vpath().get_with_slash().to_owned();
        let main = (name(&self.main.id()), self.main.text().as_bytes().to_vec());
        let mut files: Vec<_> = self.files.iter().map(|(id, bytes)| (name(id), bytes.to_vec())).collect();
        files.push(main);
        files.sort();
        files
    }

    /// The piece of the leaflet that a span of the script belongs to.
    pub fn place(&self, span: impl Into<DiagSpan>) -> Option<&Place> {
        let span = span.into();
        let range = self.range(span)?;
        (span.id() == Some(self.main.id())).then(|| self.script.place(range.start)).flatten()
    }

    /// What Typst says, at the line of the portal that it is about.
    pub fn findings(&self, said: &[SourceDiagnostic], leaflet: &Leaflet) -> Vec<Finding> {
        said.iter().map(|said| self.finding(said, leaflet)).collect()
    }

    fn finding(&self, said: &SourceDiagnostic, leaflet: &Leaflet) -> Finding {
        let message = format!("the print `{}` cannot be set: {}", leaflet.title(), said.message);
        let finding = Finding::new(Code::PrintSetting, message);
        let hints: Vec<&str> = said.hints.iter().map(|hint| hint.v.as_str()).collect();
        let finding = if hints.is_empty() { finding } else { finding.help(hints.join("; ")) };
        let own = said.span.id().and_then(|id| self.library.templates.get(&id));
        let calls = said.trace.iter().map(|call| DiagSpan::from(call.span));
        let in_text = std::iter::once(said.span).chain(calls).find_map(|span| self.place(span));
        let in_template = own.and_then(|(_, path)| {
            let range = self.range(said.span)?;
            Some(Place::bytes(path, range))
        });
        Finding { place: in_text.cloned().or(in_template).or_else(|| leaflet.at.0.clone()), ..finding }
    }
}

impl World for Setting<'_> {
    fn library(&self) -> &LazyHash<typst::Library> {
        &self.library.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        let template = self.library.templates.get(&id).map(|(source, _)| source.clone());
        template.ok_or_else(|| FileError::NotFound(id.get().vpath().get_with_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| FileError::NotFound(id.get().vpath().get_with_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.list.get(index).cloned()
    }

    /// A print has the date of its page.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
