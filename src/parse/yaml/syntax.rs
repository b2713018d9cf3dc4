//! Turns the parser's words about broken YAML into what an editor most likely did.

/// What is wrong with a text, where (a byte of it), and what to do.
pub struct Cause {
    pub at: usize,
    pub message: &'static str,
    pub help: String,
}

/// Parts of the parser's messages, with what they mostly mean.
const CAUSES: &[(&str, &str, &str)] = &[
    (
        "quoted scalar",
        "a quote is opened here and not closed as it should be",
        "end the text with the same quote; inside double quotes, write a backslash twice",
    ),
    ("flow sequence", "a list that opens with `[` is not closed", "close it with `]` and put commas between its items"),
    (
        "flow mapping",
        "keys that open with `{` are not closed",
        "close them with `}` and put commas between them; a text with a comma or colon needs quotes",
    ),
    (
        "mapping values are not allowed",
        "a colon stands where no key can be",
        "put quotes around a text that holds `: `, and begin each key of a record in the same column",
    ),
    (
        "could not find expected ':'",
        "a line is neither a key with a value nor part of a text",
        "write `key: value`, with a space after the colon",
    ),
    (
        "cannot start any token",
        "a value starts with a sign that means something else in YAML",
        "put quotes around the value",
    ),
    ("anchor", "a value starts with `*` or `&`, which mean something else in YAML", "put quotes around the value"),
    ("alias", "a value starts with `*` or `&`, which mean something else in YAML", "put quotes around the value"),
    ("tag", "a value starts with `!`, which means something else in YAML", "put quotes around the value"),
    (
        "block scalar",
        "a text over several lines does not begin as it should",
        "write `|` at the end of the key's line and indent the text below it by two spaces",
    ),
    (
        "'-' indicator",
        "this line is not indented like the list above it",
        "begin each `- ` of a list in the same column",
    ),
    (
        "control characters",
        "there is an invisible character here that does not belong in a text",
        "delete the character; it may have come from a copied text",
    ),
];

/// Finds the cause of the parser's message `said` about byte `at` of `yaml`.
pub fn cause(yaml: &str, said: &str, at: usize) -> Cause {
    if said.contains("more than one document") {
        return second_document(yaml);
    }
    let at = began(yaml, said).unwrap_or(at);
    let lines = Lines::around(yaml, at);
    if let Some(tab) = lines.tab() {
        return Cause {
            at: tab,
            message: "a tab stands at the start of this line",
            help: "indent with spaces, not with tabs".to_owned(),
        };
    }
    if let Some((crowded, key)) = lines.crowded() {
        return Cause {
            at: crowded,
            message: "a space is missing after a colon",
            help: format!("write a space between `{key}:` and its value"),
        };
    }
    if said.contains("expected key") {
        return indented(at);
    }
    match CAUSES.iter().find(|(part, _, _)| said.contains(part)) {
        Some((_, message, help)) => Cause { at, message, help: (*help).to_owned() },
        None => Cause {
            at,
            message: "this line cannot be read as YAML",
            help: "compare it and the line above with a file that works".to_owned(),
        },
    }
}

/// What made the parser see the file's end before its last line: a divider, or a line further left than the first.
fn second_document(yaml: &str) -> Cause {
    let mut start = 0;
    let mut seen = false;
    for line in yaml.split_inclusive('\n') {
        if seen && (line.starts_with("---") || line.starts_with("...")) {
            break;
        }
        if seen
            && line.starts_with(|c: char| !c.is_whitespace() && c != '#')
            && yaml.trim_start_matches('\n').starts_with(' ')
        {
            return indented(start);
        }
        seen |= !line.trim().is_empty() && !line.starts_with(['#', '-']);
        start += line.len();
    }
    Cause {
        at: start,
        message: "a line of three hyphens divides the file in two",
        help: "remove the line: a file holds one record or one list".to_owned(),
    }
}

fn indented(at: usize) -> Cause {
    Cause {
        at,
        message: "this line is not indented like the lines above it",
        help: "begin each key of a record in the same column, and check the quotes of the line above".to_owned(),
    }
}

/// Where the quote or bracket opened that the parser could not finish: it says `at line 3 column 7` last.
fn began(yaml: &str, said: &str) -> Option<usize> {
    let (_, context) = said.split_once(", while ")?;
    let (_, place) = context.rsplit_once(" at line ")?;
    let (line, column) = place.split_once(" column ")?;
    let (Ok(line), Ok(column)) = (line.parse::<usize>(), column.parse::<usize>()) else { return None };
    let start: usize = yaml.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let text = yaml.get(start..)?.lines().next()?;
    Some(start + text.char_indices().nth(column.checked_sub(1)?).map_or(text.len(), |(at, _)| at))
}

/// The line of a mistake and the one above it, where the cause often lies.
struct Lines<'a> {
    lines: [Option<(usize, &'a str)>; 2],
}

impl<'a> Lines<'a> {
    fn around(yaml: &'a str, at: usize) -> Self {
        let mut lines = [None, None];
        let mut start = 0;
        for line in yaml.split_inclusive('\n') {
            if start > at {
                break;
            }
            if !line.trim().is_empty() {
                lines = [lines[1], Some((start, line))];
            }
            start += line.len();
        }
        Self { lines }
    }

    fn each(&self) -> impl Iterator<Item = (usize, &'a str)> {
        self.lines.into_iter().flatten()
    }

    /// A tab in the indentation.
    fn tab(&self) -> Option<usize> {
        let indent = |line: &'a str| &line[..line.len() - line.trim_start().len()];
        self.each().find_map(|(start, line)| indent(line).find('\t').map(|tab| start + tab))
    }

    /// `name:Carers`, where a space is missing, and its key.
    fn crowded(&self) -> Option<(usize, &'a str)> {
        self.each().find_map(|(start, line)| {
            let text = line.trim_start().trim_start_matches("- ");
            let (key, value) = text.split_once(':')?;
            let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            let crowded = is_key && value.starts_with(|c: char| !c.is_whitespace() && c != '/');
            crowded.then_some((start + line.len() - text.len(), key))
        })
    }
}
