//! Owns what may come into a workspace from outside, one file at a time or as a zip, and the zip
//! that leaves.
//!
//! Nothing is taken on trust: neither names nor sizes nor what a zip says of itself. What is not
//! taken is named with its reason. It knows no browser.

use std::{collections::BTreeMap, io::Write as _};

use miniz_oxide::{
    deflate::compress_to_vec,
    inflate::{TINFLStatus, decompress_to_vec_with_limit},
};
use rawzip::{
    CompressionMethod, DataDescriptorOutput, ZipArchive, ZipArchiveWriter, ZipFileHeaderRecord,
    ZipSliceArchive,
};

use crate::drafts::is_path;

/// Files that come in at once.
pub const MAX_FILES: usize = 500;
/// Bytes of one file.
pub const MAX_FILE_BYTES: usize = 8 << 20;
/// Bytes of all files that come in at once, and of a zip.
pub const MAX_BYTES: usize = 16 << 20;

/// Why something was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Refusal {
    /// Its name leads out of the folder, or cannot be a name here.
    #[error("its name cannot be used here")]
    Name,
    /// It has more than [`MAX_FILE_BYTES`], or all have more than [`MAX_BYTES`].
    #[error("it is too large")]
    TooLarge,
    /// There are [`MAX_FILES`] already.
    #[error("there are too many")]
    TooMany,
    /// It has a password.
    #[error("it is encrypted")]
    Encrypted,
    /// It is packed in a way that this page does not know.
    #[error("it is packed in an unknown way")]
    Method,
    /// What it holds is not what it says.
    #[error("it is damaged")]
    Damaged,
    /// The browser did not give it.
    #[error("it cannot be read")]
    Unreadable,
}

/// Files that have been examined, and what was refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incoming {
    /// What can be taken, by path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What cannot, and why.
    pub refused: Vec<(String, Refusal)>,
    n_bytes: usize,
}

/// Whether the name of a file says that it is a zip.
pub fn is_zip(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".zip")
}

impl Incoming {
    /// Says whether a file of this size can be read at all, before its bytes are there.
    pub fn examine(&self, path: &str, n_bytes: usize) -> Result<String, Refusal> {
        let path = clean(path).ok_or(Refusal::Name)?;
        if self.files.len() >= MAX_FILES {
            return Err(Refusal::TooMany);
        }
        if n_bytes > MAX_FILE_BYTES || self.n_bytes + n_bytes > MAX_BYTES {
            return Err(Refusal::TooLarge);
        }
        Ok(path)
    }

    /// Takes a file, or notes why not. What the system leaves in folders is passed over.
    pub fn add(&mut self, path: &str, bytes: Vec<u8>) {
        if is_litter(path) {
            return;
        }
        match self.examine(path, bytes.len()) {
            Ok(path) => {
                self.n_bytes += bytes.len();
                self.files.insert(path, bytes);
            }
            Err(refusal) => self.refuse(path, refusal),
        }
    }

    /// Notes that something was not taken.
    pub fn refuse(&mut self, path: &str, refusal: Refusal) {
        self.refused.push((path.chars().take(200).collect(), refusal));
    }

    /// Takes all files of a zip.
    pub fn add_zip(&mut self, name: &str, bytes: &[u8]) {
        if bytes.len() > MAX_BYTES {
            return self.refuse(name, Refusal::TooLarge);
        }
        let Ok(archive) = ZipArchive::from_slice(bytes) else {
            return self.refuse(name, Refusal::Damaged);
        };
        let mut inside = Self { n_bytes: self.n_bytes, ..Self::default() };
        let mut entries = archive.entries();
        loop {
            let entry = match entries.next_entry() {
                Ok(Some(entry)) => entry,
                Ok(None) => break,
                Err(_) => {
                    inside.refuse(name, Refusal::Damaged);
                    break;
                }
            };
            let path = String::from_utf8_lossy(entry.file_path().as_ref()).into_owned();
            if path.ends_with(['/', '\\']) || is_litter(&path) {
                continue;
            }
            // Beyond that, more names tell nobody anything.
            if inside.refused.len() >= MAX_FILES {
                inside.refuse(name, Refusal::TooMany);
                break;
            }
            match inside.unpacked(&archive, &entry, &path) {
                Ok(content) => inside.add(&path, content),
                Err(refusal) => inside.refuse(&path, refusal),
            }
        }
        let root = inside.only_folder();
        self.n_bytes = inside.n_bytes;
        self.refused.extend(inside.refused);
        self.files.extend(inside.files.into_iter().map(|(path, content)| {
            let path = root.as_ref().and_then(|root| path.strip_prefix(root)).unwrap_or(&path);
            (path.to_owned(), content)
        }));
    }

