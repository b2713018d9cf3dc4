//! Turns what goes wrong on paper into prints that are right, or into findings at their lines.
//!
//! What a few lines of text can show stands in `cases/P*.txt`; here is what needs many files, or pictures.

use std::collections::BTreeMap;
use std::fs;

use super::run;
use super::small::Small;
use super::tree;

/// A page that is printed, in the given shapes.
fn page(shapes: &str, text: &str) -> Small {
    let head = "title: Paper\nsummary: A page on paper.\nowner: team\nreviewed: 2026-11-01\nreview_by: 2027-05-01";
    Small::base().file("content/pages/paper.en.md", format!("---\n{head}\nprints: [{shapes}]\n---\n{text}\n"))
}

/// The prints of a portal that is published, by their paths.
fn prints(portal: &Small) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let (from, out) = (folder.path().join("portal"), folder.path().join("public"));
    portal.on_disk(&from);
    run::build(&from, &out);
    let made = tree::read(&out).into_iter();
    made.filter(|(path, _)| path.contains("/paper/") && path.contains(".pdf")).collect()
}

/// The pages of a PDF as Typst writes it.
fn pages(pdf: &[u8]) -> usize {
    let mark = b"/Type/Page/";
    pdf.windows(mark.len()).filter(|bytes| bytes == mark).count()
}

fn picture(name: &str) -> Vec<u8> {
    fs::read(super::golden::folder().join("pictures").join(name)).unwrap()
}

#[test]
fn two_hundred_services_do_not_fit_into_a_folded_leaflet() {
    let mut portal = page("dl", "First.\n\n:::services topic=breaks\n:::");
    let service = String::from_utf8(portal.files["content/services/listening-line.yaml"].clone()).unwrap();
    for number in 0..200 {
        let text = service.replace("Listening line", &format!("Listening line {number}"));
        portal = portal.file(&format!("content/services/line-{number}.yaml"), text);
    }
    let report = run::check(&portal.in_memory());
    let found = run::lines(&report);
    let place = "P001 content/services/line-";
    assert!(
        found.iter().any(|line| line.starts_with(place) && line.contains("does not fit into the panel")),
        "{found:?}"
    );
    assert!(found.iter().all(|line| line.starts_with("P001 ")), "{found:?}");
}

#[test]
fn a_picture_for_printers_is_printed() {
    let portal = page("a4, a5", "First.\n\n![A red box](inks.jpg)").file("content/pages/inks.jpg", picture("inks.jpg"));
    let prints = prints(&portal);
    assert_eq!(prints.len(), 3 * 3, "{:?}", prints.keys());
}

/// 50 MB of noise weigh too much for a page even when they are made small. The print has no fault.
#[test]
fn a_picture_of_50_megabytes_is_made_small_and_the_page_says_what_it_weighs() {
    let mut noise = image::RgbImage::new(5_000, 3_400);
    let mut state = 1_u32;
    for pixel in noise.pixels_mut() {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        pixel.0 = [24, 16, 8].map(|shift| (state >> shift).to_le_bytes()[0]);
    }
    let mut large = std::io::Cursor::new(Vec::new());
    noise.write_to(&mut large, image::ImageFormat::Png).unwrap();
    assert!(large.get_ref().len() > 50_000_000);
    let text = "First.\n\n![Noise](noise.png)";
    let found =
        run::lines(&run::check(&page("a4", text).file("content/pages/noise.png", large.into_inner()).in_memory()));
    assert!(found.iter().all(|line| line.starts_with("B002 ")), "{found:?}");
}

#[test]
fn an_empty_page_has_two_sides_in_a_folded_leaflet() {
    let prints = prints(&page("a4, large-print, a5, dl", ""));
    for (path, pdf) in &prints {
        let sides = if path.ends_with("-dl.pdf") || path.ends_with("-booklet.pdf") { 2 } else { 1 };
        assert_eq!(pages(pdf), sides, "{path}");
    }
    assert!(prints.len() > 4);
}
