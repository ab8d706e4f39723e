//! Starts the page; everything else is in the library, so that tests can reach it.

fn main() {
    vivarium::start();
}
