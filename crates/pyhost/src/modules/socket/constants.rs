//! Owns the numbers of `_socket`, with Linux's values; only what has a meaning in a network of
//! three families. Without `SCM_RIGHTS`: `multiprocessing` asks for it, and then sends descriptors.

/// Name and value.
#[rustfmt::skip]
pub(super) const CONSTANTS: &[(&str, i64)] = &[
    ("AF_UNSPEC", 0), ("AF_UNIX", AF_UNIX as i64), ("AF_INET", AF_INET as i64), ("AF_INET6", AF_INET6 as i64),
    ("SOCK_STREAM", SOCK_STREAM as i64), ("SOCK_DGRAM", SOCK_DGRAM as i64), ("SOCK_RAW", SOCK_RAW as i64),
    ("SOCK_RDM", 4), ("SOCK_SEQPACKET", 5),
    ("SOCK_NONBLOCK", SOCK_NONBLOCK as i64), ("SOCK_CLOEXEC", SOCK_CLOEXEC as i64),
    ("SOL_SOCKET", SOL_SOCKET as i64), ("SOL_IP", 0), ("SOL_TCP", 6), ("SOL_UDP", 17),
    ("SO_DEBUG", 1), ("SO_REUSEADDR", 2), ("SO_TYPE", 3), ("SO_ERROR", 4), ("SO_DONTROUTE", 5),
    ("SO_BROADCAST", 6), ("SO_SNDBUF", 7), ("SO_RCVBUF", 8), ("SO_KEEPALIVE", 9), ("SO_OOBINLINE", 10),
    ("SO_PRIORITY", 12), ("SO_LINGER", 13), ("SO_REUSEPORT", 15), ("SO_RCVLOWAT", 18), ("SO_SNDLOWAT", 19),
    ("SO_RCVTIMEO", 20), ("SO_SNDTIMEO", 21), ("SO_ACCEPTCONN", 30), ("SO_PROTOCOL", 38), ("SO_DOMAIN", 39),
    ("IPPROTO_IP", 0), ("IPPROTO_ICMP", 1), ("IPPROTO_TCP", IPPROTO_TCP as i64), ("IPPROTO_UDP", IPPROTO_UDP as i64),
    ("IPPROTO_IPV6", IPPROTO_IPV6 as i64), ("IPPROTO_ICMPV6", 58), ("IPPROTO_RAW", 255),
    ("IP_TOS", 1), ("IP_TTL", 2), ("IP_MULTICAST_IF", 32), ("IP_MULTICAST_TTL", 33), ("IP_MULTICAST_LOOP", 34),
    ("IP_ADD_MEMBERSHIP", 35), ("IP_DROP_MEMBERSHIP", 36),
    ("IPV6_UNICAST_HOPS", 16), ("IPV6_V6ONLY", 26),
    ("TCP_NODELAY", 1), ("TCP_MAXSEG", 2), ("TCP_CORK", 3), ("TCP_KEEPIDLE", 4), ("TCP_KEEPINTVL", 5),
    ("TCP_KEEPCNT", 6), ("TCP_SYNCNT", 7), ("TCP_LINGER2", 8), ("TCP_DEFER_ACCEPT", 9), ("TCP_WINDOW_CLAMP", 10),
    ("TCP_INFO", 11), ("TCP_QUICKACK", 12), ("TCP_USER_TIMEOUT", 18), ("TCP_FASTOPEN", 23),
    ("MSG_OOB", 1), ("MSG_PEEK", 2), ("MSG_DONTROUTE", 4), ("MSG_CTRUNC", 8), ("MSG_TRUNC", 0x20),
    ("MSG_DONTWAIT", 0x40), ("MSG_EOR", 0x80), ("MSG_WAITALL", 0x100), ("MSG_NOSIGNAL", 0x4000), ("MSG_MORE", 0x8000),
    ("SHUT_RD", 0), ("SHUT_WR", 1), ("SHUT_RDWR", 2), ("SOMAXCONN", 4096),
    ("AI_PASSIVE", AI_PASSIVE as i64), ("AI_CANONNAME", AI_CANONNAME as i64), ("AI_NUMERICHOST", AI_NUMERICHOST as i64),
    ("AI_V4MAPPED", 8), ("AI_ALL", 0x10), ("AI_ADDRCONFIG", 0x20), ("AI_NUMERICSERV", AI_NUMERICSERV as i64),
    ("NI_NUMERICHOST", NI_NUMERICHOST as i64), ("NI_NUMERICSERV", NI_NUMERICSERV as i64), ("NI_NOFQDN", 4),
    ("NI_NAMEREQD", NI_NAMEREQD as i64), ("NI_DGRAM", NI_DGRAM as i64), ("NI_MAXHOST", 1025), ("NI_MAXSERV", 32),
    ("EAI_BADFLAGS", -1), ("EAI_NONAME", -2), ("EAI_AGAIN", -3), ("EAI_FAIL", -4), ("EAI_NODATA", -5),
    ("EAI_FAMILY", -6), ("EAI_SOCKTYPE", -7), ("EAI_SERVICE", -8), ("EAI_ADDRFAMILY", -9), ("EAI_MEMORY", -10),
    ("EAI_SYSTEM", -11), ("EAI_OVERFLOW", -12),
    ("INADDR_ANY", 0), ("INADDR_BROADCAST", 0xffff_ffff), ("INADDR_LOOPBACK", 0x7f00_0001), ("INADDR_NONE", 0xffff_ffff),
    ("INADDR_UNSPEC_GROUP", 0xe000_0000), ("INADDR_ALLHOSTS_GROUP", 0xe000_0001), ("INADDR_MAX_LOCAL_GROUP", 0xe000_00ff),
    ("IPPORT_RESERVED", 1024), ("IPPORT_USERRESERVED", 5000),
];

