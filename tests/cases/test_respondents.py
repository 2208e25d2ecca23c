"""Respondents: what the letter needs, who joins, whose case ends (Art 23, 28, 46; 84号 14)."""

from datetime import date

import pytest

from accounts.sealing import blind_index, open_sealed
from cases.models import Case, CaseState, Deadline, Respondent, RespondentState
from cases.services.complaints import Party
from cases.services.respondents import (
    RespondentData,
    add_respondent,
    amend_respondent,
    discontinue_respondent,
    transfer_case,
)
from tests.cases import world as w

ID_NUMBER = "37010219880307231X"


def amend(world: w.World, case: Case, **data: object) -> Respondent:
    return amend_respondent(
        actor=world["officer"],
        case_id=case.pk,
        respondent_id=case.respondents.all()[0].pk,
        data=RespondentData(**{"name": w.RESPONDENT, **data}),  # type: ignore[arg-type]
    )


def discontinue(world: w.World, case: Case, respondent: Respondent, **given: str) -> Respondent:
    terms = {"reason": "death", "evidence": "死亡证明〔2026〕8号", **given}
    return discontinue_respondent(
        actor=world["officer"],
        case_id=case.pk,
        respondent_id=respondent.pk,
        on=w.TODAY,
        **terms,
    )


class TestIdentity:
    """Art 28 (1): name and number; the number is sealed and found only by its index."""

    def number(self) -> str:
        body = ID_NUMBER[:17]
        weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
        total = sum(int(c) * weight for c, weight in zip(body, weights, strict=True))
        return body + "10X98765432"[total % 11]

    def test_the_number_is_sealed(self, world: w.World) -> None:
        case = w.accepted(world)
        amend(world, case, id_number=self.number())
        row = Respondent.objects.get(case=case)
        assert open_sealed(row.id_number) == self.number()
        assert row.id_index == blind_index(self.number())
        assert self.number() not in str(Respondent.objects.values())

    def test_leaving_it_empty_keeps_the_one_on_file(self, world: w.World) -> None:
        case = w.accepted(world)
        amend(world, case, id_number=self.number())
        amend(world, case, party_member=True)
        row = Respondent.objects.get(case=case)
        assert (open_sealed(row.id_number), row.party_member) == (self.number(), True)

    def test_a_wrong_check_character_is_caught(self, world: w.World) -> None:
        wrong = self.number()[:17] + ("1" if self.number()[17] != "1" else "2")
        with w.refused("id_wrong", "第二十八条第一项"):
            amend(world, w.accepted(world), id_number=wrong)

    def test_a_unit_has_a_credit_code_a_person_has_none(self, world: w.World) -> None:
        with w.refused("code_of_person", "第二十八条第一项"):
            amend(world, w.accepted(world), credit_code=w.credit_code(77))
        unit = w.accepted(world, parties=(Party("某公司", "organisation"),))
        with w.refused("credit_code_wrong", "第二十八条第一项"):
            amend(world, unit, name="某公司", credit_code="123")
        assert amend(world, unit, name="某公司", credit_code=w.credit_code(77)).pk


class TestJoining:
    """Part of one affair: the six months keep their start."""

    def test_a_respondent_added_later_does_not_restart_the_limit(self, world: w.World) -> None:
        case = w.investigating(world)
        with w.on(date(2026, 6, 1)):
            add_respondent(
                actor=world["officer"],
                case_id=case.pk,
                party=Party("李珺", "person"),
                allegations="提供数据",
                on=date(2026, 6, 1),
            )
        assert Deadline.objects.get(rule="investigation", chain=case.chain).due == date(
            2026, 10, 20
        )

    def test_nobody_is_a_respondent_twice(self, world: w.World) -> None:
        case = w.accepted(world)
        with w.refused("already_respondent"):
            add_respondent(
                actor=world["officer"],
                case_id=case.pk,
                party=Party(w.RESPONDENT, "person", unit_name="示例大学材料学院"),
                allegations="x",
                on=w.TODAY,
            )

    def test_not_after_the_report(self, world: w.World) -> None:
        case = w.reported(world)
        with w.refused("wrong_state"):
            add_respondent(
                actor=world["officer"],
                case_id=case.pk,
                party=Party("李珺", "person"),
                allegations="x",
                on=w.TODAY,
            )


class TestDeath:
    """Art 23: death only, for that person only; the case ends with the last of them."""

    @pytest.mark.parametrize("reason", ["left", "withdrawn", "other"])
    def test_nothing_else_ends_a_proceeding(self, world: w.World, reason: str) -> None:
        case = w.investigating(world)
        with w.refused("only_death_ends", "第二十三条"):
            discontinue(world, case, case.respondents.get(), reason=reason)

    def test_death_is_proven(self, world: w.World) -> None:
        case = w.investigating(world)
        with w.refused("death_unproven", "第二十三条"):
            discontinue(world, case, case.respondents.get(), evidence=" ")

    def test_the_others_are_not_affected(self, world: w.World) -> None:
        parties = (Party(w.RESPONDENT, "person"), Party("李珺", "person"))
        case = w.investigating(world, parties=parties)
        first, second = case.respondents.all()
        assert discontinue(world, case, first).state == RespondentState.DISCONTINUED
        case.refresh_from_db()
        assert (case.state, second.state) == (CaseState.INVESTIGATING, RespondentState.OPEN)
        discontinue(world, case, second)
        case.refresh_from_db()
        assert case.state == CaseState.TERMINATED
        assert Deadline.objects.get(rule="investigation", chain=case.chain).done == w.TODAY


class TestTransfer:
    """84号 14; Art 46: to the competent body, the clock going along."""

    def transfer(self, world: w.World, case: Case, **given: object) -> Case:
        terms: dict[str, object] = {"to": world.second, "reason": "对方为第一责任主体", **given}
        return transfer_case(actor=world["officer"], case_id=case.pk, on=w.TODAY, **terms)  # type: ignore[arg-type]

    def test_the_limit_goes_along_and_is_not_restarted(self, world: w.World) -> None:
        case = self.transfer(world, w.investigating(world))
        assert case.state == CaseState.TRANSFERRED
        moved = Deadline.objects.get(rule="investigation", chain=case.chain, done=None)
        assert (moved.unit, moved.start) == (world.second, w.TODAY)

    def test_never_to_an_accused_unit(self, world: w.World) -> None:
        accused = (Party("第二大学", "organisation", unit=world.second),)
        with w.refused("to_accused", "第四十六条"):
            self.transfer(world, w.accepted(world, parties=accused))

    def test_with_a_reason_and_to_somebody_else(self, world: w.World) -> None:
        case = w.accepted(world)
        with w.refused("reason_missing"):
            self.transfer(world, case, reason="")
        with w.refused("same_unit"):
            self.transfer(world, case, to=world.university)
