//! Owns what the page makes of the machine under a place of work before it is drawn: processes in families, bytes in
//! words, visits of a browser. Pure; where it comes from and how it looks is the business of `panes::machine`.

pub mod bytes;
pub mod families;
pub mod visits;
