"""Values of a unit's own rules beside those of the law: when they say the same."""

import pytest

from rules.overlays.strict import same

BESIDE = [
    ({"over": 0, "under": 3}, {"under": 3, "over": 0}, True),
    ({"over": 0, "under": 2}, {"over": 0, "under": 3}, False),
    ({"over": 0}, {"over": 0, "under": 3}, False),
    ((1, 3, 11), [11, 3, 1], True),
    ([1, 3], (1, 3), True),
    ((1, 3), (1, 3, 11), False),
    ((1, 3, 11), [1, 3], False),
    (15, 15, True),
    (14, 15, False),
    (True, True, True),
    (False, True, False),
]


@pytest.mark.parametrize(("value", "base", "alike"), BESIDE)
def test_whether_two_values_say_the_same(value, base, alike):
    assert same(value, base) is alike
