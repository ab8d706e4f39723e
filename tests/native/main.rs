//! Scenarios for the kernel: fake processes make system calls, a seeded scheduler decides whose
//! turn it is, and what must hold under every schedule is asserted under two hundred of them.

mod commands;
mod files;
mod leases;
mod lockstep;
mod pipes;
mod processes;
mod signals;
mod sockets;
mod terminal;
mod wire;
mod world;
