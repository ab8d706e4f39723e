//! Owns the picture of the network: the sockets with the processes that hold them, and what was
//! sent over each connection.

use std::fmt;
use std::net::Ipv4Addr;

use vivarium_protocol::{Domain, Errno, Pid, SocketKind};
use vivarium_vfs::{ConnectionView, SocketView};

use crate::kernel::Kernel;

/// One line of `netstat -p`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldSocket {
    /// The socket.
    pub socket: SocketView,
    /// Who has a descriptor of it; nobody, as long as it is not accepted.
    pub pids: Vec<Pid>,
}

/// All sockets. `Display` is like `netstat -anp`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldSockets(pub Vec<HeldSocket>);

impl Kernel {
    /// Returns a picture of all sockets.
    pub fn sockets(&self) -> HeldSockets {
        let held: Vec<_> = self
            .processes
            .values()
            .map(|process| (process.pid, self.files.sockets_of(&process.descriptors)))
            .collect();
        let holders = |socket: &SocketView| {
            let holds = |sockets: &Vec<_>| socket.id.is_some_and(|id| sockets.contains(&id));
            held.iter().filter(|(_, sockets)| holds(sockets)).map(|(pid, _)| *pid).collect()
        };
        let lines = self.files.sockets().into_iter();
        HeldSockets(lines.map(|socket| HeldSocket { pids: holders(&socket), socket }).collect())
    }

    /// Returns what was sent over each connection, the oldest first; also over closed ones.
    pub fn connections(&self) -> impl Iterator<Item = &ConnectionView> {
        self.files.connections()
    }

    /// Forgets the connections that are closed.
    pub fn clear_connections(&mut self) {
        self.files.clear_connections();
    }

    /// Gives a host name an address that programs can bind and connect to: one of its own, or the
    /// loopback address that is asked for.
    pub fn declare_host(
        &mut self,
        name: &str,
        address: Option<Ipv4Addr>,
    ) -> Result<Ipv4Addr, Errno> {
        self.files.declare_host(name, address)
    }

    /// Forgets all declared host names.
    pub fn clear_hosts(&mut self) {
        self.files.clear_hosts();
    }
}

impl fmt::Display for HeldSockets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Proto Recv-Q Send-Q {:<22} {:<22} {:<12} PID", "Local", "Peer", "State")?;
        for HeldSocket { socket, pids } in &self.0 {
            let proto = match (socket.domain, socket.kind) {
                (Domain::Unix, _) => "unix",
                (Domain::Inet, SocketKind::Stream) => "tcp",
                (Domain::Inet, SocketKind::Datagram) => "udp",
                (Domain::Inet6, SocketKind::Stream) => "tcp6",
                (Domain::Inet6, SocketKind::Datagram) => "udp6",
            };
            let (local, peer) = (socket.local.to_string(), socket.remote.as_ref());
            let peer = peer.map_or_else(|| "*".to_owned(), ToString::to_string);
            let pids: Vec<String> = pids.iter().map(|pid| pid.0.to_string()).collect();
            writeln!(
                f,
                "{proto:<5} {:>6} {:>6} {local:<22} {peer:<22} {:<12} {}",
                socket.receive_queue,
                socket.send_queue,
                socket.state,
                pids.join(",")
            )?;
        }
        Ok(())
    }
}
