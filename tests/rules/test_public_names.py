"""What a package of the rules offers to callers is what its front page lists, no more, no less."""

import importlib
from types import ModuleType

import pytest

PACKAGES = (
    "rules.batch",
    "rules.calendars",
    "rules.discretion",
    "rules.explain",
    "rules.integrity",
    "rules.overlays",
    "rules.procedure.decisions",
    "rules.sanctions",
    "rules.supervision",
)


@pytest.mark.parametrize("name", PACKAGES)
def test_every_name_of_the_front_page_is_listed(name):
    package = importlib.import_module(name)
    bound = {
        each
        for each, value in vars(package).items()
        if not each.startswith("_") and not isinstance(value, ModuleType)
    }
    assert bound == set(package.__all__)
