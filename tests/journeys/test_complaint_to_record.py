"""A real case in the browser, from the complaint to the record in the national register.

Its facts are those of a decision of 2024 (see ``story``): the provincial department has the first
responsible unit, the university, handle it (84号 14); the record goes up in two hops (Art 36).
"""

from datetime import date
from pathlib import Path

import pytest

from accounts.audit.verify import breaches
from tests.journeys import pages, story
from tests.journeys.conftest import Desks
from tests.journeys.desk import Calendar, barriers
from tests.reporting import national
from tests.support.processes import Process, Stub

pytestmark = pytest.mark.django_db(transaction=True)


def test_from_the_complaint_to_the_record(
    desk: Desks,
    calendar: Calendar,
    worker: Process,
    national_stub: Stub,
    problems: dict[str, list[str]],
    tmp_path: Path,
) -> None:
    calendar.to(date(2026, 3, 2))
    the_department_registers(desk)
    calendar.to(date(2026, 3, 4))
    the_department_forwards(desk)
    calendar.to(date(2026, 3, 10))
    the_university_accepts(desk)
    calendar.to(date(2026, 3, 12))
    the_team_is_built(desk)
    calendar.to(date(2026, 3, 16))
    the_plan_is_approved(desk)
    calendar.to(date(2026, 4, 20))
    the_inquiry_is_made(desk, tmp_path)
    calendar.to(date(2026, 5, 12))
    the_report_is_signed(desk)
    the_department_is_told(desk)
    the_university_finds(desk)
    calendar.to(date(2026, 5, 18))
    the_measures_are_proposed(desk)
    the_respondent_is_told(desk)
    calendar.to(date(2026, 5, 21))
    the_respondent_is_heard(desk)
    calendar.to(date(2026, 5, 25))
    the_head_approves(desk)
    the_letter_is_issued(desk)
    calendar.to(date(2026, 5, 26))
    the_letter_is_served(desk)
    everybody_is_told(desk)
    calendar.to(date(2026, 5, 28))
    the_unit_reports_upward(desk)
    calendar.to(date(2026, 6, 1))
    both_recipients_confirm(desk)
    calendar.to(date(2026, 6, 3))
    the_province_submits(desk)
    the_nation_acknowledges(desk, national_stub)
    the_case_is_closed(desk)
    assert barriers(problems) == {}


def the_department_registers(desk: Desks) -> None:
    """Art 11, 44, 45."""
    province = desk("province").open("/work/").enter("举报登记").follow("登记举报")
    pages.sign_agreement(province)
    province.tick("实名举报", "自然科学", story.PLAGIARISM)
    province.choose("途径", "向项目、奖励、人才计划等的管理部门（单位）举报")
    province.write("收到日期的凭据", "收文〔2026〕12号")
    province.write("题目", story.TITLE).write("反映的问题", story.CONTENT)
    province.write("姓名或名称", story.RESPONDENT).choose("所在单位（平台内）", "示例大学")
    province.write("所在单位、部门", "示例大学材料科学与工程学院").write("职务、身份", "项目负责人")
    province.write("编号", story.PROJECT_NUMBER).choose("管理单位", "示例省科学技术厅")
    province.main.get_by_label("名称", exact=True).fill(story.PROJECT)
    province.tick("财政性资金支持的省级科技计划项目")
    province.write("举报人姓名", story.COMPLAINANT).write("举报人联系方式", "示例市信箱8号")
    province.tick(pages.NOT_RELATED).press("登记举报")
    province.next_is("逐项核对受理条件", "第十二条", "还剩15个工作日（2026年3月23日）")


def the_department_forwards(desk: Desks) -> None:
    """Art 14; 84号 14: the first responsible unit handles what lies within its powers."""
    province = desk("province").work("逐项核对受理条件")
    pages.assess(province, competent=False)
    province.next_is("转送或告知", "第十四条", "还剩13个工作日（2026年3月23日）").go_on()
    province.choose("转送单位", "示例大学").press("转送或告知")
    province.reads("已转送或告知。")


