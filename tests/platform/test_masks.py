import pytest

from cairn.platform import masks


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("ana@example.org", "a***@example.org"),
        ("ana.lima+adhd@sub.example.org", "a***@sub.example.org"),
        ("a@example.org", "***@example.org"),
        ('"a@b"@example.org', '"***@example.org'),
        ("no address", "***"),
        ("", "***"),
    ],
)
def test_an_address_is_recognised_by_who_knows_it(value: str, shown: str) -> None:
    assert masks.address(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("+351 912 345 612", "+351 *** *** *12"),
        ("+351912345612", "+**********12"),
        ("+1 (415) 555-0112", "+1 (***) ***-**12"),
        ("912345612", "*******12"),
        ("12345", "***"),
        ("", "***"),
    ],
)
def test_a_number_keeps_its_last_two_digits(value: str, shown: str) -> None:
    assert masks.phone(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [("12345678 9 ZZ4", "******** * **4".replace("**4", "*Z4")), ("AB-1234567", "**-*****67"), ("A12", "***")],
)
def test_the_number_of_a_document_keeps_its_last_two_signs(value: str, shown: str) -> None:
    assert masks.id_number(value) == shown


@pytest.mark.parametrize(
    "words",
    [
        "write to ana@example.org, please",
        "<ana@example.org>",
        "ring +351 912 345 612",
        "(+351)912345612",
        "0044 20 7946 0958",
    ],
)
def test_words_are_left_without_addresses_and_numbers(words: str) -> None:
    told = masks.blank(words)
    assert "example" not in told
    assert not any(digit in told for digit in "0456789")


@pytest.mark.parametrize(
    "words",
    [
        "2026-11-24T12:00:00+00:00",
        "01a2160b-3f56-7ca3-a3cc-17595d7857e9",
        "port 8000, 1234567890 bytes",
        "1+1=2",
        "v2.0.1",
    ],
)
def test_times_ids_and_sums_stay(words: str) -> None:
    assert masks.blank(words) == words


def test_a_long_line_takes_no_longer_than_its_length() -> None:
    """Each would take minutes if the pattern looked back."""
    for words in ("a" * 500_000 + "@", "+1" + " 1" * 250_000, "+" * 500_000, "00" * 250_000):
        masks.blank(words)
