"""What a sign-in is called in the list, and where its address is."""

import ipaddress
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from cairn.accounts.devices.places import Places
from cairn.accounts.devices.rules import browser_of, system_of
from cairn.accounts.settings import AccountSettings

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
AGENTS = {
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/156.0.0.0 Safari/537.36": ("Chrome", "Windows"),
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0": (
        "Edge",
        "Windows",
    ),
    f"Mozilla/5.0 (Linux; Android 10; K) {WEBKIT} SamsungBrowser/30.0 Chrome/150.0.0.0 Mobile Safari/537.36": (
        "Samsung Internet",
        "Android",
    ),
    f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {WEBKIT} Chrome/156.0.0.0 Safari/537.36": ("Chrome", "ChromeOS"),
    f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {WEBKIT} Version/26.0 Safari/605.1.15": (
        "Safari",
        "Mac",
    ),
    f"Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) {WEBKIT} CriOS/156.0 Mobile/15E148": (
        "Chrome",
        "iPad",
    ),
    "Mozilla/5.0 (Android 16; Mobile; rv:147.0) Gecko/147.0 Firefox/147.0": ("Firefox", "Android"),
    "curl/8.11.1": ("curl", ""),
    "python-httpx2/2.16": ("python-httpx2", ""),
    "Cairn for Obsidian/1.2 (Linux)": ("Cairn for Obsidian", "Linux"),
    "Mozilla/5.0 (something new)": ("", ""),
    "<script>alert(1)</script>": ("", ""),
    "": ("", ""),
}


@pytest.mark.parametrize("agent", AGENTS)
def test_a_browser_is_called_by_its_name(agent: str) -> None:
    assert (browser_of(agent), system_of(agent)) == AGENTS[agent]


LISBON = {
    "city": {"names": {"en": "Lisbon", "pt-BR": "Lisboa", "fr": "Lisbonne"}},
    "country": {"names": {"en": "Portugal", "fr": "Portugal"}},
}


def a_file(folder: Path, network: str, record: dict[str, Any]) -> Path:
    """The smallest database of places: a tree that knows one network, in MaxMind's format, version 2."""
    prefix = ipaddress.ip_network(network)
    bits = f"{int(prefix.network_address):032b}"[: prefix.prefixlen]
    nodes = len(bits)
    tree = bytearray()
    for depth, bit in enumerate(bits):
        onwards = depth + 1 if depth + 1 < nodes else nodes + 16
        left, right = (onwards, nodes) if bit == "0" else (nodes, onwards)
        tree += left.to_bytes(3, "big") + right.to_bytes(3, "big")
    about = {
        "binary_format_major_version": _short(2),
        "binary_format_minor_version": _short(0),
        "build_epoch": bytes([8, 9 - 7]) + (1).to_bytes(8, "big"),
        "database_type": "Test-City",
        "description": {"en": "One network"},
        "ip_version": _short(4),
        "languages": ["en"],
        "node_count": bytes([0xC0 | 4]) + nodes.to_bytes(4, "big"),
        "record_size": _short(24),
    }
    file = folder / "places.mmdb"
    file.write_bytes(bytes(tree) + bytes(16) + _told(record) + b"\xab\xcd\xefMaxMind.com" + _told(about))
    return file


def _short(value: int) -> bytes:
    return bytes([0xA0 | 2]) + value.to_bytes(2, "big")


def _told(value: Any) -> bytes:
    if isinstance(value, dict):
        return bytes([0xE0 | len(value)]) + b"".join(_told(key) + _told(inner) for key, inner in value.items())
    if isinstance(value, list):
        return bytes([len(value), 11 - 7]) + b"".join(map(_told, value))
    if isinstance(value, bytes):
        return value
    raw = str(value).encode()
    return (bytes([0x40 | len(raw)]) if len(raw) < 29 else bytes([0x40 | 29, len(raw) - 29])) + raw


def test_a_place_is_named_in_the_persons_language(tmp_path: Path) -> None:
    places = Places(a_file(tmp_path, "193.136.0.0/16", LISBON))

    assert places.of("193.136.2.1", "pt") == "Lisboa, Portugal"
    assert places.of("193.136.2.1", "fr") == "Lisbonne, Portugal"
    assert places.of("193.136.2.1", "es") == "Lisbon, Portugal"
    for unknown in ("8.8.8.8", "2001:db8::1", "testclient", ""):
        assert places.of(unknown, "en") is None


@pytest.mark.parametrize("record", [{}, {"city": "Lisbon"}, {"city": {"names": {}}, "country": {"names": ["x"]}}])
def test_a_file_that_knows_less_breaks_nothing(tmp_path: Path, record: dict[str, Any]) -> None:
    assert Places(a_file(tmp_path, "193.136.0.0/16", record)).of("193.136.2.1", "en") is None


def test_without_a_file_no_place_is_known() -> None:
    assert Places(None).of("193.136.2.1", "en") is None


def test_a_file_that_cannot_be_read_is_said_at_the_start(tmp_path: Path) -> None:
    broken = tmp_path / "broken.mmdb"
    broken.write_bytes(b"not a database" * 100)

    for file, why in ((broken, "isn't a database of places"), (tmp_path / "missing.mmdb", "can't be opened")):
        with pytest.raises(ValidationError, match=why):
            AccountSettings(_env_file=None, geoip_file=file)
