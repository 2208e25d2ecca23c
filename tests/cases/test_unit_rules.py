"""A case under its unit's own rules: the ones of its day, kept, quoted wherever they count."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accounts.audit.verify import breaches
from accounts.models import Event, Organisation, UnitRules, User
from accounts.policies import Basis
from accounts.services.unit_rules import register_rules
from cases.documents.facts import quote
from cases.facts import body_context, own_rules, period
from cases.models import Case, Deadline, Decision, Document
from cases.services.decision_letters import advance_notice
from cases.services.inquiry import Step, record_step
from cases.services.letter_checks import findings
from cases.services.suspensions import extend, resume
from misconduct.pages.facts import account, citation_of
from rules.law import N221
from rules.sanctions import MeasureFact
from tests.cases import decided as d
from tests.cases import world as w
from tests.documents import letters
from tests.support.unit_file import NUMBER, TERM, file_of

LATER = date(2026, 4, 21)
AFTER = date(2026, 4, 28)


def register(world: w.World, unit: Organisation | None = None, **given: object) -> UnitRules:
    unit = unit or world.university
    changes: dict[str, object] = {"organisation": unit.name, **given}
    text = file_of(**changes)  # type: ignore[arg-type]
    return register_rules(actor=world["sysadmin"], organisation_id=unit.pk, text=text)


def numbers(*pairs: tuple[str, object]) -> dict[str, object]:
    return {"parameters": pairs}


def limit(case: Case) -> Deadline:
    return Deadline.objects.get(rule="investigation", chain=case.chain, done=None)


def opened(name: str, address: str) -> str:
    client = Client()
    client.force_login(User.objects.get(username=name))
    return client.get(address).content.decode()


def test_a_case_accepted_afterwards_has_the_units_period_and_its_article(world: w.World) -> None:
    rules = register(world)
    case = w.accepted(world)
    assert case.own_rules == rules
    assert case.law_reason.endswith(f"；本单位规定：{NUMBER}")
    assert Event.objects.get(name="case.opened").data["own_rules"] == rules.pk
    # Four months from 20 April end on a Thursday; the law alone would give until 20 October.
    assert limit(case).due == date(2026, 8, 20)
    assert account(limit(case)).citation.text == TERM
    assert list(breaches()) == []


def test_a_case_accepted_before_keeps_what_it_was_accepted_under(world: w.World) -> None:
    case = w.investigating(world)
    register(world, since="2026-01-01")
    case.refresh_from_db()
    assert case.own_rules is None and NUMBER not in case.law_reason
    assert Event.objects.get(name="case.opened").data["own_rules"] is None
    w.suspended(world, case)
    with w.on(LATER):
        resume(actor=world["officer"], case_id=case.pk, on=LATER, cause_gone="数据已收到")
    assert limit(case).due == date(2026, 10, 21)
    assert account(limit(case)).citation.instrument == N221


def test_a_later_version_does_not_touch_a_case_under_an_earlier_one(world: w.World) -> None:
    first = register(world)
    case = w.investigating(world)
    register(world, **numbers(("deadline.investigation", 3)), title="新细则")
    extend(actor=world["head"], case_id=case.pk, months=1, ground="特别重大复杂")
    case.refresh_from_db()
    # 20 September is a Sunday that is worked.
    assert case.own_rules == first
    assert limit(case).due == date(2026, 9, 20)


def test_a_case_outlives_the_rules_it_keeps(world: w.World) -> None:
    register(world, until="2026-04-20")
    case = w.investigating(world)
    with w.on(LATER):
        extend(actor=world["head"], case_id=case.pk, months=1, ground="特别重大复杂")
        assert limit(case).due == date(2026, 9, 20)
        assert TERM in opened("officer", reverse("deadline", kwargs={"pk": limit(case).pk}))
        # What begins now begins without them.
        assert w.accepted(world, receipt_evidence="收文〔2026〕13号").own_rules is None


def test_rules_put_under_a_case_behind_the_applications_back_are_noticed(world: w.World) -> None:
    w.accepted(world)
    Case.objects.update(own_rules=register(world))
    assert len(list(breaches())) == 1


@pytest.mark.parametrize(("received", "due"), [(7, date(2026, 4, 28)), (8, date(2026, 4, 22))])
def test_a_complaint_stands_under_the_rules_of_the_day_it_came_in(
    world: w.World, received: int, due: date
) -> None:
    register(world, since="2026-04-08", **numbers(("deadline.acceptance", 10)))
    complaint = w.registered(world, received_on=date(2026, 4, received))
    kept = Deadline.objects.get(rule="acceptance", chain=complaint.chain)
    assert kept.due == due
    assert (kept.own_rules is None) == (received == 7)


def test_the_notice_of_acceptance_quotes_the_units_own_article(world: w.World) -> None:
    register(world)
    w.accepted(world)
    said = Document.objects.get().context["period"]
    assert (said["instrument"], said["title"]) == (NUMBER, "《示例大学调查处理细则》")
    assert (said["place"], said["text"]) == ("第九条", TERM)


def test_without_rules_of_its_own_the_notice_quotes_the_law(world: w.World) -> None:
    w.accepted(world)
    said = Document.objects.get().context["period"]
    assert (said["instrument"], said["place"]) == (N221, "第二十五条")


def test_a_letter_whose_words_the_unit_does_not_say_may_not_go_out(world: w.World) -> None:
    register(world)
    case = w.accepted(world)
    right = quote(account(limit(case)).citation)
    letter = letters.acceptance()
    assert findings(letter.model_copy(update={"period": right})) == []
    altered = right.model_copy(update={"text": "应自决定受理之日起5个月内完成"})
    (found,) = findings(letter.model_copy(update={"period": altered}))
    assert found.code == "quotation_altered"
    assert "《示例大学调查处理细则》第九条" in found.message
    unknown = right.model_copy(update={"instrument": "没有〔2026〕1号"})
    (found,) = findings(letter.model_copy(update={"period": unknown}))
    assert found.code == "quotation_altered"


def test_the_pages_of_the_case_say_what_governs_it_and_open_the_words(world: w.World) -> None:
    register(world)
    case = w.accepted(world)
    page = opened("officer", case.get_absolute_url())
    assert "《科研失信行为调查处理规则》国科发监〔2022〕221号<br>" in page
    assert f"《示例大学调查处理细则》{NUMBER}</dd>" in page
    assert f"《示例大学调查处理细则》{NUMBER}，第九条" in page and "单位规定第九条" in page
    counted = opened("officer", reverse("deadline", kwargs={"pk": limit(case).pk}))
    assert "单位规定第九条" in counted and TERM in counted
    assert "自决定受理之日起6个月内完成" not in counted


def test_a_case_without_rules_of_its_unit_names_none(world: w.World) -> None:
    case = w.accepted(world)
    page = opened("officer", case.get_absolute_url())
    assert "单位规定" not in page and NUMBER not in page


def test_the_next_step_on_a_complaint_names_the_units_words_for_its_clock(world: w.World) -> None:
    register(world, **numbers(("deadline.acceptance", 10)))
    complaint = w.registered(world)
    page = opened("officer", reverse("complaint", kwargs={"pk": complaint.pk}))
    assert page.index("第十二条") < page.index("单位规定第九条")


def test_more_experts_and_interviewers_are_asked_where_the_unit_asks_more(
    world: w.World,
) -> None:
    register(world, **numbers(("quorum.panel", 6), ("quorum.interview", 3)))
    case = w.investigating(world)
    actor = world["investigator"]
    experts = tuple(world[f"expert{n}"].user_id or 0 for n in range(1, 6))
    review = Step("academic", w.TODAY, "雷同1.2万字。", body="panel", people=experts)
    with w.refused("panel_too_small", "第九条"):
        record_step(actor=actor, case_id=case.pk, step=review)
    two = tuple(world[name].user_id or 0 for name in ("investigator", "investigator2"))
    talk = Step(
        "interview",
        w.TODAY,
        "问答。",
        people=two,
        interviewee="郑某",
        interviewers_signed=True,
        interviewee_signed=True,
    )
    with w.refused("interviewers_too_few", "第九条"):
        record_step(actor=actor, case_id=case.pk, step=talk)
    with w.refused("body_missing", "第九条"):
        record_step(actor=actor, case_id=case.pk, step=Step("academic", w.TODAY, "雷同。"))
    form = opened("investigator", reverse("case_record_step", kwargs={"pk": case.pk}))
    assert "谈话：3名以上调查人员；专家组评议：6名以上专家。" in form


def test_five_experts_and_two_interviewers_are_enough_without(world: w.World) -> None:
    case = w.inquired(world)
    form = opened("investigator", reverse("case_record_step", kwargs={"pk": case.pk}))
    assert "谈话：2名以上调查人员；专家组评议：5名以上专家。" in form


def test_a_longer_period_for_appeal_stands_in_the_decision_and_runs(world: w.World) -> None:
    register(world, **numbers(("deadline.appeal", 20)))
    decision = d.served(world, AFTER)
    remedy = Document.objects.get(kind="decision_letter").context["remedy"]
    assert remedy["period"] == "收到本处理决定书之日起20个工作日内"
    assert [(said["instrument"], said["text"]) for said in remedy["basis"]] == [(NUMBER, TERM)]
    clock = Deadline.objects.get(rule="appeal", subject_id=decision.pk)
    # 1 to 5 May are holidays, 9 May is worked in their place.
    assert clock.due == date(2026, 5, 28)
    assert clock.own_rules is not None


def test_the_letter_rests_on_what_the_unit_says_of_the_range_and_of_the_coupling(
    world: w.World,
) -> None:
    register(
        world,
        **numbers(
            ("tier.serious.term", {"over": 3, "to": 5}), ("register.forced_by", [2, 5, 7, 9, 10])
        ),
    )
    longer = MeasureFact(5, years=3, months=6)
    decision = d.drafted(
        world, replace(d.LAWFUL, measures=(MeasureFact(2), longer, MeasureFact(13)))
    )
    notice = advance_notice(decision_due(decision), w.TODAY)
    own = [said.text for said in notice.basis if said.instrument == NUMBER]
    assert own == [TERM, TERM]
    decision.measures.exclude(item=13).delete()
    notice = advance_notice(decision, w.TODAY)
    assert [said for said in notice.basis if said.instrument == NUMBER] == []


def decision_due(decision: Decision) -> Decision:
    decision.reply_due = w.TODAY
    return decision


def test_a_term_at_the_laws_lower_bound_is_too_short_for_the_unit(world: w.World) -> None:
    register(world, **numbers(("tier.serious.term", {"over": 3, "to": 5})))
    with w.refused("term_outside_tier", "第九条"):
        d.drafted(world)


def test_rules_bind_nobody_but_their_own_unit(world: w.World) -> None:
    register(world, **numbers(("deadline.re_review", 30), ("deadline.submit_to_national", 5)))
    case = w.accepted(world)
    assert own_rules(world.university, case, LATER) == case.own_rules
    assert own_rules(world.superior, case, LATER) is None
    superiors = register(
        world, world.superior, number="鲁教诚〔2026〕1号", **numbers(("deadline.re_review", 60))
    )
    assert own_rules(world.superior, case, LATER) == superiors
    frame = body_context(world.superior, case, LATER)
    assert frame.law(LATER)["deadline.re_review"].value == 60
    assert frame.law(LATER)["deadline.submit_to_national"].value == 10
    assert period("re_review", case.own_rules, LATER).value == 30
    assert period("re_review", None, LATER).value == 90


def test_a_reason_that_rests_on_the_units_words_opens_them(world: w.World) -> None:
    register(world)
    cited = account(limit(w.accepted(world))).citation
    assert citation_of(Basis(NUMBER, 9, TERM)) == cited


def test_whoever_works_in_the_unit_reads_its_rules_and_nobody_else_does(world: w.World) -> None:
    assert "本单位规定" not in opened("officer", reverse("law"))
    register(world, until="2026-12-31")
    page = opened("officer", reverse("law"))
    assert f"《示例大学调查处理细则》{NUMBER}，2026年3月1日起施行，有效期至2026年12月31日" in page
    assert f"<dt>第九条</dt><dd>调查处理{TERM}。</dd>" in page
    assert NUMBER not in opened("officer2", reverse("law"))
