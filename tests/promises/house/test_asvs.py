"""Every requirement of the ASVS has its row, and every test that a row names is there."""

import pytest

from scripts.check_asvs import TABLE, asked, faults


def test_every_requirement_has_its_row() -> None:
    assert list(faults(TABLE.read_text(encoding="utf-8"))) == []


def test_both_levels_ask_253_things() -> None:
    numbers = list(asked())
    assert (len(numbers), len(set(numbers))) == (253, 253)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("| 1.2.4 |", "| 1.2.44 |"), "1.2.4 is missing"),
        (("| 1.2.4 |", "| 1.2.5 |"), "1.2.5 is there 2 times"),
        (("| 17.3.2 | Signalling survives malformed messages | n/a |", "| 17.3.2 | |"), "17.3.2 has a blank cell"),
        (("| 17.3.2 | Signalling survives malformed messages | n/a |", "| 17.3.2 | It | perhaps |"), "no known state"),
        (("::test_a_wrong_claim_is_refused", "::test_that_nobody_wrote"), "test_that_nobody_wrote, which isn't there"),
    ],
)
def test_a_fault_is_found(change: tuple[str, str], fault: str) -> None:
    table = TABLE.read_text(encoding="utf-8")
    assert change[0] in table
    assert any(fault in told for told in faults(table.replace(*change)))