def the_university_accepts(desk: Desks) -> None:
    """Art 12, 14, 25: fifteen working days from its own receipt, then six months."""
    officer = desk("officer").open("/work/").reads("还剩11个工作日（2026年3月25日）")
    pages.sign_agreement(officer.follow("逐项核对受理条件"))
    pages.assess(officer, competent=True)
    officer.reads("示例省科学技术厅").next_is("决定受理", "第十四条").go_on()
    officer.tick(f"{pages.NOT_RELATED}，签署本案回避声明").press("决定受理")
    officer.reads("已受理。6个月的调查处理期限开始计算。", "鲁科字〔2024〕84号")
    officer.next_is("拟定调查方案", "第十六条", "还剩184天（2026年9月10日）")
    officer.work("通知实名举报人").reads("第十四条").press("登记已通知")
    officer.reads("这件举报没有要办的事", "按期完成")


def the_team_is_built(desk: Desks) -> None:
    """Art 17, 44, 45: who may not know anything before signing."""
    officer = desk("officer").work("拟定调查方案")
    officer.follow("示").follow("人员")
    for name, duty in pages.TEAM.items():
        pages.add_to_team(officer.follow("增加参与人员"), name, duty)
    for username in pages.SIGNERS:
        signer = desk(username).work("签署保密协议和本案回避声明")
        signer.reads(story.RESPONDENT, story.PROJECT).reads_no(story.CONTENT)
        pages.sign_papers(signer).reads("已签署，可以打开案件。", story.TITLE)


def the_plan_is_approved(desk: Desks) -> None:
    """Art 16: six parts, approved by the responsible leader and nobody else."""
    officer = desk("officer").work("拟定调查方案")
    pages.fill(officer, {**story.PLAN, "工作纪律": ""}).press("保存调查方案")
    officer.follow("提交批准").press("提交批准")
    officer.is_refused("工作纪律", "第十六条")
    officer.enter("我的工作").follow("提交调查方案").follow("修改方案")
    officer.write("工作纪律", story.PLAN["工作纪律"]).press("保存调查方案")
    officer.follow("提交批准").press("提交批准")
    officer.next_is("批准调查方案", "单位相关负责人", "第十六条")
    head = desk("head").open(f"{officer.page.url}plan/approve/")
    head.reads("由单位相关负责人批准。", "第十六条")
    leader = desk("leader").work("批准调查方案")
    leader.reads(story.PLAN["工作纪律"]).press("批准调查方案")
    leader.reads("已批准调查方案。").next_is("开始调查", "调查人员", "第十七条")


def the_inquiry_is_made(desk: Desks, folder: Path) -> None:
    """Art 17 to 20."""
    investigator = desk("investigator").work("开始调查").press("开始调查")
    investigator.next_is("开展行政调查和学术评议，听取被调查人陈述和申辩", "第十七条").go_on()
    pages.record_step(investigator.follow("记录调查工作"), "行政调查", story.ADMINISTRATIVE)
    investigator.follow("记录调查工作").choose("评议机构", "专家组").tick(*pages.EXPERTS[:4])
    pages.record_step(investigator, "学术评议", story.ACADEMIC).is_refused("第十七条")
    investigator.tick(pages.EXPERTS[4]).press("记录")
    investigator.follow("记录调查工作").tick("谈话人已签字", "谈话对象已签字", "赵求实", "钱思齐")
    investigator.write("谈话对象", story.RESPONDENT)
    pages.record_step(investigator, "谈话", story.TALK)
    investigator.follow("记录调查工作").choose("被调查人", story.RESPONDENT)
    pages.record_step(investigator, "听取被调查人陈述和申辩", story.HEARING)
    file = folder / "compare.txt"
    file.write_text("申报书第3至9页与已立项项目材料相同。", encoding="utf-8")
    pages.add_evidence(investigator.follow("收入证据材料"), "文本比对报告", file)
    investigator.reads("文本比对报告", "校验值")


def the_report_is_signed(desk: Desks) -> None:
    """Art 24: seven parts, the signature of every investigator."""
    investigator = desk("investigator").work("起草调查报告")
    pages.fill(investigator, story.REPORT).press("保存调查报告")
    investigator.follow("签署调查报告").tick("我已通读这一版报告，签字确认").press("签字")
    investigator.reads("您已签字。")
    second = desk("investigator2").work("签署调查报告")
    second.reads(story.REPORT["调查结论"]).tick("我已通读这一版报告，签字确认").press("签字")
    second.reads("全体签字，报告已形成。")


