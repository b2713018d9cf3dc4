//! Turns leaflets into PDFs: tagged for reading (PDF/UA-1, PDF/A-2a), and for booklets a copy for an office printer.

mod booklet;
mod code;
mod ends;
mod fonts;
mod join;
mod pictures;
mod proof;
mod qr;
mod scripts;
mod setting;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use typst::diag::Warned;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::diag::{Code, Finding};
use crate::model::PrintShape;
use crate::plan::prints::Leaflet;
use crate::theme::PrintTheme;

use code::{Manner, Script};
pub use fonts::Typefaces;
pub use pictures::Pictures;
use proof::Proof;
pub use scripts::{lacking, scripts};
use setting::{Library, Setting};

/// Sets leaflets, from any number of threads.
pub struct Press<'a> {
    theme: &'a PrintTheme,
    pictures: Pictures<'a>,
    fonts: Typefaces,
    library: Library,
}

/// A leaflet as PDF.
#[derive(Clone, Debug)]
pub struct Pressed {
    pub pdf: Vec<u8>,
    /// The pages of a booklet, two on each side of A4, for an office printer.
    pub booklet: Option<Vec<u8>>,
    pub pages: usize,
}

/// Whether the panel of other formats stands before or after the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FormatsPanel {
    Last,
    First,
}

/// The panel stands on one of the first pages of a print, where people find it.
const FORMATS_BY_PAGE: usize = 3;

/// How many leaflets are set before Typst forgets what it learned of those before: it bounds the memory.
pub const LEAFLETS_REMEMBERED: usize = 10;

impl<'a> Press<'a> {
    pub fn new(theme: &'a PrintTheme, pictures: Pictures<'a>) -> Self {
        Self { theme, pictures, fonts: Typefaces::new(theme), library: Library::new(theme) }
    }

    /// Sets a leaflet and reads what was set: everything it says is there, inside the paper, and in letters.
    ///
    /// # Errors
    /// All that keeps it from being printed, each at its line.
    pub fn press(&self, leaflet: &Leaflet) -> Result<Pressed, Vec<Finding>> {
        let mut proof = self.proof(leaflet, FormatsPanel::Last)?;
        if proof.formats_page().is_some_and(|page| page > FORMATS_BY_PAGE) {
            proof = self.proof(leaflet, FormatsPanel::First)?;
        }
        let findings = proof.findings();
        if !findings.is_empty() {
            return Err(findings);
        }
        let document = &join::join(&proof.document);
        let pdf = write(document, leaflet, &[PdfStandard::Ua_1, PdfStandard::A_2a]);
        let pdf = pdf.map_err(|errors| proof.setting.findings(&errors, leaflet))?;
        let booklet = (leaflet.shape == PrintShape::A5).then(|| {
            let imposed = booklet::impose(document, leaflet.language().direction());
            write(&imposed, leaflet, &[]).map_err(|errors| proof.setting.findings(&errors, leaflet))
        });
        Ok(Pressed { pdf, booklet: booklet.transpose()?, pages: document.pages().len() })
    }

    /// What Typst is given beside the theme's templates: the leaflet's own code, its QR code and its pictures, by path.
    ///
    /// # Errors
    /// A picture that cannot be printed, or an address that no QR code can hold.
    pub fn sources(&self, leaflet: &Leaflet) -> Result<Vec<(String, Vec<u8>)>, Vec<Finding>> {
        self.setting(leaflet, FormatsPanel::Last).map(|setting| setting.sources())
    }

    fn setting(&self, leaflet: &Leaflet, formats: FormatsPanel) -> Result<Setting<'_>, Vec<Finding>> {
        let qr = qr::svg(&leaflet.url).map_err(|problem| vec![broken(leaflet, &problem)])?;
        let script = Script::of(leaflet, &self.fonts, &Manner { theme: self.theme, formats, qr: &qr });
        let pictures = self.pictures.of(leaflet)?;
        Ok(Setting::new((&self.library, &self.fonts), script, (qr, pictures)))
    }

    /// The pages of a leaflet, before they are read.
    fn proof<'p>(&'p self, leaflet: &'p Leaflet, formats: FormatsPanel) -> Result<Proof<'p>, Vec<Finding>> {
        let setting = self.setting(leaflet, formats)?;
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&setting);
        match output {
            Ok(document) if warnings.is_empty() => Ok(Proof { leaflet, setting, document, fonts: &self.fonts }),
            // A warning of Typst is often of something that is not printed.
            Ok(_) => Err(setting.findings(&warnings, leaflet)),
            Err(errors) => Err(setting.findings(&errors, leaflet)),
        }
    }
}

impl std::fmt::Debug for Press<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Press").finish_non_exhaustive()
    }
}

/// Forgets what was set long ago.
pub fn forget() {
    comemo::evict(2);
}

fn broken(leaflet: &Leaflet, problem: &str) -> Finding {
    let finding = Finding::new(Code::PrintSetting, format!("the print `{}` cannot be set: {problem}", leaflet.title()));
    Finding { place: leaflet.at.0.clone(), ..finding }
}

/// A booklet's printed copy is not tagged: its pages are out of order.
fn write(
    document: &PagedDocument,
    leaflet: &Leaflet,
    standards: &[PdfStandard],
) -> Result<Vec<u8>, typst::ecow::EcoVec<typst::diag::SourceDiagnostic>> {
    let standards_list = PdfStandards::new(standards).expect("these standards go together");
    let day = leaflet.issued;
    let part = |part: i8| u8::try_from(part).expect("months and days are positive");
    let date = Datetime::from_ymd_hms(i32::from(day.year()), part(day.month()), part(day.day()), 0, 0, 0);
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} {}", leaflet.code, leaflet.version.as_str())),
        creator: Smart::Custom(Some("Fingerpost".to_owned())),
        timestamp: date.map(Timestamp::new_utc),
        standards: standards_list,
        tagged: !standards.is_empty(),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map(ends::clear)
}

/// What a file of a print holds, shared by all that use it.
type Shared = Arc<[u8]>;
