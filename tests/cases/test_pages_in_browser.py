"""The pages from the complaint to the report as a person meets them, in the browser."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page

from accounts import clock
from accounts.models import User
from cases.models import Case, Complaint, ComplaintState
from cases.services.complaints import assess_complaint
from tests.cases import world as w
from tests.support.accessibility import violations
from tests.support.browser import PHONE, login
from tests.support.people import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)

COMPLAINT_PAGES = ("", "assess/", "accept/", "decline/", "forward/", "notify/", "identity/")
CASE_PAGES = (
    "team/",
    "team/add/",
    "respondents/",
    "respondents/add/",
    "plan/",
    "plan/draft/",
    "inquiry/",
    "steps/add/",
    "evidence/add/",
    "report/",
    "report/draft/",
    "supplement/",
    "transfer/",
    "notifications/",
    "sign/",
)


def build() -> w.World:
    world = w.build()
    for user in User.objects.all():
        user.set_password(PASSWORD)
        user.save()
    return world


def recent(world: w.World) -> Complaint:
    return w.registered(world, received_on=clock.today() - timedelta(days=2))


def addresses(world: w.World) -> list[str]:
    """Every page of these stages, with a case that has something in each."""
    manager = w.Subject("project", "海水淡化膜材料关键技术研究", manager=world.province)
    case = w.reported(world, works=(manager,))
    complaint = recent(world)
    return [
        "/complaints/",
        "/complaints/new/",
        *(f"/complaints/{complaint.pk}/{page}" for page in COMPLAINT_PAGES),
        *(f"/cases/{case.pk}/{page}" for page in CASE_PAGES),
        f"/cases/{case.pk}/respondents/{case.respondents.get().pk}/",
        f"/cases/{case.pk}/respondents/{case.respondents.get().pk}/discontinue/",
        "/agreement/",
    ]


def test_nothing_on_these_pages_stands_in_anybodys_way(page: Page) -> None:
    world = build()
    pages = addresses(world)
    login(page, "officer")
    found = {}
    for address in pages:
        answer = page.goto(address)
        assert answer is not None and answer.status == 200, address
        if problems := violations(page):
            found[address] = problems
    assert not found, "\n".join(f"{a}: {p}" for a, ps in found.items() for p in ps)


def test_the_long_form_works_on_a_phone_without_scrolling_sideways(page: Page) -> None:
    build()
    page.set_viewport_size(PHONE)
    login(page, "officer")
    page.goto("/complaints/new/")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"]
    assert violations(page) == []


def test_a_complaint_is_registered_assessed_and_accepted(page: Page) -> None:
    build()
    login(page, "officer")
    page.goto("/complaints/new/")
    page.get_by_label("实名举报", exact=True).check()
    page.get_by_label("收到日期的凭据").fill("收文〔2026〕12号")
    page.get_by_label("题目").fill("项目申报书抄袭")
    page.get_by_label("自然科学", exact=True).check()
    page.get_by_label("姓名或名称").fill(w.RESPONDENT)
    page.get_by_label("名称", exact=True).fill("海水淡化膜材料关键技术研究")
    page.get_by_label("举报人姓名").fill(w.COMPLAINANT)
    page.get_by_role("button", name="再加一个被举报对象").click()
    assert page.get_by_label("题目").input_value() == "项目申报书抄袭"
    page.get_by_label("姓名或名称").nth(1).fill("李珺")
    page.get_by_label("我与被举报人、举报人没有").check()
    page.get_by_role("button", name="登记举报").click()
    page.get_by_role("link", name="请填写反映的问题").wait_for()
    page.get_by_label("反映的问题").fill("主要内容与他人已立项项目雷同。")
    page.get_by_role("button", name="登记举报").click()
    page.get_by_role("link", name="核对受理条件").first.click()
    for question in page.locator("fieldset").all():
        text = question.inner_text()
        words = ("重复举报", "生效处理决定", "新的证据", "军队管理")
        no = any(word in text for word in words)
        question.get_by_label("否" if no else "是", exact=True).check()
    page.get_by_role("button", name="保存核对结果").click()
    page.get_by_text("按核对结果，应当受理").wait_for()
    page.get_by_role("link", name="决定受理").click()
    page.get_by_label("签署本案回避声明").check()
    page.get_by_role("button", name="决定受理").click()
    page.get_by_text("6个月的调查处理期限开始计算").wait_for()
    case = Case.objects.get()
    assert {r.name for r in case.respondents.all()} == {w.RESPONDENT, "李珺"}


def test_whoever_was_slower_sees_what_changed_and_keeps_what_was_typed(page: Page) -> None:
    world = build()
    complaint = recent(world)
    base = {**w.YES, "evidence": False, "checkable_lead": False}
    assess_complaint(actor=world["officer"], complaint_id=complaint.pk, answers=base)
    login(page, "officer")
    page.goto(f"/complaints/{complaint.pk}/decline/")
    page.get_by_label("不予受理的理由").fill("两次联系未获补充。")
    assess_complaint(actor=world["officer_b"], complaint_id=complaint.pk, answers=base)
    page.get_by_role("button", name="决定不予受理").click()
    page.get_by_text("没有保存：刚刚有别人办理过").wait_for()
    assert page.get_by_text("逐项核对受理条件，officer_b某").is_visible()
    assert page.get_by_label("不予受理的理由").input_value() == "两次联系未获补充。"
    page.get_by_role("button", name="决定不予受理").click()
    page.get_by_text("已作出不予受理的意见。").wait_for()
    complaint.refresh_from_db()
    assert complaint.state == ComplaintState.DECLINED


def test_the_case_opens_only_after_its_papers_are_signed(page: Page) -> None:
    world = build()
    case = w.accepted(world)
    login(page, "leader")
    page.goto(f"/cases/{case.pk}/")
    page.get_by_role("heading", name="签署保密协议和回避声明").wait_for()
    assert page.get_by_text(w.RESPONDENT).first.is_visible()
    assert page.get_by_text("主要内容与他人已立项项目雷同").count() == 0
    page.get_by_label("我签署保密协议和本案回避声明").check()
    page.get_by_role("button", name="签署").click()
    page.get_by_role("heading", name="项目申报书抄袭他人已立项项目").wait_for()


def test_a_file_is_chosen_with_a_button_in_chinese_and_named_beside_it(page: Page) -> None:
    case = w.investigating(build())
    login(page, "investigator")
    page.goto(f"/cases/{case.pk}/evidence/add/")
    assert page.get_by_text("没有选择文件").is_visible()
    with page.expect_file_chooser() as asked:
        page.get_by_text("选择文件", exact=True).click()
    asked.value.set_files({"name": "比对报告.txt", "mimeType": "text/plain", "buffer": b"same"})
    assert page.get_by_role("status").get_by_text("比对报告.txt").is_visible()
    page.get_by_label("文件").focus()
    assert violations(page) == []