def the_department_is_told(desk: Desks) -> None:
    """Art 24: what was found, in writing, to the body with powers of its own."""
    officer = desk("officer").work("书面告知有关单位").reads("示例省科学技术厅", "第二十四条")
    pages.with_proof(officer.follow("登记已告知"), "示大科诚发〔2026〕2号", "登记已告知")


def the_university_finds(desk: Desks) -> None:
    """Art 2, 26, 28, 30: what was done, by whom, and how grave it is, six factors weighed."""
    officer = desk("officer").work(f"对{story.RESPONDENT}的事实、情节、性质作最终认定")
    officer.follow("示大科诚").follow("被调查人基本情况").follow("补充基本情况")
    officer.write("身份证件号码", story.ID_NUMBER[:-1] + "0").press("保存基本情况")
    officer.is_refused("身份证件号码")
    officer.write("身份证件号码", story.ID_NUMBER).press("保存基本情况")
    officer.reads("已保存；身份证件号码已封存。").reads_no(story.ID_NUMBER)
    officer.work(f"对{story.RESPONDENT}的事实、情节、性质作最终认定")
    officer.tick("认定有科研失信行为", "情节严重").write("认定的事实", story.CONTENT)
    officer.write("认定事实的证据", story.EVIDENCE).write("学术出版规范或行业标准", story.STANDARD)
    pages.fill(officer, {**story.FACTORS, "第三十条第六项": ""})
    officer.write("情节认定的理由", story.BASIS).press("保存认定")
    officer.is_refused("第三十条")
    officer.write("第三十条第六项", story.FACTORS["第三十条第六项"]).press("保存认定")
    officer.next_is(f"拟定对{story.RESPONDENT}的处理措施", "第二十六条", "第二十七条")


def the_measures_are_proposed(desk: Desks) -> None:
    """Art 29, 32: exactly what was decided in 2024."""
    officer = desk("officer").work(f"拟定对{story.RESPONDENT}的处理措施")
    pages.propose(officer, {2: None, 5: 3, 13: None}, story.BASIS)
    officer.press("保存拟定的处理措施").next_is(f"制作{story.RESPONDENT}的事先告知书", "第二十七条")
    officer.reads("情节严重", "期限3年", "记入科研诚信严重失信行为数据库")


def the_respondent_is_told(desk: Desks) -> None:
    """Art 27: facts, basis and the right to answer, in writing, with proof of service."""
    officer = desk("officer").go_on().press("制作告知书")
    officer.next_is(f"送达{story.RESPONDENT}的事先告知书，登记送达")
    pages.with_proof(officer.go_on(), "送达回证1号", "登记送达")
    officer.next_is(f"听取{story.RESPONDENT}的陈述申辩", "第二十七条", "陈述申辩截至2026年5月25日")
    assert "禁止" in pages.letter(officer, "事先告知书")


def the_respondent_is_heard(desk: Desks) -> None:
    """Art 27: every point is answered."""
    officer = desk("officer").work(f"听取{story.RESPONDENT}的陈述申辩")
    officer.write("陈述申辩的内容", story.STATEMENT)
    officer.write("其中的意见", "\n".join(story.POINTS)).press("登记陈述申辩")
    officer.next_is(f"答复{story.RESPONDENT}的陈述申辩", "还有1条").go_on()
    for point, answer in story.POINTS.items():
        officer.write(f"答复：{point}", answer).tick("不采纳")
    officer.press("保存答复").next_is(f"听取{story.RESPONDENT}的陈述申辩").go_on()
    officer.press("登记听取完毕").next_is(f"批准对{story.RESPONDENT}的处理决定", "单位负责人")


def the_head_approves(desk: Desks) -> None:
    """Art 26: the head of the unit that has the power, not the leader of the plan."""
    leader = desk("leader").open(f"{desk('officer').page.url}approve/")
    leader.reads("由单位负责人批准。", "第二十六条")
    head = desk("head").work(f"批准对{story.RESPONDENT}的处理决定")
    head.reads(story.RESPONDENT, "期限3年").press("批准处理决定")
    head.reads("已批准，可以签发处理决定书。")


