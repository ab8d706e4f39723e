//! UDP, Unix sockets, both families of addresses, names, and the view of it all.

use vivarium_protocol::{
    Domain, Errno, Fd, MessageFlags, OpenFlags, PollEvents, Reply, SockAddr, SocketKind,
    SocketOption, Syscall,
};

use super::{ANY, HOST, Shell, unix, v4, v6};
use crate::{Outcome, SocketState};

#[test]
fn datagrams_keep_their_boundaries_and_are_cut_to_the_buffer() {
    let mut sh = Shell::new();
    let (server, client) = (sh.udp(), sh.udp());
    sh.bind(server, v4(ANY, 9000)).unwrap();
    assert_eq!(sh.events(server), PollEvents::OUT);
    for word in [&b"first"[..], b"", b"third"] {
        let sent = sh.send_to(client, word, v4(HOST, 9000));
        assert_eq!(sent, Ok(Reply::Count(u32::try_from(word.len()).unwrap())));
    }
    let (data, from) = sh.receive_from(server, 3);
    assert_eq!(data, b"fir", "the rest is lost");
    assert_eq!(sh.receive_from(server, 100).0, b"");
    assert_eq!(sh.receive_from(server, 100).0, b"third");
    let SockAddr::Inet { address: HOST, port } = from else { panic!("it came from {from}") };
    assert_eq!(sh.name(client), v4(ANY, port), "sending has bound it");
    sh.send_to(server, b"back", from).unwrap();
    assert_eq!(sh.receive_from(client, 100), (b"back".to_vec(), v4(HOST, 9000)));
    assert_eq!(sh.send_to(client, &vec![0; 65_508], v4(HOST, 9000)), Err(Errno::EMSGSIZE));
    assert_eq!(sh.send_to(client, b"", v4([8, 8, 8, 8], 53)), Err(Errno::ENETUNREACH));
    assert_eq!(sh.send_to(client, b"", v4([255; 4], 53)), Err(Errno::EACCES));
}

#[test]
fn a_connected_datagram_socket_hears_its_peer_alone_and_of_its_absence() {
    let mut sh = Shell::new();
    let (server, client, other) = (sh.udp(), sh.udp(), sh.udp());
    sh.bind(server, v4(HOST, 9000)).unwrap();
    sh.connect(client, v4(HOST, 9000)).unwrap();
    assert_eq!(sh.peer(client), Ok(Reply::Address(v4(HOST, 9000))));
    let mine = sh.name(client);
    sh.send_to(other, b"noise", mine.clone()).unwrap();
    assert_eq!(sh.receive(client, 10), Err(Errno::EAGAIN), "it is not from the peer");
    sh.send_to(server, b"signal", mine).unwrap();
    assert_eq!(sh.receive(client, 10).unwrap(), b"signal");
    sh.close(server);
    assert_eq!(sh.send(client, b"x"), Ok(1));
    assert_ne!(sh.events(client) & PollEvents::ERR, 0);
    assert_eq!(sh.receive(client, 10), Err(Errno::ECONNREFUSED));
    assert_eq!(sh.send_to(other, b"x", v4(HOST, 9000)), Ok(Reply::Count(1)), "nobody is told");
}

#[test]
fn datagrams_that_find_no_room_are_lost() {
    let mut sh = Shell::new();
    let (server, client) = (sh.udp(), sh.udp());
    sh.bind(server, v4(HOST, 9000)).unwrap();
    sh.set(server, SocketOption::ReceiveBuffer, 5000).unwrap();
    for _ in 0..100 {
        sh.send_to(client, &[7; 1000], v4(HOST, 9000)).unwrap();
    }
    let mut count = 0;
    while sh.receive(server, 2000).is_ok() {
        count += 1;
    }
    assert!((5..=10).contains(&count), "{count} datagrams were kept");
}

