"""Who inquires, with the words that name them: every ground of Articles 5 to 9, 50, 52 and 84号."""

import pytest

from rules.law import N221, S84
from tests.rules.test_jurisdiction import HEAD, PAPER, PLACE, find

# The words by a short name of their own.
WORDS = {
    "unit": (N221, 6, None, "一般由其被调查时所在单位负责调查处理"),
    "student": (N221, 50, 4, "被调查人是学生的，调查处理由其学籍所在单位负责"),
    "no unit": (
        N221,
        6,
        None,
        "没有所在单位的，由其所在地的科技行政部门或哲学社会科学科研诚信建设责任单位"
        "负责组织开展调查处理",
    ),
    "superior": (
        N221,
        6,
        None,
        "被调查人是单位主要负责人或法人、非法人组织的，由其上级主管部门负责组织开展调查处理",
    ),
    "no superior": (
        N221,
        6,
        None,
        "没有上级主管部门的，由其所在地的科技行政部门或哲学社会科学科研诚信建设责任单位"
        "负责组织开展调查处理",
    ),
    "former": (
        N221,
        6,
        None,
        "所涉单位应积极配合开展调查处理并将调查处理情况及时送被调查人所在单位",
    ),
    "taking part": (N221, 6, None, "负责对其他参与调查单位的调查程序、处理尺度等进行审核把关"),
    "project": (N221, 7, None, "由科技计划（专项、基金等）项目管理部门（单位）负责组织调查处理"),
    "project units": (
        N221,
        7,
        None,
        "应按照项目管理部门（单位）的要求，主动开展并积极配合调查，"
        "依据职责权限对违规责任人作出处理",
    ),
    "award": (N221, 8, None, "由科技奖励、科技人才管理部门（单位）负责组织调查"),
    "award units": (
        N221,
        8,
        None,
        "科技奖励、科技人才推荐（提名）单位和申报单位应积极配合并主动开展调查处理",
    ),
    "corresponding": (N221, 9, None, "由第一通讯作者的第一署名单位牵头调查处理"),
    "first author": (N221, 9, None, "没有通讯作者的，由第一作者的第一署名单位牵头调查处理"),
    "moved": (
        N221,
        9,
        None,
        "作者的署名单位与所在单位不一致的，由所在单位牵头调查处理，署名单位应积极配合",
    ),
    "coauthors": (N221, 9, None, "论文其他作者所在单位应积极配合牵头调查单位"),
    "thesis": (N221, 9, None, "学位论文涉嫌科研失信行为的，由学位授予单位负责调查处理"),
    "journal": (N221, 9, None, "发表论文的期刊或出版单位有义务配合开展调查"),
    "unit 84": (S84, 15, None, "由其被调查时所在单位负责调查处理"),
    "no unit 84": (
        S84,
        15,
        None,
        "没有所在单位的，由其所在地的科技主管部门负责组织开展调查处理",
    ),
    "superior 84": (S84, 15, None, "由其上级行业主管部门负责组织开展调查处理"),
    "no superior 84": (
        S84,
        15,
        None,
        "无上级行业主管部门的，由其所在地的科技主管部门负责组织开展调查处理",
    ),
    "social 84": (
        S84,
        6,
        None,
        "省社科院会同有关部门承担全省哲学社会科学领域的科研诚信管理工作",
    ),
    "ordered 84": (S84, 14, None, "应责成第一责任主体开展调查处理"),
}
NAMES = {words: name for name, words in WORDS.items()}


def named(found):
    """Every candidate in order: organisation, role, and by which words."""
    cited = [(one, one["citation"]) for one in found["candidates"]]
    places = [
        tuple(c[name] for name in ("instrument", "article", "item", "text")) for _, c in cited
    ]
    return [
        (one["organisation"], one["role"], NAMES[place])
        for (one, _), place in zip(cited, places, strict=True)
    ]


STAFF = {"kind": "person", "unit": "甲大学"}
STUDENT = {"kind": "person", "unit": "甲公司", "student_of": "甲大学"}
NOBODYS = {"kind": "person", **PLACE}
COMPANY = {"kind": "organisation", "unit": "甲公司", **PLACE}
ALONE = {"kind": "person", "is_head": True, "unit": "甲大学", **PLACE}
SHANDONG = {"instruments": [S84]}
PROJECT = {
    "kind": "project",
    "managing_department": "省科技厅",
    "publicly_funded": True,
    "participants": ["庚所"],
}
AWARD = {"kind": "award_or_talent", "managing_department": "省奖励办", "participants": ["庚所"]}
MOVED = {"name": "乙", "affiliations": ["乙医院"], "present_unit": "戊大学"}
HIRED = {"name": "乙", "affiliations": [], "present_unit": "戊大学"}
UNSIGNED = {"name": "乙", "affiliations": [], "present_unit": None}

