"""What the numbers of the law are called in Chinese, and how their values are read."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from rules.codes import SEVERITIES, Severity
from rules.instruments import Parameter
from rules.numerals import numeral
from rules.periods import RULES

UNITS = MappingProxyType(
    {
        "working_days": "个工作日",
        "working_days_before": "个工作日（此前）",
        "months": "个月",
        "years": "年",
        "accounting_years": "个会计年度",
        "persons": "人",
        "people": "人",
        "programmes": "项",
        "percent": "%",
    }
)
BOUNDS = MappingProxyType(
    {"over": "超过{}", "from": "{}以上（含本数）", "to": "{}以下（含本数）", "under": "不足{}"}
)
# What values that are codes are called in the text.
CODES = MappingProxyType({"integrity": "科研诚信", "ethics": "科技伦理", "security": "安全保密"})
# The items of these lists are those of another article than the one the words stand in.
OF_ARTICLE = MappingProxyType({"floor.conduct": "第二条"})
# Art 32 gives the lightest tier no term.
TERMED = (Severity.MAJOR, Severity.SERIOUS, Severity.ESPECIALLY_SERIOUS)
NAMES: Mapping[str, str] = MappingProxyType(
    {
        **{rule.parameter: f"{rule.label}的期限" for rule in RULES.values()},
        "deadline.investigation_extension": "延长调查的时间",
        **{f"tier.{s}.measures": f"{words}的处理措施" for s, words in SEVERITIES.items()},
        **{f"tier.{s}.term": f"{SEVERITIES[s]}的期限幅度" for s in TERMED},
        "tier.bounded": "期限受幅度约束的措施",
        "floor.conduct": "不低于情节较重处理的行为",
        "register.forced_by": "应同时记入数据库的措施",
        "submission.trigger": "应报送和汇交的措施",
        "submission.term_trigger": "有期限即应汇交的措施",
        "quorum.interview": "谈话的调查人员人数",
        "quorum.panel": "学术评议专家组人数",
        "scope.annex": "附件所列行为属于受理范围",
        "jurisdiction.order_first_responsible": "主管部门责成第一责任主体调查处理",
        "integrity.zero_tolerance": "惩戒期内零容忍",
        "promise.subjects": "签署承诺书的事项",
        "voucher.accounting_years_before": "申请前审核的会计年度数",
        "coverage.cycle_years_least": "核查周期的下限",
        "coverage.cycle_years_most": "核查周期的上限",
        "exchange.look_back_years": "申报前审核的年数",
        "exchange.panel": "评审专家组人数",
        "exchange.panel_finance": "评审专家组的财务专家人数",
        "follow_up.years": "评估验收后多少年内的应用情况",
        "plan.key_programmes_least": "每年重点监督专项数的下限",
        "plan.key_programmes_most": "每年重点监督专项数的上限",
        "random_check.project_years": "随机抽查的在研项目立项年数",
        "special.coverage": "专项检查的抽取比例",
        "agency_ban.years_least": "取消科技服务资格年数的下限",
        "agency_ban.years_most": "取消科技服务资格年数的上限",
    }
)


def value_words(parameter: Parameter) -> str:
    """「15个工作日」, 「第五、七、九项」, 「第二条第一至第五项」, 「3年至5年（均含本数）」."""
    given, unit = parameter.value, UNITS.get(parameter.unit or "", "")
    if isinstance(given, Mapping):
        if {"from", "to"} == set(given):
            return f"{given['from']}{unit}至{given['to']}{unit}（均含本数）"
        return "、".join(BOUNDS[key].format(f"{number}{unit}") for key, number in given.items())
    return f"{OF_ARTICLE.get(parameter.name, '')}{_plain(given)}{unit}"


def _plain(given: Any) -> str:
    if isinstance(given, bool):
        return "是" if given else "否"
    if isinstance(given, list | tuple):
        if all(isinstance(one, int) for one in given):
            return _items([int(one) for one in given])
        return "、".join(CODES.get(str(one), str(one)) for one in given)
    return str(given)


def _items(given: list[int]) -> str:
    """As the law lists items, those that follow one another as a span."""
    if len(given) > 2 and given == list(range(given[0], given[-1] + 1)):
        return f"第{numeral(given[0])}至第{numeral(given[-1])}项"
    return f"第{'、'.join(map(numeral, given))}项"
