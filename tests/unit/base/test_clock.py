"""The clock: what is made later has a later moment, also where the clock stands still."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from secondopinion_desktop.base import clock

NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)


def test_things_made_within_one_step_of_a_slow_clock_keep_their_order() -> None:
    with clock.standing_at(NOON):
        moments = [clock.tick() for _ in range(100)]
    assert moments == sorted(set(moments))
    assert moments[-1] - moments[0] < timedelta(milliseconds=1)


def test_a_clock_put_back_by_an_hour_is_believed() -> None:
    with clock.standing_at(NOON):
        clock.tick()
    with clock.standing_at(NOON - timedelta(hours=1)):
        assert clock.tick() == NOON - timedelta(hours=1)
