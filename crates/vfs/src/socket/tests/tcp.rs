//! TCP: connections, their ends, and ports.

use vivarium_protocol::{
    Errno, Fd, MessageFlags, OpenFlags, PollEvents, Reply, ShutdownHow, SockAddr, SocketOption,
    Syscall,
};

use super::{ANY, HOST, Shell, v4, v6};
use crate::{Outcome, SocketState, Wait};

#[test]
fn a_connection_carries_bytes_both_ways_and_knows_its_ends() {
    let mut sh = Shell::new();
    let listener = sh.listener(v4(ANY, 8000), 5);
    assert_eq!(sh.name(listener), v4(ANY, 8000));
    let client = sh.tcp();
    sh.connect(client, v4(HOST, 8000)).unwrap();
    let (server, from) = sh.accept(listener);
    assert_eq!(sh.name(client), from);
    assert_eq!(sh.name(server), v4(HOST, 8000), "the address that was connected to");
    assert_eq!(sh.peer(client), Ok(Reply::Address(v4(HOST, 8000))));
    assert_eq!(sh.send(client, b"ping"), Ok(4));
    assert_eq!(sh.send(client, b"pong"), Ok(4));
    assert_eq!(sh.receive(server, 100).unwrap(), b"pingpong", "a stream has no boundaries");
    assert_eq!(sh.receive(server, 1), Err(Errno::EAGAIN));
    sh.call(&Syscall::Write { fd: server, data: b"answer"[..].into() }).unwrap();
    let read = sh.call(&Syscall::Read { fd: client, len: 3 });
    assert_eq!(read, Ok(Reply::Data(b"ans"[..].into())));
    assert_eq!(sh.peer(listener), Err(Errno::ENOTCONN));
    assert_eq!(sh.connect(client, v4(HOST, 8000)), Err(Errno::EISCONN));
}

#[test]
fn nobody_listening_refuses_and_the_rest_of_the_world_is_unreachable() {
    let mut sh = Shell::new();
    let fd = sh.tcp();
    assert_eq!(sh.connect(fd, v4(HOST, 9)), Err(Errno::ECONNREFUSED));
    assert_eq!(sh.connect(fd, v4([93, 184, 216, 34], 80)), Err(Errno::ENETUNREACH));
    assert_eq!(sh.bind(fd, v4([93, 184, 216, 34], 8000)), Err(Errno::EADDRNOTAVAIL));
    assert_eq!(sh.bind(fd, v4(HOST, 80)), Err(Errno::EACCES));
    assert_eq!(sh.connect(fd, v6(1, 80)), Err(Errno::EAFNOSUPPORT));
    let listener = sh.listener(v4(HOST, 8000), 1);
    assert_eq!(sh.connect(fd, v4([127, 0, 0, 2], 8000)), Err(Errno::ECONNREFUSED));
    assert_eq!(sh.connect(fd, v4(HOST, 8000)), Ok(Reply::Done), "it can be tried again");
    assert!(matches!(sh.accept(listener).1, SockAddr::Inet { .. }));
    assert_eq!(sh.call(&Syscall::Listen { fd: Fd(0), backlog: 1 }), Err(Errno::ENOTSOCK));
    assert_eq!(sh.call(&Syscall::Listen { fd: Fd(99), backlog: 1 }), Err(Errno::EBADF));
}

#[test]
fn a_connect_that_must_not_wait_is_told_by_poll_and_so_error() {
    let mut sh = Shell::new();
    let listener = sh.listener(v4(HOST, 8000), 0);
    let good = sh.tcp();
    sh.nonblocking(good);
    assert_eq!(sh.connect(good, v4(HOST, 8000)), Err(Errno::EINPROGRESS));
    assert_eq!(sh.events(good), PollEvents::OUT);
    assert_eq!(sh.get(good, SocketOption::Error), 0);
    assert_eq!(sh.connect(good, v4(HOST, 8000)), Ok(Reply::Done));
    assert_eq!(sh.connect(good, v4(HOST, 8000)), Err(Errno::EISCONN));
    let bad = sh.tcp();
    sh.nonblocking(bad);
    assert_eq!(sh.connect(bad, v4(HOST, 9)), Err(Errno::EINPROGRESS));
    assert_ne!(sh.events(bad) & PollEvents::OUT, 0);
    assert_ne!(sh.events(bad) & PollEvents::ERR, 0);
    assert_eq!(sh.get(bad, SocketOption::Error), Errno::ECONNREFUSED.number());
    assert_eq!(sh.get(bad, SocketOption::Error), 0, "the question clears it");
    let hung_up = PollEvents::IN | PollEvents::OUT | PollEvents::HUP | PollEvents::RDHUP;
    assert_eq!(sh.events(bad), hung_up);
    let late = sh.tcp();
    sh.nonblocking(late);
    assert_eq!(sh.connect(late, v4(HOST, 8000)), Err(Errno::EINPROGRESS));
    assert_eq!(sh.connect(late, v4(HOST, 8000)), Err(Errno::EALREADY), "the queue is full");
    assert_eq!(sh.events(late), 0);
    sh.accept(listener);
    assert_eq!(sh.events(late), PollEvents::OUT);
}

