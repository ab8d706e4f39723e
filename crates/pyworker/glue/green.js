// Owns the JavaScript half of green threads: one suspended promise a stack, the stack pointer,
// timers and turns of the event loop. Who runs next is decided in Rust (crates/green).
//
// Comes before wasm-bindgen's glue, which asks `require("vivarium")` for these imports. Without
// JSPI nothing ever switches: the program runs to its end in one plain call.

"use strict";

const green = (() => {
  const canBlock =
    typeof WebAssembly.Suspending === "function" && typeof WebAssembly.promising === "function";
  const NOBODY = -1;
  // A wait that lasts so long is told to the page.
  const IDLE_MS = 1000;
  // Thrown through the program when its process ends in the middle of it; the page knows why.
  const ENDED = new Error("the process has ended");
  const savedPointers = [];
  const resumers = [];
  let exports;
  let stackPointer;
  let mainPointer;
  let runEntry;
  let timer = 0;
  let hasDeadline = false;
  let idleSince = 0;
  let idleTimer = 0;
  let isIdle = false;
  let nextAfterTurn = NOBODY;
  let rejectRun = () => {};

  // A message to oneself is the quickest turn of the event loop (0.01 ms; a timer takes 4 ms).
  const turn = new MessageChannel();
  turn.port1.onmessage = () => {
    const next = nextAfterTurn;
    nextAfterTurn = NOBODY;
    resume(next);
  };

  function attach(instanceExports) {
    exports = instanceExports;
    stackPointer = exports.__stack_pointer;
    mainPointer = stackPointer.value;
    if (canBlock) runEntry = WebAssembly.promising(exports.green_entry);
  }

  // Each stack has its own stack pointer; it must be set before the wasm of that stack goes on.
  function resume(id) {
    isIdle = false;
    const resumer = resumers[id];
    if (resumer) {
      resumers[id] = undefined;
      stackPointer.value = savedPointers[id];
      resumer();
    } else {
      // In a microtask, since a new stack must not lie on top of the suspending one.
      queueMicrotask(() => {
        stackPointer.value = exports.green_stack_top(id);
        runEntry(id).then((next) => (next === NOBODY ? idle() : resume(next)), rejectRun);
      });
    }
  }

  // Timers cost as much as a system call, and nearly all waits end without one.
  function stopTimer() {
    if (timer === 0) return;
    clearTimeout(timer);
    timer = 0;
  }

  function idle() {
    isIdle = true;
    const deadline = exports.green_next_deadline();
    hasDeadline = deadline !== Infinity;
    if (hasDeadline) {
      stopTimer();
      timer = setTimeout(poll, Math.max(0, deadline - performance.now()));
      return;
    }
    idleSince = performance.now();
    // One timer serves for many short waits.
    if (idleTimer === 0) idleTimer = setTimeout(lookAtIdleness, IDLE_MS);
  }

  // Nothing has run for a second, and no time-out will end that: the page looks whether all processes are stuck.
  function lookAtIdleness() {
    idleTimer = 0;
    if (!isIdle || hasDeadline) return;
    const left = idleSince + IDLE_MS - performance.now();
    if (left > 0) idleTimer = setTimeout(lookAtIdleness, left);
    else exports.green_idle();
  }

  // To be called after everything that may have made a thread ready.
  function poll() {
    if (!isIdle) return;
    stopTimer();
    const next = exports.green_poll();
    if (next === NOBODY) idle();
    else resume(next);
  }

  function suspend(from, to, wantsTurn) {
    savedPointers[from] = stackPointer.value;
    return new Promise((resolve) => {
      resumers[from] = resolve;
      if (wantsTurn && to !== NOBODY) {
        nextAfterTurn = to;
        turn.port2.postMessage(0);
      } else if (to === NOBODY) {
        idle();
      } else {
        resume(to);
      }
    });
  }

  // Runs the program; rejects when the interpreter has broken down.
  function run() {
    stackPointer.value = mainPointer;
    if (!canBlock) return new Promise((resolve) => resolve(exports.python_run()));
    return new Promise((resolve, reject) => {
      rejectRun = reject;
      WebAssembly.promising(exports.python_run)().then(resolve, reject);
    });
  }

  const imports = {
    green_switch: canBlock
      ? new WebAssembly.Suspending(suspend)
      : () => {
          throw new Error("this browser cannot suspend WebAssembly");
        },
    green_now: () => performance.now(),
    green_date: () => Date.now(),
    green_poll_soon: () => setTimeout(poll),
    green_abort: () => {
      throw ENDED;
    },
  };

  // Says whether the process has nearly all the memory that it can have (build.rs sets the limit).
  function isMemoryFull() {
    return exports !== undefined && exports.memory.buffer.byteLength > 0.9 * 2 ** 30;
  }

  return { canBlock, ENDED, imports, attach, isMemoryFull, poll, run };
})();

self.require = (name) => {
  if (name === "vivarium") return green.imports;
  throw new Error(`no module ${name} in the worker`);
};
