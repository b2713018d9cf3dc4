//! Turns views into HTML: templates, tokens, blocks and assets.

mod tokens;
mod contrast;
mod sheet;
mod assets;
mod templates;
mod skeleton;
mod moulds;
mod stencil;
mod shape;
mod asks;
pub mod html;
mod escape;
mod filters;
mod minify;
mod print;
mod space;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Value};

use crate::config::BASE_THEME as BASE;
use crate::diag::{Code, Diagnosed, Finding, Place};
use crate::load::{Hash, Source, Sources};
use crate::plan::view::{Chrome, Strings};

pub use asks::{Fields, only_copies};
pub use assets::Asset;
pub use minify::minify;
pub use moulds::Moulds;
pub use print::{Colours, FontBytes, FontFile, PrintSettings, PrintTheme};
pub use shape::Shape;
pub use skeleton::{Skeleton, Slot, SlotValues};
pub use stencil::{Filling, Stencil};
pub use templates::Template;
pub use tokens::{Colour, Pair, PairUse, ThemeFile, Tokens};

use templates::{TemplateFile, Templates};

/// How a portal looks: templates, colours and assets, ready to render from any number of threads.
#[derive(Debug)]
pub struct Theme {
    pub file: ThemeFile,
    /// Of everything that the theme's output depends on.
    pub hash: Hash,
    /// What leaflets are set with.
    pub print: PrintTheme,
    templates: Templates,
    /// Whether the layout lets the texts of localities be copied in.
    only_copies: bool,
    assets: Vec<Asset>,
}

impl Theme {
    /// Reads the theme `name` out of a portal's sources. What it does not have of its own is that of the theme `default`.
    /// `colours` replaces tokens. No theme if its settings or templates cannot be used.
    pub fn build(sources: &Sources, name: &str, colours: &BTreeMap<String, String>) -> Diagnosed<Option<Self>> {
        let files = theme_files(sources, name);
        let settings = match settings(&files, name) {
            Ok(settings) => settings,
            Err(finding) => return Diagnosed::new(None, vec![finding]),
        };
        let mut findings = Vec::new();
        let tokens = tokens::replace(&settings.tokens, colours, &mut findings);
        findings.extend(colour_findings(&files, (&settings, &tokens), colours));
        let assets = assets::fingerprint(&below(&files, "assets/"), &tokens::css(&tokens), &mut findings);
        let templates = Templates::compile(&template_files(&files, &mut findings)).take(&mut findings);
        let hash = hash(&files, &tokens);
        let print = PrintTheme::build(&files, (&settings.print, &tokens), &mut findings);
        let file = ThemeFile { tokens, ..settings };
        let theme = templates.map(|templates| {
            let only_copies = moulds::only_copies(&templates);
            Self { file, hash, print, templates, only_copies, assets }
        });
        Diagnosed::new(theme, findings)
    }

    /// Renders the layout for one kind of page in one language and locality, minified, with its slots open.
    ///
    /// # Errors
    /// A mistake in the template, or a layout without a place for the title or the body.
    pub fn skeleton(&self, chrome: &Chrome) -> Result<Skeleton, Finding> {
        self.cut(self.layout(chrome, &chrome.s)?, needed(chrome))
    }

    /// The same for many localities, each in the least work.
    pub fn moulds(&self) -> Moulds<'_> {
        Moulds::new(self)
    }

    /// The layout with the interface's words `s`, minified, with markers in its slots.
    fn layout(&self, chrome: &Chrome, s: &Strings) -> Result<String, Finding> {
        let mut context = Context::from_serialize(chrome).expect("a chrome is made of texts and lists");
        context.insert(shape::STRINGS, s);
        context.insert("page", &skeleton::markers());
        context.insert("quick_exit", &self.file.quick_exit);
        self.templates.render(Template::Layout, &context).map(|html| minify(&html))
    }

    /// Splits a layout at its markers, of which some are needed.
    fn cut(&self, html: String, needed: &[Slot]) -> Result<Skeleton, Finding> {
        let skeleton = Skeleton::of(html);
        match needed.iter().find(|slot| !skeleton.uses(**slot)) {
            None => Ok(skeleton),
            Some(slot) => Err(self.slot_missing(*slot)),
        }
    }

    /// Renders a part or a body with its view. It is compact already, and is not minified.
    ///
    /// # Errors
    /// A mistake in the template.
    pub fn part(&self, template: Template, view: &impl Serialize) -> Result<String, Finding> {
        self.templates.render_view(template, view)
    }

    /// Whether a template only copies the texts of its view, so that a stencil of it may be filled with those of another.
    pub fn only_copies(&self, template: Template, fields: Fields) -> bool {
        self.templates.text(template).is_some_and(|text| only_copies(text, fields))
    }

    /// Renders a part or a body with its view as a stencil, to be filled with the `Shape::texts` of views of its shape.
    /// None if the template writes out more than texts.
    ///
    /// # Errors
    /// A mistake in the template.
    pub fn stencil(&self, template: Template, view: &impl Serialize) -> Result<Option<Stencil>, Finding> {
        let marked = shape::marked(&Value::from_serializable(view), &mut 0);
        let html = self.part(template, &marked)?;
        Ok((!html.contains(shape::WHOLE)).then(|| Stencil::cut(&html)))
    }

    /// Renders and minifies a page without a skeleton: the chooser, or a redirect.
    ///
    /// # Errors
    /// A mistake in the template.
    pub fn page_alone(&self, template: Template, view: &impl Serialize) -> Result<String, Finding> {
        self.templates.render_view(template, view).map(|html| minify(&html))
    }

    /// Sorted by name.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// Where the asset that the theme calls `name` is published, from the site's front page.
    pub fn asset(&self, name: &str) -> Option<&str> {
        self.assets.iter().find(|asset| asset.name == name).map(|asset| asset.route_file.as_str())
    }

    fn slot_missing(&self, slot: Slot) -> Finding {
        let message = format!("the layout has no place for `page.{}`", slot.name());
        let help = format!("write `{{{{ page.{} }}}}` where it belongs", slot.name());
        Finding { place: self.templates.place(Template::Layout), ..Finding::new(Code::Template, message).help(help) }
    }
}

