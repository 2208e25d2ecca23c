"""How widely the innocent are cleared, and what complainants are told: each answer followed."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.audit.verify import breaches
from cases.models import Decision, Notification, Respondent
from cases.services.closing import clear_respondent
from cases.services.serving import tell_complainant
from tests.cases import decided as d
from tests.cases import world as w
from tests.cases.test_unit_rules import opened

AFTER = date(2026, 4, 28)
WIDER = {"wider": True}
REASON = "不实反映已见诸网络，仅在学院内说明不足以消除影响。"
MAIN = "比对报告显示申报书与已立项项目整段相同。"


# clearing_scope


def cleared(world: w.World, respondent: Respondent, **more: object) -> Notification:
    return clear_respondent(
        actor=world["officer"],
        respondent_id=respondent.pk,
        on=w.TODAY,
        form="书面说明",
        scope="全校教师",
        evidence="说明函签收单",
        **more,  # type: ignore[arg-type]
    )


def form_of(respondent: Respondent) -> str:
    ids = {"pk": respondent.case_id, "respondent": respondent.pk}
    return opened("officer", reverse("respondent_clear", kwargs=ids))


def test_a_clearing_no_wider_than_the_rumour_needs_nothing_more(world: w.World) -> None:
    assert cleared(world, d.determined(world, d.CLEARED)).remark == ""


def test_a_wider_one_needs_a_reason(world: w.World) -> None:
    respondent = d.determined(world, d.CLEARED)
    form = form_of(respondent)
    assert "超过的理由" in form and "本人同意超过的范围" not in form
    with w.refused("clearing_too_wide", "第四十六条"):
        cleared(world, respondent, **WIDER, consented=True)
    assert cleared(world, respondent, **WIDER, reason=REASON).remark.endswith(f"范围：{REASON}")
    page = reverse("case_notifications", kwargs={"pk": respondent.case_id})
    assert REASON in opened("officer", page)
    assert list(breaches()) == []


def test_or_the_consent_of_the_person(world: w.World) -> None:
    w.choose(world, clearing_scope="by_consent")
    respondent = d.determined(world, d.CLEARED)
    form = form_of(respondent)
    assert "本人同意超过的范围" in form and "超过的理由" not in form
    with w.refused("clearing_without_consent", "第四十六条"):
        cleared(world, respondent, **WIDER, reason=REASON)
    assert cleared(world, respondent, **WIDER, consented=True).remark.endswith("范围：本人同意")


# complainant_access


def told(world: w.World, decision: Decision, reasons: str = "") -> Decision:
    with w.on(AFTER):
        return tell_complainant(
            actor=world["officer"], decision_id=decision.pk, on=AFTER, reasons=reasons
        )


def form_to_tell(decision: Decision) -> str:
    ids = {"pk": decision.respondent.case_id, "decision": decision.pk}
    with w.on(AFTER):
        return opened("officer", reverse("decision_tell", kwargs=ids))


def test_complainants_are_told_the_result_alone(world: w.World) -> None:
    decision = d.served(world, AFTER)
    form = form_to_tell(decision)
    assert "只告知结果。" in form and "告知的主要理由" not in form
    with w.refused("only_result_told", "第二十八条"):
        told(world, decision, MAIN)
    assert told(world, decision).told_reasons == ""


def test_or_the_main_reasons_as_well(world: w.World) -> None:
    w.choose(world, complainant_access="result_and_reasons")
    decision = d.served(world, AFTER)
    form = form_to_tell(decision)
    assert "告知的主要理由" in form and "只告知结果。" not in form
    assert told(world, decision, MAIN).told_reasons == MAIN
    ids = {"pk": decision.respondent.case_id, "decision": decision.pk}
    with w.on(AFTER):
        assert MAIN in opened("officer", reverse("decision", kwargs=ids))


@pytest.mark.parametrize("named", [d.ID_NUMBER, w.COMPLAINANT, "1 3 8 0 0 0 0 0 0 0 0"])
def test_but_nothing_personal_of_anybody(world: w.World, named: str) -> None:
    w.choose(world, complainant_access="result_and_reasons")
    decision = d.served(world, AFTER)
    with w.refused("others_disclosed", "第四十六条"):
        told(world, decision, f"{MAIN}（{named}）")


def test_the_reasons_may_stay_unsaid(world: w.World) -> None:
    w.choose(world, complainant_access="result_and_reasons")
    assert told(world, d.served(world, AFTER)).told_reasons == ""