# Who is accused, of what, what else is known, and whom the law names by which words.
CASES = [
    (STAFF, None, {}, [("甲大学", "lead", "unit")]),
    (STAFF, None, SHANDONG, [("甲大学", "lead", "unit 84")]),
    (STUDENT, None, {}, [("甲大学", "lead", "student")]),
    (STUDENT, None, SHANDONG, [("甲大学", "lead", "student")]),
    (HEAD, None, {}, [("省教育厅", "organises", "superior")]),
    (HEAD, None, SHANDONG, [("省教育厅", "organises", "superior 84")]),
    (
        {"kind": "organisation", "unit": "甲公司", "superior": "市国资委"},
        None,
        {},
        [("市国资委", "organises", "superior")],
    ),
    (NOBODYS, None, {"domain": "natural"}, [("市科技局", "organises", "no unit")]),
    (NOBODYS, None, {"domain": "social"}, [("市社科联", "organises", "no unit")]),
    (
        NOBODYS,
        None,
        {},
        [("市科技局", "organises", "no unit"), ("市社科联", "organises", "no unit")],
    ),
    (
        NOBODYS,
        None,
        SHANDONG,
        [("市科技局", "organises", "no unit 84"), ("市社科联", "organises", "social 84")],
    ),
    (NOBODYS, None, {"domain": "natural", **SHANDONG}, [("市科技局", "organises", "no unit 84")]),
    (NOBODYS, None, {"domain": "social", **SHANDONG}, [("市社科联", "organises", "social 84")]),
    (COMPANY, None, {"domain": "natural"}, [("市科技局", "organises", "no superior")]),
    (COMPANY, None, {"domain": "social"}, [("市社科联", "organises", "no superior")]),
    (ALONE, None, {"domain": "natural"}, [("市科技局", "organises", "no superior")]),
    (ALONE, None, {"domain": "natural", **SHANDONG}, [("市科技局", "organises", "no superior 84")]),
    (ALONE, None, {"domain": "social", **SHANDONG}, [("市社科联", "organises", "social 84")]),
    (
        {**STAFF, "former_units": ["旧大学", "旧所"]},
        {"participants": ["庚所"]},
        {},
        [
            ("甲大学", "lead", "unit"),
            ("旧大学", "cooperates", "former"),
            ("旧所", "cooperates", "former"),
            ("庚所", "cooperates", "taking part"),
        ],
    ),
    (
        {**STAFF, "former_units": ["甲大学", "旧所"]},
        None,
        {},
        [("甲大学", "lead", "unit"), ("旧所", "cooperates", "former")],
    ),
    (
        STAFF,
        PROJECT,
        {},
        [
            ("省科技厅", "organises", "project"),
            ("甲大学", "cooperates", "project units"),
            ("庚所", "cooperates", "project units"),
        ],
    ),
    (
        STAFF,
        PROJECT,
        SHANDONG,
        [
            ("省科技厅", "organises", "project"),
            ("甲大学", "lead", "ordered 84"),
            ("庚所", "cooperates", "project units"),
        ],
    ),
    (
        STUDENT,
        PROJECT,
        SHANDONG,
        [
            ("省科技厅", "organises", "project"),
            ("甲大学", "lead", "ordered 84"),
            ("庚所", "cooperates", "project units"),
        ],
    ),
    (
        STAFF,
        {**PROJECT, "managing_department": None},
        {},
        [
            ("甲大学", "cooperates", "project units"),
            ("庚所", "cooperates", "project units"),
        ],
    ),
    (
        STAFF,
        {**PROJECT, "publicly_funded": False},
        {},
        [("甲大学", "lead", "unit"), ("庚所", "cooperates", "taking part")],
    ),
    (
        STAFF,
        {**PROJECT, "kind": "other"},
        SHANDONG,
        [
            ("省科技厅", "organises", "project"),
            ("甲大学", "cooperates", "project units"),
            ("庚所", "cooperates", "project units"),
        ],
    ),
    (
        STAFF,
        AWARD,
        {},
        [
            ("省奖励办", "organises", "award"),
            ("甲大学", "cooperates", "award units"),
            ("庚所", "cooperates", "award units"),
        ],
    ),
    (
        STAFF,
        {**AWARD, "publicly_funded": True},
        {},
        [
            ("省奖励办", "organises", "award"),
            ("甲大学", "cooperates", "award units"),
            ("庚所", "cooperates", "award units"),
        ],
    ),
    (
        STAFF,
        AWARD,
        SHANDONG,
        [
            ("省奖励办", "organises", "award"),
            ("甲大学", "lead", "ordered 84"),
            ("庚所", "cooperates", "award units"),
        ],
    ),
    (
        STAFF,
        {**AWARD, "managing_department": None},
        {},
        [("甲大学", "cooperates", "award units"), ("庚所", "cooperates", "award units")],
    ),
    (
        HEAD,
        PROJECT,
        SHANDONG,
        [
            ("省教育厅", "organises", "superior 84"),
            ("省科技厅", "organises", "project"),
            ("庚所", "cooperates", "project units"),
        ],
    ),
    (
        {"kind": "person"},
        PROJECT,
        SHANDONG,
        [("省科技厅", "organises", "project"), ("庚所", "cooperates", "project units")],
    ),
    (
        {**HEAD, "superior": "省科技厅"},
        PROJECT,
        {},
        [
            ("省科技厅", "organises", "superior"),
            ("省科技厅", "organises", "project"),
            ("庚所", "cooperates", "project units"),
        ],
    ),
    (
        {"kind": "person", "locality_department": "市局", "locality_social_body": "市局"},
        None,
        {},
        [("市局", "organises", "no unit")],
    ),
    (
        {**STAFF, "former_units": ["旧大学"]},
        {**PROJECT, "journal": "某学报"},
        {},
        [
            ("省科技厅", "organises", "project"),
            ("旧大学", "cooperates", "former"),
            ("某学报", "cooperates", "journal"),
            ("甲大学", "cooperates", "project units"),
            ("庚所", "cooperates", "project units"),
        ],
    ),
    (
        {**STAFF, "former_units": ["丁所"]},
        {**PAPER, "participants": ["甲大学", "庚所"]},
        {},
        [
            ("乙医院", "lead", "corresponding"),
            ("丁所", "cooperates", "former"),
            ("甲大学", "cooperates", "coauthors"),
            ("庚所", "cooperates", "taking part"),
        ],
    ),
    (STAFF, {"kind": "thesis"}, {}, []),
    (
        STAFF,
        {"kind": "thesis", "awarding_unit": "己大学"},
        {},
        [("己大学", "lead", "thesis")],
    ),
    (
        STAFF,
        {"kind": "other", "awarding_unit": "己大学", "managing_department": "省科技厅"},
        {},
        [("甲大学", "lead", "unit")],
    ),
    (
        STAFF,
        {"kind": "thesis", "managing_department": "省科技厅", "publicly_funded": True},
        SHANDONG,
        [
            ("省科技厅", "organises", "project"),
            ("甲大学", "cooperates", "project units"),
        ],
    ),
    (
        STAFF,
        PAPER,
        {},
        [
            ("乙医院", "lead", "corresponding"),
            ("甲大学", "cooperates", "coauthors"),
            ("丁所", "cooperates", "coauthors"),
        ],
    ),
    (
        {"kind": "person", "unit": "丁所"},
        {**PAPER, "corresponding": [], "journal": "某学报"},
        SHANDONG,
        [
            ("甲大学", "lead", "first author"),
            ("乙医院", "cooperates", "coauthors"),
            ("丁所", "cooperates", "coauthors"),
            ("某学报", "cooperates", "journal"),
        ],
    ),
    (
        STAFF,
        {"kind": "paper", "authors": [MOVED]},
        {},
        [("戊大学", "lead", "moved"), ("乙医院", "cooperates", "moved")],
    ),
    (STAFF, {"kind": "paper", "authors": [HIRED]}, {}, [("戊大学", "lead", "first author")]),
    (
        STAFF,
        {"kind": "paper", "authors": [HIRED], "corresponding": ["乙"]},
        {},
        [("戊大学", "lead", "corresponding")],
    ),
    (STAFF, {"kind": "paper", "authors": [UNSIGNED]}, {}, []),
    (STAFF, {"kind": "paper"}, {}, []),
    (
        STAFF,
        {"kind": "other", "authors": [MOVED]},
        {},
        [("甲大学", "lead", "unit")],
    ),
    (
        HEAD,
        {"kind": "thesis", "awarding_unit": "甲大学", "journal": "甲大学"},
        {},
        [("省教育厅", "organises", "superior"), ("甲大学", "cooperates", "journal")],
    ),
]


@pytest.mark.parametrize(("who", "matter", "more", "expected"), CASES)
def test_whom_the_law_names_and_by_which_words(who, matter, more, expected):
    assert named(find(who, matter, **more)) == expected


def test_every_words_of_the_table_name_somebody():
    assert {name for *_, expected in CASES for *_, name in expected} == set(WORDS)
