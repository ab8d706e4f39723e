"""Checks for unwrap-packet: packets of both versions, with options and padding."""

import struct
from ipaddress import ip_address

import lab

V4 = ("10.1.2.3", "192.168.1.7")
V6 = ("2001:db8::1", "fe80::2")
PORTS = (50001, 443)


def packet(transport, data, ends=V4, options=b"", tcp_options=b"", padding=b""):
    ports = struct.pack("!HH", *PORTS)
    if transport == "UDP":
        segment = ports + struct.pack("!HH", 8 + len(data), 0) + data
    else:
        size = (20 + len(tcp_options)) // 4
        segment = ports + struct.pack("!IIBBHHH", 7, 9, size << 4, 24, 1000, 0, 0) + tcp_options + data
    protocol = {"TCP": 6, "UDP": 17}[transport]
    addresses = b"".join(ip_address(it).packed for it in ends)
    if ends is V6:
        return struct.pack("!IHBB", 6 << 28, len(segment), protocol, 64) + addresses + segment + padding
    size = 20 + len(options)
    head = struct.pack("!BBHHHBBH", 4 << 4 | size // 4, 0, size + len(segment), 1, 0, 64, protocol, 0)
    return head + addresses + options + segment + padding


def expect(what, transport, data, reply=None, ends=V4, **more):
    outcome = lab.calls(lab.load().unwrap, packet(transport, data, ends, **more))
    expected = (transport, (ends[0], PORTS[0]), (ends[1], PORTS[1]), data)
    if isinstance(outcome.value, tuple) and len(outcome.value) == 4:
        swapped = int.from_bytes(PORTS[0].to_bytes(2, "big"), "little")
        lab.true(outcome.value[1] != (ends[0], swapped), f"The source port is {PORTS[0]}, you returned {swapped}.",
                 reply="little_endian")
    lab.true(outcome.value == expected,
             f"For {what} unwrap should return {expected!r}, but it returned {outcome.value!r} (error: {outcome.error!r}).",
             reply=reply)


@lab.check("a UDP datagram and a TCP segment in IPv4")
def plain():
    expect("a UDP datagram", "UDP", b"hello")
    expect("a TCP segment", "TCP", b"GET / HTTP/1.1")
    expect("an empty datagram", "UDP", b"")


@lab.check("an IPv4 header with options")
def options():
    expect("an IPv4 header of 28 bytes", "UDP", b"hello", "options_ignored", options=b"\x01" * 8)


@lab.check("a TCP header with options")
def tcp_options():
    expect("a TCP header of 32 bytes", "TCP", b"hello", "tcp_options_ignored", tcp_options=b"\x01" * 12)


@lab.check("padding after the packet is left out")
def padding():
    expect("a packet with padding", "UDP", b"hi", "padding_kept", padding=bytes(16))


@lab.check("IPv6")
def version_six():
    expect("UDP in IPv6", "UDP", b"hello", "only_version_four", ends=V6)
    expect("TCP in IPv6", "TCP", b"hello", "only_version_four", ends=V6, tcp_options=b"\x01" * 4)
    expect("IPv6 with padding", "UDP", b"", "padding_kept", ends=V6, padding=bytes(6))
