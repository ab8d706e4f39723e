//! Owns how a call on a socket waits: not at all, for ever, or for its time-out (PEP 475); knows
//! no Python class.

use std::time::Duration;

use rustpython_vm::{PyResult, VirtualMachine, builtins::PyBaseExceptionRef};
use vivarium_protocol::{
    Bytes, Errno, Fd, MessageFlags, PollEvents, PollFd, Reply, SockAddr, SocketOption, Syscall,
};

use crate::{
    signals, syscalls,
    waiting::{self, Deadline},
};

/// The most that one call sends: what does not fit a socket's buffer is copied in vain.
const MAX_SEND: usize = 256 << 10;

/// An open socket, and how long its calls wait.
#[derive(Clone, Copy, Debug)]
pub(super) struct Channel {
    pub(super) fd: Fd,
    pub(super) timeout: Timeout,
}

/// How long calls wait.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Timeout {
    /// For ever.
    Never,
    /// Not at all.
    AtOnce,
    /// So long.
    After(Duration),
}

pub(super) fn timed_out(vm: &VirtualMachine) -> PyBaseExceptionRef {
    vm.new_exception_msg(vm.ctx.exceptions.timeout_error.to_owned(), "timed out".into())
}

impl Channel {
    /// When a call that begins now has waited long enough.
    pub(super) fn deadline(self) -> Deadline {
        match self.timeout {
            Timeout::Never | Timeout::AtOnce => Deadline::Never,
            Timeout::After(timeout) => Deadline::after(Some(timeout)),
        }
    }

    /// Waits until the socket can be read or written. False: the time is up.
    fn wait(self, vm: &VirtualMachine, events: u16, deadline: Deadline) -> PyResult<bool> {
        let entry = PollFd { fd: self.fd, events: PollEvents(events) };
        waiting::poll(vm, &[entry], deadline).map(|ready| !ready.is_empty())
    }

    /// Makes a call, and where it has a time-out again when the socket is ready.
    pub(super) fn call(
        self,
        vm: &VirtualMachine,
        events: u16,
        deadline: Deadline,
        call: &Syscall,
    ) -> PyResult<Reply> {
        loop {
            match syscalls::retry(vm, call.clone())? {
                Ok(reply) => return Ok(reply),
                Err(Errno::EAGAIN) if matches!(self.timeout, Timeout::After(_)) => {
                    if !self.wait(vm, events, deadline)? {
                        return Err(timed_out(vm));
                    }
                }
                Err(errno) => return Err(super::address::network_error(vm, errno)),
            }
        }
    }

    /// Sends once; returns how many bytes went.
    pub(super) fn send(
        self,
        vm: &VirtualMachine,
        data: &[u8],
        flags: MessageFlags,
        to: Option<SockAddr>,
        deadline: Deadline,
    ) -> PyResult<usize> {
        // Datagrams are sent whole, and a stream that waits takes all.
        let most = match self.timeout {
            Timeout::Never => data.len(),
            Timeout::AtOnce | Timeout::After(_) => data.len().min(MAX_SEND),
        };
        let data = Bytes(data[..most].to_vec());
        let send = Syscall::Send { fd: self.fd, data, flags, to };
        let reply = self.call(vm, PollEvents::OUT, deadline, &send)?;
        syscalls::count(vm, reply).map(|count| count as usize)
    }

    /// Receives once: the bytes, and from whom.
    pub(super) fn receive(
        self,
        vm: &VirtualMachine,
        len: usize,
        flags: MessageFlags,
    ) -> PyResult<(Vec<u8>, Option<SockAddr>)> {
        let len = u32::try_from(len).unwrap_or(u32::MAX);
        let receive = Syscall::Receive { fd: self.fd, len, flags };
        match self.call(vm, PollEvents::IN, self.deadline(), &receive)? {
            Reply::Received(bytes, from) => Ok((bytes.0, from)),
            other => Err(syscalls::unexpected(vm, &other)),
        }
    }

    /// Connects; the inner result is what `connect_ex` tells.
    pub(super) fn connect(
        self,
        vm: &VirtualMachine,
        address: &SockAddr,
    ) -> PyResult<Result<(), Failure>> {
        let deadline = self.deadline();
        let mut was_interrupted = false;
        loop {
            let connect = Syscall::Connect { fd: self.fd, address: address.clone() };
            match syscalls::once(vm, connect) {
                Ok(_) => return Ok(Ok(())),
                Err(Errno::EINTR) => {
                    was_interrupted = true;
                    signals::run_pending(vm)?;
                }
                // The connection was made while a signal was handled.
                Err(Errno::EISCONN) if was_interrupted => return Ok(Ok(())),
                Err(Errno::EINPROGRESS | Errno::EALREADY)
                    if was_interrupted || self.timeout != Timeout::AtOnce =>
                {
                    return self.finish_connecting(vm, deadline);
                }
                Err(errno) => return Ok(Err(Failure::Errno(errno))),
            }
        }
    }

    fn finish_connecting(
        self,
        vm: &VirtualMachine,
        deadline: Deadline,
    ) -> PyResult<Result<(), Failure>> {
        if !self.wait(vm, PollEvents::OUT, deadline)? {
            return Ok(Err(Failure::TimedOut));
        }
        let ask = Syscall::GetSocketOption { fd: self.fd, option: SocketOption::Error };
        let number = match syscalls::call(vm, ask)? {
            Reply::Number(number) => number,
            other => return Err(syscalls::unexpected(vm, &other)),
        };
        let failure = Errno::ALL.iter().find(|errno| errno.number() == number);
        Ok(failure.map_or(Ok(()), |errno| Err(Failure::Errno(*errno))))
    }
}

/// Why a connection was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// The system says so.
    Errno(Errno),
    /// The socket's time-out was up.
    TimedOut,
}
