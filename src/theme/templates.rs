//! Turns the theme's template files into templates that render views, and their mistakes into findings.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use super::filters::engine;
use super::space::{Compact, compact};
use crate::diag::{Code, Diagnosed, Finding, Place};

/// Every template that the generator asks for, in the order of the documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Template {
    Layout,
    Crumbs,
    Languages,
    Editions,
    Notices,
    Dates,
    ContactLine,
    ServiceCard,
    ServiceCards,
    Picture,
    Page,
    Service,
    Services,
    Topic,
    Index,
    Search,
    Areas,
    Outward,
    Shortlist,
    Prints,
    Statement,
    Privacy,
    Changes,
    SiteMap,
    NotFound,
    Chooser,
    Print,
    Redirect,
}

impl Template {
    pub const ALL: [Self; 28] = [
        Self::Layout,
        Self::Crumbs,
        Self::Languages,
        Self::Editions,
        Self::Notices,
        Self::Dates,
        Self::ContactLine,
        Self::ServiceCard,
        Self::ServiceCards,
        Self::Picture,
        Self::Page,
        Self::Service,
        Self::Services,
        Self::Topic,
        Self::Index,
        Self::Search,
        Self::Areas,
        Self::Outward,
        Self::Shortlist,
        Self::Prints,
        Self::Statement,
        Self::Privacy,
        Self::Changes,
        Self::SiteMap,
        Self::NotFound,
        Self::Chooser,
        Self::Print,
        Self::Redirect,
    ];

    /// The template's file under the theme's `templates/`.
    pub fn file(self) -> &'static str {
        match self {
            Self::Layout => "layout.html",
            Self::Crumbs => "parts/crumbs.html",
            Self::Languages => "parts/languages.html",
            Self::Editions => "parts/editions.html",
            Self::Notices => "parts/notices.html",
            Self::Dates => "parts/dates.html",
            Self::ContactLine => "parts/contact-line.html",
            Self::ServiceCard => "parts/service-card.html",
            Self::ServiceCards => "parts/service-cards.html",
            Self::Picture => "parts/picture.html",
            Self::Page => "bodies/page.html",
            Self::Service => "bodies/service.html",
            Self::Services => "bodies/services.html",
            Self::Topic => "bodies/topic.html",
            Self::Index => "bodies/index.html",
            Self::Search => "bodies/search.html",
            Self::Areas => "bodies/areas.html",
            Self::Outward => "bodies/outward.html",
            Self::Shortlist => "bodies/shortlist.html",
            Self::Prints => "bodies/prints.html",
            Self::Statement => "bodies/statement.html",
            Self::Privacy => "bodies/privacy.html",
            Self::Changes => "bodies/changes.html",
            Self::SiteMap => "bodies/site-map.html",
            Self::NotFound => "bodies/not-found.html",
            Self::Chooser => "chooser.html",
            Self::Print => "print.html",
            Self::Redirect => "redirect.html",
        }
    }
}

/// So many bytes have nearly all that templates render.
const MOST: usize = 8 * 1024;

/// One template file: where it lies in the portal, and its text.
#[derive(Clone, Debug)]
pub struct TemplateFile {
    pub path: Arc<str>,
    pub text: Arc<str>,
}

/// The compiled templates of a theme.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
    origins: Origins,
}

/// Where each template came from, by its name: for findings.
type Origins = BTreeMap<String, Origin>;

#[derive(Debug)]
struct Origin {
    path: Arc<str>,
    compact: Compact,
}

impl Templates {
    /// Compiles the templates, by their names (`parts/crumbs.html`). None if any of them has a mistake.
    pub fn compile(files: &BTreeMap<String, TemplateFile>) -> Diagnosed<Option<Self>> {
        let mut findings = missing(files);
        let origins: Origins = files.iter().map(|(name, file)| (name.clone(), Origin::new(file))).collect();
        let mut tera = engine();
        let added = tera.add_raw_templates(origins.iter().map(|(name, origin)| (name, &origin.compact.text)));
        let Err(error) = added else {
            let templates = findings.is_empty().then_some(Self { tera, origins });
            return Diagnosed::new(templates, findings);
        };
        findings.extend(origins.iter().filter_map(|(name, origin)| syntax_mistake(name, origin, &origins)));
        if findings.is_empty() {
            findings = findings_of(&error, &origins);
        }
        Diagnosed::new(None, findings)
    }

    /// Renders a template with what `context` holds, without white space around it.
    ///
    /// # Errors
    /// A finding if the template uses something that the view does not have.
    pub fn render(&self, template: Template, context: &Context) -> Result<String, Finding> {
        let mut html = Vec::with_capacity(MOST);
        let rendered = self.tera.render_to(template.file(), context, &mut html);
        rendered.map_err(|error| self.render_mistake(template, &error))?;
        // Tera's own check that this is text takes longer than the copy.
        let html = simdutf8::basic::from_utf8(&html).expect("templates and views are text");
        Ok(html.trim().to_owned())
    }

