//! Turns messages into a PO file (GNU gettext), which translators' programs read, and back.
//!
//! Read strictly, because a damaged file must change nothing: every line that is not understood is named.

/// One text and its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Says which text it is: unlike the text, it is there once in a file.
    pub context: String,
    /// What a translator should know of the text; read back it is empty, as is `at`.
    pub about: String,
    /// The file and line of the text.
    pub at: String,
    pub id: String,
    /// Empty while it is not translated.
    pub text: String,
    /// The text was made from another state of the source, or needs work.
    pub fuzzy: bool,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, or the context of the message.
    pub place: String,
    pub what: String,
}

/// A PO file; `head` holds lines such as `Language: cy`.
pub fn write<'a>(head: &[String], messages: impl IntoIterator<Item = &'a Message>) -> String {
    let head: String = head.iter().map(|line| format!("{line}\n")).collect();
    let mut file = format!("{}{}", field("msgid", ""), field("msgstr", &head));
    for message in messages {
        file.push('\n');
        for (mark, comment) in [("#. ", &message.about), ("#: ", &message.at)] {
            comment.lines().for_each(|line| file.extend([mark, line, "\n"]));
        }
        file.push_str(if message.fuzzy { "#, fuzzy\n" } else { "" });
        for (name, text) in [("msgctxt", &message.context), ("msgid", &message.id), ("msgstr", &message.text)] {
            file.push_str(&field(name, text));
        }
    }
    file
}

fn field(name: &str, text: &str) -> String {
    if text.contains('\n') {
        let lines: String = text.split_inclusive('\n').map(|line| format!("{}\n", quoted(line))).collect();
        return format!("{name} \"\"\n{lines}");
    }
    format!("{name} {}\n", quoted(text))
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '\\' => quoted.push_str("\\\\"),
            '"' => quoted.push_str("\\\""),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            plain => quoted.push(plain),
        }
    }
    quoted.push('"');
    quoted
}

/// Which field of a message a line goes on with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Context,
    Id,
    Text,
}

/// A message while its lines are read.
#[derive(Default)]
struct Draft {
    context: Option<String>,
    id: Option<String>,
    text: Option<String>,
    fuzzy: bool,
    last: Option<Field>,
}

/// The messages of a file, without its head, or everything that is wrong with it.
///
/// # Errors
/// Each line that is not understood.
pub fn read(file: &str) -> Result<Vec<Message>, Vec<Problem>> {
    let mut reader = Reader { messages: Vec::new(), problems: Vec::new(), draft: Draft::default(), line: 0 };
    for line in file.strip_prefix('\u{feff}').unwrap_or(file).lines() {
        reader.line += 1;
        if let Err(what) = reader.line(line.trim()) {
            reader.problem(what);
        }
    }
    reader.end();
    if reader.problems.is_empty() { Ok(reader.messages) } else { Err(reader.problems) }
}

struct Reader {
    messages: Vec<Message>,
    problems: Vec<Problem>,
    draft: Draft,
    line: usize,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), String> {
        if line.is_empty() {
            self.end();
            return Ok(());
        }
        if let Some(comment) = line.strip_prefix('#') {
            // A comment may stand right above the next message.
            if self.draft.text.is_some() {
                self.end();
            }
            let flags = comment.strip_prefix(',').unwrap_or_default();
            self.draft.fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
            return Ok(());
        }
        let (word, rest) = line.split_at(line.find('"').unwrap_or(line.len()));
        let text = unquoted(rest)?;
        match word.trim() {
            "" => self.go_on(&text),
            "msgctxt" => self.begin(Field::Context, text),
            "msgid" => self.begin(Field::Id, text),
            "msgstr" => self.begin(Field::Text, text),
            word => Err(format!("`{word}` is not expected here")),
        }
    }

    fn begin(&mut self, field: Field, text: String) -> Result<(), String> {
        if self.draft.text.is_some() && field != Field::Text {
            self.end();
        }
        let place = self.draft.place(field);
        if place.replace(text).is_some() {
            return Err("the same field stands twice in one message".to_owned());
        }
        self.draft.last = Some(field);
        Ok(())
    }

    fn go_on(&mut self, text: &str) -> Result<(), String> {
        let field = self.draft.last.ok_or("a text stands outside a message")?;
        self.draft.place(field).get_or_insert_default().push_str(text);
        Ok(())
    }

    fn end(&mut self) {
        let draft = std::mem::take(&mut self.draft);
        match draft {
            Draft { context: Some(context), id: Some(id), text: Some(text), fuzzy, .. } => {
                self.messages.push(Message { context, about: String::new(), at: String::new(), id, text, fuzzy });
            }
            // The head, and comments alone.
            Draft { context: None, id: Some(id), text: Some(_), .. } if id.is_empty() => {}
            Draft { context: None, id: None, text: None, .. } => {}
            _ => self.problem("the message above this line lacks `msgctxt`, `msgid` or `msgstr`".to_owned()),
        }
    }

    fn problem(&mut self, what: String) {
        self.problems.push(Problem { place: format!("line {}", self.line), what });
    }
}

