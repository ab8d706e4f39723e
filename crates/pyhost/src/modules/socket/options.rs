//! Owns the numbers of socket options: which of them the system has, and which are only
//! remembered.

use vivarium_protocol::SocketOption;

use super::constants::{IPPROTO_IP, IPPROTO_IPV6, IPPROTO_TCP, SOL_SOCKET};

/// `SO_LINGER`, the one whose value is no integer.
pub(super) const SO_LINGER: i32 = 13;

/// What an option is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The system has it.
    System(SocketOption),
    /// Known from the socket itself.
    Family,
    /// As above.
    Protocol,
    /// Tunes what a network between programs of one page has not; the socket remembers it.
    /// The number is what it is before it is set.
    Remembered(i32),
    /// There is no such option.
    Unknown,
}

pub(super) fn kind(level: i32, name: i32) -> Kind {
    match (level, name) {
        (SOL_SOCKET, 2) => Kind::System(SocketOption::ReuseAddr),
        (SOL_SOCKET, 3) => Kind::System(SocketOption::Type),
        (SOL_SOCKET, 4) => Kind::System(SocketOption::Error),
        (SOL_SOCKET, 6) => Kind::System(SocketOption::Broadcast),
        (SOL_SOCKET, 7) => Kind::System(SocketOption::SendBuffer),
        (SOL_SOCKET, 8) => Kind::System(SocketOption::ReceiveBuffer),
        (SOL_SOCKET, 9) => Kind::System(SocketOption::KeepAlive),
        (SOL_SOCKET, SO_LINGER) => Kind::System(SocketOption::Linger),
        (SOL_SOCKET, 15) => Kind::System(SocketOption::ReusePort),
        (SOL_SOCKET, 30) => Kind::System(SocketOption::AcceptsConnections),
        (SOL_SOCKET, 38) => Kind::Protocol,
        (SOL_SOCKET, 39) => Kind::Family,
        (SOL_SOCKET, 1 | 5 | 10 | 12) => Kind::Remembered(0),
        (SOL_SOCKET, 18 | 19) => Kind::Remembered(1),
        (IPPROTO_TCP, 1) => Kind::System(SocketOption::NoDelay),
        (IPPROTO_TCP, 2) => Kind::Remembered(65_483),
        (IPPROTO_TCP, 4) => Kind::Remembered(7200),
        (IPPROTO_TCP, 5) => Kind::Remembered(75),
        (IPPROTO_TCP, 6) => Kind::Remembered(9),
        (IPPROTO_TCP, 3 | 7..=10 | 12 | 18 | 23) => Kind::Remembered(0),
        (IPPROTO_IP, 1) => Kind::Remembered(0),
        (IPPROTO_IP, 2) => Kind::Remembered(64),
        (IPPROTO_IP, 33 | 34) => Kind::Remembered(1),
        (IPPROTO_IPV6, 16) => Kind::Remembered(64),
        (IPPROTO_IPV6, 26) => Kind::System(SocketOption::V6Only),
        _ => Kind::Unknown,
    }
}
