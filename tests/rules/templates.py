"""The sentences of rules/ as they stand in its source, and what was filled into their blanks."""

import ast
import inspect
import re
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from types import ModuleType

from rules.numerals import numeral

BLANK = "〔…〕"
FEW = 14
CHINESE = re.compile("[一-鿿]")
_DAY = r"(?:\d{4}-\d\d-\d\d|\d{4}年\d+月\d+日)"
_NUMERAL = "[一二三四五六七八九十]{1,3}"
# What stands in a blank whose words are no closed list.
KINDS = (
    ("〔日期〕", re.compile(_DAY)),
    ("〔起止日期〕", re.compile(f"{_DAY}至{_DAY}|{_DAY}起(?:，.*)?")),
    ("〔数〕", re.compile(r"[\d.]+")),
    ("〔期限〕", re.compile(r"(?=.)(?:\d+年)?(?:\d+个月)?|永久|[\d.]+年以?[上内]?")),
    ("〔各该项〕", re.compile(f"第{_NUMERAL}(?:、{_NUMERAL})+项")),
)
NUMERAL = re.compile(f"第?{_NUMERAL}[项条类]?")
ITEMS = re.compile(f"第{_NUMERAL}(?:、{_NUMERAL}|至第{_NUMERAL})*项")
# By code, with * for any letters: what the sentence alone does not say of its blanks, in order;
# nothing where the rest decides.
CASE_WORDS = {
    "in_sanction_period": ("决定文号", "起止日期"),
    "record_in_window": ("决定文号", "起止日期"),
    "barred_by_measure": ("决定文号", "五／七／九"),
    "removal_due": ("决定文号", "日期"),
    "removal_to_apply_for": ("决定文号",),
    "removed_early": ("决定文号",),
    "register_standing": ("决定文号",),
    "term_unknown": ("决定文号",),
    "veto": ("决定文号",),
    "own_head": ("单位名称",),
    "student_employed": ("学籍所在单位", "任职单位", "学籍所在单位"),
    "factor_graded": ("几", "等级名称", "数"),
    "factor_not_graded": ("几",),
    "item_wanting": ("几",),
    "item_not_judged": ("几",),
    "measure_*_beyond_power": ("几",),
    "beyond_power": ("第几项",),
    "register_missing": ("第五、七、九、十项中的各该项",),
    "no_measure": ("", "该档所列各项"),
    "*_unproven": ("该项",),
    "unreasoned_*": ("该条提醒",),
    "departs_from_band": ("第几项", "期限", "期限幅度"),
    "band_proposed": ("期限幅度",),
    "period_provisional": ("日期", "日期"),
    "second_count": ("日期",),
    "item_of_other_list": ("附件的项",),
    "lenient": ("第三十四条的情形",),
    "aggravated": ("第三十五条的情形",),
    "assessment_due": ("年数", "年数"),
    "assessment_early": ("年数", "日期"),
    "measure_required": ("第三十四条对该类对象所列的处理",),
    "result_recognised": ("用途",),
}


@dataclass(frozen=True)
class Template:
    """A sentence with blanks, and the function or table it stands in."""

    parts: tuple[str, ...]
    place: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """What it may become."""
        return re.compile("(.*?)".join(map(re.escape, self.parts)), re.DOTALL)

    @property
    def weight(self) -> int:
        """How much of it is fixed."""
        return sum(map(len, self.parts))


def _parts(node: ast.AST, module: ModuleType) -> tuple[str, ...] | None:
    if isinstance(node, ast.JoinedStr):
        return tuple("".join(_piece(one, module) for one in node.values).split("\0"))
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return tuple(re.split(r"\{[a-z]*\}", node.value))
    return None


