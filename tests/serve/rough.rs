//! Turns rough treatment of a portal's files into proof that the preview goes on.

use std::fs;

use super::browser::Preview;
use super::small::Small;

fn page(title: &str) -> String {
    format!(
        "---\ntitle: {title}\nsummary: Something.\nowner: team\nreviewed: 2026-11-01\nreview_by: 2027-05-01\n---\nText.\n"
    )
}

#[test]
fn files_may_come_and_go() {
    let preview = Preview::of(&Small::base());
    let passing = preview.folder().join("content/pages/passing.en.md");
    let kept = preview.folder().join("content/pages/money.en.md");
    let beside = preview.folder().join("content/pages/money.en.md~");
    let text = fs::read_to_string(&kept).unwrap();
    for number in 0..200 {
        fs::write(&passing, page("Passing")).unwrap();
        // As editors save that keep a copy beside.
        fs::rename(&kept, &beside).unwrap();
        fs::write(&kept, text.replace("for carers", &format!("for {number} carers"))).unwrap();
        fs::remove_file(&beside).unwrap();
        fs::remove_file(&passing).unwrap();
    }
    preview.until_page("/en/money/", "There is money for 199 carers.");
    preview.until("the end of findings", |preview| preview.said("/en/money/").is_empty());
    assert_eq!(preview.get("/en/passing/").status, 404);
}

#[test]
fn a_file_may_be_saved_by_way_of_another() {
    let preview = Preview::of(&Small::base());
    let kept = preview.folder().join("content/pages/money.en.md");
    let text = fs::read_to_string(&kept).unwrap();
    for number in 0..5 {
        let new = preview.folder().join(format!("content/pages/money.en.md.new{number}"));
        fs::write(&new, text.replace("for carers", &format!("for {number} carers"))).unwrap();
        fs::rename(&new, &kept).unwrap();
        preview.until_page("/en/money/", &format!("There is money for {number} carers."));
    }
    preview.until("the end of findings", |preview| preview.said("/en/money/").is_empty());
}

#[test]
fn a_folder_may_be_renamed_and_come_back() {
    let portal = ["index", "leave"]
        .into_iter()
        .fold(Small::base(), |small, name| small.file(&format!("content/pages/work/{name}.en.md"), page("Work")));
    let preview = Preview::of(&portal);
    let path = |name: &str| preview.folder().join("content/pages").join(name);
    assert_eq!(preview.get("/en/work/leave/").status, 200);
    fs::rename(path("work"), path("working")).unwrap();
    preview.until("the new address", |preview| preview.get("/en/working/leave/").status == 200);
    assert_eq!(preview.get("/en/work/leave/").status, 404);
    preview.edit("content/pages/working/leave.en.md", "Text.", "Ask early.");
    preview.until_page("/en/working/leave/", "Ask early.");
    fs::rename(path("working"), path("work")).unwrap();
    preview.until_page("/en/work/leave/", "Ask early.");
    // All that a portal is made of may be away for a while.
    let (content, away) = (preview.folder().join("content"), preview.folder().join("away"));
    fs::rename(&content, &away).unwrap();
    preview.until("the findings", |preview| !preview.said("/en/work/leave/").is_empty());
    fs::rename(&away, &content).unwrap();
    preview.until("the end of findings", |preview| preview.said("/en/work/leave/").is_empty());
    preview.edit("content/pages/work/leave.en.md", "Ask early.", "Ask soon.");
    preview.until_page("/en/work/leave/", "Ask soon.");
}

#[test]
fn a_thousand_files_may_change_at_once() {
    let preview = Preview::of(&Small::base());
    let many = |text: &str| {
        for number in 0..1000 {
            preview.write(&format!("content/pages/many/p{number:03}.en.md"), text);
        }
    };
    many(&page("Many"));
    preview.until("the last page", |preview| preview.get("/en/many/p999/").status == 200);
    many(&page("More"));
    preview.until_page("/en/many/p999/", "More");
    fs::remove_dir_all(preview.folder().join("content/pages/many")).unwrap();
    preview.until("the end of the pages", |preview| preview.get("/en/many/p000/").status == 404);
    preview.until("the end of findings", |preview| preview.said("/en/money/").is_empty());
}

#[test]
fn what_is_no_text_is_said_and_can_be_mended() {
    let preview = Preview::of(&Small::base());
    let money = preview.folder().join("content/pages/money.en.md");
    let text = fs::read(&money).unwrap();
    assert_eq!(preview.get("/en/money/").status, 200);
    for bad in [&b"\xff\xfe"[..], b"", b"---\ntitle: [\n---\n", b"---\n"] {
        fs::write(&money, bad).unwrap();
        preview.until("the finding", |preview| !preview.said("/en/money/").is_empty());
        assert!(preview.get("/en/money/").text().contains("There is money for carers."), "{bad:?}");
        fs::write(&money, &text).unwrap();
        preview.until("the end of findings", |preview| preview.said("/en/money/").is_empty());
    }
    // A folder where a file was.
    fs::remove_file(&money).unwrap();
    fs::create_dir(&money).unwrap();
    preview.until("the missing page", |preview| !preview.said("/en/").is_empty());
    fs::remove_dir(&money).unwrap();
    fs::write(&money, &text).unwrap();
    preview.until("the page again", |preview| preview.said("/en/").is_empty());
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_even_while_a_browser_listens() {
    let preview = Preview::of(&Small::base());
    let mut events = preview.events();
    events.next();
    preview.edit("content/pages/money.en.md", "There is money", "There is some money");
    assert_eq!(preview.end(), Some(0));
}