def the_letter_is_issued(desk: Desks) -> None:
    """Art 28: the letter's contents; the identity number only in the file itself."""
    officer = desk("officer").work(f"签发对{story.RESPONDENT}的处理决定书")
    officer.press("签发处理决定书").reads("已签发，处理决定书正在生成。")
    officer.next_is(f"向{story.RESPONDENT}送达处理决定书，登记送达", "第二十八条")
    words = pages.letter(officer, "处理决定书")
    officer.reads_no(story.ID_NUMBER)
    for said in (story.RESPONDENT, story.ID_NUMBER, "3年", "15个工作日", *story.POINTS):
        assert said in words, said


def the_letter_is_served(desk: Desks) -> None:
    """Art 28, 36, 42: service starts the appeal, and effect the ten working days."""
    officer = desk("officer").work(f"向{story.RESPONDENT}送达处理决定书，登记送达")
    pages.with_proof(officer.tick("直接送达"), "送达回证2号", "登记送达")
    officer.reads("已生效", "送达被处理人时生效（本单位解读，条文未写明）")


def everybody_is_told(desk: Desks) -> None:
    """Art 24, 28, 38: the complainant, the department that referred the case, the funder."""
    officer = desk("officer").work(f"告知实名举报人对{story.RESPONDENT}的处理结果")
    officer.press("登记已告知")
    for title in ("报送移送单位", "报送项目、奖励、人才管理部门"):
        officer.work(f"{title}：示例省科学技术厅")
        pages.with_proof(officer, "示大科诚发〔2026〕3号", "登记已送出")


def the_unit_reports_upward(desk: Desks) -> None:
    """Art 36: ten working days from effect; whoever made the package ready does not release it."""
    officer = desk("officer")
    pages.wait_for_filing(officer)
    officer.next_is(
        "备齐报送件：处理决定书和调查报告", "第三十六条", "还剩8个工作日（2026年6月9日）"
    )
    officer.go_on().press("备齐报送件").reads("报送件已备齐，请另一人放行。")
    officer.open(f"{officer.page.url}release/").press("放行报送")
    officer.is_refused("另一人")
    desk("leader").work("放行报送：处理决定书和调查报告").press("放行报送")
    desk("leader").reads("已放行报送，等待收件方确认收到。")


def both_recipients_confirm(desk: Desks) -> None:
    """Art 36: a receipt from each; the province's own ten working days start with its own."""
    for username, title, button in (
        ("superior", "确认上级主管部门收到报送件", "确认上级收到"),
        ("province", "确认省科技厅收到报送件", "确认省科技厅收到"),
    ):
        recipient = desk(username).open("/filing/").follow("示大科诚")
        pages.sign_papers(recipient)
        pages.with_proof(recipient.work(title), "收文〔2026〕88号", button)
    desk("province").next_is("审核报送件和数据信息的要素", "第二十条", "（2026年6月15日）")


def the_province_submits(desk: Desks) -> None:
    """84号 20, Art 36: checked by one officer, released by another."""
    province = desk("province").work("审核报送件和数据信息的要素").press("审核通过")
    province.reads("审核通过，请另一人放行汇交。")
    province.open(f"{province.page.url}submit/").press("放行汇交").is_refused("另一人")
    second = desk("province2").open("/filing/").follow("示大科诚")
    pages.sign_papers(second)
    second.work("放行汇交：数据信息、处理决定书和调查报告").press("放行汇交")
    second.reads("已放行汇交，系统正在发送")


def the_nation_acknowledges(desk: Desks, stub: Stub) -> None:
    """The worker sends both parts; the national side holds one record, as it was decided."""
    second = pages.wait_for(desk("province2"), "已入库，没有要办的事")
    held = national.kept(stub.url)
    assert len(held) == 1
    second.reads(held[0]["receipt"])
    measures = {m["item"]: m["years"] for m in held[0]["body"]["measures"]}
    assert sorted(measures) == story.PUBLISHED["sanctions_items"]
    assert measures[5] == story.PUBLISHED["ban_years"]["project"]
    assert held[0]["body"]["conduct"] == story.PUBLISHED["conduct_items"]


def the_case_is_closed(desk: Desks) -> None:
    """Every respondent's proceeding has ended; nothing was changed behind anybody's back."""
    officer = desk("officer").work("结案").press("结案")
    officer.reads("已结案，没有要办的事")
    assert list(breaches()) == []
