from ipaddress import IPv4Address, IPv6Address


def of_ip(packet):
    match packet[0] // 16:
        case 4:
            size = packet[0] % 16 * 4
            total = packet[2] * 256 + packet[3]
            return packet[9], IPv4Address(packet[12:16]), IPv4Address(packet[16:20]), packet[size:total]
        case 6:
            total = packet[4] * 256 + packet[5] + 40
            return packet[6], IPv6Address(packet[8:24]), IPv6Address(packet[24:40]), packet[40:total]


def unwrap(packet):
    protocol, source, destination, inside = of_ip(packet)
    ports = inside[0] * 256 + inside[1], inside[2] * 256 + inside[3]
    ends = (str(source), ports[0]), (str(destination), ports[1])
    if protocol == 17:
        return "UDP", *ends, inside[8:]
    return "TCP", *ends, inside[inside[12] // 16 * 4 :]