impl Draft {
    fn place(&mut self, field: Field) -> &mut Option<String> {
        match field {
            Field::Context => &mut self.context,
            Field::Id => &mut self.id,
            Field::Text => &mut self.text,
        }
    }
}

fn unquoted(quoted: &str) -> Result<String, String> {
    let damaged = || "the quotes around a text are not complete".to_owned();
    let inner = quoted.strip_prefix('"').ok_or_else(damaged)?;
    let mut text = String::new();
    let mut letters = inner.chars();
    while let Some(c) = letters.next() {
        match c {
            '"' if letters.as_str().is_empty() => return Ok(text),
            '"' => return Err("a quote inside a text needs a backslash before it".to_owned()),
            '\\' => text.push(match letters.next() {
                Some('n') => '\n',
                Some('r') => '\r',
                Some('t') => '\t',
                Some(c @ ('\\' | '"')) => c,
                _ => return Err("a backslash stands before something that it does not belong to".to_owned()),
            }),
            c => text.push(c),
        }
    }
    Err(damaged())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text() -> impl Strategy<Value = String> {
        proptest::collection::vec(
            prop_oneof![
                Just("\n"),
                Just("\""),
                Just("\\"),
                Just("\r"),
                Just("\t"),
                Just("#"),
                Just("é 😀"),
                Just("msgid"),
                Just(" ")
            ],
            0..8,
        )
        .prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(parts in proptest::collection::vec((text(), text(), text(), any::<bool>()), 0..5)) {
            let messages: Vec<Message> = parts
                .into_iter()
                .map(|(context, id, text, fuzzy)| Message {
                    context: context.clone(),
                    about: context.clone(),
                    at: context.replace('\n', " "),
                    id,
                    text,
                    fuzzy,
                })
                .collect();
            let file = write(&["Language: cy".to_owned()], &messages);
            let told = messages.into_iter().map(|message| Message { about: String::new(), at: String::new(), ..message });
            prop_assert_eq!(read(&file), Ok(told.collect()), "{}", file);
        }

        #[test]
        fn any_text_is_read_or_refused(file in "(msg(ctxt|id|str)|\"|\\\\|#,|fuzzy|é| |\n){0,40}") {
            let _told = read(&file);
        }
    }

    #[test]
    fn each_damaged_line_is_named() {
        let places =
            |file: &str| -> Vec<String> { read(file).unwrap_err().into_iter().map(|problem| problem.place).collect() };
        assert_eq!(
            places("msgctxt \"a\"\nmsgid \"b\nmsgstr \"c\"\n\nmsgstr[0] \"x\"\n"),
            ["line 2", "line 4", "line 5"]
        );
        assert_eq!(places("\"é"), ["line 1"]);
        assert_eq!(places("\""), ["line 1"]);
        assert_eq!(places("msgid \"a\"\nmsgstr \"b\""), ["line 2"]);
    }
}
