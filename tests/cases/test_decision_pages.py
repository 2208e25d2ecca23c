"""The pages from the finding to the end, used as a person uses them: forms, refusals, the way."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from cases.models import Case, Decision, DecisionState, Document, Respondent
from tests.cases import decided as d
from tests.cases import world as w

pytestmark = pytest.mark.django_db

AFTER = date(2026, 4, 28)
UNLAWFUL = {
    "severity": "minor",
    "measure": ["2", "5"],
    "years_5": "5",
    "facts": "申报书抄袭他人已立项项目。",
    "basis": "属于第二条第一项。",
    "on": w.TODAY.isoformat(),
}


@pytest.fixture
def world() -> w.World:
    return w.build()


def browser(name: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=name))
    return client


def sanctions_url(respondent: Respondent) -> str:
    return reverse("decision_draft", kwargs={"pk": respondent.case_id, "respondent": respondent.pk})


def url(name: str, decision: Decision) -> str:
    ids = {"pk": decision.respondent.case_id, "decision": decision.pk}
    return reverse(name, kwargs=ids)


def finding_sent() -> dict[str, object]:
    return {
        "outcome": "misconduct",
        "facts": d.FOUND.facts,
        "evidence": d.FOUND.evidence,
        "conduct": ["1"],
        "standard": d.FOUND.standard,
        "severity": "serious",
        "reasons": d.FOUND.reasons,
        "on": w.TODAY.isoformat(),
        **{f"factor_{item}": said for item, said in d.FACTORS.items()},
    }


def test_the_finding_form_asks_each_factor_and_keeps_what_was_typed(world: w.World) -> None:
    with w.on(w.TODAY):
        respondent = d.only(w.reported(world))
        address = reverse(
            "respondent_find", kwargs={"pk": respondent.case_id, "respondent": respondent.pk}
        )
        office = browser("officer")
        assert office.get(address).status_code == 200
        refused = office.post(address, {**finding_sent(), "factor_5": ""})
        assert refused.status_code == 422
        page = refused.content.decode()
        assert "第三十条第五项还没有回答" in page
        assert d.FACTORS[1] in page
        assert office.post(address, finding_sent()).status_code == 302
    assert Case.objects.get().state == "determined"


def test_the_unlawful_proposal_is_refused_mended_and_kept(world: w.World) -> None:
    with w.on(w.TODAY):
        respondent = d.determined(world)
        address, office = sanctions_url(respondent), browser("officer")
        refused = office.post(address, UNLAWFUL)
        page = refused.content.decode()
        assert refused.status_code == 422
        assert "第二十九条" in page and "第三十二条" in page
        assert "申报书抄袭他人已立项项目。" in page
        way = "增加第十三项措施；认定的情节由较轻改为严重。"
        assert "怎样才合法" in page and way in page
        assert not Decision.objects.exists()
        mended = office.post(address, {**UNLAWFUL, "way": way}).context["form"].initial
        assert (mended["severity"], mended["measure"]) == ("serious", [2, 5, 13])
        assert (mended["years_5"], mended["basis"]) == ("5", UNLAWFUL["basis"])
        sent = {**UNLAWFUL, "severity": "serious", "measure": ["2", "5", "13"]}
        assert office.post(address, sent).status_code == 302
    decision = Decision.objects.get()
    assert [m.item for m in decision.measures.all()] == [2, 5, 13]


def test_the_live_check_answers_without_saving(world: w.World) -> None:
    with w.on(w.TODAY):
        respondent = d.determined(world)
        address = reverse(
            "sanctions_check",
            kwargs={"pk": respondent.case_id, "respondent": respondent.pk},
        )
        answer = browser("officer").post(address, UNLAWFUL).content.decode()
    assert "不能提交" in answer and "照此修改" in answer
    assert 'id="range"' in answer and "（五）5年" in answer
    assert not Decision.objects.exists()


def test_an_exemption_is_judged_as_one(world: w.World) -> None:
    with w.on(w.TODAY):
        respondent = d.determined(world, d.EXEMPT)
        address, office = sanctions_url(respondent), browser("officer")
        page = office.get(address).content.decode()
        assert "免予处理的理由" in page and "第三十二条" in page
        sent = {"facts": "事实", "basis": "理由", "on": w.TODAY.isoformat()}
        assert office.post(address, sent).status_code == 422
        sent["reason_exemption_needs_reason"] = "撤稿在举报之前，没有读者受误导。"
        assert office.post(address, sent).status_code == 302
    assert Decision.objects.get().severity_label == "免予处理"


def test_an_answer_says_whether_the_point_is_accepted(world: w.World) -> None:
    with w.on(w.TODAY):
        decision, office = d.noticed(world), browser("officer")
        statement = {"received_on": w.TODAY.isoformat(), "content": "从轻", "points": "认错"}
        office.post(url("decision_statement", decision), statement)
        form = office.get(url("decision_answer", decision)).context["form"]
        answers = {n: "已考虑" for n in form.fields if n.startswith("answer_")}
        page = office.post(url("decision_answer", decision), answers).content.decode()
    assert "请选择是否采纳这条意见。" in page


def test_a_half_year_is_typed_as_a_fraction(world: w.World) -> None:
    with w.on(w.TODAY):
        respondent = d.determined(world)
        sent = {**UNLAWFUL, "severity": "major", "measure": ["5", "13"], "years_5": "2.5"}
        sent["reason_severity_differs"] = "结合认错态度，按较重处理。"
        browser("officer").post(sanctions_url(respondent), sent)
    measure = Decision.objects.get().measures.get(item=5)
    assert (measure.years, measure.months) == (2, 6)


def test_a_term_without_its_measure_stands_beside_its_field(world: w.World) -> None:
    with w.on(w.TODAY):
        respondent = d.determined(world)
        sent = {**UNLAWFUL, "measure": ["2"], "years_5": "3"}
        page = browser("officer").post(sanctions_url(respondent), sent).content.decode()
    assert "没有勾选这一项" in page


def test_every_page_of_a_decision_opens_for_whom_it_is(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.served(world, AFTER)
    with w.on(AFTER):
        office, head = browser("officer"), browser("head")
        names = [
            "decision",
            "decision_redraft",
            "decision_mitigate",
            "decision_notice",
            "decision_served_notice",
            "decision_statement",
            "decision_answer",
            "decision_heard",
            "decision_issue",
            "decision_serve",
            "decision_tell",
            "decision_effect",
            "decision_abandon",
        ]
        assert {n: office.get(url(n, decision)).status_code for n in names} == dict.fromkeys(
            names, 200
        )
        for name in ("decision_approve", "decision_correct"):
            assert head.get(url(name, decision)).status_code == 200
            assert office.get(url(name, decision)).status_code == 403
        close = reverse("case_close", kwargs={"pk": decision.respondent.case_id})
        assert office.get(close).status_code == 200
        assert office.post(close, {"on": AFTER.isoformat()}).status_code == 302


def test_outsiders_and_the_auditor_see_no_decision(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.drafted(world)
        for name in ("officer2", "auditor", "sysadmin"):
            assert browser(name).get(url("decision", decision)).status_code == 404


def test_the_way_through_the_pages(world: w.World) -> None:
    with w.on(w.TODAY):
        respondent = d.determined(world)
        office, day = browser("officer"), w.TODAY.isoformat()
        sent = {**UNLAWFUL, "severity": "serious", "measure": ["2", "5", "13"], "years_5": "3"}
        office.post(sanctions_url(respondent), sent)
        decision = Decision.objects.get()
        office.post(url("decision_notice", decision), {"on": day, "serve_by": day})
        served = {"on": day, "evidence": "送达回证"}
        office.post(url("decision_served_notice", decision), served)
        points = "项目尚未获得资助。\n愿意撤回申请。"
        statement = {"received_on": day, "content": "请求从轻。", "points": points}
        office.post(url("decision_statement", decision), statement)
        early = office.post(url("decision_heard", decision), {"on": day})
        assert "还有2条意见没有答复" in early.content.decode()
        form = office.get(url("decision_answer", decision)).context["form"]
        answers = {n: "已在确定期限时考虑" for n in form.fields if n.startswith("answer_")}
        answers |= {n: "no" for n in form.fields if n.startswith("accepted_")}
        office.post(url("decision_answer", decision), answers)
        office.post(url("decision_heard", decision), {"on": day})
        browser("head").post(url("decision_approve", decision), {"on": day})
        office.post(url("decision_issue", decision), {"on": day})
        letter = Document.objects.get(kind="decision_letter")
        preview = office.get(reverse("document", kwargs={"pk": letter.pk})).content.decode()
        assert "370***********0017" in preview and d.ID_NUMBER not in preview
        assert "不予采纳" in preview
        service = {"on": day, "method": "direct", "evidence": "送达回证2号"}
        office.post(url("decision_serve", decision), service)
        office.post(url("decision_tell", decision), {"on": day})
    decision.refresh_from_db()
    assert decision.state == DecisionState.EFFECTIVE
    assert decision.complainant_told_on == w.TODAY