pub(super) const AF_UNIX: i32 = 1;
pub(super) const AF_INET: i32 = 2;
pub(super) const AF_INET6: i32 = 10;
pub(super) const SOCK_STREAM: i32 = 1;
pub(super) const SOCK_DGRAM: i32 = 2;
pub(super) const SOCK_RAW: i32 = 3;
pub(super) const SOCK_NONBLOCK: i32 = 0o4000;
pub(super) const SOCK_CLOEXEC: i32 = 0o200_0000;
pub(super) const SOL_SOCKET: i32 = 1;
pub(super) const IPPROTO_IP: i32 = 0;
pub(super) const IPPROTO_TCP: i32 = 6;
pub(super) const IPPROTO_UDP: i32 = 17;
pub(super) const IPPROTO_IPV6: i32 = 41;
pub(super) const AI_PASSIVE: i32 = 1;
pub(super) const AI_CANONNAME: i32 = 2;
pub(super) const AI_NUMERICHOST: i32 = 4;
pub(super) const AI_NUMERICSERV: i32 = 0x400;
pub(super) const NI_NUMERICHOST: i32 = 1;
pub(super) const NI_NUMERICSERV: i32 = 2;
pub(super) const NI_NAMEREQD: i32 = 8;
pub(super) const NI_DGRAM: i32 = 16;

/// Why a name or a service does not resolve: `getaddrinfo`'s numbers with their sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unresolved {
    BadFlags,
    NoName,
    NoData,
    Family,
    SockType,
    Service,
    AddrFamily,
}

impl Unresolved {
    pub(super) const fn number(self) -> i32 {
        match self {
            Self::BadFlags => -1,
            Self::NoName => -2,
            Self::NoData => -5,
            Self::Family => -6,
            Self::SockType => -7,
            Self::Service => -8,
            Self::AddrFamily => -9,
        }
    }

    pub(super) const fn message(self) -> &'static str {
        match self {
            Self::BadFlags => "Bad value for ai_flags",
            Self::NoName => "Name or service not known",
            Self::NoData => "No address associated with hostname",
            Self::Family => "ai_family not supported",
            Self::SockType => "ai_socktype not supported",
            Self::Service => "Servname not supported for ai_socktype",
            Self::AddrFamily => "Address family for hostname not supported",
        }
    }
}
