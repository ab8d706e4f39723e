//! The record of a traced program: who runs, who waits for what and where, and that the record
//! changes nothing.

use crate::{Start, run};

const THREADS: &str = "\
import threading, time, queue
lock = threading.Lock()
items = queue.Queue()
def work():
    with lock:
        time.sleep(0.01)
    items.put(1)
threads = [threading.Thread(target=work, name=f'worker-{n}') for n in range(2)]
for thread in threads:
    thread.start()
items.get()
for thread in threads:
    thread.join()
print(threading.active_count())
";

fn traced(source: &str) -> String {
    let ended = run(source, Start { seed: Some(1), traced: true, ..Start::default() });
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    ended.trace
}

#[track_caller]
fn has(trace: &str, parts: &[&str]) {
    let found = trace.lines().any(|line| parts.iter().all(|part| line.contains(part)));
    assert!(found, "no event has {parts:?} in\n{trace}");
}

#[test]
fn threads_are_named_and_what_they_wait_for_is_told_with_its_line() {
    let trace = traced(THREADS);
    has(&trace, &["Started", "worker-1", "by: 0", "line: 10"]);
    has(&trace, &["thread: 1", "Blocked", "\"sleep\"", "line: 6"]);
    has(&trace, &["thread: 2", "Blocked", "\"lock\"", "line: 5"]);
    has(&trace, &["thread: 0", "Blocked", "\"queue\"", "line: 11"]);
    has(&trace, &["thread: 2", "Ready", "by: Some(1)"]);
    has(&trace, &["thread: 1", "Ended"]);
}

#[test]
fn a_record_does_not_change_the_schedule() {
    let program = "\
import threading, time
seen = []
def work(name):
    for _ in range(200):
        seen.append(name)
threads = [threading.Thread(target=work, args=(n,)) for n in 'ab']
for thread in threads: thread.start()
for thread in threads: thread.join()
print(''.join(seen), time.time())
";
    let outputs = [false, true].map(|traced| {
        let ended = run(program, Start { seed: Some(3), traced, ..Start::default() });
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        ended.stdout
    });
    assert!(outputs[0].contains("ab") && outputs[0].contains("ba"), "{}", outputs[0]);
    assert_eq!(outputs[0], outputs[1]);
}

#[test]
fn what_a_deadlock_leaves_behind_is_never_woken() {
    let program = "\
import threading, time
left, right = threading.Lock(), threading.Lock()
left.acquire(), right.acquire()
threading.Thread(target=left.acquire, name='Ada', daemon=True).start()
threading.Thread(target=right.acquire, name='Bob', daemon=True).start()
time.sleep(0.01)
";
    let trace = traced(program);
    for thread in ["thread: 1", "thread: 2"] {
        let steps: Vec<&str> = trace.lines().filter(|line| line.contains(thread)).collect();
        assert!(steps.last().is_some_and(|it| it.contains("\"lock\"")), "{trace}");
    }
}

#[test]
fn tasks_are_recorded_with_what_they_await() {
    let trace = traced(
        "\
import asyncio
async def fetch():
    await asyncio.sleep(0.01)
    return 1
async def main():
    task = asyncio.create_task(fetch(), name='fetching')
    await task
asyncio.run(main())
",
    );
    has(&trace, &["Created", "fetching", "by: Some(1)", "line: 6"]);
    has(&trace, &["task: 2", "Waiting", "\"sleep\"", "line: 3"]);
    has(&trace, &["task: 1", "Waiting", "\"fetching\"", "line: 7"]);
    has(&trace, &["task: 2", "Done", "\"result\""]);
}
