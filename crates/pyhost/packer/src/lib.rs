//! The format of a pack: Python modules, compiled and as source, and data files, in one file.
//!
//! Owns reading and writing; knows neither Python nor where packs come from.
//!
//! A pack is the six bytes `PACK1\n`, the length of the packed index (u32, little endian), the
//! index, and the contents. Index and contents are raw deflate streams (RFC 1951), each content on
//! its own, so that a module is unpacked when it is imported. The index is a list of records:
//! one byte of kind, the path below the library's root (u16 length, UTF-8), and for kinds 0 to 2
//! two places (u32 offset, u32 packed length, u32 length each) of code and source; for kind 3 the
//! name of the pack that has the file (u16 length, UTF-8).

use std::collections::BTreeMap;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

const MAGIC: &[u8; 6] = b"PACK1\n";
/// No index and no file in it may be larger than this, unpacked.
const MAX_BYTES: usize = 16 << 20;
/// Level 9 takes half a minute for the whole library and saves a tenth.
const LEVEL: u8 = 9;

/// Why a pack cannot be read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum PackError {
    /// It does not begin with the magic number.
    #[error("this is not a pack of format 1")]
    Magic,
    /// A length or an offset points outside of it, or a stream is broken.
    #[error("the pack is damaged or cut short")]
    Damaged,
}

/// Where in a pack a content lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Place {
    offset: u32,
    packed: u32,
    len: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Record {
    Here { code: Place, source: Place },
    Elsewhere { pack: String },
}

/// A pack that is read.
#[derive(Debug)]
pub struct Pack {
    bytes: Vec<u8>,
    contents: usize,
    records: BTreeMap<String, Record>,
}

impl Pack {
    /// Reads the index of a pack.
    ///
    /// # Errors
    /// When the bytes are no pack.
    pub fn read(bytes: Vec<u8>) -> Result<Self, PackError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(PackError::Magic)?;
        let mut reader = Reader(rest);
        let index_len = reader.number()? as usize;
        let index = rest.get(4..4 + index_len).ok_or(PackError::Damaged)?;
        let index =
            decompress_to_vec_with_limit(index, MAX_BYTES).map_err(|_| PackError::Damaged)?;
        let contents = MAGIC.len() + 4 + index_len;
        let mut records = BTreeMap::new();
        let mut reader = Reader(&index);
        while !reader.0.is_empty() {
            let kind = reader.take(1)?[0];
            let path = reader.text()?;
            let record = if kind == 0 {
                Record::Here { code: reader.place()?, source: reader.place()? }
            } else {
                Record::Elsewhere { pack: reader.text()? }
            };
            records.insert(path, record);
        }
        Ok(Self { bytes, contents, records })
    }

    /// Returns every path of this pack and of those that it names, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.records.keys().map(String::as_str)
    }

    /// Says whether `path` is in this pack or in one that it names.
    pub fn has(&self, path: &str) -> bool {
        self.records.contains_key(path)
    }

    /// Returns the pack that has `path`, if it is another one.
    pub fn elsewhere(&self, path: &str) -> Option<&str> {
        match self.records.get(path)? {
            Record::Elsewhere { pack } => Some(pack),
            Record::Here { .. } => None,
        }
    }

    /// Returns the marshaled code of a module, if it is here.
    pub fn code(&self, path: &str) -> Option<Vec<u8>> {
        match self.records.get(path)? {
            Record::Here { code, .. } => self.content(*code),
            Record::Elsewhere { .. } => None,
        }
    }

    /// Returns the source of a module or the bytes of a data file, if they are here.
    pub fn source(&self, path: &str) -> Option<Vec<u8>> {
        match self.records.get(path)? {
            Record::Here { source, .. } => self.content(*source),
            Record::Elsewhere { .. } => None,
        }
    }

    /// Returns the length of the source in bytes, which is known even where the source is not here.
    pub fn source_len(&self, path: &str) -> Option<u32> {
        match self.records.get(path)? {
            Record::Here { source, .. } => Some(source.len),
            Record::Elsewhere { .. } => None,
        }
    }

    fn content(&self, place: Place) -> Option<Vec<u8>> {
        if place.packed == 0 {
            return None;
        }
        let start = self.contents.checked_add(place.offset as usize)?;
        let packed = self.bytes.get(start..start.checked_add(place.packed as usize)?)?;
        decompress_to_vec_with_limit(packed, (place.len as usize).min(MAX_BYTES)).ok()
    }
}