def _piece(node: ast.expr, module: ModuleType) -> str:
    """A part of a sentence, a constant of the module put in; "\\0" where the facts are."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    name = (
        node.value.id
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Name)
        else ""
    )
    held = getattr(module, name, None)
    return held if isinstance(held, str) else "\0"


def templates(modules: Iterable[ModuleType]) -> list[Template]:
    """Every Chinese sentence of these modules, the most definite first."""
    found = set()
    for module in modules:
        for statement in ast.parse(inspect.getsource(module)).body:
            name = f"{module.__name__}.{getattr(statement, 'name', '')}"
            for node in ast.walk(statement):
                if (parts := _parts(node, module)) and CHINESE.search("".join(parts)):
                    found.add(Template(parts, name))
    return sorted(found, key=lambda one: (-one.weight, one.parts, one.place))


def literals(modules: Iterable[ModuleType]) -> dict[str, int]:
    """The texts that stand in the source as they are, numbered: what a closed list is made of."""
    found: dict[str, int] = {}
    for module in modules:
        nodes = ast.walk(ast.parse(inspect.getsource(module)))
        texts = [n for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]
        for one in sorted(texts, key=lambda n: (n.lineno, n.col_offset)):
            found.setdefault(str(one.value), len(found))
    return found


class Reader:
    """Takes a sentence apart into a template and what was filled in."""

    def __init__(self, modules: Iterable[ModuleType]) -> None:
        known = list(modules)
        self.known = [(one.pattern, one) for one in templates(known) if one.weight > 3]
        self.literal = literals(known)

    def read(self, sentence: str) -> tuple[str, tuple[str, ...], str] | None:
        """The sentence with blanks, what stood in them, where it is written; None if unknown."""
        for pattern, template in self.known:
            if match := pattern.fullmatch(sentence):
                return *self._filled(template, match.groups()), template.place
        return None

    def _filled(self, template: Template, values: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        text: list[str] = [template.parts[0]]
        left: list[str] = []
        for value, after in zip(self._apart(template, values), template.parts[1:], strict=True):
            inner = self.read(value) if len(value) > 7 and value not in self.literal else None
            text += [inner[0] if inner else BLANK, after]
            left += inner[1] if inner else [value]
        return "".join(text), tuple(left)

    def _apart(self, template: Template, values: tuple[str, ...]) -> list[str]:
        """The values, those of two blanks side by side divided where the first is a known text."""
        found = list(values)
        for at, between in enumerate(template.parts[1:-1]):
            both = found[at] + found[at + 1]
            cuts = [n for n in range(len(both), 0, -1) if both[:n] in self.literal]
            if not between and cuts:
                found[at : at + 2] = [both[: cuts[0]], both[cuts[0] :]]
        return found

    def named(self, text: str, filled: Iterable[tuple[str, ...]], code: str) -> str:
        """The sentence with what each blank may hold."""
        for at, values in enumerate(zip(*filled, strict=True)):
            text = text.replace(BLANK, self._blank(set(values), code, at), 1)
        return text

    def _blank(self, values: set[str], code: str, at: int) -> str:
        if len(values) == 1 and self._closed(*values) and not NUMERAL.fullmatch(*values):
            return next(iter(values))
        given = next((words for key, words in CASE_WORDS.items() if fnmatch(code, key)), ())
        if at < len(given) and given[at]:
            return f"〔{given[at]}〕"
        for name, pattern in KINDS:
            if all(map(pattern.fullmatch, values)):
                return name
        if any("、" in one for one in values) and all(map(ITEMS.fullmatch, values)):
            return "〔各该项〕"
        if len(values) > FEW or not all(map(self._closed, values)):
            return "〔具体内容〕"
        listed = [one for one in self._in_order(values) if one]
        return listed[0] if len(values) == 1 else f"〔{'／'.join(listed)}〕"

    def _closed(self, value: str) -> bool:
        return (
            not value
            or value in self.literal
            or bool(ITEMS.fullmatch(value) or NUMERAL.fullmatch(value))
        )

    def _in_order(self, values: set[str]) -> list[str]:
        count = {word: at for at, word in enumerate(COUNT)}
        last = len(self.literal)
        return sorted(
            values,
            key=lambda one: (
                count.get(one.strip("第项条类"), 99),
                self.literal.get(one, last),
                one,
            ),
        )


COUNT = tuple(numeral(n) for n in range(1, 20))
