//! Owns addresses and host names: what is local, how an address is shown, what a name means.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use vivarium_protocol::{Domain, Errno, SockAddr};

use super::Name;

/// The host names that the run declares.
#[derive(Debug, Default)]
pub(crate) struct Hosts {
    declared: BTreeMap<String, Ipv4Addr>,
}

impl Hosts {
    pub(crate) fn clear(&mut self) {
        self.declared.clear();
    }

    /// Gives a name an address of its own (127.0.1.1, 127.0.1.2, ...), or the one that is asked for.
    pub(crate) fn declare(
        &mut self,
        name: &str,
        address: Option<Ipv4Addr>,
    ) -> Result<Ipv4Addr, Errno> {
        let name = normal(name);
        if name.is_empty() {
            return Err(Errno::EINVAL);
        }
        if let (None, Some(&known)) = (address, self.declared.get(&name)) {
            return Ok(known);
        }
        let is_free = |ip: &Ipv4Addr| self.declared.values().all(|taken| taken != ip);
        let mut own =
            (1..=u8::MAX).flat_map(|c| (1..=254).map(move |d| Ipv4Addr::new(127, 0, c, d)));
        let address = address.or_else(|| own.find(is_free)).ok_or(Errno::ENOSPC)?;
        if !address.is_loopback() {
            return Err(Errno::EADDRNOTAVAIL);
        }
        self.declared.insert(name, address);
        Ok(address)
    }

    /// Returns the addresses of a name, best first.
    pub(crate) fn resolve(&self, name: &str) -> Result<Vec<SockAddr>, Errno> {
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        if let Ok(ip) = bare.parse::<IpAddr>() {
            return Ok(vec![to_protocol(SocketAddr::new(ip, 0))]);
        }
        let name = normal(name);
        let ips: Vec<IpAddr> = match self.declared.get(&name) {
            Some(&ip) => vec![ip.into()],
            // IPv4 first: most programs listen there alone, and a refused attempt helps nobody.
            None if name == "localhost" || name.ends_with(".localhost") => {
                vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()]
            }
            None => return Err(Errno::ENOENT),
        };
        Ok(ips.into_iter().map(|ip| to_protocol(SocketAddr::new(ip, 0))).collect())
    }
}

/// Host names are the same in capitals and with a dot at the end.
fn normal(name: &str) -> String {
    name.trim_end_matches('.').to_ascii_lowercase()
}

fn to_protocol(address: SocketAddr) -> SockAddr {
    let port = address.port();
    match address.ip() {
        IpAddr::V4(ip) => SockAddr::Inet { address: ip.octets(), port },
        IpAddr::V6(ip) => SockAddr::Inet6 { address: ip.octets(), port },
    }
}

/// Returns a name as a socket of `domain` tells it.
pub(super) fn shown(name: Option<&Name>, domain: Domain) -> SockAddr {
    match (name, domain) {
        (Some(Name::Ip(address)), Domain::Inet6) => {
            let ip = match address.ip() {
                IpAddr::V4(ip) => ip.to_ipv6_mapped(),
                IpAddr::V6(ip) => ip,
            };
            SockAddr::Inet6 { address: ip.octets(), port: address.port() }
        }
        (Some(Name::Ip(address)), Domain::Inet | Domain::Unix) => to_protocol(*address),
        (Some(Name::Unix(path)), _) => SockAddr::Unix(path.clone()),
        (None, Domain::Inet) => SockAddr::Inet { address: [0; 4], port: 0 },
        (None, Domain::Inet6) => SockAddr::Inet6 { address: [0; 16], port: 0 },
        (None, Domain::Unix) => SockAddr::Unix(String::new()),
    }
}

/// Returns the address that a socket of `domain` means by `address`; a mapped one becomes IPv4.
pub(super) fn meant(address: &SockAddr, domain: Domain) -> Result<SocketAddr, Errno> {
    match (address, domain) {
        (SockAddr::Inet { address, port }, Domain::Inet) => {
            Ok(SocketAddr::new(Ipv4Addr::from(*address).into(), *port))
        }
        (SockAddr::Inet6 { address, port }, Domain::Inet6) => {
            Ok(SocketAddr::new(IpAddr::V6((*address).into()).to_canonical(), *port))
        }
        (SockAddr::Inet { .. } | SockAddr::Inet6 { .. } | SockAddr::Unix(_), _) => {
            Err(Errno::EAFNOSUPPORT)
        }
    }
}

/// Returns where a packet to `address` goes; only loopback can be reached.
pub(super) fn reachable(address: SocketAddr) -> Result<SocketAddr, Errno> {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip if ip.is_loopback() => ip,
        IpAddr::V4(_) | IpAddr::V6(_) => return Err(Errno::ENETUNREACH),
    };
    Ok(SocketAddr::new(ip, address.port()))
}

/// Returns the address from which a socket without one speaks to `remote`.
pub(super) fn source_for(remote: IpAddr) -> IpAddr {
    match remote {
        IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
    }
}

/// Says whether packets to `ip` reach a socket bound to `bound`; `is_dual`: its `::` takes IPv4 too.
pub(super) fn covers(bound: IpAddr, is_dual: bool, ip: IpAddr) -> bool {
    match (bound, ip) {
        (IpAddr::V4(bound), IpAddr::V4(ip)) => bound.is_unspecified() || bound == ip,
        (IpAddr::V6(bound), IpAddr::V6(ip)) => bound.is_unspecified() || bound == ip,
        (IpAddr::V6(bound), IpAddr::V4(_)) => bound.is_unspecified() && is_dual,
        (IpAddr::V4(_), IpAddr::V6(_)) => false,
    }
}
