//! Turns one photograph that lies in several folders into the files that are published for it.

use std::io::Cursor;

use scraper::{Html, Selector};

use super::run;
use super::small::Small;
use super::tree::{self, Tree};

/// A page with a photograph of `static/`, another with a copy of it, whose easy-read edition has one as a picture.
fn portal() -> Small {
    let mut photograph = Cursor::new(Vec::new());
    image::RgbImage::from_fn(1_000, 500, |x, _| image::Rgb([u8::try_from(x % 256).unwrap(), 0, 0]))
        .write_to(&mut photograph, image::ImageFormat::Jpeg)
        .unwrap();
    let photograph = photograph.into_inner();
    Small::base()
        .with("--- content/pages/index.en.md (changed)\n-Start with [money](/money).\n+Start with [money](/money).\n+\n+![A garden](/photos/Garden.jpg)\n")
        .with("--- content/pages/money.en.md (changed)\n-There is money for carers.\n+There is money for carers.\n+\n+![A garden](Garden.jpg)\n")
        .with("--- content/pages/money.easy.en.md\n---\ntitle: Money\nowner: team\nreviewed: 2026-11-01\nreview_by: 2027-05-01\n---\n:::row picture=garden\nYou can sit there.\n:::\n")
        .with("--- content/pictures.yaml\n- { id: phone, file: phone.svg, means: { en: telephone, cy: ffôn }, licence: CC0-1.0, credit: Fingerpost }\n- { id: garden, file: Garden.jpg, means: { en: garden, cy: gardd }, licence: CC0-1.0, credit: Fingerpost }\n")
        .file("content/pictures/Garden.jpg", photograph.clone())
        .file("content/static/photos/Garden.jpg", photograph.clone())
        .file("content/pages/Garden.jpg", photograph)
}

/// A file's name without its hash and kind.
fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap().rsplitn(3, '.').last().unwrap()
}

/// The name of the file that a page shows, and how wide the page says it is.
fn shown(site: &Tree, page: &str) -> String {
    let html = Html::parse_document(tree::text(site, page));
    let image = html.select(&Selector::parse("main img").unwrap()).next().unwrap();
    format!("{}, {} wide", name(image.attr("src").unwrap()), image.attr("width").unwrap())
}

/// The name of each photograph, and how wide it is.
fn published(site: &Tree) -> Vec<String> {
    let images = site.iter().filter(|(path, _)| path.starts_with("assets/images/") && path.ends_with(".jpg"));
    let width = |bytes: &[u8]| image::load_from_memory(bytes).unwrap().width();
    images.map(|(path, bytes)| format!("{}, {} wide", name(path), width(bytes))).collect()
}

#[test]
fn copies_of_a_photograph_are_published_once_in_each_size() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    portal().on_disk(folder.path());
    run::build(folder.path(), &out);
    let site = tree::read(&out);
    assert_eq!(published(&site), ["garden.360, 360 wide", "garden.720, 720 wide"]);
    assert_eq!(shown(&site, "en/index.html"), "garden.720, 720 wide");
    assert_eq!(shown(&site, "en/money/index.html"), "garden.720, 720 wide");
    assert_eq!(shown(&site, "en/money/easy-read/index.html"), "garden.360, 160 wide");
}