    /// Renders a template with a view.
    ///
    /// # Errors
    /// As `render`.
    pub fn render_view(&self, template: Template, view: &impl Serialize) -> Result<String, Finding> {
        let context = Context::from_serialize(view).map_err(|error| self.render_mistake(template, &error))?;
        self.render(template, &context)
    }

    /// What was compiled of a template's file.
    pub fn text(&self, template: Template) -> Option<&str> {
        self.named(template.file())
    }

    /// What was compiled of the file `name` under the theme's `templates/`.
    pub fn named(&self, name: &str) -> Option<&str> {
        self.origins.get(name).map(|origin| &*origin.compact.text)
    }

    /// What was compiled of all files.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.origins.values().map(|origin| &*origin.compact.text)
    }

    /// Points at a template as a whole.
    pub fn place(&self, template: Template) -> Option<Place> {
        self.origins.get(template.file()).map(|origin| Place::file(&origin.path))
    }

    fn render_mistake(&self, template: Template, error: &tera::Error) -> Finding {
        let mut findings = findings_of(error, &self.origins);
        let mut finding = findings.swap_remove(0);
        if finding.place.is_none() {
            finding.place = self.place(template);
        }
        finding
    }
}

impl Origin {
    fn new(file: &TemplateFile) -> Self {
        Self { path: file.path.clone(), compact: compact(&file.text) }
    }
}

fn missing(files: &BTreeMap<String, TemplateFile>) -> Vec<Finding> {
    let needed = Template::ALL.iter().map(|template| template.file());
    needed
        .filter(|name| !files.contains_key(*name))
        .map(|name| {
            Finding::new(Code::Template, format!("the theme has no template `{name}`"))
                .help(format!("add `templates/{name}` to the theme, or use the theme `default`"))
        })
        .collect()
}

/// Reads one template alone, so that a mistake in one does not hide those in others. What it refers to is checked later.
fn syntax_mistake(name: &str, origin: &Origin, origins: &Origins) -> Option<Finding> {
    let error = engine().add_raw_template(name, &origin.compact.text).err()?;
    match error.kind() {
        ErrorKind::SyntaxError(_) => findings_of(&error, origins).pop(),
        _ => None,
    }
}

/// At least one finding for an error of the template engine.
fn findings_of(error: &tera::Error, origins: &Origins) -> Vec<Finding> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let place = origins.get(report.filename()).map(|origin| {
                let range = &report.span().range;
                Place::bytes(&origin.path, origin.compact.original(range.start)..origin.compact.original(range.end))
            });
            vec![mistake(report.message(), place)]
        }
        ErrorKind::MissingParent { current, .. } => vec![mistake(&error.to_string(), whole(current, origins))],
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            vec![mistake(&error.to_string(), whole(tpl, origins))]
        }
        _ => reports(&error.to_string(), origins),
    }
}

fn whole(name: &str, origins: &Origins) -> Option<Place> {
    origins.get(name).map(|origin| Place::file(&origin.path))
}

/// Splits the reports that the engine joins into one text when names are wrong (`error: ...`, `--> name:line:column`).
fn reports(text: &str, origins: &Origins) -> Vec<Finding> {
    text.split("\n\nerror: ")
        .map(|report| {
            let mut lines = report.lines();
            let message = lines.next().unwrap_or_default().trim_start_matches("error: ");
            let place = lines.next().and_then(|line| report_place(line, origins));
            mistake(message, place)
        })
        .collect()
}

fn report_place(line: &str, origins: &Origins) -> Option<Place> {
    let mut parts = line.trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().unwrap_or(1);
    let line: usize = parts.next()?.parse().unwrap_or(1);
    let origin = origins.get(parts.next()?)?;
    let line_start: usize = origin.compact.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = &origin.compact.text[line_start..];
    let at = line_start + rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>();
    let at = origin.compact.original(at);
    Some(Place::bytes(&origin.path, at..at))
}

fn mistake(message: &str, place: Option<Place>) -> Finding {
    // The engine names everything that there is: a help where that is little, a wall of words where it is much.
    let name = |more: &str| message.split(more).next().unwrap_or(message);
    let short = [" Available fields:", " Available variables:"].map(name).into_iter().min_by_key(|text| text.len());
    let message = if message.len() > 200 { short.unwrap_or(message) } else { message };
    let mut message = message.trim_end_matches('.').to_owned();
    if let Some(first) = message.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    let help = "correct the template there; the documentation of themes lists what each template may use";
    Finding { place, ..Finding::new(Code::Template, format!("the template cannot be used: {message}")).help(help) }
}