/// The slots that the layout of a page must have.
fn needed(chrome: &Chrome) -> &'static [Slot] {
    if chrome.sensitive { &[Slot::Body] } else { &[Slot::Body, Slot::Title] }
}

/// What is wrong with the colours of a theme, with the portal's own laid over them.
fn colour_findings(
    files: &Files<'_>,
    (settings, tokens): (&ThemeFile, &Tokens),
    own: &BTreeMap<String, String>,
) -> Vec<Finding> {
    let Some(file) = files.get("theme.yaml").map(|source| &source.path) else { return Vec::new() };
    let palette = contrast::Palette { tokens, pairs: &settings.pairs, file, own };
    let mut findings = contrast::check(&palette);
    let sheets = files.iter().filter(|(name, _)| name.ends_with(".css"));
    let sheets: Vec<_> = sheets.filter_map(|(_, source)| Some((&source.path, sheet::read(source.text()?)))).collect();
    findings.extend(contrast::check_sheets(&palette, &sheets));
    findings
}

/// The theme's files by their path inside it.
type Files<'a> = BTreeMap<String, &'a Source>;

fn theme_files<'a>(sources: &'a Sources, name: &str) -> Files<'a> {
    let mut files = folder(sources, &format!("themes/{BASE}/"));
    files.append(&mut folder(sources, &format!("themes/{name}/")));
    files
}

fn folder<'a>(sources: &'a Sources, prefix: &str) -> Files<'a> {
    let start: Arc<str> = prefix.into();
    let files = sources.files.range(start..).map_while(|(path, source)| Some((path.strip_prefix(prefix)?, source)));
    files.map(|(path, source)| (path.to_owned(), source)).collect()
}

fn below<'a>(files: &Files<'a>, prefix: &str) -> Files<'a> {
    files.iter().filter_map(|(path, source)| Some((path.strip_prefix(prefix)?.to_owned(), *source))).collect()
}

fn settings(files: &Files<'_>, name: &str) -> Result<ThemeFile, Finding> {
    let own = format!("themes/{name}/");
    let source = files.get("theme.yaml").filter(|_| files.values().any(|source| source.path.starts_with(&own)));
    match source.and_then(|source| Some((&source.path, source.text()?))) {
        Some((path, text)) => tokens::read(path, text),
        None => Err(Finding::new(Code::ThemeFile, format!("there is no theme `{name}`"))
            .at(Place::key(&"content/portal.yaml".into(), ["theme".into()]))
            .help(format!("add a folder `themes/{name}/`, or write `theme: {BASE}` in `content/portal.yaml`"))),
    }
}

fn hash(files: &Files<'_>, tokens: &Tokens) -> Hash {
    let mut all = tokens::css(tokens);
    for (path, source) in files {
        all.push_str(path);
        all.push_str(&source.hash.hex(Hash::DIGITS));
    }
    Hash::of(all.as_bytes())
}

fn template_files(files: &Files<'_>, findings: &mut Vec<Finding>) -> BTreeMap<String, TemplateFile> {
    let mut templates = BTreeMap::new();
    // Other names would not be escaped.
    for (name, source) in below(files, "templates/").into_iter().filter(|(name, _)| name.ends_with(".html")) {
        match source.text() {
            Some(text) => {
                templates.insert(name, TemplateFile { path: source.path.clone(), text: text.clone() });
            }
            None => findings.push(Finding::new(Code::ThemeFile, format!("the template `{name}` is not UTF-8 text"))),
        }
    }
    templates
}
