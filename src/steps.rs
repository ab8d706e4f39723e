//! Owns what is known of a program that was stepped through: its pictures, what changed between
//! two of them, and where everything is drawn. Pure; views are in `panes::steps`.

pub mod changes;
pub mod layout;
pub mod record;
pub mod shape;
pub mod trace;
