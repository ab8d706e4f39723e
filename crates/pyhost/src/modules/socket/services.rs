//! Owns what `/etc/services` and `/etc/protocols` would say, as far as programs ask.

/// Name, port, and over which of TCP and UDP.
const SERVICES: &[(&str, u16, Over)] = &[
    ("echo", 7, Over::Both),
    ("discard", 9, Over::Both),
    ("daytime", 13, Over::Both),
    ("ftp-data", 20, Over::Tcp),
    ("ftp", 21, Over::Tcp),
    ("ssh", 22, Over::Tcp),
    ("telnet", 23, Over::Tcp),
    ("smtp", 25, Over::Tcp),
    ("time", 37, Over::Both),
    ("whois", 43, Over::Tcp),
    ("domain", 53, Over::Both),
    ("tftp", 69, Over::Udp),
    ("gopher", 70, Over::Tcp),
    ("finger", 79, Over::Tcp),
    ("http", 80, Over::Tcp),
    ("kerberos", 88, Over::Both),
    ("pop3", 110, Over::Tcp),
    ("sunrpc", 111, Over::Both),
    ("nntp", 119, Over::Tcp),
    ("ntp", 123, Over::Udp),
    ("imap2", 143, Over::Tcp),
    ("snmp", 161, Over::Both),
    ("irc", 194, Over::Both),
    ("ldap", 389, Over::Both),
    ("https", 443, Over::Both),
    ("submission", 587, Over::Tcp),
    ("ldaps", 636, Over::Both),
    ("imaps", 993, Over::Tcp),
    ("pop3s", 995, Over::Tcp),
    ("socks", 1080, Over::Tcp),
    ("mysql", 3306, Over::Tcp),
    ("postgresql", 5432, Over::Tcp),
    ("http-alt", 8080, Over::Both),
];

const PROTOCOLS: &[(&str, i32)] =
    &[("ip", 0), ("icmp", 1), ("tcp", 6), ("udp", 17), ("ipv6", 41), ("ipv6-icmp", 58)];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Over {
    Tcp,
    Udp,
    Both,
}

impl Over {
    fn includes(self, protocol: Option<&str>) -> bool {
        match protocol {
            None => true,
            Some("tcp") => self != Self::Udp,
            Some("udp") => self != Self::Tcp,
            Some(_) => false,
        }
    }
}

/// The port of a service, over a protocol or over any.
pub(super) fn port_of(name: &str, protocol: Option<&str>) -> Option<u16> {
    let mut matching = SERVICES.iter().filter(|(_, _, over)| over.includes(protocol));
    matching.find(|(known, ..)| *known == name).map(|(_, port, _)| *port)
}

/// The service at a port.
pub(super) fn name_of(port: u16, protocol: Option<&str>) -> Option<&'static str> {
    let mut matching = SERVICES.iter().filter(|(_, _, over)| over.includes(protocol));
    matching.find(|(_, known, _)| *known == port).map(|(name, ..)| *name)
}

/// The number of a protocol.
pub(super) fn protocol_number(name: &str) -> Option<i32> {
    PROTOCOLS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, number)| *number)
}
