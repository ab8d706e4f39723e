//! Owns the options of a socket and what setting one means.

use vivarium_protocol::{Domain, Errno, SocketKind, SocketOption};

use super::{Network, SocketId, State};

/// The largest buffer that can be asked for (`net.core.wmem_max`); as on Linux, twice that is given.
const BUFFER_MAX: u32 = 212_992;
const SEND_MIN: u32 = 4608;
const RECEIVE_MIN: u32 = 2304;

#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is one option of a socket")]
pub(super) struct Options {
    pub(super) reuse_address: bool,
    pub(super) reuse_port: bool,
    keep_alive: bool,
    pub(super) broadcast: bool,
    no_delay: bool,
    pub(super) v6_only: bool,
    /// Seconds; -1 is off.
    pub(super) linger: i32,
    pub(super) send_buffer: u32,
    pub(super) receive_buffer: u32,
}

impl Options {
    pub(super) fn new(domain: Domain, kind: SocketKind) -> Self {
        let is_tcp = domain != Domain::Unix && kind == SocketKind::Stream;
        let (send_buffer, receive_buffer) =
            if is_tcp { (16_384, 131_072) } else { (BUFFER_MAX, BUFFER_MAX) };
        Self {
            reuse_address: false,
            reuse_port: false,
            keep_alive: false,
            broadcast: false,
            no_delay: false,
            v6_only: false,
            linger: -1,
            send_buffer,
            receive_buffer,
        }
    }
}

impl Network {
    pub(super) fn option(&mut self, id: SocketId, option: SocketOption) -> Result<i32, Errno> {
        let socket = self.get_mut(id)?;
        let options = &socket.options;
        let signed = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
        Ok(match option {
            SocketOption::ReuseAddr => options.reuse_address.into(),
            SocketOption::ReusePort => options.reuse_port.into(),
            SocketOption::KeepAlive => options.keep_alive.into(),
            SocketOption::Broadcast => options.broadcast.into(),
            SocketOption::NoDelay => options.no_delay.into(),
            SocketOption::V6Only => options.v6_only.into(),
            SocketOption::Linger => options.linger,
            SocketOption::ReceiveBuffer => signed(options.receive_buffer),
            SocketOption::SendBuffer => signed(options.send_buffer),
            SocketOption::Error => socket.error.take().map_or(0, Errno::number),
            SocketOption::Type => match socket.kind {
                SocketKind::Stream => 1,
                SocketKind::Datagram => 2,
            },
            SocketOption::AcceptsConnections => matches!(socket.state, State::Listening(_)).into(),
        })
    }

    pub(super) fn set_option(
        &mut self,
        id: SocketId,
        option: SocketOption,
        value: i32,
    ) -> Result<(), Errno> {
        let socket = self.get_mut(id)?;
        let is_bound = socket.local.is_some();
        let domain = socket.domain;
        let options = &mut socket.options;
        let is_on = value != 0;
        let buffer = |least: u32| {
            // A negative size is a very large one, as on Linux.
            let asked = u32::try_from(value).unwrap_or(BUFFER_MAX).min(BUFFER_MAX);
            (asked * 2).max(least)
        };
        match option {
            SocketOption::ReuseAddr => options.reuse_address = is_on,
            SocketOption::ReusePort => options.reuse_port = is_on,
            SocketOption::KeepAlive => options.keep_alive = is_on,
            SocketOption::Broadcast => options.broadcast = is_on,
            SocketOption::NoDelay => options.no_delay = is_on,
            SocketOption::V6Only if domain != Domain::Inet6 => return Err(Errno::ENOPROTOOPT),
            SocketOption::V6Only if is_bound => return Err(Errno::EINVAL),
            SocketOption::V6Only => options.v6_only = is_on,
            SocketOption::Linger => options.linger = value.max(-1),
            SocketOption::ReceiveBuffer => options.receive_buffer = buffer(RECEIVE_MIN),
            SocketOption::SendBuffer => options.send_buffer = buffer(SEND_MIN),
            SocketOption::Error | SocketOption::AcceptsConnections | SocketOption::Type => {
                return Err(Errno::ENOPROTOOPT);
            }
        }
        // A larger buffer may have room for who waits.
        self.wake_room_around(id);
        Ok(())
    }
}
