//! Turns a page of the guide into text for a terminal.

use std::sync::Arc;

use textwrap::Options;

use crate::cli::new::front::Page;
use crate::model::FrontMatter;
use crate::parse::yaml;

/// In columns.
const WIDTH: usize = 90;

/// A page with its title and summary. Code stays as it is; blocks and anchors, which a browser needs, go.
pub fn text(page: &str) -> String {
    let cut = Page::of(page);
    let front: Option<FrontMatter> = yaml::read(&Arc::from("guide"), cut.front, 0..cut.front.len()).value;
    let mut said = String::new();
    if let Some(front) = front {
        said.push_str(&format!("{}\n{}\n\n", front.title, "=".repeat(front.title.chars().count())));
        said.extend(front.summary.map(|summary| format!("{}\n\n", textwrap::fill(&summary, WIDTH))));
    }
    let mut fence: Option<&str> = None;
    for line in page[cut.body].lines() {
        let ticks = &line[..line.len() - line.trim_start_matches('`').len()];
        match fence {
            Some(open) if ticks == open => fence = None,
            Some(_) => said.push_str(&format!("    {line}\n")),
            None if ticks.len() > 2 => fence = Some(ticks),
            None if line.starts_with(":::") => {}
            None => {
                said.push_str(&prose(line));
                said.push('\n');
            }
        }
    }
    said
}

fn prose(line: &str) -> String {
    if line.starts_with('#') {
        return line.split_once(" {#").map_or(line, |(heading, _)| heading).to_owned();
    }
    let line = named_links(line);
    if line.starts_with('|') {
        return line;
    }
    let indent = if line.starts_with("- ") { "  " } else { "" };
    textwrap::fill(&line, Options::new(WIDTH).subsequent_indent(indent).break_words(false))
}

/// `[links](/editors/links#pages)` as `links (editors/links)`: what `fingerpost guide` takes.
fn named_links(line: &str) -> String {
    let mut said = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("](/") {
        let (Some(start), Some((target, tail))) = (before.rfind('['), after.split_once(')')) else { break };
        let page = target.split('#').next().unwrap_or(target);
        said.push_str(&format!("{}{} ({page})", &before[..start], &before[start + 1..]));
        rest = tail;
    }
    said + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_in_a_terminal() {
        let page = "---\ntitle: \"Links\"\nsummary: How.\n---\nSee [facts](/editors/facts#due) or [x](/y).\n\n## More {#more}\n\n\
                    :::warning\nCare.\n:::\n\n````markdown\n:::only nations=wales\n[a](/b)\n````\n";
        assert_eq!(
            text(page),
            "Links\n=====\n\nHow.\n\nSee facts (editors/facts) or x (y).\n\n## More\n\nCare.\n\n    \
             :::only nations=wales\n    [a](/b)\n"
        );
    }

    #[test]
    fn long_lines_are_wrapped_between_words() {
        let said = text(&format!("- {}\n", "word ".repeat(40)));
        assert!(said.lines().all(|line| line.len() <= WIDTH) && said.contains("\n  word"), "{said}");
    }
}
