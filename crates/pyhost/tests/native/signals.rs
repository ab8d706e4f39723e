//! The `signal` module, timers, and waiting that signals interrupt.

use crate::{Start, check, run};

#[test]
fn handlers_run_between_bytecodes() {
    check(
        r#"
import signal, os
seen = []
old = signal.signal(signal.SIGUSR1, lambda n, frame: seen.append((n, frame is not None)))
assert old == signal.SIG_DFL and signal.getsignal(signal.SIGUSR1) is not None
os.kill(os.getpid(), signal.SIGUSR1); assert seen == [(10, True)]
signal.raise_signal(signal.SIGUSR1); assert len(seen) == 2
signal.signal(signal.SIGUSR1, signal.SIG_IGN); os.kill(os.getpid(), signal.SIGUSR1)
assert signal.getsignal(signal.SIGUSR1) == signal.SIG_IGN and len(seen) == 2
assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
try: signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt: pass
else: raise AssertionError
assert isinstance(signal.SIGINT, signal.Signals) and signal.SIGINT.name == "SIGINT"
assert signal.Signals(15) is signal.SIGTERM and signal.strsignal(9) == "Killed"
assert signal.SIGTERM in signal.valid_signals()
for bad in (0, 65, -1):
    try: signal.signal(bad, signal.SIG_DFL)
    except ValueError: pass
    else: raise AssertionError
try: signal.signal(signal.SIGKILL, signal.SIG_IGN)
except OSError as e: assert e.errno == 22
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
signal.signal(signal.SIGUSR1, lambda *a: seen.append("later"))
os.kill(os.getpid(), signal.SIGUSR1); assert signal.SIGUSR1 in signal.sigpending() and "later" not in seen
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1]); assert seen[-1] == "later"
"#,
    );
}

#[test]
fn a_timer_ends_a_wait_and_a_handler_that_returns_does_not() {
    check(
        r#"
import signal, time, os
class Alarm(Exception): pass
def ring(n, f): raise Alarm
signal.signal(signal.SIGALRM, ring)
def ends(wait):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    start = time.monotonic()
    try: wait()
    except Alarm: assert time.monotonic() - start < 5
    else: raise AssertionError(wait)
ends(lambda: time.sleep(60))
r, w = os.pipe()
ends(lambda: os.read(r, 1))
def spin():
    while True: pass
ends(spin)
import threading, select
ends(lambda: threading.Event().wait(60))
lock = threading.Lock(); lock.acquire()
ends(lambda: lock.acquire(timeout=60))
ends(lambda: select.select([r], [], []))
ends(lambda: select.poll().poll())
ends(signal.pause)
rings = []
signal.signal(signal.SIGALRM, lambda n, f: rings.append(n))
signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
start = time.monotonic(); time.sleep(0.2)
assert time.monotonic() - start >= 0.2 and len(rings) >= 3
assert signal.getitimer(signal.ITIMER_REAL)[1] == 0.02
assert signal.setitimer(signal.ITIMER_REAL, 0)[0] > 0 and signal.alarm(0) == 0
"#,
    );
}

#[test]
fn defaults_end_the_process() {
    for (name, code) in [("SIGTERM", 143), ("SIGKILL", 137), ("SIGALRM", 142)] {
        let source = format!(
            "import os, signal\ntry:\n    os.kill(os.getpid(), signal.{name})\nfinally:\n    print('never')\n"
        );
        let ended = run(&source, Start::default());
        assert_eq!((ended.code, ended.stdout.as_str()), (code, ""), "{name}");
    }
    check("import os, signal\nos.kill(os.getpid(), signal.SIGCHLD)\nos.kill(os.getpid(), 0)\n");
}

#[test]
fn an_interrupt_that_nobody_catches_ends_like_in_a_shell() {
    let ended = run("import signal\nsignal.raise_signal(signal.SIGINT)\n", Start::default());
    assert_eq!(ended.code, 130, "{ended:?}");
    assert!(ended.stderr.ends_with("KeyboardInterrupt\n"), "{ended:?}");
}

#[test]
fn threads_and_pipes_wait_for_each_other() {
    check(
        r#"
import os, threading, select, queue, concurrent.futures
r, w = os.pipe()
def writer():
    for i in range(3): os.write(w, b"%d" % i)
    os.close(w)
t = threading.Thread(target=writer); t.start()
got = b""
while chunk := os.read(r, 1): got += chunk
t.join(); assert got == b"012"
r, w = os.pipe()
threading.Timer(0.02, lambda: os.write(w, b"x")).start()
assert select.select([r], [], [], 5) == ([r], [], []) and select.select([], [w], [], 0) == ([], [w], [])
assert select.select([], [], [], 0.01) == ([], [], [])
p = select.poll(); p.register(r, select.POLLIN); os.read(r, 1)
assert p.poll(10) == []
with concurrent.futures.ThreadPoolExecutor(4) as pool: assert sum(pool.map(abs, range(-5, 5))) == 25
"#,
    );
}

#[test]
fn asyncio_runs_on_the_stock_loop() {
    check(
        r#"
import asyncio
async def work(n): await asyncio.sleep(0.01 * n); return n
async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n)) for n in range(3)]
    assert [t.result() for t in tasks] == [0, 1, 2]
    assert await asyncio.to_thread(lambda: 7) == 7
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(60)
    except TimeoutError: pass
    else: raise AssertionError
asyncio.run(main())
"#,
    );
}
