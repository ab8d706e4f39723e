//! English: links, files that go out and come in, and frames of other pages.

use crate::{
    incoming::{self, Refusal},
    share::{MAX_LINK_BYTES, ShareError},
};

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
        ShareError::Gone => "This program came as a file, which a page does not keep. Open the file again in the playground.".to_owned(),
        ShareError::TooLarge => "The program was not opened, since it is larger than a program here may be (1 MB).".to_owned(),
    }
}

pub const OPEN_FILES: &str = "Open files or a zip";
pub const SAVE_ZIP: &str = "Save all as a zip";
pub const ZIP_FILE: &str = "vivarium-playground.zip";
pub const FILES_NOTE: &str = "Files and folders can also be dropped onto this page.";
pub const DROP_HERE: &str = "Drop files, folders or a zip to open them here";
pub const BRINGING: &str = "Files that were opened";
pub const REPLACE_CLASHES: &str = "Replace mine";
pub const KEEP_MINE: &str = "Keep mine";
pub const READING_FILES: &str = "The files are being read…";

/// Says how many files were added.
pub fn n_files_added(n_files: usize) -> String {
    match n_files {
        0 => "No file was added.".to_owned(),
        1 => "1 file was added.".to_owned(),
        n => format!("{n} files were added."),
    }
}

/// Names files that are there already with another content.
pub fn clashes(paths: &[String]) -> String {
    let names = some_of(paths);
    if paths.len() == 1 {
        format!("{names} is here already, with another content.")
    } else {
        format!("{names} are here already, with other contents.")
    }
}

/// Says what was not taken for one reason, and why.
pub fn refused(paths: &[String], refusal: Refusal) -> String {
    let names = some_of(paths);
    let megabytes = |bytes: usize| bytes >> 20;
    match refusal {
        Refusal::Name => format!(
            "Not taken, since the name leads out of the folder or cannot be a file name here: {names}."
        ),
        Refusal::TooLarge => format!(
            "Not taken, since a file may have {} MB here and all that come at once {} MB: {names}.",
            megabytes(incoming::MAX_FILE_BYTES),
            megabytes(incoming::MAX_BYTES)
        ),
        Refusal::TooMany => {
            format!("Not taken, since {} files at once are the most: {names}.", incoming::MAX_FILES)
        }
        Refusal::Encrypted => {
            format!("Not taken, since it is locked with a password; unpack it first: {names}.")
        }
        Refusal::Method => format!(
            "Not taken, since it is packed in a way this page does not know; pack it again as a plain zip: {names}."
        ),
        Refusal::Damaged => format!("Not taken, since its content is damaged: {names}."),
        Refusal::Unreadable => format!("Not taken, since the browser could not read it: {names}."),
    }
}

fn some_of(paths: &[String]) -> String {
    let shown = paths.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(", ");
    match paths.len().saturating_sub(3) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

pub const UPDATE_WAITING: &str = "A new version of Vivarium is here. Your files and your progress stay; a program that is running ends when you load it.";
pub const UPDATE_STALE: &str = "The server has a newer version of Vivarium, and what this page still needs is no longer there. Load the new version: your files and your progress stay.";
pub const UPDATE_NOW: &str = "Load the new version";
pub const UPDATE_LATER: &str = "Later";

/// Says that a frame asks for something that cannot be embedded.
pub fn embed_unknown(asked: &str) -> String {
    format!(
        "This frame asks for “{asked}”, which cannot be shown in a frame. Lessons (lesson/ID), exercises (exercise/ID) and the playground (play) can."
    )
}