    fn unpacked(
        &self,
        archive: &ZipSliceArchive<&[u8]>,
        entry: &ZipFileHeaderRecord<'_>,
        path: &str,
    ) -> Result<Vec<u8>, Refusal> {
        self.examine(path, 0)?;
        if entry.flags().is_encrypted() {
            return Err(Refusal::Encrypted);
        }
        let found = archive.get_entry(entry.wayfinder()).map_err(|_| Refusal::Damaged)?;
        // What the zip says of the size is not believed.
        let room = MAX_FILE_BYTES.min(MAX_BYTES - self.n_bytes);
        let content = match entry.compression_method() {
            CompressionMethod::STORE if found.data().len() > room => {
                return Err(Refusal::TooLarge);
            }
            CompressionMethod::STORE => found.data().to_vec(),
            CompressionMethod::DEFLATE => decompress_to_vec_with_limit(found.data(), room)
                .map_err(|error| match error.status {
                    TINFLStatus::HasMoreOutput => Refusal::TooLarge,
                    _ => Refusal::Damaged,
                })?,
            _ => return Err(Refusal::Method),
        };
        let is_whole = rawzip::crc32(&content) == entry.crc32();
        if is_whole { Ok(content) } else { Err(Refusal::Damaged) }
    }

    /// Returns the folder that holds everything, unless that is a package to be imported.
    fn only_folder(&self) -> Option<String> {
        let root = self.files.keys().next()?.split_once('/')?.0;
        let root = format!("{root}/");
        let is_package = self.files.contains_key(&format!("{root}__init__.py"));
        (!is_package && self.files.keys().all(|path| path.starts_with(&root))).then_some(root)
    }
}

/// Packs files into a zip.
pub fn zipped(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (path, content) in files.iter().filter(|(path, _)| !path.starts_with(".vivarium/")) {
        let file = archive.new_file(path).compression_method(CompressionMethod::DEFLATE);
        // Memory takes everything, and no path of a workspace is longer than a zip allows.
        let Ok((mut entry, _)) = file.start() else { continue };
        let _ = entry.write_all(&compress_to_vec(content, 6));
        let whole = DataDescriptorOutput::new(rawzip::crc32(content), content.len() as u64);
        let _ = entry.finish(whole);
    }
    archive.finish().unwrap_or_default()
}

/// Brings a name into the form of a workspace; `None` where there is none.
fn clean(path: &str) -> Option<String> {
    let path = path.replace('\\', "/");
    let path = path.trim_start_matches("./");
    let has_control = path.chars().any(char::is_control);
    (is_path(path) && !has_control && !path.starts_with(".vivarium/")).then(|| path.to_owned())
}

