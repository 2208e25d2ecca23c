"""The house's own rules find what breaks them."""

import pytest

from misconduct.ops import house

LONG_FUNCTION = "def long():\n" + "    x = 1\n" * 49
LONG_FILE = "x = 1\n" * 400


def test_a_file_of_400_lines_is_too_long() -> None:
    assert house.complaints_about_source(LONG_FILE) == ["400 lines, the limit is 400"]
    assert house.complaints_about_source("x = 1\n" * 399) == []


def test_a_function_of_50_lines_is_too_long() -> None:
    assert house.complaints_about_source(LONG_FUNCTION) == ["long: 50 lines, the limit is 50"]
    assert house.complaints_about_source(LONG_FUNCTION.replace("    x = 1\n", "", 1) + "") == []


def test_a_model_may_not_override_save() -> None:
    model = "class Row(models.Model):\n    def save(self): ...\n"
    assert house.complaints_about_source(model) == ["Row overrides save()"]
    assert house.complaints_about_source(model.replace("models.Model", "Form")) == []


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="color:red">',
        "<style>p{}</style>",
        "<script>go()</script>",
        '<a onclick="go()">',
        '<a href="javascript:go()">',
    ],
)
def test_inline_code_and_styles_are_refused(markup: str) -> None:
    assert house.complaints_about_template(markup)


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="/static/x.js" defer></script>',
        '<script id="d" type="application/json">{}</script>',
        '<p class="style">on = 1</p>',
    ],
)
def test_files_and_data_are_not(markup: str) -> None:
    assert house.complaints_about_template(markup) == []
