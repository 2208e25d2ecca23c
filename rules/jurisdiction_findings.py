"""What find-jurisdiction says beside the names: each finding with its words or its reading."""

from rules import jurisdiction_grounds as by
from rules.outcome import Citation, Finding, info, warning

MILITARY = info("military", "被调查人属于军队管理的，由军队调查处理，本系统不受理", by.MILITARY)
JOINT_INQUIRY = info("joint_inquiry", "可组织联合调查或协调分别调查，不是必须", by.JOINT)
ONE_OFFICE = info(
    "technology_department_only",
    "没有所在单位或上级部门的，不分领域均由所在地的科技主管部门负责",
    by.NO_UNIT_84,
    "C14",
)
CHOOSE = warning(
    "several_competent", "不同条款指向不同单位，规则未定先后，由人选择并记录理由", None, "G15"
)
BY_MATTER = info(
    "ranked_by_matter", "第七、八、九条的单位优先，第六条的单位不负责本案", None, "G15"
)
BY_RESPONDENT = info(
    "ranked_by_respondent", "第六条的上级主管部门优先，第七、八、九条的单位不负责本案", None, "G15"
)
NOBODY_SIGNED = warning(
    "nobody_named", "不能确定牵头单位；请填写作者的署名单位或者现在的所在单位", by.PAPER
)
NO_AWARDING_UNIT = warning(
    "awarding_unit_missing", "学位论文由学位授予单位负责；请填写学位授予单位", by.THESIS
)
NO_AUTHORS = warning(
    "authors_missing", "论文由第一通讯作者或第一作者的单位牵头；请填写作者及其单位", by.PAPER
)
NO_PROJECT_DEPARTMENT = warning(
    "managing_department_missing",
    "财政性资金资助的项目由项目管理部门负责组织；请填写管理部门",
    by.PROJECT,
)
NO_AWARD_DEPARTMENT = warning(
    "managing_department_missing", "奖励、人才申报由其管理部门负责组织；请填写管理部门", by.AWARD
)


def domain_missing(ground: Citation) -> Finding:
    """Whether the natural or the social sciences are concerned decides between two bodies."""
    message = "未写明自然科学或哲学社会科学，两类所在地单位均列出"
    return warning("domain_missing", message, ground)


def nobody_without_superior(ground: Citation) -> Finding:
    """A head or an organisation of which neither the superior nor the locality's body is known."""
    message = "不能确定负责单位；请填写上级主管部门，没有的填写所在地的责任单位"
    return warning("nobody_named", message, ground)


def nobody_without_unit(ground: Citation) -> Finding:
    """A person of whom neither the unit nor the locality's body is known."""
    message = "不能确定负责单位；请填写所在单位（学生填写学籍所在单位），没有的填写所在地的责任单位"
    return warning("nobody_named", message, ground)


def own_head(accused: str) -> Finding:
    """The organisation that may not inquire."""
    message = f"{accused}为被调查单位或其主要负责人被调查，不得负责或牵头调查"
    return info("own_head", message, by.SUPERIOR)


def student_employed(enrolled_at: str, employer: str, both: bool) -> Finding:
    """A student with another employer: which of the two units counts is a reading."""
    facts = f"被调查人的学籍在{enrolled_at}，劳动人事关系在{employer}"
    if both:
        message = f"{facts}；两个单位均列出，由人选择并记录理由"
        return warning("student_employed", message, by.STUDENT, "student_employed")
    message = f"{facts}；按学籍由{enrolled_at}负责，以职工身份实施行为的请核对"
    return info("student_employed", message, by.STUDENT, "student_employed")
