"""What the advance notice and the decision letter of a decision say, built from its rows."""

from datetime import date

from accounts.models import Organisation
from accounts.sealing import open_sealed
from cases.documents.contexts import Contact, Quotation
from cases.documents.facts import measure_line, quote
from cases.documents.kinds.advance import AdvanceNotice
from cases.documents.kinds.decision import DecisionLetter, Identity, Remedy
from cases.documents.kinds.measures import ConductLine, MeasureLine, Weighing
from cases.facts import case_context, case_law, own_rules, own_words, period
from cases.models import (
    Case,
    Decision,
    DecisionMeasure,
    Finding,
    Notification,
    PartyKind,
    Respondent,
)
from cases.services.dates import written
from rules.codes import AGGRAVATED, ANNEX_84, CONDUCT, LENIENT, SEVERITIES, Severity
from rules.instruments import Provisions
from rules.law import N221, S84, cite
from rules.outcome import Citation

TIER_ITEM = {severity: item for item, severity in enumerate(Severity, 1)}
COUPLED = frozenset({5, 7, 9, 10})
REGISTER = 13
HEARING = cite(
    N221,
    27,
    "处理决定作出前，应书面告知被调查人拟作出处理决定的事实、依据，"
    "并告知其依法享有陈述与申辩的权利。",
)
WAIVER = cite(N221, 27, "被调查人逾期没有进行陈述或申辩的，视为放弃权利。")
EFFECT_WORDS = {
    "service": "本处理决定自送达之日起生效。",
    "appeal_lapsed": "本处理决定自申诉期限届满之日的次日起生效。",
}


def advance_notice(decision: Decision, on: date) -> AdvanceNotice:
    """The 事先告知书. ``reply_due`` of the decision is set. It never carries the complaint."""
    respondent, finding = decision.respondent, decision.finding
    assert decision.reply_due is not None
    return AdvanceNotice(
        organisation=decision.organisation.name,
        addressee=respondent.name,
        dated=on,
        contact=contact(decision.organisation),
        case_number=respondent.case.number,
        to_organisation=respondent.kind == PartyKind.ORGANISATION,
        facts=_paragraphs(decision.facts),
        evidence=_evidence(finding),
        conduct=_conduct(finding),
        weighing=_weighing(decision, finding),
        measures=_measures(decision),
        exemption=_exemption(decision),
        basis=_basis(decision, finding),
        hearing=quote(HEARING),
        waiver=quote(WAIVER),
        reply_by=decision.reply_due,
    )


def decision_letter(decision: Decision, on: date) -> DecisionLetter:
    """The 处理决定书 with the five contents of Art 28; the letter engine refuses gaps."""
    respondent, finding = decision.respondent, decision.finding
    return DecisionLetter(
        organisation=decision.organisation.name,
        addressee=respondent.name,
        dated=on,
        contact=contact(decision.organisation),
        case_number=respondent.case.number,
        identity=_identity(respondent),
        procedure=_procedure(respondent.case),
        facts=_paragraphs(decision.facts),
        evidence=_evidence(finding),
        hearing=_hearing(decision),
        conduct=_conduct(finding),
        weighing=_weighing(decision, finding),
        measures=_measures(decision),
        exemption=_exemption(decision),
        basis=_basis(decision, finding),
        remedy=_remedy(decision, on),
        others=_others(decision),
        copies=_copies(decision),
    )


def contact(organisation: Organisation) -> Contact:
    """Where the recipient can answer."""
    return Contact(
        office=organisation.office,
        telephone=organisation.telephone,
        address=organisation.address,
    )


def sealed_identities(case: Case) -> list[str]:
    """What a letter to the respondent must not contain (Art 46): the complainants, opened only to
    be compared, shown to nobody.
    """
    sealed = [
        value
        for complaint in case.complaints.all()
        for value in (complaint.complainant_name, complaint.complainant_contact)
        if value
    ]
    return [open_sealed(value) for value in sealed]


def _identity(respondent: Respondent) -> Identity:
    person = respondent.kind == PartyKind.PERSON
    number = open_sealed(respondent.id_number) if person else respondent.credit_code
    return Identity(
        kind="person" if person else "organisation",
        name=respondent.name,
        number=number,
        number_label="身份证件号码" if person else "统一社会信用代码",
        unit=respondent.unit_name if person else "",
        position=respondent.position if person else "",
    )


def _procedure(case: Case) -> tuple[str, ...]:
    report = case.reports.filter(superseded=False, formed_on__isnull=False).last()
    formed = f"，调查报告于{written(report.formed_on)}形成" if report and report.formed_on else ""
    return (f"本单位于{written(case.accepted_on)}决定受理，依照规定进行了调查{formed}。",)


def _hearing(decision: Decision) -> tuple[str, ...]:
    if decision.noticed_on is None:
        return ()
    told = (
        f"本单位于{written(decision.noticed_on)}向被处理人送达事先告知书，告知了拟作出处理决定的"
        "事实、依据和依法享有的陈述与申辩的权利。"
    )
    statements = list(decision.statements.order_by("received_on"))
    if not statements:
        due = written(decision.reply_due) if decision.reply_due else ""
        return (told, f"至{due}，被处理人没有进行陈述或者申辩，视为放弃权利。")
    said = [
        f"被处理人于{written(s.received_on)}提出陈述、申辩，本单位逐条听取。" for s in statements
    ]
    for statement in statements:
        for point in statement.points.all():
            end = "予以采纳" if point.accepted else "不予采纳"
            said.append(f"关于「{_unstopped(point.point)}」：{_unstopped(point.answer)}，{end}。")
    return (told, *said)


