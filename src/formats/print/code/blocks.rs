//! Turns the blocks of a leaflet into calls of the theme's functions.

use super::text::{list, quoted};
use super::{Writer, direction, tag};
use crate::model::Language;
use crate::plan::prints::{Block, BlockKind, BoxKind, Card, Contact, Inline, Picture, Steps, plain};

impl Writer {
    pub fn blocks(&mut self, blocks: &[Block]) {
        for (number, block) in blocks.iter().enumerate() {
            let next = blocks.get(number + 1).map(|next| &next.kind);
            self.of(block.at.0.as_ref(), |writer| match (&block.kind, next) {
                // The address of a link stands on the page of its words.
                (BlockKind::Paragraph(text), Some(BlockKind::Addresses(_))) => {
                    writer.call("block", |writer| {
                        writer.push("sticky: true, ");
                        writer.whole("par(", text);
                    });
                }
                (kind, _) => writer.block(kind),
            });
            self.push("\n");
        }
    }

    fn block(&mut self, kind: &BlockKind) {
        match kind {
            BlockKind::Heading { level, text } => self.whole(&format!("head({level}, "), text),
            BlockKind::Paragraph(text) => self.whole("par(", text),
            BlockKind::List { start, steps, items } => self.list(*start, *steps, items),
            BlockKind::Definitions(pairs) => self.call("definitions", |writer| {
                writer.array(pairs, |writer, (word, blocks)| {
                    writer.push("(");
                    writer.line(word);
                    writer.push(", ");
                    writer.inside(blocks);
                    writer.push(")");
                });
            }),
            BlockKind::Quote(blocks) => self.call("quoted", |writer| writer.inside(blocks)),
            BlockKind::Boxed { kind, label, blocks } => {
                let kind = match kind {
                    BoxKind::Plain => "plain",
                    BoxKind::Warning => "warning",
                    BoxKind::Emergency => "emergency",
                };
                self.add(format_args!("boxed({}, {}, ", quoted(kind), quoted(label)));
                self.inside(blocks);
                self.push(")");
            }
            BlockKind::Table { head, rows } => self.table(head, rows),
            BlockKind::Row(row) => self.call("row", |writer| {
                match &row.picture {
                    Some(picture) => writer.picture("symbol", picture),
                    None => writer.push("none"),
                }
                writer.push(", ");
                writer.inside(&row.blocks);
            }),
            BlockKind::Picture(picture) => self.picture("picture", picture),
            BlockKind::Code(text) => self.call("code", |writer| writer.text_lines(text)),
            BlockKind::Services(cards) => cards.iter().for_each(|card| {
                self.of(card.at.0.as_ref(), |writer| writer.card(card));
                self.push("\n");
            }),
            BlockKind::Contact(contact) => self.contact(contact),
            BlockKind::Notes { title, notes } => {
                self.add(format_args!("notes(2, {}, ", quoted(title)));
                self.array(notes, |writer, note| writer.inside(&note.blocks));
                self.push(")");
            }
            BlockKind::Addresses(addresses) => self.call("addresses", |writer| {
                writer.array(addresses, |writer, address| {
                    let [words, url, shown] = [&address.text, &address.url, &address.shown].map(|text| quoted(text));
                    writer.add(format_args!("(text({words}), {url}, text({shown}))"));
                });
            }),
            BlockKind::In(language, blocks) => {
                self.within(*language);
                self.inside(blocks);
                self.push(")");
            }
            BlockKind::Rule => self.push("rule()"),
        }
    }

    /// A line that stands for itself. Where all of it is in another language, so is its direction.
    fn whole(&mut self, call: &str, inlines: &[Inline]) {
        let (other, inside) = match inlines {
            [Inline::In(language, inside)] => (Some(*language), inside.as_slice()),
            inlines => (None, inlines),
        };
        if let Some(language) = other {
            self.within(language);
        }
        self.push(call);
        self.line(inside);
        self.push(if other.is_some() { "))" } else { ")" });
    }

    fn within(&mut self, language: Language) {
        let (lang, dir, own) = (quoted(&tag(language)), direction(language), quoted(language.as_str()));
        self.add(format_args!("within({lang}, {dir}, families.at({own}), "));
    }

    fn call(&mut self, name: &str, arguments: impl FnOnce(&mut Self)) {
        self.add(format_args!("{name}("));
        arguments(self);
        self.push(")");
    }

