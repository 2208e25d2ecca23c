"""Filing: the package, the two who release it, the end of a record (Art 36; 84号 20, 21)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rules.context import Context, default_context
from rules.law import N221, S84, cite
from rules.outcome import Finding, Outcome, error
from rules.procedure.table import blank, eased, raised

RECORD_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "name": "姓名或名称",
        "identifier": "身份证件号码或社会信用代码",
        "unit": "所在单位",
        "conduct": "科研失信行为",
        "measures": "处理措施",
        "decision_number": "处理决定书文号",
        "deciding_unit": "处理决定作出单位",
        "effective_on": "生效日期",
    }
)
# The field a reading adds: when the record falls out by itself.
TERM_FIELD = ("term_ends_on", "期限届满的日期（没有期限的写无）")
REMOVALS = ("revoked", "void", "expired", "varied")

_PACKAGE = cite(N221, 36, "将处理决定书和调查报告报送上级主管部门和所在地省级科技行政部门")
_COMPLETE = cite(S84, 20, "对要素不齐全的，应当及时告知并要求补正")


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """What would be sent; ``record`` holds the fields of ``RECORD_FIELDS``, None where no data
    record goes with this hop."""

    decision_letter: bool
    investigation_report: bool
    decision_effective: bool
    record: Mapping[str, str] | None = None


NO_LETTER = error(
    "package_without_letter",
    "汇交材料缺处理决定书；请附上送达的决定书。",
    _PACKAGE,
)
NO_REPORT = error(
    "package_without_report",
    "汇交材料缺调查报告；请附上全体调查人员签字的报告。",
    _PACKAGE,
)
NOT_EFFECTIVE = error(
    "decision_not_effective",
    "处理决定还没有生效；生效后才开始10个工作日。",
    cite(N221, 36, "处理决定作出单位应在决定生效后10个工作日内"),
)


def check_package(facts: PackageFacts, context: Context | None = None) -> Outcome:
    """Whether a package is complete (Art 36; 84号 20); the fields of the record are a reading."""
    record, frame = facts.record, context or default_context()
    readings = () if record is None else ("record_elements",)
    return Outcome.of(
        (
            *raised(
                (not facts.decision_letter, NO_LETTER),
                (not facts.investigation_report, NO_REPORT),
                (not facts.decision_effective, NOT_EFFECTIVE),
            ),
            *(() if record is None else _incomplete(record, frame)),
        ),
        readings,
    )


def record_fields(context: Context) -> Mapping[str, str]:
    """The fields a data record has here, in order, with their Chinese names (84号 20)."""
    if context.reading("record_elements") == "letter":
        return RECORD_FIELDS
    return MappingProxyType({**RECORD_FIELDS, TERM_FIELD[0]: TERM_FIELD[1]})


def _incomplete(record: Mapping[str, str], frame: Context) -> tuple[Finding, ...]:
    return tuple(
        error(
            f"record_{key}_missing",
            f"数据信息缺{label}；补齐后才能上传。",
            _COMPLETE,
            "record_elements",
        )
        for key, label in record_fields(frame).items()
        if blank(record.get(key))
    )


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """The two people of a hop, by number; ``preparer`` None: nobody confirmed the package."""

    preparer: int | None
    releaser: int


UNPREPARED = error(
    "not_prepared",
    "材料还没有人确认备齐；备齐后由另一人放行。",
    None,
    "two_persons",
)
SAME_PERSON = error(
    "same_person",
    "备齐和放行不能是同一人；请由另一人放行。",
    None,
    "two_persons",
)


ONE_PERSON = eased(SAME_PERSON, "备齐和放行是同一人；条文没有要求两人，请说明理由。")


def check_release(facts: ReleaseFacts, context: Context | None = None) -> Outcome:
    """Whether this person may release the hop: two people, a reading of ours and not the law."""
    alone = (context or default_context()).reading("two_persons") == "with_reason"
    return Outcome.of(
        raised(
            (facts.preparer is None, UNPREPARED),
            (facts.preparer == facts.releaser, ONE_PERSON if alone else SAME_PERSON),
        ),
        ("two_persons",),
    )


@dataclass(frozen=True, slots=True)
class CorrectionFacts:
    """A correction request: the elements named as missing."""

    missing: str


NOTHING_NAMED = error(
    "correction_without_elements",
    "没有写明缺哪些要素；写明后才能要求补正。",
    _COMPLETE,
)


def check_correction(facts: CorrectionFacts) -> Outcome:
    """Whether a package may be returned for correction (84号 20)."""
    return Outcome.of(raised((blank(facts.missing), NOTHING_NAMED)))


@dataclass(frozen=True, slots=True)
class RemovalFacts:
    """A record about to be removed; ``ground`` one of ``REMOVALS``, or anything else.

    ``ends_on``: the last day of the longest term, None where the decision has none or a permanent
    one; ``stated_end``: the last day the decision gives for the record itself; ``applied`` and
    ``documents``: the application and its papers; ``through_department``: a department made it.
    """

    ground: str
    on: date
    applied: bool = False
    documents: bool = False
    ends_on: date | None = None
    stated_end: date | None = None
    through_department: bool = False


_APPLY = cite(
    S84,
    21,
    "由作出处理决定的部门按照程序及时向省科技厅提交相关资料，申请移出国家科研诚信管理信息系统",
)
_EXPIRY = cite(S84, 21, "处理决定期限届满的，自动移出国家科研诚信管理信息系统")

NO_GROUND = error(
    "removal_without_ground",
    "移出只因处理决定被撤销、宣告无效，或期限届满；请选择其一。",
    cite(S84, 21, "科研失信行为数据所依据的处理决定被撤销或者宣告无效的"),
)
RESUBMIT = error(
    "resubmit_instead",
    "处理决定变更的不移出，按原程序重新汇交；请办理重新汇交。",
    cite(S84, 21, "处理决定依规变更的，按原程序重新汇交"),
)
NOT_APPLIED = error(
    "removal_not_applied_for",
    "作出处理决定的单位还没有申请移出；撤销或宣告无效的须由其申请。",
    _APPLY,
)
NO_DOCUMENTS = error(
    "removal_without_documents",
    "移出申请没有附相关资料；请附撤销或宣告无效的文书。",
    _APPLY,
)
NOT_BY_DEPARTMENT = error(
    "removal_not_by_department",
    "移出由主管部门申请；请报上级主管部门转报。",
    _APPLY,
    "C18",
)
NO_TERM = error(
    "removal_without_term",
    "处理决定没有期限，或是永久的，没有届满之日；不自动移出，由人判断。",
    _EXPIRY,
    "term_of_13",
)
TERM_RUNS = error(
    "term_not_over",
    "处理决定的期限还没有届满；届满后自动移出。",
    _EXPIRY,
    "term_of_13",
)


def check_removal(facts: RemovalFacts, context: Context | None = None) -> Outcome:
    """Whether a record may be removed (84号 21): on application, or when the term is over.

    The last day of the term still belongs to it.  Who applies, and which end counts, are readings.
    """
    read = (context or default_context()).reading
    by_application, expired = facts.ground in {"revoked", "void"}, facts.ground == "expired"
    ends = facts.ends_on if read("term_of_13") == "longest" else facts.stated_end
    department = read("C18") == "any_deciding_body" or facts.through_department
    return Outcome.of(
        raised(
            (facts.ground not in REMOVALS, NO_GROUND),
            (facts.ground == "varied", RESUBMIT),
            (by_application and not facts.applied, NOT_APPLIED),
            (by_application and not facts.documents, NO_DOCUMENTS),
            (by_application and not department, NOT_BY_DEPARTMENT),
            (expired and ends is None, NO_TERM),
            (expired and ends is not None and facts.on <= ends, TERM_RUNS),
        ),
        ("C18",) if by_application else ("term_of_13",) if expired else (),
    )
