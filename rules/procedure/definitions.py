"""Words the law defines: bought data, submission by proxy, a substantive contribution (Art 50)."""

from dataclasses import dataclass

from rules.context import Context, default_context
from rules.law import N221, cite
from rules.outcome import Outcome, error, info, warning
from rules.procedure.table import blank, known, raised

DOERS = ("author", "agency", "other_person")
STAGES = ("submission", "review_reply", "other")
# What is often put forward for an authorship and is no contribution in the sense of Art 50.
NO_CONTRIBUTIONS = ("funding", "headship", "equipment")


@dataclass(frozen=True, slots=True)
class BoughtDataFacts:
    """Data about to be found bought (Art 2 (2)); None: the question was not asked.

    ``commissioned_tests``: inspections, tests or assays on order.  ``commissioned_experiment``: an
    experiment on order, excluded when the client ``lacked_means`` and it ran on the ``own_plan``.
    ``lawful_source``: surveys of others, or public databases, through lawful channels.
    """

    experiment_done: bool
    paid: bool
    commissioned_tests: bool | None
    commissioned_experiment: bool | None
    lawful_source: bool | None
    lacked_means: bool = False
    own_plan: bool = False


_BOUGHT = cite(
    N221,
    50,
    "买卖实验研究数据，是指未真实开展实验研究，通过向第三方中介服务机构或他人付费获取实验研究数据",
    item=1,
)

EXPERIMENT_DONE = error(
    "experiment_was_done",
    "真实开展了实验研究，不是买卖实验研究数据；请另看是否属于其他行为。",
    _BOUGHT,
)
NOT_PAID = error(
    "data_not_paid_for",
    "没有付费获取，不是买卖实验研究数据；请另看是否属于伪造、侵占等行为。",
    _BOUGHT,
)
TESTS = error(
    "commissioned_tests_excluded",
    "是委托检验、测试、化验得到的数据，不属于买卖；请不要认定这一种行为。",
    cite(N221, 50, "委托第三方进行检验、测试、化验获得检验、测试、化验数据", item=1),
)
EXPERIMENT = error(
    "commissioned_experiment_excluded",
    "是因不具备条件、按委托方的方案委托实验得到的数据，不属于买卖；请不要认定这一种行为。",
    cite(
        N221,
        50,
        "因不具备条件委托第三方按照委托方提供的实验方案进行实验获得原始实验记录和数据",
        item=1,
    ),
)
LAWFUL_SOURCE = error(
    "lawful_source_excluded",
    "是合法渠道的调查统计数据或公共数据库数据，不属于买卖；请不要认定这一种行为。",
    cite(N221, 50, "通过合法渠道获取第三方调查统计数据或相关公共数据库数据", item=1),
)
UNASKED = error(
    "exclusions_unasked",
    "三种不属于买卖数据的情形还没有全部核对；请逐一核对后再认定。",
    cite(N221, 50, "不属于买卖实验研究数据", item=1),
)


def check_bought_data(facts: BoughtDataFacts) -> Outcome:
    """Whether data may be found bought: no real experiment, paid for, no exclusion (Art 50)."""
    excluded = facts.commissioned_tests, facts.commissioned_experiment, facts.lawful_source
    experiment = facts.commissioned_experiment and facts.lacked_means and facts.own_plan
    return Outcome.of(
        raised(
            (facts.experiment_done, EXPERIMENT_DONE),
            (not facts.paid, NOT_PAID),
            (None in excluded, UNASKED),
            (facts.commissioned_tests is True, TESTS),
            (experiment is True, EXPERIMENT),
            (facts.lawful_source is True, LAWFUL_SOURCE),
        )
    )


@dataclass(frozen=True, slots=True)
class ProxyFacts:
    """A submission about to be found made by proxy (Art 2 (3)), by whom and at which stage.

    ``author``: an author of the paper, whichever; ``of_paper`` False: other material.
    """

    done_by: str
    stage: str
    of_paper: bool = True


