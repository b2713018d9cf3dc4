//! Turns records of pictures into one table, in which the portal's own win, and their files into findings.

use std::collections::BTreeMap;

use super::references::deeper;
use crate::diag::{Code, Finding, Severity, nearest};
use crate::load::{Source, Sources};
use crate::model::{Picture, PictureId};
use crate::parse::image::{ImageKind, Unfit, look};
use crate::parse::records::Located;

/// The pictures by id. Of several lists that have one, the last wins: the theme's stand first, the portal's own last.
pub fn table(
    records: Vec<Located<Picture>>,
    sources: &Sources,
    findings: &mut Vec<Finding>,
) -> BTreeMap<PictureId, Picture> {
    let mut table: BTreeMap<PictureId, Located<Picture>> = BTreeMap::new();
    for record in records {
        let id = record.value.id.clone();
        if table.get(&id).is_some_and(|known| known.place.file == record.place.file) {
            let message = format!("`{id}` is written twice");
            findings.push(Finding::new(Code::DuplicateId, message).at(record.place).help("remove one of the two"));
            continue;
        }
        table.insert(id, record);
    }
    findings.extend(table.values().filter_map(|record| fault(record, sources)));
    table.into_iter().map(|(id, record)| (id, record.value)).collect()
}

/// K001, K002 and K004: what is wrong with a picture's file.
fn fault(record: &Located<Picture>, sources: &Sources) -> Option<Finding> {
    let picture = &record.value;
    let place = || deeper(&record.place, ["file".into()]);
    let Some(source) = sources.files.get(picture.path().as_str()) else {
        let message = format!("the picture `{}` names the file `{}`, which is not there", picture.id, picture.file);
        return Some(Finding::new(Code::PictureFile, message).at(place()).help(absent(picture, sources)));
    };
    match look(source) {
        Err(unfit) => {
            let code = match unfit {
                Unfit::NotAnImage(_) => Code::PictureFile,
                Unfit::Active(_) => Code::PictureActive,
            };
            let message = format!("the file `{}` of the picture `{}` {}", picture.file, picture.id, unfit.why());
            Some(Finding::new(code, message).at(place()).help(unfit.help()))
        }
        Ok(kind) => large(picture, (source, kind)).map(|finding| finding.at(place())),
    }
}

fn absent(picture: &Picture, sources: &Sources) -> String {
    let folder = format!("{}/", picture.folder);
    let there = sources.files.keys().filter_map(|path| path.strip_prefix(&folder));
    nearest(&picture.file, there)
        .map_or_else(|| format!("add the file to `{folder}`"), |near| format!("did you mean `{near}`?"))
}

/// Bytes from which a drawing is large, and from which it is no drawing of one thing: a page of easy read shows twenty,
/// and may weigh 120 kB in all.
const DRAWING: (usize, usize) = (30_000, 300_000);

/// The same for a photograph, which is made small before it is published.
const RASTER: (usize, usize) = (500_000, 5_000_000);

fn large(picture: &Picture, (source, kind): (&Source, ImageKind)) -> Option<Finding> {
    let bytes = source.text().map_or_else(|| source.bytes().map_or(0, <[u8]>::len), |text| text.len());
    let ((warn, fail), help) = match kind {
        ImageKind::Drawing => (DRAWING, "draw it with fewer shapes, or make it small with the tool `svgo`"),
        ImageKind::Raster { .. } => (RASTER, "make it about 500 pixels wide, and save it again"),
    };
    if bytes <= warn {
        return None;
    }
    let severity = if bytes > fail { Severity::Error } else { Severity::Warning };
    let kilobytes = |bytes: usize| bytes.div_ceil(1000);
    let message = format!(
        "the file `{}` of the picture `{}` is {} kB, where {} are enough",
        picture.file,
        picture.id,
        kilobytes(bytes),
        kilobytes(warn)
    );
    Some(Finding { severity, ..Finding::new(Code::PictureLarge, message).help(help) })
}