#[test]
fn a_full_backlog_makes_connects_wait_for_accept() {
    let mut sh = Shell::new();
    let listener = sh.listener(v4(HOST, 8000), 0);
    let accept = Syscall::Accept { fd: listener, flags: OpenFlags(0) };
    assert!(matches!(sh.outcome(&accept), Outcome::Blocked(Wait::Accept(_))));
    let first = sh.tcp();
    sh.connect(first, v4(HOST, 8000)).unwrap();
    let second = sh.tcp();
    let connect = Syscall::Connect { fd: second, address: v4(HOST, 8000) };
    let Outcome::Blocked(wait) = sh.outcome(&connect) else { panic!("there is no room") };
    sh.files.take_woken();
    assert!(matches!(sh.outcome(&connect), Outcome::Blocked(_)), "asking again changes nothing");
    assert!(sh.files.take_woken().is_empty());
    sh.accept(listener);
    assert!(sh.files.take_woken().concerns(wait));
    assert_eq!(sh.call(&connect), Ok(Reply::Done));
    let third = sh.tcp();
    let connect = Syscall::Connect { fd: third, address: v4(HOST, 8000) };
    assert!(matches!(sh.outcome(&connect), Outcome::Blocked(_)));
    sh.close(listener);
    assert_eq!(sh.call(&connect), Err(Errno::ECONNREFUSED));
    assert_eq!(sh.receive(second, 1), Err(Errno::ECONNRESET), "it was never accepted");
}

#[test]
fn a_full_queue_makes_the_sender_wait_and_loses_nothing() {
    let mut sh = Shell::new();
    let (client, server) = sh.connection(8000);
    let data: Vec<u8> = (0..400_000_u32).map(|n| n.to_le_bytes()[0] ^ n.to_le_bytes()[1]).collect();
    let send =
        Syscall::Send { fd: client, data: data.clone().into(), flags: MessageFlags(0), to: None };
    let (mut written, mut received) = (0, Vec::new());
    loop {
        match sh.files.call(&mut sh.process, sh.now, &send, &mut written) {
            Outcome::Done(result) => {
                assert_eq!(result, Ok(Reply::Count(400_000)));
                break;
            }
            Outcome::Blocked(wait) => {
                assert_eq!(sh.events(client) & PollEvents::OUT, 0);
                assert_eq!(sh.send(client, b"x"), Err(Errno::EAGAIN));
                sh.files.take_woken();
                received.extend(sh.receive(server, 50_000).unwrap());
                assert!(sh.files.take_woken().concerns(wait));
            }
            Outcome::Elsewhere => panic!("send is a call about files"),
        }
    }
    while let Ok(more) = sh.receive(server, 70_000) {
        received.extend(more);
    }
    assert!(received == data, "bytes were lost or mixed");
}

#[test]
fn buffers_are_twice_what_is_asked_for() {
    let mut sh = Shell::new();
    let (client, server) = sh.connection(8000);
    sh.set(client, SocketOption::SendBuffer, 5000).unwrap();
    assert_eq!(sh.get(client, SocketOption::SendBuffer), 10_000);
    sh.set(server, SocketOption::ReceiveBuffer, 1).unwrap();
    assert_eq!(sh.get(server, SocketOption::ReceiveBuffer), 2304);
    assert_eq!(sh.send(client, &vec![0; 100_000]), Ok(12_304));
}

