//! Owns short names made from long ones: not secret, the same everywhere and for ever.

/// FNV-1a with 64 bits, and a final mixing, since its high bits change little with the last bytes.
pub(crate) fn hash64(text: &str, salt: u64) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ salt.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^ (hash >> 33)
}

/// Returns 16 hexadecimal digits that stand for a text, such as a learner's name, which they do not show.
pub fn fingerprint(text: &str) -> String {
    format!("{:016x}", hash64(text, 1))
}

/// Returns a UUID made of 32 hexadecimal digits, which should be random ones.
pub fn uuid(digits: &str) -> String {
    let mut digits: Vec<char> = digits.chars().filter(char::is_ascii_hexdigit).take(32).collect();
    digits.resize(32, '0');
    // The version, and the variant with its two random bits.
    digits[12] = '4';
    let variant = digits[16].to_digit(16).unwrap_or(0) & 3 | 8;
    digits[16] = char::from_digit(variant, 16).unwrap_or('8');
    let text: String = digits.into_iter().collect::<String>().to_ascii_lowercase();
    [&text[..8], &text[8..12], &text[12..16], &text[16..20], &text[20..]].join("-")
}

#[cfg(test)]
mod tests {
    use super::{fingerprint, uuid};

    #[test]
    fn a_uuid_has_its_version_and_variant() {
        assert_eq!(
            uuid("0123456789ABCDEF0123456789abcdef"),
            "01234567-89ab-4def-8123-456789abcdef"
        );
        assert_eq!(uuid("too short").len(), 36);
    }

    #[test]
    fn fingerprints_tell_neighbors_apart() {
        assert_ne!(fingerprint("learner 1"), fingerprint("learner 2"));
        assert_eq!(fingerprint("").len(), 16);
    }
}