#[test]
fn a_dual_socket_takes_both_families() {
    let mut sh = Shell::new();
    let listener = sh.listener(v6(0, 8000), 5);
    let (four, six) = (sh.tcp(), sh.socket(Domain::Inet6, SocketKind::Stream));
    sh.connect(four, v4(HOST, 8000)).unwrap();
    sh.connect(six, v6(1, 8000)).unwrap();
    let SockAddr::Inet6 { address, .. } = sh.accept(listener).1 else { panic!("a mapped one") };
    assert_eq!(address[10..], [255, 255, 127, 0, 0, 1]);
    assert!(matches!(sh.accept(listener).1, SockAddr::Inet6 { address, .. } if address[15] == 1));
    assert_eq!(sh.peer(four), Ok(Reply::Address(v4(HOST, 8000))));
    let taken = sh.tcp();
    assert_eq!(sh.bind(taken, v4(HOST, 8000)), Err(Errno::EADDRINUSE));
    let only = sh.socket(Domain::Inet6, SocketKind::Stream);
    sh.set(only, SocketOption::V6Only, 1).unwrap();
    sh.bind(only, v6(0, 8001)).unwrap();
    sh.listen(only, 1).unwrap();
    assert_eq!(sh.bind(taken, v4(ANY, 8001)), Ok(Reply::Done), "the families are apart");
    let client = sh.tcp();
    assert_eq!(sh.connect(client, v4(HOST, 8001)), Err(Errno::ECONNREFUSED));
}

#[test]
fn a_dual_datagram_socket_speaks_to_both_families() {
    let mut sh = Shell::new();
    let (four, six) = (sh.udp(), sh.socket(Domain::Inet6, SocketKind::Datagram));
    sh.bind(four, v4(HOST, 9000)).unwrap();
    sh.bind(six, v6(1, 9000)).unwrap();
    let both = sh.socket(Domain::Inet6, SocketKind::Datagram);
    let mut mapped = [0; 16];
    mapped[10..].copy_from_slice(&[255, 255, 127, 0, 0, 1]);
    let mapped = SockAddr::Inet6 { address: mapped, port: 9000 };
    for (server, address) in [(four, mapped), (six, v6(1, 9000))] {
        sh.send_to(both, b"ping", address.clone()).unwrap();
        let (data, from) = sh.receive_from(server, 10);
        assert_eq!(data, b"ping");
        sh.send_to(server, b"pong", from).unwrap();
        assert_eq!(sh.receive_from(both, 10), (b"pong".to_vec(), address));
    }
    assert!(matches!(sh.name(both), SockAddr::Inet6 { address, .. } if address == [0; 16]));
}

#[test]
fn a_unix_socket_is_bound_to_a_path() {
    let mut sh = Shell::new();
    let listener = sh.listener(unix("/tmp/s"), 0);
    let stat = Syscall::Stat { at: None, path: "/tmp/s".into(), follow: true };
    let Ok(Reply::Metadata(metadata)) = sh.call(&stat) else { panic!("it has an inode") };
    assert_eq!((metadata.kind, metadata.mode), (vivarium_protocol::FileKind::Socket, 0o755));
    let path = "/tmp/s".to_owned();
    let open = Syscall::Open { at: None, path, flags: OpenFlags(0), mode: 0 };
    assert_eq!(sh.call(&open), Err(Errno::ENXIO));
    let second = sh.socket(Domain::Unix, SocketKind::Stream);
    assert_eq!(sh.bind(second, unix("/tmp/s")), Err(Errno::EADDRINUSE));
    assert_eq!(sh.connect(second, unix("/tmp/none")), Err(Errno::ENOENT));
    sh.connect(second, unix("/tmp/s")).unwrap();
    let third = sh.socket(Domain::Unix, SocketKind::Stream);
    sh.nonblocking(third);
    assert_eq!(sh.connect(third, unix("/tmp/s")), Err(Errno::EAGAIN), "the queue is full");
    let (server, peer) = sh.accept(listener);
    assert_eq!((peer, sh.name(second)), (unix(""), unix("")));
    assert_eq!(sh.peer(second), Ok(Reply::Address(unix("/tmp/s"))));
    sh.send(second, b"hi").unwrap();
    assert_eq!(sh.receive(server, 9).unwrap(), b"hi");
    sh.close(listener);
    assert_eq!(sh.connect(third, unix("/tmp/s")), Err(Errno::ECONNREFUSED));
    sh.call(&Syscall::Unlink { at: None, path: "/tmp/s".into() }).unwrap();
    assert_eq!(sh.bind(third, unix("/tmp/s")), Ok(Reply::Done));
}

