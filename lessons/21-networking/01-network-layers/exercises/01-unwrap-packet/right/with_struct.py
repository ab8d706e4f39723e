import ipaddress
import struct


def unwrap(packet):
    if packet[0] >> 4 == 6:
        size, protocol, source, destination = struct.unpack_from("!4xHBx16s16s", packet)
        start, end = 40, 40 + size
    else:
        first, end, protocol, source, destination = struct.unpack_from("!BxH5xB2x4s4s", packet)
        start = (first & 0x0F) << 2
    from_port, to_port = struct.unpack_from("!HH", packet, start)
    if protocol == 6:
        name, start = "TCP", start + (packet[start + 12] >> 4) * 4
    else:
        name, start = "UDP", start + 8
    hosts = [str(ipaddress.ip_address(it)) for it in (source, destination)]
    return name, (hosts[0], from_port), (hosts[1], to_port), packet[start:end]
