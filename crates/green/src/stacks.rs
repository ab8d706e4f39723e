//! Owns the stacks of green threads in linear memory; knows no scheduler. Only on wasm: natively
//! each thread has that of its OS thread.

/// Size of a thread's stack in bytes where none is asked for; more overflows the engine's own
/// stack before the interpreter notices (measured in Chromium 156).
const STACK_BYTES: usize = 512 << 10;
const MIN_STACK_BYTES: usize = 64 << 10;

/// The stacks of green threads in linear memory; freed ones are kept for the next thread.
#[derive(Default)]
pub(crate) struct Stacks {
    in_use: Vec<Option<(usize, usize)>>,
    free: Vec<(usize, usize)>,
}

impl Stacks {
    pub(crate) fn take(&mut self, bytes: usize) -> Option<(usize, usize)> {
        let bytes =
            if bytes == 0 { STACK_BYTES } else { bytes.clamp(MIN_STACK_BYTES, STACK_BYTES) };
        if let Some(index) = self.free.iter().position(|(low, top)| top - low >= bytes) {
            return Some(self.free.swap_remove(index));
        }
        let layout = std::alloc::Layout::from_size_align(bytes, 16).ok()?;
        // SAFETY: the layout's size is not zero.
        let low = unsafe { std::alloc::alloc(layout) } as usize;
        (low != 0).then_some((low, low + bytes))
    }

    pub(crate) fn assign(&mut self, index: usize, stack: (usize, usize)) {
        if self.in_use.len() <= index {
            self.in_use.resize(index + 1, None);
        }
        self.in_use[index] = Some(stack);
    }

    pub(crate) fn give_back(&mut self, index: usize) {
        if let Some(stack) = self.in_use.get_mut(index).and_then(Option::take) {
            self.free.push(stack);
        }
    }

    pub(crate) fn bounds(&self, index: usize) -> Option<(usize, usize)> {
        if index == 0 {
            // The main stack lies below the data (rustc links wasm stack-first).
            return Some((0, MAIN_STACK_BYTES));
        }
        self.in_use.get(index).copied().flatten()
    }
}

/// Size of the main stack in bytes, as linked (`-zstack-size`, crates/pyworker/build.rs).
const MAIN_STACK_BYTES: usize = 512 << 10;
