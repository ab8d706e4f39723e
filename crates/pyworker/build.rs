//! Owns the linker's settings of the Python wasm; here rather than in RUSTFLAGS, so that
//! dependencies keep their cache.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("TARGET").is_ok_and(|target| target.starts_with("wasm32")) {
        // The glue exchanges the stack pointer when green threads switch.
        println!("cargo:rustc-link-arg-cdylib=--export=__stack_pointer");
        // With 1 MiB V8's own stack overflows before RecursionError comes (Chromium 156, with
        // link-time optimization, in `sorted(key=...)`, `map` and `__getattr__`).
        println!("cargo:rustc-link-arg-cdylib=-zstack-size=524288");
        // A process that wants more than 1 GiB ends; without a limit it would take the machine's.
        println!("cargo:rustc-link-arg-cdylib=--max-memory=1073741824");
    }
}