/// Gathers files, and makes a pack of them.
#[derive(Debug, Default)]
pub struct PackWriter {
    index: Vec<u8>,
    contents: Vec<u8>,
    /// What is stored already: many time zones are the same under several names.
    known: BTreeMap<Vec<u8>, Place>,
}

impl PackWriter {
    /// Adds a file. `code` is a marshaled code object. With `keeps_source` false the source's
    /// length is noted, and its text is expected in another pack.
    pub fn add(&mut self, path: &str, code: Option<&[u8]>, source: &[u8], keeps_source: bool) {
        let code = code.map_or(Place::default(), |code| self.store(code));
        let source = if keeps_source {
            self.store(source)
        } else {
            Place { len: number(source.len()), ..Place::default() }
        };
        self.index.push(0);
        self.text(path);
        for value in [code, source].into_iter().flat_map(|p| [p.offset, p.packed, p.len]) {
            self.index.extend(value.to_le_bytes());
        }
    }

    /// Notes that `path` is in another pack.
    pub fn add_elsewhere(&mut self, path: &str, pack: &str) {
        self.index.push(3);
        self.text(path);
        self.text(pack);
    }

    /// Returns the bytes of the pack.
    pub fn finish(self) -> Vec<u8> {
        let index = compress_to_vec(&self.index, LEVEL);
        let mut bytes = MAGIC.to_vec();
        bytes.extend(number(index.len()).to_le_bytes());
        bytes.extend(index);
        bytes.extend(self.contents);
        bytes
    }

    fn store(&mut self, content: &[u8]) -> Place {
        if let Some(place) = self.known.get(content) {
            return *place;
        }
        let packed = compress_to_vec(content, LEVEL);
        let offset = number(self.contents.len());
        self.contents.extend(&packed);
        let place = Place { offset, packed: number(packed.len()), len: number(content.len()) };
        self.known.insert(content.to_vec(), place);
        place
    }

    fn text(&mut self, text: &str) {
        let len = u16::try_from(text.len()).expect("paths are short");
        self.index.extend(len.to_le_bytes());
        self.index.extend(text.as_bytes());
    }
}

fn number(len: usize) -> u32 {
    u32::try_from(len).expect("a pack is far below 4 GiB")
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, len: usize) -> Result<&'a [u8], PackError> {
        let (taken, rest) = self.0.split_at_checked(len).ok_or(PackError::Damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    fn number(&mut self) -> Result<u32, PackError> {
        let bytes = self.take(4)?;
        Ok(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    fn text(&mut self) -> Result<String, PackError> {
        let len = self.take(2)?;
        let len = u16::from_le_bytes([len[0], len[1]]);
        let text = self.take(len as usize)?.to_vec();
        String::from_utf8(text).map_err(|_| PackError::Damaged)
    }

    fn place(&mut self) -> Result<Place, PackError> {
        Ok(Place { offset: self.number()?, packed: self.number()?, len: self.number()? })
    }
}

#[cfg(test)]
mod tests {
    use super::{Pack, PackError, PackWriter};

    fn sample() -> Vec<u8> {
        let mut writer = PackWriter::default();
        writer.add("json/__init__.py", Some(b"code"), b"import sys\n", true);
        writer.add("os.py", Some(b"other"), b"12345", false);
        writer.add_elsewhere("turtle.py", "library.pack");
        writer.finish()
    }

    #[test]
    fn what_was_written_is_read() {
        let pack = Pack::read(sample()).unwrap();
        assert_eq!(pack.paths().collect::<Vec<_>>(), ["json/__init__.py", "os.py", "turtle.py"]);
        assert_eq!(pack.code("json/__init__.py").unwrap(), b"code");
        assert_eq!(pack.source("json/__init__.py").unwrap(), b"import sys\n");
        assert_eq!((pack.source("os.py"), pack.source_len("os.py")), (None, Some(5)));
        assert_eq!(pack.elsewhere("turtle.py"), Some("library.pack"));
        assert!(!pack.has("nowhere.py"));
    }

    #[test]
    fn damaged_bytes_are_refused_and_never_panic() {
        let bytes = sample();
        assert_eq!(Pack::read(b"PACK2\n".to_vec()).unwrap_err(), PackError::Magic);
        for len in 0..bytes.len() {
            if let Ok(pack) = Pack::read(bytes[..len].to_vec()) {
                pack.source("json/__init__.py");
            }
        }
    }
}
