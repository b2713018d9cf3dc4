//! Turns a view into its shape, which views that differ in their texts alone have in common, and these texts.

use std::fmt::Error;

use serde::ser::{Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};
use tera::{Map, Value};

use super::stencil::{Filling, Stencil};

/// The field of each view that holds the interface's words, which the language decides.
pub const STRINGS: &str = "s";

/// The shape of a view and its texts in order, but for empty ones, which templates take for missing. The buffers are used
/// again for the next view.
#[derive(Debug, Default)]
pub struct Shape {
    form: Vec<u8>,
    texts: String,
    /// Where each text ends, and whether it is finished HTML.
    ends: Vec<(usize, bool)>,
    finished: &'static [&'static str],
    is_finished: bool,
}

impl Shape {
    /// Reads a view in a language, whose fields `finished` are finished HTML. False for a view that is not of
    /// structs, lists, texts and numbers.
    pub fn read(&mut self, view: &impl Serialize, language: &str, finished: &'static [&'static str]) -> bool {
        self.form.clear();
        self.texts.clear();
        self.ends.clear();
        self.finished = finished;
        self.form.extend_from_slice(language.as_bytes());
        view.serialize(&mut *self).is_ok() && self.ends.len() <= Stencil::MOST
    }

    /// What all views of this shape, of one type, have in common.
    pub fn form(&self) -> &[u8] {
        &self.form
    }

    /// The texts of the view that was read.
    pub fn texts(&self) -> impl Iterator<Item = Filling<'_>> {
        let mut start = 0;
        self.ends.iter().map(move |&(end, is_finished)| {
            let text = &self.texts[start..end];
            start = end;
            if is_finished { Filling::Html(text) } else { Filling::Text(text) }
        })
    }

    /// Each kind of value begins with its own byte, so that no two shapes are written alike.
    fn put(&mut self, kind: u8, value: &[u8]) {
        self.form.push(kind);
        self.form.extend_from_slice(value);
    }
}

/// Stands in each map of a marked view as a key that nobody asks for: a template that shows it writes out whole maps.
pub const WHOLE: &str = "the-whole-of-a-marked-view";

/// A view with a marker in place of each text, in the order of `Shape::texts`.
pub fn marked(view: &Value, number: &mut usize) -> Value {
    if let Some(list) = view.as_array() {
        return list.iter().map(|value| marked(value, number)).collect::<Vec<Value>>().into();
    }
    if let Some(map) = view.as_map() {
        let marked = map.iter().map(|(key, value)| {
            let is_ours = key.as_str() == Some(STRINGS);
            (key.clone(), if is_ours { value.clone() } else { marked(value, number) })
        });
        let whole = (WHOLE.into(), true.into());
        return marked.chain([whole]).collect::<Map>().into();
    }
    if view.as_str().is_none_or(str::is_empty) {
        return view.clone();
    }
    *number += 1;
    Stencil::marker(*number - 1).into()
}

/// Values that stand in the shape as they are.
macro_rules! kept {
    ($($method:ident $type:ty, $kind:literal;)*) => {
        $(fn $method(self, value: $type) -> Result<(), Error> {
            self.put($kind, &value.to_le_bytes());
            Ok(())
        })*
    };
}

impl<'a> Serializer for &'a mut Shape {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = &'a mut Shape;
    type SerializeTuple = &'a mut Shape;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = &'a mut Shape;
    type SerializeStructVariant = Impossible<(), Error>;

    kept! {
        serialize_i8 i8, b'a';
        serialize_i16 i16, b'b';
        serialize_i32 i32, b'c';
        serialize_i64 i64, b'd';
        serialize_u8 u8, b'e';
        serialize_u16 u16, b'f';
        serialize_u32 u32, b'g';
        serialize_u64 u64, b'h';
        serialize_f32 f32, b'i';
        serialize_f64 f64, b'j';
    }

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.put(if value { b'1' } else { b'0' }, b"");
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        if text.is_empty() {
            self.put(b'-', b"");
        } else {
            self.put(b't', b"");
            self.texts.push_str(text);
            self.ends.push((self.texts.len(), self.is_finished));
        }
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.put(b'n', b"");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Error> {
        self.put(b'[', b"");
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Impossible<(), Error>, Error> {
        Err(Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Impossible<(), Error>, Error> {
        Err(Error)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
        self.put(b'{', b"");
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(Error)
    }
}

impl SerializeSeq for &mut Shape {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        self.put(b']', b"");
        Ok(())
    }
}

impl SerializeTuple for &mut Shape {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        SerializeSeq::end(self)
    }
}

impl SerializeStruct for &mut Shape {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        if key == STRINGS {
            return Ok(());
        }
        self.is_finished = self.finished.contains(&key);
        value.serialize(&mut **self)?;
        self.is_finished = false;
        Ok(())
    }

    fn skip_field(&mut self, _: &'static str) -> Result<(), Error> {
        self.put(b's', b"");
        Ok(())
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Default, serde::Serialize)]
    struct View {
        s: String,
        name: Option<String>,
        about: String,
        list: Vec<String>,
        count: u32,
    }

    fn read(view: &View, language: &str) -> (Vec<u8>, Vec<String>) {
        let mut shape = Shape::default();
        assert!(shape.read(view, language, &["about"]));
        (shape.form().to_vec(), shape.texts().map(|text| format!("{text:?}")).collect())
    }

    #[test]
    fn views_that_differ_in_their_texts_alone_have_one_shape() {
        let list = ["b", "c"].map(str::to_owned).to_vec();
        let one =
            View { s: "not read".to_owned(), name: Some("a".to_owned()), list, about: "<p>".to_owned(), count: 1 };
        let other = View { name: Some("another".to_owned()), about: "-".to_owned(), ..one.clone() };
        assert_eq!(read(&one, "en").1, ["Text(\"a\")", "Html(\"<p>\")", "Text(\"b\")", "Text(\"c\")"]);
        assert_eq!(read(&one, "en").0, read(&other, "en").0);
        assert_ne!(read(&one, "en").0, read(&one, "cy").0);
        for differs in [
            View { name: None, ..one.clone() },
            View { name: Some(String::new()), ..one.clone() },
            View { about: String::new(), ..one.clone() },
            View { list: vec!["b".to_owned()], ..one.clone() },
            View { count: 2, ..one.clone() },
        ] {
            assert_ne!(read(&one, "en").0, read(&differs, "en").0);
        }
        assert!(!Shape::default().read(&std::collections::BTreeMap::from([(1, 2)]), "en", &[]));
    }

    #[test]
    fn markers_stand_where_the_texts_stood() {
        let view = View { name: Some("a".to_owned()), list: vec![String::new(), "c".to_owned()], ..View::default() };
        let mut number = 0;
        let marked = marked(&Value::from_serializable(&view), &mut number);
        let marks = [0, 1].map(Stencil::marker);
        let expected = View { name: Some(marks[0].clone()), list: vec![String::new(), marks[1].clone()], ..view };
        let mut expected = Value::from_serializable(&expected).into_map().unwrap();
        expected.insert(WHOLE.into(), true.into());
        assert_eq!((marked, number), (expected.into(), 2));
    }
}
