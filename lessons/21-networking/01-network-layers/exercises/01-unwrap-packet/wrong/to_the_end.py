# expect: padding_kept
from ipaddress import ip_address


def number(data):
    return int.from_bytes(data, "big")


def unwrap(packet):
    """Return (transport, source, destination, data) of an IP packet."""
    if packet[0] >> 4 == 4:
        header_size = (packet[0] & 15) * 4
        protocol, source, destination = packet[9], packet[12:16], packet[16:20]
    else:
        header_size = 40
        protocol, source, destination = packet[6], packet[8:24], packet[24:40]

    segment = packet[header_size:]
    transport = {6: "TCP", 17: "UDP"}[protocol]
    data = segment[(segment[12] >> 4) * 4 :] if transport == "TCP" else segment[8:]
    return (
        transport,
        (str(ip_address(source)), number(segment[0:2])),
        (str(ip_address(destination)), number(segment[2:4])),
        data,
    )