#[test]
fn half_a_connection_can_be_closed() {
    let mut sh = Shell::new();
    let (client, server) = sh.connection(8000);
    sh.send(client, b"question").unwrap();
    sh.shutdown(client, ShutdownHow::Write).unwrap();
    assert_eq!(sh.send(client, b"x"), Err(Errno::EPIPE));
    assert_eq!(sh.receive(server, 100).unwrap(), b"question");
    assert_eq!(sh.receive(server, 100).unwrap(), b"");
    let told = PollEvents::IN | PollEvents::OUT | PollEvents::RDHUP;
    assert_eq!(sh.events(server), told);
    assert_eq!(sh.send(server, b"answer"), Ok(6), "the other half is open");
    assert_eq!(sh.receive(client, 100).unwrap(), b"answer");
    assert_eq!(sh.receive(client, 100), Err(Errno::EAGAIN));
    sh.close(server);
    assert_eq!(sh.receive(client, 100).unwrap(), b"");
    assert_eq!(sh.events(client), told | PollEvents::HUP);
    assert_eq!(sh.shutdown(client, ShutdownHow::Write), Err(Errno::ENOTCONN));
    assert_eq!(sh.peer(client), Err(Errno::ENOTCONN));
}

#[test]
fn the_second_send_to_a_closed_peer_breaks() {
    let mut sh = Shell::new();
    let (client, server) = sh.connection(8000);
    sh.close(server);
    assert_eq!(sh.send(client, b"lost"), Ok(4));
    assert_eq!(sh.send(client, b"x"), Err(Errno::EPIPE));
    assert_eq!(sh.receive(client, 1).unwrap(), b"");
}

#[test]
fn closing_with_unread_data_resets() {
    let mut sh = Shell::new();
    let (client, server) = sh.connection(8000);
    sh.send(server, b"tail").unwrap();
    sh.send(client, b"never read").unwrap();
    sh.close(server);
    assert_ne!(sh.events(client) & PollEvents::ERR, 0);
    assert_eq!(sh.receive(client, 10).unwrap(), b"tail", "what came before can be read");
    assert_eq!(sh.receive(client, 10), Err(Errno::ECONNRESET));
    assert_eq!(sh.receive(client, 10).unwrap(), b"");
    assert_eq!(sh.send(client, b"x"), Err(Errno::EPIPE));
}

#[test]
fn linger_zero_resets_at_close() {
    let mut sh = Shell::new();
    let (client, server) = sh.connection(8000);
    sh.set(client, SocketOption::Linger, 0).unwrap();
    sh.close(client);
    assert_eq!(sh.send(server, b"x"), Err(Errno::ECONNRESET));
    assert_eq!(sh.send(server, b"x"), Err(Errno::EPIPE));
    assert_eq!(sh.receive(server, 1).unwrap(), b"");
}

#[test]
fn peek_leaves_and_waitall_waits() {
    let mut sh = Shell::new();
    let (client, server) = sh.connection(8000);
    sh.send(client, b"abc").unwrap();
    let peek = MessageFlags(MessageFlags::PEEK);
    let peeked = sh.call(&Syscall::Receive { fd: server, len: 2, flags: peek });
    assert_eq!(peeked, Ok(Reply::Received(b"ab"[..].into(), None)));
    let flags = MessageFlags(MessageFlags::WAITALL);
    let all = Syscall::Receive { fd: server, len: 300_000, flags };
    let Outcome::Blocked(wait) = sh.outcome(&all) else { panic!("three bytes are not all") };
    sh.files.take_woken();
    assert!(matches!(sh.outcome(&all), Outcome::Blocked(_)));
    assert!(sh.files.take_woken().is_empty(), "asking again changes nothing");
    assert_eq!(sh.send(client, &vec![b'd'; 299_997]), Ok(299_997), "more than the queue's size");
    assert!(sh.files.take_woken().concerns(wait));
    assert!(matches!(sh.call(&all), Ok(Reply::Received(data, None)) if data.0.len() == 300_000));
    sh.send(client, b"end").unwrap();
    assert!(matches!(sh.outcome(&all), Outcome::Blocked(_)));
    sh.shutdown(client, ShutdownHow::Write).unwrap();
    assert_eq!(sh.call(&all), Ok(Reply::Received(b"end"[..].into(), None)));
}

#[test]
fn an_unconnected_socket_fails_as_on_linux() {
    let mut sh = Shell::new();
    let fd = sh.tcp();
    assert_eq!(sh.events(fd), PollEvents::OUT | PollEvents::HUP);
    assert_eq!(sh.receive(fd, 1), Err(Errno::ENOTCONN));
    assert_eq!(sh.send(fd, b"x"), Err(Errno::EPIPE));
    assert_eq!(sh.shutdown(fd, ShutdownHow::Both), Err(Errno::ENOTCONN));
    let accept = Syscall::Accept { fd, flags: OpenFlags(0) };
    assert_eq!(sh.call(&accept), Err(Errno::EINVAL));
    let udp = sh.udp();
    assert_eq!(sh.listen(udp, 1), Err(Errno::ENOTSUP));
    assert_eq!(sh.send(udp, b"x"), Err(Errno::EDESTADDRREQ));
}

