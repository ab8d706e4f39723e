//! Owns what the worker asks of the browser itself: randomness and the number of processors.

use wasm_bindgen::prelude::*;

/// Fills `out` from the browser's generator.
pub(crate) fn random_bytes(out: &mut [u8]) {
    // getRandomValues takes at most 65,536 bytes at a time (Web Cryptography API, 10.1.1).
    for part in out.chunks_mut(65_536) {
        let array = js_sys::Uint8Array::new_with_length(part.len() as u32);
        CRYPTO.with(|crypto| crypto.get_random_values(&array));
        array.copy_to(part);
    }
}

/// How many processes can run side by side.
pub(crate) fn processors() -> u32 {
    HARDWARE.with(Navigator::processors)
}

#[wasm_bindgen]
extern "C" {
    type Crypto;
    type Navigator;

    #[wasm_bindgen(thread_local_v2, js_name = navigator)]
    static HARDWARE: Navigator;

    #[wasm_bindgen(method, getter, js_name = hardwareConcurrency)]
    fn processors(this: &Navigator) -> u32;

    #[wasm_bindgen(thread_local_v2, js_name = crypto)]
    static CRYPTO: Crypto;

    #[wasm_bindgen(method, js_name = getRandomValues)]
    fn get_random_values(this: &Crypto, array: &js_sys::Uint8Array);
}
