"""The roles a membership can give (design: who comes for what)."""

from django.db.models import TextChoices


class Role(TextChoices):
    """What a person does for one organisation; leader and head are different (Art 16, 23 / 25)."""

    OFFICER = "officer", "科研诚信办公室人员"
    RESPONSIBLE_LEADER = "responsible_leader", "单位相关负责人"
    HEAD = "head", "单位负责人"
    INVESTIGATOR = "investigator", "调查人员"
    EXPERT = "expert", "专家组成员"
    REVIEWER = "reviewer", "复查人员"
    SUPERIOR_OFFICER = "superior_officer", "主管部门人员"
    PROVINCIAL_OFFICER = "provincial_officer", "省科技厅人员"
    AUDITOR = "auditor", "省级监督人员"
    SYSTEM_ADMINISTRATOR = "system_administrator", "系统管理员"
