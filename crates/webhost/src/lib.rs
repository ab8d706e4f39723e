//! The kernel's browser.