#[test]
fn abstract_names_need_no_path_and_go_with_their_socket() {
    let mut sh = Shell::new();
    let listener = sh.listener(unix("\0hidden"), 1);
    let client = sh.socket(Domain::Unix, SocketKind::Stream);
    sh.connect(client, unix("\0hidden")).unwrap();
    sh.close(listener);
    let late = sh.socket(Domain::Unix, SocketKind::Stream);
    assert_eq!(sh.connect(late, unix("\0hidden")), Err(Errno::ECONNREFUSED));
    assert_eq!(sh.bind(late, unix("\0hidden")), Ok(Reply::Done));
}

#[test]
fn unix_datagrams_wait_for_room_and_name_their_sender() {
    let mut sh = Shell::new();
    let server = sh.socket(Domain::Unix, SocketKind::Datagram);
    let client = sh.socket(Domain::Unix, SocketKind::Datagram);
    sh.bind(server, unix("/tmp/d")).unwrap();
    sh.bind(client, unix("/tmp/c")).unwrap();
    for _ in 0..11 {
        sh.send_to(client, b"letter", unix("/tmp/d")).unwrap();
    }
    let (flags, to) = (MessageFlags(0), Some(unix("/tmp/d")));
    let send = Syscall::Send { fd: client, data: b"more"[..].into(), flags, to };
    let Outcome::Blocked(wait) = sh.outcome(&send) else { panic!("the queue is full") };
    sh.files.take_woken();
    assert_eq!(sh.receive_from(server, 9), (b"letter".to_vec(), unix("/tmp/c")));
    assert!(sh.files.take_woken().concerns(wait));
    assert_eq!(sh.call(&send), Ok(Reply::Count(4)));
    sh.close(server);
    assert_eq!(sh.call(&send), Err(Errno::ECONNREFUSED));
}

#[test]
fn a_socket_pair_is_connected_and_ends_with_its_other_side() {
    let mut sh = Shell::new();
    let (domain, flags) = (Domain::Unix, OpenFlags(0));
    let kind = SocketKind::Stream;
    let pair = sh.call(&Syscall::SocketPair { domain, kind, flags });
    let Ok(Reply::Pair(one, other)) = pair else { panic!("socketpair gave {pair:?}") };
    sh.send(one, b"x").unwrap();
    assert_eq!(sh.receive(other, 9).unwrap(), b"x");
    let mut child = sh.files.inherit(&sh.process, &[(Fd(3), other)], None).unwrap();
    sh.close(other);
    assert_eq!(sh.receive(one, 1), Err(Errno::EAGAIN), "the child holds the other side");
    sh.files.close_all(&mut child);
    assert_eq!(sh.receive(one, 1).unwrap(), b"");
    assert_eq!(sh.send(one, b"x"), Err(Errno::EPIPE));
    let all = PollEvents::IN | PollEvents::OUT | PollEvents::RDHUP | PollEvents::HUP;
    assert_eq!(sh.events(one), all);
    let kind = SocketKind::Datagram;
    let pair = sh.call(&Syscall::SocketPair { domain, kind, flags });
    let Ok(Reply::Pair(one, other)) = pair else { panic!("socketpair gave {pair:?}") };
    sh.send(one, b"a").unwrap();
    sh.send(one, b"b").unwrap();
    assert_eq!(sh.receive(other, 9).unwrap(), b"a", "boundaries are kept");
}

