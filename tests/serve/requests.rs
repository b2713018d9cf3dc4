//! Turns requests of every kind into proof that the preview answers its own user alone.

use super::browser::{Preview, Reply};
use super::small::Small;

fn preview() -> Preview {
    Preview::of(&Small::base())
}

#[test]
fn only_this_computer_is_answered() {
    let preview = preview();
    let status = |host: &str| preview.send(&["GET /en/ HTTP/1.1", host]).status;
    assert_eq!(["Host: localhost:PORT", "Host: 127.0.0.1:PORT", "Host: [::1]:PORT"].map(status), [200, 200, 200]);
    for host in ["Host: example.org", "Host: example.org:PORT", "Host: localhost", "X: y"] {
        let reply = preview.send(&["GET /en/ HTTP/1.1", host]);
        assert_eq!(reply.status, 403, "{host}");
        assert!(!reply.text().contains("carers"), "{host}");
    }
    assert_eq!(preview.send(&["POST /en/ HTTP/1.1", "Host: localhost:PORT"]).status, 405);
}

#[test]
fn nothing_but_the_site_is_answered() {
    let preview = preview();
    for path in
        ["/../content/portal.yaml", "/%2e%2e/content/portal.yaml", "/en/..%2f..%2fcontent/portal.yaml", "//etc/passwd"]
    {
        assert_eq!(preview.get(path).status, 400, "{path}");
    }
    for path in ["/content/portal.yaml", "/portal.yaml", "/en/no-such-page/", "/__fingerpost/no-such-thing"] {
        assert_eq!(preview.get(path).status, 404, "{path}");
    }
}

#[test]
fn the_guide_says_what_a_finding_means() {
    let preview = preview();
    let page = preview.get("/__fingerpost/guide/F003");
    assert_eq!((page.status, page.header("Content-Type")), (200, Some("text/html; charset=utf-8")));
    assert!(page.text().contains("<h1>F003: a fact has run out</h1>"), "{}", page.text());
    assert!(page.text().contains("<h2>How to mend it</h2>"), "{}", page.text());
    for path in ["/__fingerpost/guide/", "/__fingerpost/guide/F999", "/__fingerpost/guide/../F003"] {
        assert!(preview.get(path).status >= 400, "{path}");
    }
}

#[test]
fn a_reply_says_what_it_is_and_is_not_kept() {
    let preview = preview();
    let page = preview.get("/en/money/");
    assert_eq!(page.header("Content-Type"), Some("text/html; charset=utf-8"));
    assert_eq!(page.header("Cache-Control"), Some("no-store"));
    let kinds = ["/claim.pdf", "/robots.txt", "/sitemap.xml", "/__fingerpost/preview.js"]
        .map(|path| preview.get(path).header("Content-Type").unwrap().to_owned());
    assert_eq!(
        kinds,
        ["application/pdf", "text/plain; charset=utf-8", "text/xml; charset=utf-8", "text/javascript; charset=utf-8"]
    );
    let head: Reply = preview.send(&["HEAD /en/money/ HTTP/1.1", "Host: localhost:PORT"]);
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("Content-Length"), page.header("Content-Length"));
    let folder = preview.get("/en/money");
    assert_eq!((folder.status, folder.header("Location")), (302, Some("/en/money/")));
    let missing = preview.get("/cy/dim/");
    assert!(missing.status == 404 && missing.text().contains("Neidio i'r prif gynnwys"), "{}", missing.text());
}

#[test]
fn a_site_below_a_path_is_shown_there() {
    let preview = Preview::of(&Small::base().with(
        "--- content/portal.yaml (changed)\n-base_url: https://carers.example.org\n\
         +base_url: https://carers.example.org/help\n",
    ));
    assert_eq!(preview.get("/").header("Location"), Some("/help/"));
    assert!(preview.get("/help/en/money/").text().contains("There is money for carers."));
    let page = preview.get("/en/no-such-page/");
    let (_, rest) = page.text().split_once("href=/help/assets/").unwrap_or_else(|| panic!("{}", page.text()));
    let name = rest.split([' ', '>']).next().unwrap();
    assert_eq!(preview.get(&format!("/help/assets/{name}")).status, 200);
}

#[test]
fn the_day_is_chosen_by_our_own_script_alone() {
    let preview = preview();
    preview.edit("content/pages/money.en.md", "owner: team", "owner: team\npublish_until: 2026-12-31");
    let choose = |header: &str| {
        preview.send(&["GET /__fingerpost/day?day=2027-02-01 HTTP/1.1", "Host: localhost:PORT", header]).status
    };
    assert_eq!(choose("Accept: */*"), 403);
    assert_eq!(choose("X-Fingerpost: 1"), 200);
    preview.until("the other day", |preview| preview.get("/en/money/").status == 404);
    assert_eq!(preview.state("/en/")["day"], "2027-02-01");
}

#[test]
fn another_variant_is_one_choice_away() {
    let preview = Preview::of(&Small::base().with(include_str!("../portal/rich.txt")));
    let variants = &preview.state("/harborough/en/money/")["variants"];
    let values = |axis: &str| -> Vec<String> {
        let choices = variants[axis].as_array().unwrap();
        choices.iter().map(|choice| choice["value"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(values("language"), ["en", "ur"]);
    assert!(values("place").contains(&"gwynedd".to_owned()), "{variants}");
    let go = |query: &str| {
        let reply = preview.get(&format!("/__fingerpost/go?path=/harborough/en/money/&{query}"));
        reply.header("Location").unwrap().to_owned()
    };
    assert_eq!(go("language=ur"), "/harborough/ur/money/");
    assert_eq!(go("place=gwynedd&language=cy"), "/gwynedd/cy/arian/");
    assert_eq!(go("place=gwynedd&language=ur"), "/gwynedd/cy/arian/");
    assert_eq!(go("edition=easy-read&place=harborough"), go("edition=easy-read"));
}
