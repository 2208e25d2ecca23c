"""What the four letters say, read like the law."""

import re

import pytest

from cases.documents import html, registry
from cases.documents.contexts import Letter
from tests.documents import letters

NUMBER = "示大科诚决〔2026〕14号"


def text_of(name: str, letter: Letter) -> str:
    """The printed text, without markup and white space."""
    markup = html.fragment(registry.get(name), letter, NUMBER)
    return "".join(re.sub(r"<[^>]+>", "", markup).split())


def test_the_decision_letter_has_the_five_contents_in_order() -> None:
    """Art 28: basic data, facts and evidence, decision and basis, remedy, other."""
    text = text_of("decision_letter", letters.decision())
    heads = [
        "一、被处理人的基本情况",
        "二、认定的事实及证据",
        "三、处理决定和依据",
        "四、救济途径和期限",
        "五、其他事项",
    ]
    places = [text.index(head) for head in heads]
    assert places == sorted(places)


def test_the_decision_letter_carries_the_identity_number_in_full() -> None:
    """Art 28 (1)."""
    assert f"身份证件号码：{letters.ID_NUMBER}" in text_of("decision_letter", letters.decision())


def test_an_organisation_is_named_by_its_credit_code() -> None:
    """Art 28 (1): name or designation, identity number or social credit code."""
    identity = letters.identity(
        kind="organisation",
        name="某检测有限公司",
        number="91370100MA3C0Y0X2P",
        representative="王珺",
    )
    text = text_of("decision_letter", letters.decision(identity=identity))
    assert "统一社会信用代码：91370100MA3C0Y0X2P" in text
    assert "身份证件号码" not in text


def test_the_remedy_names_body_period_and_form() -> None:
    """Art 28 (4) with Art 41: written, within 15 working days of receipt, reasons and evidence."""
    text = text_of("decision_letter", letters.decision())
    assert (
        "可以在收到处理决定书之日起15个工作日内，以书面方式向示例大学（科研诚信办公室，"
        "济南市历下区学府路1号行政楼306室）提出申诉，写明理由并提供相关证据或者线索" in text
    )


def test_a_term_shows_its_first_and_last_day_and_its_basis() -> None:
    """Three years from 1 July 2026 end on 30 June 2029."""
    text = text_of("decision_letter", letters.decision())
    assert (
        "期限为3年（自2026年7月1日起至2029年6月30日止）（依据：《规则》第二十九条第五项）；" in text
    )


def test_an_exemption_gives_its_reason_in_place_of_measures() -> None:
    """Art 34, last paragraph: an exempted person also gets a letter."""
    reason = "该论文在被举报前由作者主动撤稿，且未造成较大负面影响。"
    text = text_of("decision_letter", letters.decision(measures=(), exemption=reason))
    assert f"对被处理人{letters.RESPONDENT}免予处理。理由如下：{reason}" in text


def test_the_advance_notice_tells_facts_basis_and_rights_with_a_day() -> None:
    """Art 27."""
    text = text_of("advance_notice", letters.advance())
    assert "拟对你作出以下处理：" in text
    assert "你有权对上述事实、依据和拟作出的处理进行陈述和申辩" in text
    assert "请于2026年6月12日（含当日）前" in text
    assert "被调查人逾期没有进行陈述或申辩的，视为放弃权利。" in text


def test_the_advance_notice_speaks_to_an_organisation_as_one() -> None:
    """你单位."""
    assert "拟对你单位作出以下处理" in text_of(
        "advance_notice", letters.advance(to_organisation=True)
    )


def test_the_refusal_gives_each_ground_its_finding_and_the_right_to_object() -> None:
    """Art 13, Art 12, and Art 14: no period for the objection, the law sets none."""
    text = text_of("refusal_notice", letters.refusal())
    assert "第十三条第二项规定的不予受理情形为：“没有明确的证据和可查证线索的”。" in text
    assert (
        "《规则》第十二条第三项规定的受理条件为：“有明确的违规事实”。该举报不符合这一条件。" in text
    )
    assert "您对不予受理有异议的，可以书面向本单位提出并说明理由。" in text
    objection = text[text.index("二、提出异议的权利") : text.index("联系部门")]
    assert "工作日" not in objection


def test_the_acceptance_tells_day_case_and_period() -> None:
    """Art 14, and Art 25 for how long it may take."""
    text = text_of("acceptance_notice", letters.acceptance())
    assert "决定自2026年3月9日起予以受理，案件编号为示大科诚案〔2026〕3号" in text
    assert "科研失信行为的调查处理应自决定受理之日起6个月内完成。" in text


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("acceptance_notice", letters.acceptance()),
        ("refusal_notice", letters.refusal()),
        ("advance_notice", letters.advance()),
        ("decision_letter", letters.decision()),
    ],
)
def test_every_letter_is_founded_on_the_rules_of_2022_and_nothing_repealed(
    name: str, letter: Letter
) -> None:
    """R1: by number and article; never 323号, nor 19号令."""
    text = text_of(name, letter)
    assert "《科研失信行为调查处理规则》（国科发监〔2022〕221号，以下简称《规则》）第" in text
    assert text.count("以下简称《规则》") == 1
    assert "323号" not in text
    assert "19号令" not in text


def test_what_was_typed_is_text_and_never_markup() -> None:
    """A name in angle brackets prints as such."""
    markup = html.fragment(
        registry.get("decision_letter"), letters.decision(others="<b>粗</b>"), NUMBER
    )
    assert "&lt;b&gt;粗&lt;/b&gt;" in markup


def test_letters_carry_no_inline_style() -> None:
    """The content security policy forbids it."""
    assert "style=" not in html.fragment(
        registry.get("decision_letter"), letters.decision(), NUMBER
    )
