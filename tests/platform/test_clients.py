"""Whose request it is: only trusted proxies may say."""

import pytest
from starlette.datastructures import Headers

from cairn.platform.clients import address_of, network_of, networks, scheme_of

TRUSTED = networks("10.0.0.0/8, 127.0.0.1, 2001:db8:1::/48")


def forwarded(*values: str, name: str = "x-forwarded-for") -> Headers:
    return Headers(raw=[(name.encode(), value.encode("latin-1")) for value in values])


@pytest.mark.parametrize(
    ("peer", "values", "client"),
    [
        # Nobody in front: whatever is claimed, it is the peer.
        ("203.0.113.9", ["198.51.100.1"], "203.0.113.9"),
        ("203.0.113.9", ["127.0.0.1"], "203.0.113.9"),
        ("203.0.113.9", [], "203.0.113.9"),
        # One proxy: its entry is the last one, and what the client wrote before it doesn't count.
        ("10.0.0.2", ["198.51.100.1"], "198.51.100.1"),
        ("10.0.0.2", ["1.1.1.1, 198.51.100.1"], "198.51.100.1"),
        ("10.0.0.2", ["1.1.1.1", "198.51.100.1"], "198.51.100.1"),
        ("10.0.0.2", ["127.0.0.1, 10.0.0.9, 198.51.100.1"], "198.51.100.1"),
        # Several proxies.
        ("10.0.0.2", ["198.51.100.1, 10.0.0.7, 10.0.0.3"], "198.51.100.1"),
        ("10.0.0.2", ["6.6.6.6, 198.51.100.1, 2001:db8:1::5"], "198.51.100.1"),
        # Inside alone: whoever is furthest away.
        ("10.0.0.2", ["10.1.1.1, 10.0.0.7"], "10.1.1.1"),
        ("10.0.0.2", [], "10.0.0.2"),
        # Ports, brackets, quotes, one client by two kinds of sockets.
        ("10.0.0.2", ["198.51.100.1:51512"], "198.51.100.1"),
        ("10.0.0.2", ["[2001:db8:2::1]:443"], "2001:db8:2::1"),
        ("10.0.0.2", ['"[2001:db8:2::1]"'], "2001:db8:2::1"),
        ("10.0.0.2", ["2001:DB8:2:0:0:0:0:1"], "2001:db8:2::1"),
        ("::ffff:10.0.0.2", ["::ffff:198.51.100.1"], "198.51.100.1"),
        ("::ffff:203.0.113.9", ["198.51.100.1"], "203.0.113.9"),
        # What is no address ends the walk at whoever wrote it.
        ("10.0.0.2", ["198.51.100.1, unknown"], "10.0.0.2"),
        ("10.0.0.2", ["198.51.100.1, _hidden, 10.0.0.3"], "10.0.0.3"),
        ("10.0.0.2", ["198.51.100.1,,"], "10.0.0.2"),
        ("10.0.0.2", ["'; drop table users --"], "10.0.0.2"),
        ("10.0.0.2", ["198.51.100.1\r\n10.0.0.3"], "10.0.0.2"),
        ("10.0.0.2", ["fe80::1%eth0"], "10.0.0.2"),
        ("10.0.0.2", ["1.2.3.4.5"], "10.0.0.2"),
        ("10.0.0.2", ["0x7f.1"], "10.0.0.2"),
        ("10.0.0.2", ["010.0.0.1"], "10.0.0.2"),
        # A peer without an address is trusted by nobody.
        ("", ["198.51.100.1"], ""),
        ("testclient", ["198.51.100.1"], "testclient"),
    ],
)
def test_the_client_is_the_right_most_that_is_not_trusted(peer: str, values: list[str], client: str) -> None:
    assert address_of(peer, forwarded(*values), TRUSTED) == client


def test_thousands_of_entries_are_not_walked() -> None:
    assert address_of("10.0.0.2", forwarded("198.51.100.1," + "10.0.0.3," * 5000 + "10.0.0.3"), TRUSTED) == "10.0.0.3"


def test_nobody_is_trusted_by_default() -> None:
    assert address_of("127.0.0.1", forwarded("198.51.100.1"), networks("")) == "127.0.0.1"
    assert scheme_of("127.0.0.1", "http", forwarded("https", name="x-forwarded-proto"), networks("")) == "http"


@pytest.mark.parametrize(
    ("peer", "said", "scheme"),
    [
        ("10.0.0.2", "https", "https"),
        ("10.0.0.2", "http, HTTPS ", "https"),
        ("10.0.0.2", "https, http", "http"),
        ("10.0.0.2", "javascript", "http"),
        ("10.0.0.2", "", "http"),
        ("203.0.113.9", "https", "http"),
    ],
)
def test_only_a_trusted_proxy_says_that_the_connection_is_safe(peer: str, said: str, scheme: str) -> None:
    assert scheme_of(peer, "http", forwarded(said, name="x-forwarded-proto"), TRUSTED) == scheme


def test_one_connection_of_ipv6_is_one_client() -> None:
    assert network_of("2001:db8:2:3:aaaa::1") == network_of("2001:db8:2:3:bbbb::2") == "2001:db8:2:3::/64"
    assert network_of("::ffff:198.51.100.1") == network_of("198.51.100.1") == "198.51.100.1/32"
    assert network_of("198.51.100.77", v4=24) == "198.51.100.0/24"
    assert network_of("testclient") == "testclient"
