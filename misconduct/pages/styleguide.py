"""The style page: every part once, with invented content, for those who build pages and for axe."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cases.deadlines.wording import ClockSentence, not_begun, sentence, waiting
from misconduct.pages import parts
from misconduct.pages.facts import (
    N221,
    Citation,
    Finding,
    Level,
    Outcome,
    cite,
)
from misconduct.pages.sample_form import SampleForm

TODAY = date(2026, 10, 8)
START = date(2026, 9, 18)
HOLIDAYS = {date(2026, 9, 25): "中秋节", **{date(2026, 10, d): "国庆节" for d in range(1, 8)}}
MAKE_UP = {date(2026, 9, 20), date(2026, 10, 10)}


class Day(NamedTuple):
    """A counted or uncounted day."""

    date: date
    counted: bool
    why: str


@login_not_required
def styleguide(request: HttpRequest) -> HttpResponse:
    """The page; POST refuses, so that errors can be seen."""
    form = SampleForm(request.POST) if request.method == "POST" else SampleForm()
    if form.is_bound and form.is_valid():
        form.add_refusal(_outcome(), {"term_outside_tier": "years"})
    context: dict[str, Any] = {
        "form": form,
        "counts": _counts(),
        "tasks": [_task(clock) for clock in _clocks()],
        "stages": _stages(),
        "step": _step(),
        "cannot": [parts.Cannot.of("签发处理决定书", _outcome())],
        "entries": _entries(),
        "people": _people(),
        "dues": _dues(),
        "verdict": _verdict(),
        "lawful": parts.Verdict(Outcome.of([])),
        "measures": _measures(),
        "citation": _article(27, "应书面告知被调查人拟作出处理决定的事实、依据"),
        "page": Paginator(range(480), 20).get_page(request.GET.get("page", 7)),
        "start": START,
        "today": TODAY,
        "days": _days(),
    }
    return render(request, "styleguide.html", context)


styleguide.policy = "public"  # type: ignore[attr-defined]


def _article(number: int, words: str, item: int | None = None) -> Citation:
    return cite(N221, number, words, item=item)


def _say(due: date | None, left: int | None, **changes: Any) -> ClockSentence:
    given: dict[str, Any] = {
        "unit": "working",
        "due": due,
        "earliest": due,
        "latest": due,
        "provisional": False,
        "done_on": None,
        "suspended": False,
        "today": TODAY,
        "remaining_working_days": left,
    }
    return sentence(**(given | changes))


def _clocks() -> list[ClockSentence]:
    between = {"earliest": date(2027, 1, 15), "latest": date(2027, 1, 22), "provisional": True}
    return [
        _say(date(2026, 9, 29), -3),
        _say(date(2026, 10, 8), 0),
        _say(date(2026, 10, 12), 3),
        _say(date(2026, 10, 15), 6, soft="一般期限"),
        _say(date(2026, 10, 28), 14, unit="calendar"),
        _say(None, None, soft="原则上", **between),
        _say(date(2026, 10, 15), 6, target=True),
        _say(date(2026, 10, 14), 5, someone_else=True),
        waiting(2, date(2026, 9, 29), "送批"),
        _say(None, None, suspended=True),
        not_begun("生效", "10个工作日"),
        _say(date(2026, 10, 8), 2, done_on=date(2026, 9, 29)),
    ]


def _task(clock: ClockSentence) -> parts.Task:
    return parts.Task(
        clock=clock,
        title="提出是否受理的意见，通知实名举报人",
        url="#main",
        stage="受理",
        case_number="示大科诚〔2026〕14号",
        case_url="#main",
        case_title="某论文实验数据与图像不一致",
        citation=_article(14, "应在15个工作日内提出是否受理的意见并通知实名举报人"),
        days_url="#days",
    )


def _counts() -> list[parts.Count]:
    return [
        parts.Count(1, "已逾期", "#main", "late"),
        parts.Count(1, "今天到期", "#main", "late"),
        parts.Count(2, "3个工作日内", "#main", "soon"),
        parts.Count(4, "以后", "#main"),
        parts.Count("99.0", "按期提出受理意见", unit="%"),
    ]


def _stages() -> list[parts.Stage]:
    done = [("受理", "6月10日"), ("调查", "11月20日"), ("报告", "11月27日"), ("认定", "12月4日")]
    return [
        *(parts.Stage(label, "done", f"{day}完成") for label, day in done),
        parts.Stage("处理", "now", "正在进行"),
        *(parts.Stage(label) for label in ("送达", "生效", "汇交")),
    ]


def _step() -> parts.NextStep:
    return parts.NextStep(
        title="拟定对张某某的处理措施，书面告知他本人",
        who="陈某某（您）拟定，单位负责人吴某某批准",
        url="#sanctions",
        button="拟定处理措施",
        clock=_say(date(2026, 10, 28), 14, unit="calendar"),
        clock_for="作出处理决定",
        plan="告知书最迟10月15日送达，才够留出5个工作日陈述申辩、3个工作日审批。",
        citations=[_article(27, "应书面告知被调查人拟作出处理决定的事实、依据")],
        checks=[
            parts.Check("调查报告，全体签字", done=True),
            parts.Check("认定结论", done=True),
            parts.Check("处理措施"),
            parts.Check("吴某某的回避声明", url="#people", url_label="见人员"),
        ],
        remark="草稿9月29日保存，可接着写",
        law_open=True,
    )


def _outcome() -> Outcome:
    return Outcome.of(
        [
            Finding(
                Level.ERROR,
                "register_missing",
                "选了（五）（七），没有选（十三）",
                _article(29, "给予前款第五、七、九、十项处理的，应同时给予前款第十三项处理"),
            ),
            Finding(
                Level.ERROR,
                "term_outside_tier",
                "（五）的3年不在「3年以内」之内：以内不包括本数",
                _article(32, "期限为3年以内", item=2),
            ),
            Finding(
                Level.WARNING,
                "aggravation_not_reflected",
                "有从重情形，（七）的1年偏轻",
                _article(35, "应从重处理"),
            ),
            Finding(Level.INFO, "effect", "期限从决定生效之日起算", None, "G7"),
        ]
    )


def _entries() -> list[parts.Entry]:
    return [
        parts.Entry(date(2026, 12, 4), "认定张某某有科研失信行为", "学术委员会评议后", True),
        parts.Entry(date(2026, 8, 5), "中止调查：等待外单位提供原始数据"),
        parts.Entry(date(2026, 6, 10), "决定受理，通知实名举报人", mark=True),
    ]


def _people() -> list[parts.Person]:
    signed = date(2026, 6, 10)
    return [
        parts.Person("陈某某", "主办", signed, signed),
        parts.Person("吴某某", "单位负责人", signed, None),
    ]


def _dues() -> list[parts.Due]:
    return [
        parts.Due(
            "调查处理",
            _say(date(2026, 10, 28), 14, unit="calendar"),
            90,
            "4月10日受理起6个月，中止的18天不计入。",
            "#days",
            "计算过程",
            _article(25, "自决定受理之日起6个月内完成"),
        ),
        parts.Due(
            "书面告知参与调查单位",
            _say(date(2026, 10, 15), 6, soft="一般期限"),
            60,
            days_url="#days",
            soft="一般期限",
        ),
    ]


def _verdict() -> parts.Verdict:
    return parts.Verdict(
        _outcome(),
        links={"register_missing": "m13", "term_outside_tier": "y5"},
        ways=[
            parts.Way(
                "第五项措施（3年）改为第五项措施（2年11个月）；增加第十三项措施。",
                [_article(32, "期限为3年以内"), _article(29, "应同时给予前款第十三项处理")],
            ),
            parts.Way(
                "如属实，「是否依第四十条减轻处理」由否改为是。",
                [_article(32, "期限为3年以内")],
                applies=False,
                where=["减轻处理在决定生效以后，经被处理人申请，在决定的页面办理"],
            ),
        ],
    )


def _measures() -> list[parts.MeasureRow]:
    labels = {1: "科研诚信诫勉谈话", 2: "一定范围内公开通报", 5: "一定期限禁止承担或参与科技计划"}
    return [
        parts.MeasureRow(1, labels[1], outside="本档未列"),
        parts.MeasureRow(2, labels[2], chosen=True),
        parts.MeasureRow(
            5,
            labels[5],
            chosen=True,
            has_term=True,
            may_be_permanent=True,
            term="3",
            error="3年不在「3年以内」之内：以内不包括本数。",
        ),
        parts.MeasureRow(
            13, "记入科研诚信严重失信行为数据库", error="已选（五），应同时给予本项。"
        ),
        parts.MeasureRow(14, "其他处理", outside="须另有依据"),
    ]


def _days() -> list[Day]:
    found = []
    for offset in range(1, 28):
        day = START + timedelta(days=offset)
        weekend = day.weekday() >= 5 and day not in MAKE_UP
        why = HOLIDAYS.get(day) or ("周末" if weekend else "工作日")
        found.append(Day(day, not weekend and day not in HOLIDAYS, why))
    return found
