//! English: links, files that go out and come in, and frames of other pages.

use crate::share::{MAX_LINK_BYTES, ShareError};

pub const SHARE: &str = "Share";
pub const SHARE_LONG: &str = "Make a link that opens this program";
pub const SHARE_FILE: &str = "Save it as a file";
pub const LINK_TO_SHARE: &str = "A link to share";
pub const LINK: &str = "Link to this program";
pub const LINK_COPIED: &str = "The link is on your clipboard.";
pub const LINK_BELOW: &str = "Copy this link:";
pub const CLOSE: &str = "Close";
pub const BLOCK_SHARE: &str = "this program";
pub const FROM_LINK: &str = "This program comes from somebody else.";
pub const FROM_LINK_LONG: &str = "It does not run by itself: read it before you run it. Your own playground and exercises are untouched; what you change here is kept apart from them.";
pub const FROM_LINK_CHANGED: &str = "You have changed it here before; this is your version.";
pub const FROM_LINK_AGAIN: &str = "Show it as it was sent";
pub const FROM_LESSON: &str = "See where in the course it comes from";
pub const TO_MY_PLAYGROUND: &str = "Go to my own playground";
pub const NO_ADDRESS: &str = "This page was opened from a folder, so a link to it would open nothing on another machine. Save the program as a file and send that; the playground opens it.";
pub const LINK_REFUSED: &str = "This link cannot be opened";
pub const LINK_OPENS: &str = "The program is being unpacked…";

/// Says what whoever opens the link gets.
pub fn link_holds(seed: Option<u32>) -> String {
    match seed {
        None => "Who opens it sees these files as they are now; nothing runs by itself.".to_owned(),
        Some(seed) => format!(
            "Who opens it sees these files as they are now, in lockstep with seed {seed}: the run they get is the one you saw."
        ),
    }
}

/// Says that a program is too large for a link.
pub fn too_large_for_link(n_bytes: usize) -> String {
    format!(
        "Packed, this program has {} kB, and a link carries {} kB at most. Save it as a file and send that; the playground opens it.",
        n_bytes.div_ceil(1024),
        MAX_LINK_BYTES / 1024
    )
}

/// Says why a program from outside was not opened.
pub fn share_failed(error: ShareError) -> String {
    match error {
        ShareError::Damaged => "The link is damaged: a part of it is missing or was changed on the way. Ask for it again.".to_owned(),
        ShareError::Later(version) => format!(
            "The link was made by a newer version of this page (its form is {version}). Load the page again, or ask for the files."
        ),
        ShareError::Files => "The program was not opened, since its files have names that lead out of its folder, or the file to run is missing.".to_owned(),
        ShareError::TooLarge => "The program was not opened, since it is larger than a program here may be (1 MB).".to_owned(),
    }
}
