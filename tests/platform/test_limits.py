"""Counting requests: so many at once, then one by one; all limits of a request or none."""

from cairn.platform.limits import MemoryStore, Policy, Standing, headers

BURST = Policy("burst", 10, 60)
DAY = Policy("day", 12, 86_400)


def left(store: MemoryStore, now: float, *, key: str = "ana") -> int | None:
    """What is left after one more; None when it was refused."""
    (standing,) = store.count([(key, BURST)], now)
    return None if standing.wait else standing.left


def test_so_many_at_once_then_one_by_one() -> None:
    store = MemoryStore()
    assert [left(store, 0) for _ in range(12)] == [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, None, None]
    assert left(store, 5.9) is None
    assert [left(store, 6.0), left(store, 6.0)] == [0, None]
    assert [left(store, 1000) for _ in range(11)] == [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, None]


def test_no_minute_long_after_the_first_gives_more_than_the_quota() -> None:
    store = MemoryStore()
    times = [step / 10 for step in range(6000) if left(store, step / 10) is not None]
    for begin in range(60, 540):
        assert sum(begin <= at < begin + 60 for at in times) <= BURST.quota


def test_one_does_not_count_for_another() -> None:
    store = MemoryStore()
    for _ in range(10):
        left(store, 0)
    assert (left(store, 0), left(store, 0, key="ben")) == (None, 9)


def test_what_one_limit_refuses_costs_nothing_of_the_other() -> None:
    store = MemoryStore()
    hits = [("ana", BURST), ("ana's day", DAY)]
    for _ in range(30):
        store.count(hits, 0)
    burst, day = store.count([("ana", BURST), ("ana's day", DAY)], 60)
    assert (burst.left, day.left) == (9, 1)


def test_a_clock_that_was_put_back_makes_nobody_wait_longer_than_a_window() -> None:
    store = MemoryStore()
    for _ in range(10):
        left(store, 1e9)
    (standing,) = store.count([("ana", BURST)], 0)
    assert standing.wait == 6


def test_memory_holds_no_more_keys_than_it_may() -> None:
    store = MemoryStore(most=1000)
    for number in range(5000):
        left(store, 0, key=str(number))
    assert len(store._free_at) <= 1001
    assert left(store, 0, key="4999") == 8


def test_what_a_client_is_told_reads_as_the_draft_writes_it() -> None:
    standings = [Standing(Policy("burst", 100, 60), 50, 30.0), Standing(Policy("day", 2000, 86_400), 1950, 2159.2)]
    assert headers(standings) == {
        "RateLimit-Policy": '"burst";q=100;w=60, "day";q=2000;w=86400',
        "RateLimit": '"burst";r=50;t=30, "day";r=1950;t=2160',
    }
    assert headers([]) == {}
