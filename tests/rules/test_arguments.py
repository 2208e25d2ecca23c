"""The command line taken apart: what each word and option asks for, and what is refused."""

import io
import sys

import pytest

from rules.arguments import Request, Usage, content, parse, source, usage

COMMANDS = {"due-date": 1, "check-appeal": 2, "propose-severity": 3}
SHAPES = {"overlay": 1}

TAKEN = [
    (["due-date"], Request("due-date")),
    (["due-date", "a.json"], Request("due-date", file="a.json")),
    (["due-date", "-"], Request("due-date", file="-")),
    (["--lines", "due-date"], Request("due-date", lines=True)),
    (["due-date", "a.json", "--no-days"], Request("due-date", file="a.json", days=False)),
    (["due-date", "--explain"], Request("due-date", explain=True)),
    (["due-date", "--why-not"], Request("due-date", why_not="")),
    (["due-date", "--why-not=minor"], Request("due-date", why_not="minor")),
    (["--overlay", "x", "due-date"], Request("due-date", overlays=("x",))),
    (["due-date", "--overlay=x", "--overlay", "y"], Request("due-date", overlays=("x", "y"))),
    (
        ["due-date", "--readings", "G1=a", "--readings=b.json"],
        Request("due-date", readings=("G1=a", "b.json")),
    ),
    (["propose-severity", "--benchmark", "b"], Request("propose-severity", benchmark="b")),
    (["schema", "due-date"], Request("due-date", schema=True)),
    (["schema", "overlay"], Request("overlay", schema=True)),
    (["check-appeal", "schema"], Request("check-appeal", file="schema")),
    (["--help"], Request("help")),
    (["nonsense", "--help"], Request("help")),
]


@pytest.mark.parametrize(("arguments", "request_"), TAKEN)
def test_a_command_line_is_taken_apart(arguments, request_):
    assert parse(arguments, COMMANDS, SHAPES) == request_


NO_COMMAND = "请写明命令：due-date、check-appeal、propose-severity，或schema加命令"
REFUSED = [
    ([], NO_COMMAND, "command"),
    (["schema"], NO_COMMAND, "command"),
    (["overlay"], NO_COMMAND, "command"),
    (["schema", "nonsense"], NO_COMMAND, "command"),
    (["due", "overlay"], NO_COMMAND, "command"),
    (["due-date", "a", "b"], "参数过多", "b"),
    (["schema", "due-date", "a"], "参数过多", "a"),
    (["due-date", "--overlay"], "选项--overlay后应写明文件或取值", "--overlay"),
    (["due-date", "--readings="], "选项--readings后应写明文件或取值", "--readings"),
    (["due-date", "--fast"], "没有选项--fast", "--fast"),
    (["due-date", "--lines=3"], "没有选项--lines=3", "--lines=3"),
    (
        ["due-date", "--benchmark", "b"],
        "due-date不使用选项--benchmark，该选项只用于propose-severity",
        "--benchmark",
    ),
    (
        ["check-appeal", "--lines", "--no-days"],
        "check-appeal不使用选项--no-days，该选项只用于due-date",
        "--no-days",
    ),
    (["schema", "due-date", "--no-days"], "schema不使用选项--no-days，请去掉", "--no-days"),
    (["schema", "overlay", "--lines"], "schema不使用选项--lines，请去掉", "--lines"),
]


@pytest.mark.parametrize(("arguments", "message", "where"), REFUSED)
def test_what_cannot_be_read_is_refused_with_its_place(arguments, message, where):
    with pytest.raises(Usage) as wrong:
        parse(arguments, COMMANDS, SHAPES)
    error = {"code": "usage", "message": message, "where": where}
    assert wrong.value.as_json()["error"] == error


def test_without_shapes_only_commands_have_a_schema():
    with pytest.raises(Usage):
        parse(["schema", "overlay"], COMMANDS)


def test_the_page_for_a_person_names_commands_and_shapes():
    page = usage(COMMANDS, SHAPES)
    assert "命令：due-date、check-appeal、propose-severity\n" in page
    assert "文件格式（schema）：overlay\n" in page
    assert page.endswith('错误输出为{"error": {"code", "message", "where"}}')


def test_a_file_is_read_and_one_that_cannot_be_is_named(tmp_path):
    file = tmp_path / "a.json"
    file.write_bytes(b"{}")
    assert content(str(file)) == b"{}"
    for wrong, why in (
        (str(tmp_path / "b.json"), "没有该文件"),
        (str(tmp_path), "是目录，不是文件"),
        ("a\0b", "请核对文件名和权限"),
    ):
        with pytest.raises(Usage) as problem:
            content(wrong)
        error = {"code": "usage", "message": f"不能读取文件{wrong}（{why}）", "where": wrong}
        assert problem.value.as_json()["error"] == error


@pytest.mark.parametrize("file", [None, "-"])
def test_no_file_or_a_dash_is_standard_input(monkeypatch, file):
    stream = io.BytesIO(b"{}")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    assert source(file).read() == b"{}"


def test_a_file_one_may_not_read_is_said_to_be_so(monkeypatch, tmp_path):
    def denied(*_):
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.open", denied)
    with pytest.raises(Usage) as refused:
        content(str(tmp_path / "a.json"))
    assert refused.value.message == f"不能读取文件{tmp_path}/a.json（无权读取）"
