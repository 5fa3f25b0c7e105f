"""Numbers are kept in one form, and shown without giving them away."""

import pytest

from cairn.sms.errors import BadNumber
from cairn.sms.rules import masked, normal_number, region_of


@pytest.mark.parametrize(
    ("written", "region", "stored"),
    [
        ("912 345 678", "PT", "+351912345678"),
        ("+351 912-345-678", None, "+351912345678"),
        ("00 351 912 345 678", "FR", "+351912345678"),
        ("０６ １２ ３４ ５６ ７８", "FR", "+33612345678"),
        ("(201) 555-0123", "US", "+12015550123"),
        ("+34 612 345 678", "PT", "+34612345678"),
    ],
)
def test_a_number_is_stored_in_one_form_however_it_is_written(written: str, region: str | None, stored: str) -> None:
    assert normal_number(written, region) == stored


@pytest.mark.parametrize(
    ("written", "region"),
    [
        ("", "PT"),
        ("912 345 678", None),
        ("912 345 678", "XX"),
        ("12345", "PT"),
        ("+351 91234567890123", "PT"),
        ("112", "PT"),
        ("+351 212 345 678", "PT"),  # a landline
        ("+351 760 123 456", "PT"),  # a premium number
        ("+44 909 879 0000", None),  # the same in Britain
        ("+1 800 555 0199", None),
        ("ring me", "PT"),
        ("+351 912 345 678; +351 912 345 679", "PT"),
    ],
)
def test_what_takes_no_texts_is_refused(written: str, region: str | None) -> None:
    with pytest.raises(BadNumber):
        normal_number(written, region)


@pytest.mark.parametrize(
    ("number", "shown"),
    [("+351912345612", "+351 *** ** 12"), ("+12015550123", "+1 *** ** 23"), ("+33612345678", "+33 *** ** 78")],
)
def test_a_shown_number_keeps_its_country_and_two_digits(number: str, shown: str) -> None:
    assert masked(number) == shown


@pytest.mark.parametrize(
    ("zone", "region"),
    [("Europe/Lisbon", "PT"), ("America/Sao_Paulo", "BR"), ("UTC", None), ("Etc/GMT+3", None)],
)
def test_a_zone_tells_the_country(zone: str, region: str | None) -> None:
    assert region_of(zone) == region