    /// A list of things; a comma after each, for Typst takes `(a)` for `a`.
    fn array<T>(&mut self, items: &[T], mut item: impl FnMut(&mut Self, &T)) {
        self.push("(");
        for one in items {
            item(self, one);
            self.push(", ");
        }
        self.push(")");
    }

    fn inside(&mut self, blocks: &[Block]) {
        self.push("{[]\n");
        self.blocks(blocks);
        self.push("}");
    }

    fn list(&mut self, start: Option<u32>, steps: Steps, items: &[Vec<Block>]) {
        let start = start.map_or_else(|| "none".to_owned(), |start| start.to_string());
        self.add(format_args!("items({start}, {}, ", steps == Steps::Yes));
        self.array(items, |writer, item| writer.inside(item));
        self.push(")");
    }

    fn table(&mut self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
        let longest = (0..head.len()).map(|column| {
            let cells = std::iter::once(&head[column]).chain(rows.iter().filter_map(|row| row.get(column)));
            let words: Vec<String> = cells.map(|cell| plain(cell)).collect();
            let longest = words.iter().flat_map(|cell| cell.split_whitespace()).max_by_key(|word| word.chars().count());
            quoted(longest.unwrap_or_default())
        });
        self.add(format_args!("grid-of({}, ", list(longest)));
        self.array(head, |writer, cell| writer.line(cell));
        self.push(", ");
        self.array(rows, |writer, row| writer.array(row, |writer, cell| writer.line(cell)));
        self.push(")");
    }

    fn picture(&mut self, function: &str, picture: &Picture) {
        let path = format!("/{}", picture.source);
        self.add(format_args!("{function}({}, {})", quoted(&path), quoted(&picture.alt)));
    }

    fn card(&mut self, card: &Card) {
        self.push("card(");
        self.whole(&format!("head({}, ", card.level), &card.name);
        self.push(", ");
        self.whole("par(", &card.summary);
        let paused = card.paused.as_deref().map_or_else(|| "none".to_owned(), quoted);
        self.add(format_args!(", {paused}, "));
        self.pairs(&card.lines);
        self.push(")");
    }

    pub fn contact(&mut self, contact: &Contact) {
        self.push("contact(");
        match &contact.name {
            Some(name) => self.line(name),
            None => self.push("none"),
        }
        self.push(", ");
        self.pairs(&contact.lines);
        self.push(")");
    }

    /// Labels and what they name.
    fn pairs(&mut self, pairs: &[(String, Vec<Inline>)]) {
        self.array(pairs, |writer, (label, value)| {
            writer.add(format_args!("({}, ", quoted(label)));
            writer.line(value);
            writer.push(")");
        });
    }

    /// Pieces of a line.
    pub fn line(&mut self, inlines: &[Inline]) {
        self.push("{[]; ");
        for inline in inlines {
            self.inline(inline);
            self.push("; ");
        }
        self.push("}");
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            // A text of its own knows where it stands in the code; a mere text in quotes does not.
            Inline::Text(text) | Inline::Code(text) => self.add(format_args!("text({})", quoted(text))),
            Inline::Strong(inner) => self.call("strong", |writer| writer.line(inner)),
            Inline::Strike(inner) => self.call("strike", |writer| writer.line(inner)),
            Inline::Break => self.push("linebreak()"),
            Inline::Ltr(text) => self.add(format_args!("ltr-piece(text({}))", quoted(text))),
            Inline::Link { url, text } if !plain(text).trim().is_empty() => {
                self.add(format_args!("link({}, ", quoted(url)));
                self.line(text);
                self.push(")");
            }
            Inline::Link { text, .. } | Inline::Group(text) => self.line(text),
            Inline::Call(number) => self.add(format_args!("call({number})")),
            Inline::Picture(picture) => self.picture("small-picture", picture),
            Inline::In(language, inner) => {
                self.within(*language);
                self.line(inner);
                self.push(")");
            }
        }
    }

    /// Lines that stay as they were written.
    fn text_lines(&mut self, text: &str) {
        self.push("{[]; ");
        for (number, line) in text.trim_end_matches('\n').lines().enumerate() {
            if number > 0 {
                self.push("linebreak(); ");
            }
            self.add(format_args!("text({}); ", quoted(line)));
        }
        self.push("}");
    }
}
