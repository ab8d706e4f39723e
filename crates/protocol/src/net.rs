//! Owns what the system calls about sockets speak of: families, addresses, options.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use serde::{Deserialize, Serialize};

/// An address family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Domain {
    /// Local sockets, named by paths.
    Unix,
    /// IPv4.
    Inet,
    /// IPv6.
    Inet6,
}

/// How a socket transfers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SocketKind {
    /// A reliable stream of bytes (TCP).
    Stream,
    /// Datagrams (UDP).
    Datagram,
}

/// The address of a socket.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SockAddr {
    /// A path; empty for a socket without a name. One that begins with a NUL is a name outside the file tree.
    Unix(String),
    /// IPv4 address and port.
    Inet {
        /// The address, its four bytes in network order.
        address: [u8; 4],
        /// The port; 0 asks for a free one.
        port: u16,
    },
    /// IPv6 address and port.
    Inet6 {
        /// The address, its sixteen bytes in network order.
        address: [u8; 16],
        /// The port; 0 asks for a free one.
        port: u16,
    },
}

impl fmt::Display for SockAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unix(path) if path.is_empty() => f.write_str("(unnamed)"),
            Self::Unix(path) => f.write_str(&path.replace('\0', "@")),
            Self::Inet { address, port } => write!(f, "{}:{port}", Ipv4Addr::from(*address)),
            Self::Inet6 { address, port } => write!(f, "[{}]:{port}", Ipv6Addr::from(*address)),
        }
    }
}

/// Which direction `shutdown` ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ShutdownHow {
    /// Further receives give nothing.
    Read,
    /// Further sends fail, and the peer meets the end.
    Write,
    /// Both.
    Both,
}

/// The socket options that have an effect, or are remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SocketOption {
    /// `SO_REUSEADDR`: may bind while an old connection lingers.
    ReuseAddr,
    /// `SO_REUSEPORT`.
    ReusePort,
    /// `SO_KEEPALIVE`, remembered.
    KeepAlive,
    /// `SO_BROADCAST`, remembered.
    Broadcast,
    /// `SO_RCVBUF`, in bytes.
    ReceiveBuffer,
    /// `SO_SNDBUF`, in bytes.
    SendBuffer,
    /// `SO_LINGER`: -1 is off; 0 resets the connection at close; else seconds.
    Linger,
    /// `TCP_NODELAY`, remembered.
    NoDelay,
    /// `IPV6_V6ONLY`.
    V6Only,
    /// `SO_ERROR`: the pending error's number, which the question clears. Read only.
    Error,
    /// `SO_ACCEPTCONN`. Read only.
    AcceptsConnections,
    /// `SO_TYPE`: 1 for a stream, 2 for datagrams. Read only.
    Type,
}

/// How `send` and `recv` behave, with Linux's values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MessageFlags(pub u32);

impl MessageFlags {
    /// Leaves what it received in the queue.
    pub const PEEK: u32 = 2;
    /// Never blocks, whatever the descriptor's flags.
    pub const DONTWAIT: u32 = 0x40;
    /// Waits until all bytes asked for are there.
    pub const WAITALL: u32 = 0x100;
    /// A broken connection raises no SIGPIPE (none is raised for sockets here).
    pub const NOSIGNAL: u32 = 0x4000;
}