#[test]
fn shutting_a_listener_down_ends_accept() {
    let mut sh = Shell::new();
    let listener = sh.listener(v4(HOST, 8000), 5);
    let accept = Syscall::Accept { fd: listener, flags: OpenFlags(0) };
    let Outcome::Blocked(wait) = sh.outcome(&accept) else { panic!("nobody has come") };
    sh.shutdown(listener, ShutdownHow::Both).unwrap();
    assert!(sh.files.take_woken().concerns(wait));
    assert_eq!(sh.call(&accept), Err(Errno::EINVAL));
    let client = sh.tcp();
    assert_eq!(sh.connect(client, v4(HOST, 8000)), Err(Errno::ECONNREFUSED));
}

#[test]
fn free_ports_are_given_out_and_taken_ones_are_not() {
    let mut sh = Shell::new();
    let first = sh.listener(v4(HOST, 0), 5);
    let second = sh.listener(v4(HOST, 0), 5);
    let (SockAddr::Inet { port: one, .. }, SockAddr::Inet { port: other, .. }) =
        (sh.name(first), sh.name(second))
    else {
        panic!("these are IPv4 sockets");
    };
    assert!(one >= 32_768 && one != other);
    let third = sh.tcp();
    assert_eq!(sh.bind(third, v4(ANY, one)), Err(Errno::EADDRINUSE));
    assert_eq!(sh.bind(third, v4([127, 0, 0, 2], one)), Ok(Reply::Done));
    assert_eq!(sh.bind(third, v4(HOST, 8000)), Err(Errno::EINVAL), "it is bound already");
    sh.close(first);
    let fourth = sh.tcp();
    assert_eq!(sh.bind(fourth, v4(HOST, one)), Ok(Reply::Done));
}

#[test]
fn two_binds_with_reuse_address_but_one_listener() {
    let mut sh = Shell::new();
    let (first, second, third) = (sh.tcp(), sh.tcp(), sh.tcp());
    for fd in [first, second, third] {
        sh.set(fd, SocketOption::ReuseAddr, 1).unwrap();
    }
    sh.bind(first, v4(HOST, 8000)).unwrap();
    sh.bind(second, v4(HOST, 8000)).unwrap();
    sh.listen(first, 1).unwrap();
    assert_eq!(sh.listen(second, 1), Err(Errno::EADDRINUSE));
    assert_eq!(sh.bind(third, v4(ANY, 8000)), Err(Errno::EADDRINUSE));
}

#[test]
fn a_server_that_closes_first_keeps_its_port_for_a_minute() {
    let mut sh = Shell::new();
    let (client, server) = sh.connection(8000);
    let strict = sh.tcp();
    assert_eq!(sh.bind(strict, v4(HOST, 8000)), Err(Errno::EADDRINUSE), "it is connected");
    sh.close(server);
    sh.close(client);
    assert_eq!(sh.bind(strict, v4(HOST, 8000)), Err(Errno::EADDRINUSE));
    assert!(sh.files.sockets().iter().any(|view| view.state == SocketState::TimeWait));
    sh.now.sec += 61;
    assert_eq!(sh.bind(strict, v4(HOST, 8000)), Ok(Reply::Done));
    sh.close(strict);
    // The client first: its port lingers, not the server's.
    let (client, server) = sh.connection(8000);
    sh.close(client);
    sh.close(server);
    let again = sh.tcp();
    assert_eq!(sh.bind(again, v4(HOST, 8000)), Ok(Reply::Done));
}

#[test]
fn reuse_address_gets_a_lingering_port() {
    let mut sh = Shell::new();
    let listener = sh.tcp();
    sh.set(listener, SocketOption::ReuseAddr, 1).unwrap();
    sh.bind(listener, v4(HOST, 8000)).unwrap();
    sh.listen(listener, 5).unwrap();
    let client = sh.tcp();
    sh.connect(client, v4(HOST, 8000)).unwrap();
    let (server, _) = sh.accept(listener);
    sh.close(listener);
    sh.close(server);
    sh.close(client);
    let again = sh.tcp();
    assert_eq!(sh.bind(again, v4(HOST, 8000)), Err(Errno::EADDRINUSE));
    sh.set(again, SocketOption::ReuseAddr, 1).unwrap();
    assert_eq!(sh.bind(again, v4(HOST, 8000)), Ok(Reply::Done));
}
