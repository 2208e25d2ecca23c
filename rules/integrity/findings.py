"""What an integrity check finds: one sentence for the applicant's file, with its words."""

from rules.integrity.purposes import BARS
from rules.integrity.standing import Standing, Term
from rules.integrity.windows import Window
from rules.law import O2018, S84, VOUCHER_154, cite
from rules.numerals import numeral
from rules.outcome import Citation, Finding, error, info, warning

_COMPULSORY = cite(
    O2018, 10, "将科研诚信审核作为院士增选、科技奖励、职称评定、学位授予等工作的必经程序"
)
VETO = cite(O2018, 10, "对严重违背科研诚信要求的责任者，实行“一票否决”")
_APPLY = cite(S84, 21, "科研失信行为数据所依据的处理决定被撤销或者宣告无效的")
_EXPIRY = cite(S84, 21, "处理决定期限届满的，自动移出国家科研诚信管理信息系统")

NOMINATION = info(
    "nomination_checked_too",
    "院士推荐（提名）也应作诚信审核；请在推荐（提名）时先行审核，不等到增选。",
    cite(O2018, 4, "加强院士推荐（提名）的诚信审核"),
)
OUTSIDE_LISTS = info(
    "outside_lists",
    "是否列入经营异常名录、严重违法失信企业名单，须到发布单位另行查询；本审核不含这两个名单。",
    cite(VOUCHER_154, 8, "经营异常名录和严重违法失信企业名单"),
)


def excerpt_only(citation: Citation) -> Finding:
    """The condition stands in a document of which only sentences are held."""
    message = f"{citation.instrument}只有节录；据此作出结论前，请核对全文。"
    return info("excerpt_only", message, citation, "excerpt_in_force")


def name(index: int, found: Standing) -> str:
    """The decision as the message calls it: its number, else its place in the list."""
    return found.decision.number or f"第{index + 1}项处理决定"


def _until(running: tuple[Term, ...]) -> str:
    days = [term.ends for term in running if term.ends is not None]
    return f"至{max(days)}" if len(days) == len(running) else "没有届满之日"


def in_sanction_period(
    index: int, found: Standing, running: tuple[Term, ...], citation: Citation
) -> Finding:
    """A term still runs, and the words make good standing a condition (84号 12; plans, （十）)."""
    message = f"{name(index, found)}在惩戒期内（{_until(running)}），审核不通过；期满后可再申请。"
    return error("in_sanction_period", message, citation, "sanction_period")


def sanction_period_to_weigh(index: int, found: Standing, running: tuple[Term, ...]) -> Finding:
    """A term still runs, and the words ask for no more than the check (the opinions （十）)."""
    message = (
        f"{name(index, found)}在惩戒期内（{_until(running)}）；条文只要求审核，"
        "是否影响由审核单位判断并写明理由。"
    )
    return warning("in_sanction_period", message, _COMPULSORY, "sanction_period")


def barred(index: int, found: Standing, item: int) -> Finding:
    """A running measure forbids this very activity (Art 29)."""
    message = (
        f"{name(index, found)}的第{numeral(item)}项措施禁止本次申请，审核不通过；期满后可再申请。"
    )
    return error("barred_by_measure", message, BARS[item])


def vetoed(index: int, found: Standing) -> Finding:
    """A serious breach not yet expired (the opinions （十）)."""
    message = f"{name(index, found)}认定严重违背科研诚信要求，一票否决；期满移出后可再申请。"
    return error("veto", message, VETO, "veto_tiers")


def without_term(index: int, found: Standing) -> Finding:
    """No term, so that nothing says until when it weighs."""
    message = f"{name(index, found)}没有写明期限，不能推算届满之日；请由人判断并记录理由。"
    return warning("term_unknown", message, _EXPIRY, "check_without_term")


def still_registered(index: int, found: Standing) -> Finding:
    """No term, and the reading lets a standing entry bar."""
    message = f"{name(index, found)}记入数据库且没有移出，审核不通过；移出后可再申请。"
    return error("register_standing", message, _EXPIRY, "check_without_term")


def removed_early(index: int, found: Standing) -> Finding:
    """The entry left the register although a term of the decision still runs."""
    message = f"{name(index, found)}的期限没有届满，却已移出；请由人核对移出的依据。"
    return warning("removed_early", message, _EXPIRY, "term_of_13")


def looked_back(index: int, found: Standing, window: Window, reading: str) -> Finding:
    """A record within the days a document looks back over, expired or not."""
    span = f"{window.first}至{window.last}"
    message = f"{name(index, found)}在追溯期间（{span}）内，不符合申报条件；期间经过后可再申请。"
    return error("record_in_window", message, window.citation, reading)


def removal_due(index: int, found: Standing) -> Finding:
    """The term is over but nobody noted the removal (84号 21)."""
    message = f"{name(index, found)}的期限已于{found.entry_ends}届满，应已自动移出；请核对系统。"
    return info("removal_due", message, _EXPIRY, "term_of_13")


def removal_to_apply_for(index: int, found: Standing) -> Finding:
    """A revoked or void decision still noted as entered (84号 21)."""
    message = f"{name(index, found)}已撤销或宣告无效，还没有移出；请作出决定的单位申请移出。"
    return info("removal_to_apply_for", message, _APPLY, "C18")
