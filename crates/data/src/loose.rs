//! Owns packs without their own compression: the same format (`crates/pyhost/packer`), each stream only stored.
//!
//! A pack compresses each file for itself, so that one can be read without the others. Compressed once more as a whole it
//! stays as large as it is; loosened first, it becomes a third smaller.

use std::collections::BTreeMap;

use miniz_oxide::inflate::decompress_to_vec_with_limit;

const MAGIC: &[u8; 6] = b"PACK1\n";
const MAX_BYTES: usize = 16 << 20;
/// The longest piece that deflate can store without compressing.
const STORED_MAX: usize = 0xFFFF;

/// Returns a pack with its streams stored; `None` if the bytes are no pack.
pub(crate) fn loosened(pack: &[u8]) -> Option<Vec<u8>> {
    let rest = pack.strip_prefix(MAGIC)?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let (index, contents) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    let mut index = decompress_to_vec_with_limit(index, MAX_BYTES).ok()?;
    let mut loose = Loose { contents, made: Vec::new(), places: BTreeMap::new() };
    let mut at = 0;
    while at < index.len() {
        let kind = index[at];
        at = after_text(&index, at + 1)?;
        if kind == 0 {
            for place in 0..2 {
                loose.rewrite(index.get_mut(at + place * 12..at + place * 12 + 8)?)?;
            }
            at += 24;
        } else {
            at = after_text(&index, at)?;
        }
    }
    let mut made = MAGIC.to_vec();
    let index = stored(&index);
    made.extend(u32::try_from(index.len()).ok()?.to_le_bytes());
    made.extend(index);
    made.extend(loose.made);
    Some(made)
}

fn after_text(index: &[u8], at: usize) -> Option<usize> {
    let length = index.get(at..at + 2)?;
    Some(at + 2 + usize::from(u16::from_le_bytes([length[0], length[1]])))
}

struct Loose<'a> {
    contents: &'a [u8],
    made: Vec<u8>,
    /// Where what lay at an offset lies now, and how long it is: several files may share a content.
    places: BTreeMap<usize, (u32, u32)>,
}

impl Loose<'_> {
    /// Moves one content, and writes its new offset and length into the index.
    fn rewrite(&mut self, place: &mut [u8]) -> Option<()> {
        let number = |bytes: &[u8]| Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize);
        let (offset, length) = (number(&place[..4])?, number(&place[4..])?);
        if length == 0 {
            return Some(());
        }
        let (offset, length) = match self.places.get(&offset) {
            Some(known) => *known,
            None => {
                let packed = self.contents.get(offset..offset + length)?;
                let content = stored(&decompress_to_vec_with_limit(packed, MAX_BYTES).ok()?);
                let new =
                    (u32::try_from(self.made.len()).ok()?, u32::try_from(content.len()).ok()?);
                self.made.extend(content);
                self.places.insert(offset, new);
                new
            }
        };
        place[..4].copy_from_slice(&offset.to_le_bytes());
        place[4..].copy_from_slice(&length.to_le_bytes());
        Some(())
    }
}

/// A stream of deflate that only stores.
fn stored(content: &[u8]) -> Vec<u8> {
    let mut stream = Vec::with_capacity(content.len() + 5);
    let mut pieces = content.chunks(STORED_MAX).peekable();
    if pieces.peek().is_none() {
        stream.extend([1, 0, 0, 0xFF, 0xFF]);
    }
    while let Some(piece) = pieces.next() {
        let length = u16::try_from(piece.len()).unwrap_or(u16::MAX);
        stream.push(u8::from(pieces.peek().is_none()));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(piece);
    }
    stream
}

#[cfg(test)]
mod tests {
    use miniz_oxide::deflate::compress_to_vec;
    use miniz_oxide::inflate::decompress_to_vec;

    use super::{MAGIC, loosened, stored};

    fn pack(contents: &[&[u8]]) -> Vec<u8> {
        let (mut index, mut bytes) = (Vec::new(), Vec::new());
        for content in contents {
            let packed = compress_to_vec(content, 9);
            index.extend([0, 1, 0, b'a']);
            for value in [bytes.len(), packed.len(), content.len(), 0, 0, 7] {
                index.extend(u32::try_from(value).expect("small").to_le_bytes());
            }
            bytes.extend(packed);
        }
        index.extend([3, 1, 0, b'b', 1, 0, b'c']);
        let index = compress_to_vec(&index, 9);
        let length = u32::try_from(index.len()).expect("small").to_le_bytes();
        [MAGIC.as_slice(), &length, &index, &bytes].concat()
    }

    #[test]
    fn a_loose_pack_has_the_same_contents() {
        let large = b"0123456789".repeat(20_000);
        let made = loosened(&pack(&[b"first", &large])).expect("a pack");
        let index_length = u32::from_le_bytes(made[6..10].try_into().expect("four")) as usize;
        let index = decompress_to_vec(&made[10..10 + index_length]).expect("stored");
        let number =
            |at: usize| u32::from_le_bytes(index[at..at + 4].try_into().expect("four")) as usize;
        for (start, content) in [(4, b"first".as_slice()), (32, &large)] {
            let from = 10 + index_length + number(start);
            let found = decompress_to_vec(&made[from..from + number(start + 4)]).expect("stored");
            assert_eq!((found.as_slice(), number(start + 8)), (content, content.len()));
            assert_eq!(
                (number(start + 16), number(start + 20)),
                (0, 7),
                "what is elsewhere stays so"
            );
        }
        assert!(index.ends_with(&[3, 1, 0, b'b', 1, 0, b'c']));
    }

    #[test]
    fn what_is_no_pack_is_left_alone() {
        assert_eq!(loosened(b"\0asm"), None);
        let whole = pack(&[b"first"]);
        for length in 0..whole.len() - 1 {
            let _ = loosened(&whole[..length]);
        }
        assert_eq!(decompress_to_vec(&stored(b"")).expect("stored"), b"");
    }
}
