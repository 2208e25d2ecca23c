"""The forms of the platform in the order of the procedure, one function for each page.

Each begins where the form is open, fills it in as a person would, and sends it.
"""

import io
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import expect
from pypdf import PdfReader

from rules.numerals import numeral
from tests.journeys.desk import Desk

NOT_RELATED = (
    "我与被举报人、举报人没有近亲属、证人、利害关系、研究合作、师生或其他可能影响公正的关系"
)
NO = (
    "是对同一对象重复举报吗？",
    "已经作出生效处理决定了吗？",
    "有新的证据、线索吗？",
    "被举报人属于军队管理吗？",
)
EXPERTS = ("孙喆", "李玥", "郑堃", "王珺", "冯翀")
TEAM = {"赵求实": "调查组组长", "钱思齐": "调查人员", **dict.fromkeys(EXPERTS, "专家组成员")}
SIGNERS = (
    *("investigator", "investigator2", "leader", "head"),
    *(f"expert{number}" for number in range(1, 6)),
)


def sign_agreement(desk: Desk) -> Desk:
    """The standing agreement of whoever joins an office (Art 44)."""
    return desk.tick("我已阅读并签署以上保密协议").press("签署保密协议")


def assess(desk: Desk, *, competent: bool) -> Desk:
    """The questions of Art 12 to 14; all that is asked is met, but for whose business it is."""
    no = NO if competent else (*NO, "属于本单位职责范围吗？")
    for question in desk.main.locator("fieldset").all():
        met = not any(words in question.inner_text() for words in no)
        question.get_by_label("是" if met else "否", exact=True).check()
    return desk.press("保存核对结果")


def sign_papers(desk: Desk) -> Desk:
    """Agreement and statement of a case, before it opens (Art 44, 45)."""
    return desk.tick("我签署保密协议和本案回避声明，以上填写属实").press("签署")


def add_to_team(desk: Desk, name: str, duty: str) -> Desk:
    """Somebody joins the case."""
    return desk.choose("人员", name).choose("职责", duty).press("加入本案")


def fill(desk: Desk, parts: Mapping[str, str]) -> Desk:
    """Several fields by their labels."""
    for label, words in parts.items():
        desk.write(label, words)
    return desk


def record_step(desk: Desk, kind: str, content: str) -> Desk:
    """What every record of the inquiry has (Art 17); the rest is ticked before."""
    return desk.tick(kind).write("内容", content).press("记录")


def add_evidence(desk: Desk, title: str, file: Path) -> Desk:
    """An item of evidence with its file (Art 20)."""
    desk.write("名称", title).write("来源", "项目申报系统").write("取得方式", "书面调取")
    desk.main.get_by_label("文件").set_input_files(file)
    return desk.press("收入")


def with_proof(desk: Desk, words: str, button: str) -> Desk:
    """A date that counts, and what proves it."""
    return desk.write("凭据", words).press(button)


def propose(desk: Desk, measures: Mapping[int, int | None], basis: str) -> Desk:
    """Measures of Art 29 with their terms in years, and the reasons."""
    for item, years in measures.items():
        desk.main.locator(f"#m{item}").check()
        if years:
            desk.main.get_by_label(f"第{numeral(item)}项的期限，年").fill(str(years))
    return desk.write("处理的依据和理由", basis)


def letter(desk: Desk, title: str) -> str:
    """Open a letter, wait for the worker's PDF, download it; its words without line ends."""
    desk.follow(title)
    link = desk.main.get_by_role("link", name="下载PDF")
    expect(link).to_be_visible(timeout=60_000)
    with desk.page.expect_download() as download:
        link.click()
    reader = PdfReader(io.BytesIO(Path(download.value.path()).read_bytes()))
    return "".join(page.extract_text() for page in reader.pages).replace("\n", "")


def wait_for_filing(desk: Desk) -> Desk:
    """Open the list of filings until the worker has made one of the decision, then that one."""
    return wait_for(desk.enter("汇交"), "示大科诚").follow("示大科诚")


def wait_for(desk: Desk, words: str) -> Desk:
    """Load the page again until a worker's doing shows on it, for half a minute at most."""
    for _ in range(60):
        if words in desk.main.inner_text():
            return desk.look()
        desk.page.wait_for_timeout(500)
        desk.page.reload()
    return desk.reads(words)
