//! Turns images into holes with words for people who cannot see them.

use std::ops::Range;

use pulldown_cmark as cm;

use super::Walk;
use super::inline::value_in_address;
use crate::diag::Code;
use crate::parse::content::{Event, Image};
use crate::parse::markdown::links;
use crate::parse::markdown::mask::holds_value;
use crate::parse::markdown::report::quote;

/// The title that says that an image needs no words.
const DECORATIVE: &str = "decorative";

/// An image whose words are being read.
pub struct Draft {
    file: String,
    title: String,
    alt: String,
    span: Range<usize>,
    /// What is open inside it: emphasis, links, images.
    open: usize,
}

impl Walk<'_> {
    pub fn start_image(&mut self, address: &str, title: &str, range: Range<usize>) {
        let title = self.words(title, &range);
        self.image = Some(Draft { file: address.to_owned(), title, alt: String::new(), span: range, open: 0 });
    }

    /// Words inside an image are plain: emphasis falls away, and its text stays.
    pub fn step_image(&mut self, event: &cm::Event, range: Range<usize>) {
        let words = match event {
            cm::Event::Text(text)
            | cm::Event::Code(text)
            | cm::Event::Html(text)
            | cm::Event::InlineHtml(text)
            | cm::Event::InlineMath(text)
            | cm::Event::DisplayMath(text) => self.words(text, &range),
            cm::Event::FootnoteReference(_) => self.mask.source[range.clone()].to_owned(),
            cm::Event::SoftBreak | cm::Event::HardBreak => " ".to_owned(),
            _ => String::new(),
        };
        let holds_value = matches!(event, cm::Event::Text(text) if holds_value(text));
        if holds_value {
            let help = "write the words; values work in the text only";
            self.report.add(Code::BadValueHole, range, "a value in braces stands in the words of an image", help);
        }
        let Some(draft) = &mut self.image else { return };
        draft.alt.push_str(&words);
        match event {
            cm::Event::Start(_) => draft.open += 1,
            cm::Event::End(_) if draft.open > 0 => draft.open -= 1,
            cm::Event::End(_) => self.end_image(),
            _ => {}
        }
    }

    fn end_image(&mut self) {
        let Some(draft) = self.image.take() else { return };
        let alt = draft.alt.trim().to_owned();
        self.check_alt(&alt, &draft);
        let file = if holds_value(&draft.file) { Err(value_in_address()) } else { links::image_file(&draft.file) };
        let file = match file {
            Ok(file) if self.has_room(self.content.images.len(), &draft.span) => file,
            Ok(_) => return self.push_owned(&alt),
            Err(refusal) => {
                self.report.add(refusal.code, draft.span, refusal.message, refusal.help);
                return self.push_owned(&alt);
            }
        };
        let number = u16::try_from(self.content.images.len()).expect("there was room for one more");
        self.content.images.push(Image { file, alt, span: draft.span });
        self.push(Event::Image(number));
    }

    fn check_alt(&mut self, alt: &str, draft: &Draft) {
        let decorative = draft.title == DECORATIVE;
        let (code, message, help) = if alt.is_empty() && !decorative {
            let help = "say in brackets what it shows, `![A carer on the phone](photo.jpg)`; \
                        if it only decorates, write `![](photo.jpg \"decorative\")`";
            (Code::NoAltText, format!("the image `{}` has no words", quote(&draft.file)), help)
        } else if !alt.is_empty() && decorative {
            let help = "an image that only decorates has no words: empty the brackets, or take out `\"decorative\"`";
            (Code::NoAltText, format!("the image `{}` has words, but is called decorative", quote(&draft.file)), help)
        } else if !draft.title.is_empty() && !decorative {
            let help = "write the words into the brackets or into the text: no reader would find them in a title";
            (Code::BadImage, format!("the title `{}` of an image is not shown", quote(&draft.title)), help)
        } else {
            return;
        };
        self.report.add(code, draft.span.clone(), message, help);
    }

    fn push_owned(&mut self, text: &str) {
        if !text.is_empty() {
            self.push_aside(text);
        }
    }
}