def _conduct(finding: Finding) -> tuple[ConductLine, ...]:
    found = [CONDUCT[item].citation for item in finding.conduct]
    found += [ANNEX_84[group, item].citation for group, item in finding.annex]
    return tuple(ConductLine(quotation=quote(citation)) for citation in found)


def _weighing(decision: Decision, finding: Finding) -> Weighing:
    if not decision.severity:
        return Weighing()
    circumstances = [AGGRAVATED[a].citation for a in AGGRAVATED if a in finding.aggravated]
    circumstances += [LENIENT[a].citation for a in LENIENT if a in finding.lenient]
    return Weighing(
        severity=SEVERITIES[Severity(decision.severity)],
        reasons=_paragraphs(finding.reasons),
        factors=tuple(quote(citation) for citation in circumstances),
    )


def _measures(decision: Decision) -> tuple[MeasureLine, ...]:
    return tuple(
        measure_line(
            m.item,
            years=m.years,
            months=m.months,
            permanent=m.permanent,
            text=_until(decision) if m.item == REGISTER else m.detail,
        )
        for m in decision.measures.all()
    )


def _until(decision: Decision) -> str:
    until = decision.register_until
    return f"届满日期为{written(until)}" if until else ""


def _exemption(decision: Decision) -> tuple[str, ...]:
    return () if decision.severity else _paragraphs(decision.basis)


def _basis(decision: Decision, finding: Finding) -> tuple[Quotation, ...]:
    """The words a decision rests on: its tier, the coupling, leniency or gravity, mitigation."""
    items = {m.item for m in decision.measures.all()}
    found: list[Citation] = []
    if decision.severity:
        found.append(cite(N221, 32, item=TIER_ITEM[Severity(decision.severity)]))
    if items & COUPLED:
        words = "给予前款第五、七、九、十项处理的，应同时给予前款第十三项处理"
        found.append(cite(N221, 29, words))
    if decision.severity and finding.aggravated:
        found.append(cite(N221, 35, "有下列情形之一的，应从重处理"))
    if decision.severity and finding.lenient:
        found.append(cite(N221, 34, "有下列情形之一的，可从轻处理"))
    if not decision.severity:
        found.append(LENIENT[list(LENIENT)[-1]].citation)
    if decision.mitigated:
        found.append(cite(N221, 40, "作出处理决定的单位可根据被处理人申请对其减轻处理"))
    return tuple(quote(citation) for citation in (*found, *_own_basis(decision)))


def _own_basis(decision: Decision) -> list[Citation]:
    """What the unit's own rules say of the range of the terms and of the measures that couple."""
    case = decision.respondent.case
    if case.own_rules is None or not decision.severity:
        return []
    law, measures = case_law(case), list(decision.measures.all())
    used = [law["register.forced_by"]] if _forced(law, measures) else []
    if decision.severity != Severity.MINOR and any(m.years or m.months for m in measures):
        used.append(law[f"tier.{decision.severity}.term"])
    return [p.citation for p in used if p.citation.instrument == case.own_rules.number]


def _forced(law: Provisions, measures: list[DecisionMeasure]) -> bool:
    return any(m.item in law["register.forced_by"].value for m in measures)


def _remedy(decision: Decision, on: date) -> Remedy:
    own = own_rules(decision.organisation, decision.respondent.case, on)
    words = own_words("appeal", own, on)
    return Remedy(
        body=decision.organisation.name,
        period=f"收到本处理决定书之日起{period('appeal', own, on).value}个工作日内",
        basis=tuple(map(quote, [words] if words else _appeal(decision))),
    )


def _appeal(decision: Decision) -> list[Citation]:
    appeal = "举报人或被处理人对处理决定不服的，可在收到处理决定书之日起15个工作日内"
    sources = [cite(N221, 41, appeal)]
    if S84 in decision.respondent.case.instruments:
        sources.append(cite(S84, 18, appeal))
    return sources


def _others(decision: Decision) -> tuple[str, ...]:
    respondent = decision.respondent
    reading = case_context(respondent.case).reading("G2")
    said = [EFFECT_WORDS[reading]]
    if any(m.years or m.months for m in decision.measures.all()):
        begins = decision.starts_on
        since = f"自{written(begins)}起计算" if begins else "自本处理决定生效之日起计算"
        said.append(f"处理措施的期限{since}。")
    if respondent.pending_applications and decision.severity not in ("", Severity.MINOR):
        said.append("被处理人正在申报或者被推荐的事项，终止其申报资格或者被推荐资格。")
    if any(m.item == REGISTER for m in decision.measures.all()):
        said.append("本处理决定生效后，按规定报送上级主管部门和省级科技行政部门。")
    return (*said, *_paragraphs(decision.other))


def _copies(decision: Decision) -> tuple[str, ...]:
    rows = Notification.objects.filter(
        case_id=decision.respondent.case_id, kind__in=("transferring_body", "manager", "lead_unit")
    )
    return tuple(dict.fromkeys(row.to for row in rows.select_related("organisation")))


def _evidence(finding: Finding) -> tuple[str, ...]:
    return _paragraphs(finding.evidence)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _unstopped(text: str) -> str:
    return text.strip().rstrip("。；")
