//! Turns templates with mistakes into findings: what is wrong, and where.

use super::*;

fn mistake(path: &str, text: &str) -> Vec<(String, String)> {
    let path = format!("themes/default/templates/{path}");
    let findings = build(&[(&path, text)]).map(|_| ()).unwrap_err();
    findings.into_iter().map(|finding| (finding.message.clone(), pointed(&finding, text))).collect()
}

fn pointed(finding: &Finding, text: &str) -> String {
    match &finding.place.as_ref().unwrap().spot {
        crate::diag::Spot::Bytes(start, end) => {
            text[*start..].lines().next().unwrap()[..(end - start).max(1)].to_owned()
        }
        _ => String::new(),
    }
}

#[test]
fn mistakes_in_a_template_are_found_with_their_place() {
    for (text, message, place) in [
        (
            "<p>\n\n   {% if %}",
            "the template cannot be used: found `%}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`",
            "%}",
        ),
        ("<p>\n\n\n   {{ s.a | shout }}", "the template cannot be used: unknown filter `shout`", "s"),
        ("a\n\n\n {% include \"no.html\" %}", "the template cannot be used: unknown template `no.html`", "\""),
    ] {
        let found = mistake("parts/dates.html", text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].0.as_str(), found[0].1.as_str()), (message, place));
    }
}

#[test]
fn a_template_that_asks_for_what_is_not_there_is_found() {
    let text = "<p>\n\n   {{ s.revewed }}";
    let theme = build(&[("themes/default/templates/parts/dates.html", text)]).unwrap();
    let s = &Strings::from_serializable(&BTreeMap::from([("reviewed", "Reviewed")]));
    let finding =
        theme.part(Template::Dates, &DatesView { s, reviewed: None, review_by: None, tested: None }).unwrap_err();
    assert_eq!(
        finding.message,
        "the template cannot be used: field `revewed` is not defined. Available fields: reviewed"
    );
    assert_eq!(pointed(&finding, text), "revewed");
}

#[test]
fn a_layout_has_a_place_for_title_and_body() {
    let layout = |text: &str| {
        let theme = build(&[("themes/default/templates/layout.html", text)]).unwrap();
        theme.skeleton(&chrome("en", ENGLISH)).map(|_| ()).map_err(|finding| finding.message)
    };
    assert_eq!(layout("<title>{{ page.title }}</title>{{ page.body }}"), Ok(()));
    assert_eq!(layout("<title>{{ page.title }}</title>"), Err("the layout has no place for `page.body`".to_owned()));
    assert_eq!(layout("{{ page.body }}"), Err("the layout has no place for `page.title`".to_owned()));
}