#[test]
fn names_resolve_to_loopback_addresses() {
    let mut sh = Shell::new();
    let mut resolve = |name: &str| {
        let answer = sh.call(&Syscall::Resolve { name: name.into() })?;
        let Reply::Addresses(addresses) = answer else { panic!("it gave {answer:?}") };
        Ok(addresses)
    };
    assert_eq!(resolve("localhost"), Ok(vec![v4(HOST, 0), v6(1, 0)]));
    assert_eq!(resolve("LocalHost."), Ok(vec![v4(HOST, 0), v6(1, 0)]));
    assert_eq!(resolve("10.1.2.3"), Ok(vec![v4([10, 1, 2, 3], 0)]));
    assert_eq!(resolve("::1"), Ok(vec![v6(1, 0)]));
    assert_eq!(resolve("www.python.org"), Err(Errno::ENOENT));
    let own = sh.files.declare_host("shop.example", None).unwrap();
    assert_eq!(sh.files.declare_host("Shop.Example", None), Ok(own), "it is known");
    let other = sh.files.declare_host("api.example", None).unwrap();
    assert_ne!(own, other);
    assert_eq!(sh.files.declare_host("x", Some([8, 8, 8, 8].into())), Err(Errno::EADDRNOTAVAIL));
    let found = sh.call(&Syscall::Resolve { name: "shop.example".into() });
    assert_eq!(found, Ok(Reply::Addresses(vec![v4(own.octets(), 0)])));
    let listener = sh.listener(v4(own.octets(), 8000), 1);
    let client = sh.tcp();
    assert_eq!(sh.connect(client, v4(other.octets(), 8000)), Err(Errno::ECONNREFUSED));
    sh.connect(client, v4(own.octets(), 8000)).unwrap();
    sh.accept(listener);
}

#[test]
fn the_network_view_shows_queues_and_what_was_said() {
    let mut sh = Shell::new();
    let (client, server) = sh.connection(8000);
    sh.send(client, b"GET ").unwrap();
    sh.send(client, b"/").unwrap();
    let views = sh.files.sockets();
    let from: Vec<_> = views.iter().filter(|view| view.local == v4(HOST, 8000)).collect();
    let [view] = from[..] else { panic!("the listener is closed: {views:?}") };
    assert_eq!((view.state, view.receive_queue), (SocketState::Established, 5));
    sh.receive(server, 100).unwrap();
    sh.send(server, b"200 OK").unwrap();
    sh.send(client, &vec![b'x'; 100_000]).unwrap();
    sh.close(client);
    let connections: Vec<_> = sh.files.connections().collect();
    let [connection] = connections[..] else { panic!("there was one") };
    assert_eq!((&connection.server, connection.is_open), (&v4(HOST, 8000), false));
    assert_eq!(connection.bytes, [100_005, 6]);
    let said: Vec<(bool, usize)> =
        connection.segments.iter().map(|s| (s.is_forth, s.data.len())).collect();
    assert_eq!(said, [(true, 5), (false, 6), (true, 65_536 - 5)]);
    assert_eq!(connection.segments[0].data, b"GET /");
    sh.files.clear_connections();
    assert_eq!(sh.files.connections().count(), 0);
}

#[test]
fn a_thousand_connections_and_a_hundred_megabytes_take_no_time() {
    let mut sh = Shell::new();
    let listener = sh.listener(v4(HOST, 8000), 5);
    sh.set(listener, SocketOption::ReuseAddr, 1).unwrap();
    for round in 0..5_u8 {
        let mut open = Vec::new();
        for _ in 0..200 {
            let client = sh.tcp();
            sh.connect(client, v4(HOST, 8000)).unwrap();
            let (server, _) = sh.accept(listener);
            assert_eq!(sh.send(client, &[round]), Ok(1));
            open.push((client, server));
        }
        for (client, server) in open {
            assert_eq!(sh.receive(server, 10).unwrap(), [round]);
            sh.close(client);
            sh.close(server);
        }
    }
    let (client, server) = sh.connection(8001);
    let piece = vec![7; 100_000];
    let mut received = 0;
    for _ in 0..1000 {
        assert_eq!(sh.send(client, &piece), Ok(100_000));
        received += sh.receive(server, 200_000).unwrap().len();
    }
    assert_eq!(received, 100_000_000);
    assert_eq!(sh.files.sockets().iter().filter(|view| view.id.is_some()).count(), 3);
    let Ok(Reply::Pair(reader, writer)) = sh.call(&Syscall::Pipe { flags: OpenFlags(0) }) else {
        panic!("there is room for a pipe")
    };
    for _ in 0..100_000 {
        sh.call(&Syscall::Write { fd: writer, data: b"message"[..].into() }).unwrap();
        sh.call(&Syscall::Read { fd: reader, len: 100 }).unwrap();
    }
}
