//! The behaviour of sockets as their manual pages describe it: each test makes calls and looks at
//! answers. Here is what the tests share.

mod others;
mod tcp;

use vivarium_protocol::{
    Domain, Errno, Fd, MessageFlags, OpenFlags, PollEvents, PollFd, Reply, ShutdownHow, SockAddr,
    SocketKind, SocketOption, Syscall, Timespec,
};

use crate::{Descriptors, Files, Limits, Outcome, Stdio};

const ANY: [u8; 4] = [0; 4];
const HOST: [u8; 4] = [127, 0, 0, 1];

struct Shell {
    files: Files,
    process: Descriptors,
    now: Timespec,
}

fn v4(address: [u8; 4], port: u16) -> SockAddr {
    SockAddr::Inet { address, port }
}

fn v6(last: u8, port: u16) -> SockAddr {
    let mut address = [0; 16];
    address[15] = last;
    SockAddr::Inet6 { address, port }
}

fn unix(path: &str) -> SockAddr {
    SockAddr::Unix(path.to_owned())
}

impl Shell {
    fn new() -> Self {
        let now = Timespec { sec: 1000, nsec: 0 };
        let mut files = Files::new(Limits::default(), 7, now);
        let stdio = files.add_stdio(Stdio::prepared(Vec::new()));
        let process = files.spawn(stdio);
        Self { files, process, now }
    }

    fn outcome(&mut self, call: &Syscall) -> Outcome {
        self.files.call(&mut self.process, self.now, call, &mut 0)
    }

    #[track_caller]
    fn call(&mut self, call: &Syscall) -> Result<Reply, Errno> {
        match self.outcome(call) {
            Outcome::Done(result) => result,
            other => panic!("{call:?} gave {other:?}"),
        }
    }

    #[track_caller]
    fn socket(&mut self, domain: Domain, kind: SocketKind) -> Fd {
        match self.call(&Syscall::Socket { domain, kind, flags: OpenFlags(0) }) {
            Ok(Reply::Fd(fd)) => fd,
            other => panic!("socket gave {other:?}"),
        }
    }

    fn tcp(&mut self) -> Fd {
        self.socket(Domain::Inet, SocketKind::Stream)
    }

    fn udp(&mut self) -> Fd {
        self.socket(Domain::Inet, SocketKind::Datagram)
    }

    fn bind(&mut self, fd: Fd, address: SockAddr) -> Result<Reply, Errno> {
        self.call(&Syscall::Bind { fd, address })
    }

    fn listen(&mut self, fd: Fd, backlog: u32) -> Result<Reply, Errno> {
        self.call(&Syscall::Listen { fd, backlog })
    }

    #[track_caller]
    fn connect(&mut self, fd: Fd, address: SockAddr) -> Result<Reply, Errno> {
        self.call(&Syscall::Connect { fd, address })
    }

    fn set(&mut self, fd: Fd, option: SocketOption, value: i32) -> Result<Reply, Errno> {
        self.call(&Syscall::SetSocketOption { fd, option, value })
    }

    #[track_caller]
    fn get(&mut self, fd: Fd, option: SocketOption) -> i32 {
        match self.call(&Syscall::GetSocketOption { fd, option }) {
            Ok(Reply::Number(number)) => number,
            other => panic!("getsockopt gave {other:?}"),
        }
    }

    fn nonblocking(&mut self, fd: Fd) {
        let flags = OpenFlags(OpenFlags::NONBLOCK);
        self.call(&Syscall::SetFlags { fd, flags }).unwrap();
    }

    #[track_caller]
    fn accept(&mut self, fd: Fd) -> (Fd, SockAddr) {
        match self.call(&Syscall::Accept { fd, flags: OpenFlags(0) }) {
            Ok(Reply::Accepted(fd, peer)) => (fd, peer),
            other => panic!("accept gave {other:?}"),
        }
    }

    #[track_caller]
    fn send(&mut self, fd: Fd, data: &[u8]) -> Result<u32, Errno> {
        let flags = MessageFlags(MessageFlags::DONTWAIT);
        match self.call(&Syscall::Send { fd, data: data.into(), flags, to: None })? {
            Reply::Count(count) => Ok(count),
            other => panic!("send gave {other:?}"),
        }
    }

    fn send_to(&mut self, fd: Fd, data: &[u8], to: SockAddr) -> Result<Reply, Errno> {
        let flags = MessageFlags(0);
        self.call(&Syscall::Send { fd, data: data.into(), flags, to: Some(to) })
    }

    #[track_caller]
    fn receive(&mut self, fd: Fd, len: u32) -> Result<Vec<u8>, Errno> {
        let flags = MessageFlags(MessageFlags::DONTWAIT);
        match self.call(&Syscall::Receive { fd, len, flags })? {
            Reply::Received(data, _) => Ok(data.0),
            other => panic!("recv gave {other:?}"),
        }
    }

    #[track_caller]
    fn receive_from(&mut self, fd: Fd, len: u32) -> (Vec<u8>, SockAddr) {
        match self.call(&Syscall::Receive { fd, len, flags: MessageFlags(0) }) {
            Ok(Reply::Received(data, Some(from))) => (data.0, from),
            other => panic!("recvfrom gave {other:?}"),
        }
    }

    #[track_caller]
    fn close(&mut self, fd: Fd) {
        self.call(&Syscall::Close { fd }).unwrap();
    }

    fn shutdown(&mut self, fd: Fd, how: ShutdownHow) -> Result<Reply, Errno> {
        self.call(&Syscall::Shutdown { fd, how })
    }

    #[track_caller]
    fn name(&mut self, fd: Fd) -> SockAddr {
        match self.call(&Syscall::SocketName { fd }) {
            Ok(Reply::Address(address)) => address,
            other => panic!("getsockname gave {other:?}"),
        }
    }

    fn peer(&mut self, fd: Fd) -> Result<Reply, Errno> {
        self.call(&Syscall::PeerName { fd })
    }

    /// Asks for everything and returns what came.
    #[track_caller]
    fn events(&mut self, fd: Fd) -> u16 {
        let all = PollEvents::IN | PollEvents::OUT | PollEvents::RDHUP;
        let fds = vec![PollFd { fd, events: PollEvents(all) }];
        match self.call(&Syscall::Poll { fds, timeout_ms: Some(0) }) {
            Ok(Reply::Ready(ready)) => ready.first().map_or(0, |entry| entry.events.0),
            other => panic!("poll gave {other:?}"),
        }
    }

    fn listener(&mut self, address: SockAddr, backlog: u32) -> Fd {
        let domain = match address {
            SockAddr::Unix(_) => Domain::Unix,
            SockAddr::Inet { .. } => Domain::Inet,
            SockAddr::Inet6 { .. } => Domain::Inet6,
        };
        let fd = self.socket(domain, SocketKind::Stream);
        self.bind(fd, address).unwrap();
        self.listen(fd, backlog).unwrap();
        fd
    }

    /// Returns the client's and the server's end of a TCP connection.
    fn connection(&mut self, port: u16) -> (Fd, Fd) {
        let listener = self.listener(v4(HOST, port), 5);
        let client = self.tcp();
        self.connect(client, v4(HOST, port)).unwrap();
        let (server, _) = self.accept(listener);
        self.close(listener);
        (client, server)
    }
}