/// What systems and tools leave in folders, and nobody means to bring along.
fn is_litter(path: &str) -> bool {
    path.split(['/', '\\']).any(|part| {
        matches!(part, "__MACOSX" | ".DS_Store" | "Thumbs.db" | "__pycache__" | ".git" | ".venv")
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use rawzip::path::EntryPath;

    use super::{Incoming, MAX_FILE_BYTES, MAX_FILES, Refusal, zipped};

    fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
        // Names as an attacker would write them.
        let mut archive = rawzip::ZipArchiveWriter::new(Vec::new());
        for (name, content) in files {
            let file = archive.new_file(EntryPath::verbatim(name.as_bytes()));
            let file = file.compression_method(rawzip::CompressionMethod::DEFLATE);
            let (mut entry, _) = file.start().expect("a name");
            let packed = miniz_oxide::deflate::compress_to_vec(content, 6);
            std::io::Write::write_all(&mut entry, &packed).expect("memory");
            let crc = rawzip::crc32(content);
            let whole = rawzip::DataDescriptorOutput::new(crc, content.len() as u64);
            entry.finish(whole).expect("memory");
        }
        archive.finish().expect("memory")
    }

    fn taken(bytes: &[u8]) -> Incoming {
        let mut incoming = Incoming::default();
        incoming.add_zip("a.zip", bytes);
        incoming
    }

    #[test]
    fn what_leaves_as_a_zip_comes_back() {
        let files = BTreeMap::from([
            ("main.py".to_owned(), b"print(1)\n".to_vec()),
            ("data/numbers.bin".to_owned(), vec![0, 255, 7]),
            ("data/empty".to_owned(), Vec::new()),
        ]);
        let mut all = files.clone();
        all.insert(".vivarium/test.py".into(), b"ours".to_vec());
        let back = taken(&zipped(&all));
        assert_eq!((back.files, back.refused), (files, Vec::new()));
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused_and_the_rest_is_taken() {
        let back = taken(&zip_of(&[
            ("../up.py", b"x"),
            ("/etc/passwd", b"x"),
            ("a/../../b", b"x"),
            (".vivarium/test.py", b"x"),
            ("dos\\style.py", b"x"),
            ("__MACOSX/._good.py", b"x"),
            ("good.py", b"x"),
        ]));
        assert_eq!(back.files.keys().collect::<Vec<_>>(), ["dos/style.py", "good.py"]);
        assert_eq!(back.refused.len(), 4);
        assert!(back.refused.iter().all(|(_, why)| *why == Refusal::Name));
    }

    #[test]
    fn a_zip_of_zeros_does_not_fill_the_memory() {
        let zeros = vec![0; MAX_FILE_BYTES + 1];
        let bomb = zip_of(&[("big", &zeros), ("small", b"x")]);
        assert!(bomb.len() < 100_000);
        let back = taken(&bomb);
        assert_eq!(back.refused, [("big".to_owned(), Refusal::TooLarge)]);
        assert_eq!(back.files.len(), 1);
    }

    #[test]
    fn the_number_of_files_is_bounded() {
        let mut incoming = Incoming::default();
        for index in 0..=MAX_FILES {
            incoming.add(&format!("{index}"), Vec::new());
        }
        assert_eq!(incoming.files.len(), MAX_FILES);
        assert_eq!(incoming.refused, [(MAX_FILES.to_string(), Refusal::TooMany)]);
    }

    #[test]
    fn a_folder_around_everything_is_left_out_unless_it_is_a_package() {
        let back = taken(&zip_of(&[("proj/main.py", b""), ("proj/lib/a.py", b"")]));
        assert_eq!(back.files.keys().collect::<Vec<_>>(), ["lib/a.py", "main.py"]);
        let back = taken(&zip_of(&[("pkg/__init__.py", b""), ("pkg/a.py", b"")]));
        assert_eq!(back.files.keys().collect::<Vec<_>>(), ["pkg/__init__.py", "pkg/a.py"]);
    }

    #[test]
    fn a_damaged_zip_is_said_to_be() {
        assert_eq!(taken(b"no zip").refused, [("a.zip".to_owned(), Refusal::Damaged)]);
        let mut bytes = zip_of(&[("a.py", b"some text that is long enough to be packed, packed")]);
        // The content begins behind 30 bytes and the name.
        bytes[40] ^= 0xff;
        assert_eq!(taken(&bytes).refused, [("a.py".to_owned(), Refusal::Damaged)]);
    }
}
