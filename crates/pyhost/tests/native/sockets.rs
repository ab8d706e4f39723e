//! Sockets, waiting for them, and what the library builds on them: servers, HTTP, asyncio.
//! Client and server are threads of one process; each program's assertions say what is right.

use crate::{Start, check, check_output, run};

#[test]
fn a_connection_carries_bytes_both_ways() {
    check(include_str!("network/tcp.py"));
}

#[test]
fn failures_are_those_of_the_system() {
    check(include_str!("network/errors.py"));
}

#[test]
fn datagrams_unix_sockets_pairs_and_options() {
    check(include_str!("network/datagrams_and_unix.py"));
}

#[test]
fn names_and_addresses_translate() {
    check(include_str!("network/names.py"));
}

#[test]
fn select_poll_and_epoll_wait() {
    check(include_str!("network/selecting.py"));
}

#[test]
fn servers_of_the_library_answer_its_clients() {
    check(include_str!("network/http.py"));
}

#[test]
fn asyncio_runs_unmodified() {
    check(include_str!("network/asyncio_stock.py"));
}

#[test]
fn the_same_seed_gives_the_same_traffic() {
    let source = "import asyncio, time\nasync def echo(r, w):\n    w.write(await r.read(9)); await w.drain(); w.close()\nasync def main():\n    server = await asyncio.start_server(echo, '127.0.0.1', 0)\n    r, w = await asyncio.open_connection(*server.sockets[0].getsockname())\n    w.write(b'x'); print(await r.read()); await asyncio.sleep(100)\n    print(w.get_extra_info('sockname'), time.monotonic())\nasyncio.run(main())\n";
    let first = run(source, Start { seed: Some(5), ..Start::default() });
    let second = run(source, Start { seed: Some(5), ..Start::default() });
    assert_eq!((first.code, &first.stdout), (0, &second.stdout), "{first:?}");
}

#[test]
fn packages_that_speak_http_reach_the_learners_server() {
    check(include_str!("network/packages.py"));
}

#[test]
fn signals_end_waits_or_let_them_go_on() {
    check_output(include_str!("network/signals.py"), "", "cleaned\ninterrupted\n");
}
