//! Tells cargo that the frozen modules of `python/` are part of this crate:
//! the macro that freezes them does not.

fn main() {
    println!("cargo::rerun-if-changed=python");
}