_PROXY = cite(
    N221,
    50,
    "代投，是指论文提交、评审意见回应等过程不是由论文作者完成而是由第三方中介服务机构或他人代理",
    item=2,
)

BY_AUTHOR = error(
    "submitted_by_author",
    "提交或回应的人是论文作者之一，不是代投；请不要认定这一种行为。",
    _PROXY,
)
OTHER_STAGE = warning(
    "proxy_stage_unlisted",
    "不是论文提交，也不是回应评审意见；请说明为何属于同类过程。",
    _PROXY,
)
OTHER_MATERIAL = warning(
    "proxy_of_other_material",
    "第五十条只解释了论文的代投；对项目材料请说明认定的依据。",
    cite(N221, 2, "买卖、代写、代投论文或项目申报验收材料等", item=3),
)


def check_proxy(facts: ProxyFacts) -> Outcome:
    """Whether a submission may be found made by proxy: any person will do, no author (Art 50).

    Raises UnknownCode for a doer or a stage that is none of ``DOERS`` and ``STAGES``.
    """
    known("代投的人", [facts.done_by], DOERS, "done_by")
    known("代投的环节", [facts.stage], STAGES, "stage")
    return Outcome.of(
        raised(
            (facts.done_by == "author", BY_AUTHOR),
            (facts.stage == "other", OTHER_STAGE),
            (not facts.of_paper, OTHER_MATERIAL),
        )
    )


@dataclass(frozen=True, slots=True)
class ContributionFacts:
    """What somebody did who is about to be found an author without contribution (Art 2 (6)).

    ``conception``: an important contribution to idea, design, or to analysing and interpreting the
    data; ``writing``: drafted, or revised the content critically; ``approval``: settled the version
    published; None: not asked.  ``other``: another contribution in words.  ``claimed``: codes of
    ``NO_CONTRIBUTIONS`` put forward.
    """

    conception: bool | None
    writing: bool | None
    approval: bool | None
    other: str = ""
    claimed: frozenset[str] = frozenset()


_CONTRIBUTION = cite(N221, 50, item=3)

CONTRIBUTED = error(
    "contributed",
    "这个人有实质学术贡献，不能认定为无实质学术贡献署名；请改为不认定。",
    _CONTRIBUTION,
    "substantive_contribution",
)
CONTRIBUTION_UNASKED = error(
    "contribution_unasked",
    "贡献问卷还没有答完；请就思路设计分析、起草修改、最终定稿逐项核对。",
    _CONTRIBUTION,
)
OTHER_CONTRIBUTION = warning(
    "other_contribution",
    "提出了条文没有列举的贡献；条文以“等”结尾，请说明为何不算。",
    _CONTRIBUTION,
)
NOT_COUNTED = info(
    "claimed_but_no_contribution",
    "仅提供经费、设备或担任负责人，不是条文所列的贡献。",
    _CONTRIBUTION,
)


def check_contribution(facts: ContributionFacts, context: Context | None = None) -> Outcome:
    """Whether somebody may be found an author without a substantive contribution (Art 50).

    Whether one of the listed contributions is enough or all are needed is a reading.  Raises
    UnknownCode for a claim that is none of ``NO_CONTRIBUTIONS``.
    """
    known("署名的理由", facts.claimed, NO_CONTRIBUTIONS, "claimed")
    frame = context or default_context()
    listed = facts.conception, facts.writing, facts.approval
    needs_all = frame.reading("substantive_contribution") == "all"
    contributed = all(listed) if needs_all else any(listed)
    return Outcome.of(
        raised(
            (contributed, CONTRIBUTED),
            (None in listed, CONTRIBUTION_UNASKED),
            (not blank(facts.other), OTHER_CONTRIBUTION),
            (bool(facts.claimed), NOT_COUNTED),
        ),
        ("substantive_contribution",),
    )
