"""Why a letter may not go out."""

from datetime import date
from typing import Any

import pytest

from cases.documents.contexts import Letter
from cases.services.letter_checks import findings
from rules.law import N221
from rules.outcome import Finding
from tests.documents import letters


def only(letter: Letter, *hidden: str) -> Finding:
    """The one reason found."""
    found = findings(letter, hidden)
    assert len(found) == 1, [f.message for f in found]
    return found[0]


@pytest.mark.parametrize(
    "letter", [letters.acceptance(), letters.refusal(), letters.advance(), letters.decision()]
)
def test_complete_letters_pass(letter: Letter) -> None:
    """Nothing is found where nothing is wrong."""
    assert findings(letter, ["李四"]) == []


@pytest.mark.parametrize(
    ("changes", "label", "item"),
    [
        ({"identity": letters.identity(name="")}, "被处理人的姓名或名称", 1),
        ({"identity": letters.identity(number="")}, "被处理人的身份证件号码或社会信用代码", 1),
        ({"facts": ""}, "认定的事实", 2),
        ({"evidence": ""}, "认定事实的证据", 2),
        ({"measures": ()}, "处理决定", 3),
        ({"conduct": ()}, "行为性质的依据", 3),
        ({"basis": ()}, "处理依据", 3),
        ({"remedy": letters.remedy(body="")}, "救济途径", 4),
        ({"remedy": letters.remedy(period="")}, "救济期限", 4),
        ({"others": ""}, "其他应载明的内容", 5),
    ],
)
def test_a_decision_letter_lacks_no_part_of_article_28(
    changes: dict[str, Any], label: str, item: int
) -> None:
    """The missing part is named, with its item of Art 28."""
    finding = only(letters.decision(**changes))
    assert finding.code == "part_missing"
    assert label in finding.message
    assert finding.citation is not None
    assert (finding.citation.instrument, finding.citation.article) == (N221, 28)
    assert finding.citation.item == item


def test_every_missing_part_is_named_not_the_first() -> None:
    """One look is enough to mend the letter."""
    found = findings(letters.decision(facts="", others=""))
    assert [f.code for f in found] == ["part_missing", "part_missing"]


@pytest.mark.parametrize("field", ["facts", "evidence"])
def test_an_advance_notice_tells_facts_and_what_they_rest_on(field: str) -> None:
    """Art 27."""
    finding = only(letters.advance(**{field: ""}))
    assert finding.citation is not None
    assert finding.citation.article == 27


def test_an_advance_notice_proposes_something() -> None:
    """Art 27: the decision in view must be told."""
    assert "拟作出的处理决定" in only(letters.advance(measures=())).message


def test_a_refusal_explains_each_ground() -> None:
    """Art 14: 不予受理的应说明情况."""
    ground = letters.refusal().grounds[0].model_copy(update={"found": ()})
    finding = only(letters.refusal(grounds=(ground,)))
    assert "不予受理的情况说明" in finding.message
    assert finding.citation is not None
    assert finding.citation.article == 14


def test_a_character_no_font_has_is_named() -> None:
    """The last character of Unicode's extension G is in none of the faces."""
    finding = only(letters.decision(identity=letters.identity(name="郑\U0003134a")))
    assert finding.code == "character_unprintable"
    assert "U+3134A" in finding.message
    assert "被处理人的姓名或名称" in finding.message


def test_an_invisible_character_is_named_by_its_number() -> None:
    """A zero-width space in a name is an error nobody sees."""
    assert "U+200B" in only(letters.decision(identity=letters.identity(name="郑\u200b玥"))).message


@pytest.mark.parametrize("hidden", ["周翀", " 周 翀 ", "13800138000"])
def test_the_other_party_is_not_disclosed(hidden: str) -> None:
    """Art 46: 不得泄露相关信息; the reason does not repeat what must stay hidden."""
    finding = only(
        letters.advance(facts="举报人周 翀（电话１３８００１３８０００）称雷同。"), hidden
    )
    assert finding.code == "identity_disclosed"
    assert "拟认定的事实" in finding.message
    assert "翀" not in finding.message
    assert finding.citation is not None
    assert finding.citation.article == 46


def test_nothing_hidden_nothing_found() -> None:
    """An anonymous complainant has no name to look for."""
    assert findings(letters.advance(), ["", " "]) == []


def test_words_that_are_not_the_laws_are_refused() -> None:
    """A quotation made elsewhere than by quote is checked against the text."""
    quotation = letters.basis()[0].model_copy(update={"text": "情节严重的，期限为10年"})
    finding = only(letters.decision(basis=(quotation,)))
    assert finding.code == "quotation_altered"


@pytest.mark.parametrize("brackets", ["〔{}〕", "[{}]", "（{}）", "( {} )"])
def test_the_rules_of_2019_are_no_basis(brackets: str) -> None:
    """R1, R53: repealed by 221号, in whatever brackets its year is typed."""
    number = f"国科发监{brackets.format(2019)}323号"
    finding = only(letters.decision(others=f"依据{number}处理。"))
    assert finding.code == "basis_repealed"
    assert finding.citation is not None
    assert finding.citation.article == 53


def test_the_rules_of_2019_may_be_told_of() -> None:
    """An earlier decision rested on them; that is a fact."""
    assert findings(letters.decision(facts="2020年的处理决定引用了国科发监〔2019〕323号。")) == []


def test_order_19_is_no_basis_after_its_replacement() -> None:
    """Reported replaced from 20 March 2026."""
    finding = only(letters.decision(others="根据科学技术部第19号令处理。"))
    assert finding.code == "basis_superseded"


def test_order_19_was_a_basis_before() -> None:
    """A letter dated earlier may rest on it."""
    letter = letters.decision(others="根据科学技术部第19号令处理。", dated=date(2026, 3, 20))
    assert findings(letter) == []
