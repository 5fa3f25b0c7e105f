"""Where messages may go: out of one's own network, by https, and nowhere else."""

from datetime import timedelta
from ipaddress import IPv4Address, IPv6Address

import httpcore2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.push import connections, rules
from cairn.push.connections import LeadsInside, Outward
from cairn.push.errors import BadSubscription
from cairn.push.schemas import Target
from tests.conftest import NOON
from tests.push.push_server import Browser, packed


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://fcm.googleapis.com/fcm/send/abc:def",
        "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
        "https://web.push.apple.com/QGuQyavXutnMH",
        "https://wns2-par02p.notify.windows.com/w/?token=BQYAAA%3d%3d",
        "https://push.example.org:443/1",
    ],
)
def test_push_services_are_taken(endpoint: str) -> None:
    assert rules.origin_of(endpoint) in endpoint


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://push.example.org/1",
        "https://push.example.org:8443/1",
        "https://push.example.org:99999/1",
        "https://localhost/1",
        "https://push.localhost/1",
        "https://router.local/1",
        "https://metadata.google.internal/1",
        "https://postgres/1",
        "https://127.0.0.1/1",
        "https://127.1/1",
        "https://2130706433/1",
        "https://0x7f.0.0.1/1",
        "https://0177.0.0.0x1/1",
        "https://169.254.169.254/latest",
        "https://93.184.216.34/1",
        "https://[::1]/1",
        "https://[fe80::1%25eth0]/1",
        "https://me:pass@push.example.org/1",  # pragma: allowlist secret
        "https://push.example.org\\@127.0.0.1/1",
        "https://push.example.org/1#there",
        "https://push.example.org/a b",
        "https://push.example.org/\r\nHost: x",
        "https://püsh.example.org/1",
        "https:///1",
        "ftp://push.example.org/1",
        "file:///etc/passwd",
        "//push.example.org/1",
        "",
        f"https://push.example.org/{'x' * 1024}",
    ],
)
def test_what_leads_elsewhere_is_refused(endpoint: str) -> None:
    with pytest.raises(BadSubscription) as refused:
        rules.origin_of(endpoint)
    assert refused.value.field == "endpoint"


def test_only_the_named_origin_inside_is_allowed() -> None:
    inside = frozenset({"http://127.0.0.1:9000"})
    assert rules.origin_of("http://127.0.0.1:9000/1", inside) == "http://127.0.0.1:9000"
    for other in ("http://127.0.0.1:9001/1", "https://127.0.0.1:9000/1", "http://127.0.0.1/1"):
        with pytest.raises(BadSubscription):
            rules.origin_of(other, inside)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "fc00::1",
        "fe80::1",
        "fe80::1%eth0",
        "ff02::1",
        "2001:db8::1",
        "no address",
    ],
)
def test_addresses_inside_are_known(address: str) -> None:
    assert not rules.is_outside(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2a00:1450:4003:80e::200a", "64:ff9b::5db8:d822"])
def test_addresses_outside_are_known(address: str) -> None:
    assert rules.is_outside(address)


@given(st.ip_addresses(v=4))
def test_an_address_wrapped_in_another_is_judged_by_itself(address: IPv4Address) -> None:
    bare = rules.is_outside(str(address))
    for wrapped in (
        IPv6Address(0xFFFF00000000 | int(address)),
        IPv6Address(0x0064FF9B << 96 | int(address)),
        IPv6Address(0x2002 << 112 | int(address) << 80),
    ):
        assert rules.is_outside(str(wrapped)) == bare


async def test_a_name_that_leads_inside_is_not_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """`localhost` stands for any name whose addresses, or one of them, lie inside."""
    tried: list[str] = []

    async def connect(self: object, host: str, *rest: object) -> httpcore2.AsyncNetworkStream:
        tried.append(host)
        raise httpcore2.ConnectError

    monkeypatch.setattr(httpcore2.AnyIOBackend, "connect_tcp", connect)
    with pytest.raises(LeadsInside):
        await Outward().connect_tcp("localhost", 443, timeout=5)
    assert tried == []


async def test_the_address_that_was_looked_at_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is looked up once: what it leads to a moment later doesn't matter."""
    answers = [["93.184.216.34", "93.184.216.35"], ["127.0.0.1"]]
    tried: list[str] = []

    async def looked_up(*_: object) -> list[str]:
        return answers.pop(0)

    async def connect(self: object, host: str, *rest: object) -> httpcore2.AsyncNetworkStream:
        tried.append(host)
        raise httpcore2.ConnectError

    monkeypatch.setattr(connections, "_addresses", looked_up)
    monkeypatch.setattr(httpcore2.AnyIOBackend, "connect_tcp", connect)
    with pytest.raises(httpcore2.ConnectError):
        await Outward().connect_tcp("push.example.org", 443, timeout=5)
    assert tried == ["93.184.216.34", "93.184.216.35"]


def test_keys_of_browsers_are_taken_and_others_are_not() -> None:
    browser = Browser("https://push.example.org/1")
    assert rules.checked(browser.target) == browser.target
    off_curve = bytes([4]) + b"\x01" * 64
    wrong = {
        "p256dh": [
            "",
            "A" * 10,
            "!" * 87,
            packed(off_curve),
            packed(b"\x02" + browser.point[1:]),
            "A" * 5000,
            "é" * 87,
        ],
        "auth": ["", "AAAA", packed(b"x" * 17), "A" * 5000, "é"],
    }
    for name, values in wrong.items():
        for value in values:
            keys = {"p256dh": browser.target.p256dh, "auth": browser.target.auth, name: value}
            with pytest.raises(BadSubscription) as refused:
                rules.checked(Target(browser.endpoint, **keys))
            assert refused.value.field == name


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        ("0", 1),
        ("86400", 3600),
        ("Tue, 24 Nov 2026 12:05:00 GMT", 300),
        ("Tue, 24 Nov 2026 11:05:00 GMT", 1),
        ("", None),
        ("soon", None),
        ("٣", None),
        ("-5", None),
        ("9" * 40, None),
    ],
)
def test_retry_after_is_read_as_servers_write_it(header: str, seconds: int | None) -> None:
    assert rules.wait_asked(header, NOON) == seconds


def test_a_topic_is_one_that_push_services_take_and_tells_nothing() -> None:
    topic = rules.topic("reminder:0190a000-0000-7000-8000-00000000000a")
    assert len(topic) == 32
    assert "0190a" not in topic
    assert topic == rules.topic("reminder:0190a000-0000-7000-8000-00000000000a")
    assert timedelta(seconds=rules.LONGEST_WAIT) < timedelta(days=1)
