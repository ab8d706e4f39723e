//! Owns zips: the same files give the same bytes, whenever and wherever they are packed.
//!
//! It does not compress: a browser does that itself, and the command line with a crate.

use std::io::Write;

use rawzip::{CompressionMethod, DataDescriptorOutput, ZipArchiveWriter};

use crate::BundleError;

/// A zip in the making.
pub struct Archive {
    writer: ZipArchiveWriter<Vec<u8>>,
}

impl Default for Archive {
    fn default() -> Self {
        Self { writer: ZipArchiveWriter::new(Vec::new()) }
    }
}

impl Archive {
    /// Adds a file: its content, and that in raw deflate.
    pub fn add(&mut self, path: &str, content: &[u8], deflated: &[u8]) -> Result<(), BundleError> {
        let failed = |path: &str| BundleError::Archive(path.to_owned());
        let file = self.writer.new_file(path).compression_method(CompressionMethod::DEFLATE);
        let (mut entry, _) = file.start().map_err(|_| failed(path))?;
        entry.write_all(deflated).map_err(|_| failed(path))?;
        let whole = DataDescriptorOutput::new(rawzip::crc32(content), content.len() as u64);
        entry.finish(whole).map_err(|_| failed(path))?;
        Ok(())
    }

    /// Returns the zip.
    pub fn finish(self) -> Result<Vec<u8>, BundleError> {
        self.writer.finish().map_err(|_| BundleError::Archive("its directory".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use miniz_oxide::{deflate::compress_to_vec, inflate::decompress_to_vec};

    use super::Archive;

    #[test]
    fn a_zip_holds_the_files_and_no_time() {
        let files =
            [("index.html", b"<html>".repeat(1000)), ("assets/a b.bin", (0..=255).collect())];
        let pack = || {
            let mut archive = Archive::default();
            for (path, content) in &files {
                archive.add(path, content, &compress_to_vec(content, 6)).expect("it fits");
            }
            archive.finish().expect("it fits")
        };
        let bytes = pack();
        assert_eq!(bytes, pack());
        assert!(bytes.len() < 1000);
        let zip = rawzip::ZipArchive::from_slice(&bytes).expect("our own zip");
        let mut entries = zip.entries();
        for (path, content) in &files {
            let header = entries.next_entry().expect("readable").expect("it is there");
            assert_eq!(header.file_path().as_ref(), path.as_bytes());
            let entry = zip.get_entry(header.wayfinder()).expect("it is there");
            assert_eq!(&decompress_to_vec(entry.data()).expect("deflate"), content);
        }
    }
}
