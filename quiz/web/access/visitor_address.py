"""The address of a visitor, however a proxy writes it: each line to the internet is one place."""

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

# Whoever rents one IPv6 line gets at least so many addresses with it: they count as one.
IPV6_LINE = 56
UNKNOWN = "unknown"
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052
_LAST_32_BITS = 0xFFFFFFFF
_AROUND = " \t\"'"
_PORT = re.compile(r":\d*$", re.ASCII)


def line_of(text: str | None) -> str:
    """The line that an address belongs to; what is no address at all is one place together.

    So nobody becomes somebody else by another spelling, a port or an invented text.
    """
    address = read_address(text or "")
    if isinstance(address, IPv6Address):
        return str(IPv6Network((address, IPV6_LINE), strict=False))
    return UNKNOWN if address is None else str(address)


def read_address(text: str) -> IPv4Address | IPv6Address | None:
    """The address in a text such as `203.0.113.9:50000` or `"[2001:db8::1%eth0]:443"`.

    Without its port and its zone; version 4 in the clothes of version 6 is version 4.
    """
    written = text.strip(_AROUND)
    address = _parse(written) or _parse(_PORT.sub("", written))
    return _inside(address) or address if isinstance(address, IPv6Address) else address


def _inside(address: IPv6Address) -> IPv4Address | None:
    """The address of version 4 that one of version 6 stands for: mapped, 6to4, Teredo or NAT64."""
    if address in _NAT64:
        return IPv4Address(int(address) & _LAST_32_BITS)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]


def _parse(written: str) -> IPv4Address | IPv6Address | None:
    bare = written.removeprefix("[").removesuffix("]").partition("%")[0]
    try:
        return ip_address(bare)
    except ValueError:
        return None
