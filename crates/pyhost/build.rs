//! Tells cargo that the frozen modules of `python/` and `python-native/` are part of this crate:
//! the macro that freezes them does not.

fn main() {
    println!("cargo::rerun-if-changed=python");
    println!("cargo::rerun-if-changed=python-native");
}
