"""The limit of the investigation: standing still and taking longer (Art 23, 25)."""

from datetime import date, timedelta

import pytest

from cases.models import Case, Deadline, Notification
from cases.services.suspensions import extend, resume, suspend
from cases.services.told import tell
from tests.cases import world as w


def limit(case: Case) -> Deadline:
    return Deadline.objects.get(rule="investigation", chain=case.chain)


class TestStandingStill:
    """Art 23: two grounds, the responsible leader, not back-dated, not counted."""

    def suspend(self, world: w.World, case: Case, **given: object) -> None:
        terms: dict[str, object] = {
            "actor": world["leader"],
            "ground": "key_information",
            "detail": "等待外单位提供原始数据",
            "on": w.TODAY,
            **given,
        }
        suspend(case_id=case.pk, **terms)  # type: ignore[arg-type]

    def test_the_days_between_move_the_limit(self, world: w.World) -> None:
        case = w.investigating(world)
        self.suspend(world, case)
        assert limit(case).due is None
        with w.on(w.TODAY + timedelta(days=30)):
            resume(
                actor=world["officer"],
                case_id=case.pk,
                on=w.TODAY + timedelta(days=30),
                cause_gone="数据已收到",
            )
        assert limit(case).due == date(2026, 11, 19)

    def test_no_third_ground(self, world: w.World) -> None:
        with w.refused("suspension_without_ground", "第二十三条"):
            self.suspend(world, w.investigating(world), ground="busy")

    def test_not_back_dated(self, world: w.World) -> None:
        with w.refused("suspension_backdated", "第二十三条"):
            self.suspend(world, w.investigating(world), on=w.TODAY - timedelta(days=1))

    @pytest.mark.parametrize("name", ["head", "officer", "investigator"])
    def test_only_the_responsible_leader(self, world: w.World, name: str) -> None:
        with w.refused("not_allowed", "第二十三条"):
            self.suspend(world, w.investigating(world), actor=world[name])

    def test_not_before_the_investigation(self, world: w.World) -> None:
        with w.refused("not_investigating", "第二十三条"):
            self.suspend(world, w.planned(world))

    def test_it_is_resumed_when_the_cause_is_said_to_be_gone(self, world: w.World) -> None:
        case = w.investigating(world)
        with w.refused("not_suspended", "第二十三条"):
            resume(actor=world["officer"], case_id=case.pk, on=w.TODAY, cause_gone="x")
        self.suspend(world, case)
        with w.refused("cause_not_gone", "第二十三条"):
            resume(actor=world["officer"], case_id=case.pk, on=w.TODAY, cause_gone=" ")


class TestTakingLonger:
    """Art 25: the head, special weight and complexity; a sender of the lead is told."""

    def test_the_head_moves_the_limit(self, world: w.World) -> None:
        case = w.investigating(world)
        extend(actor=world["head"], case_id=case.pk, months=2, ground="涉及三省多家单位")
        assert limit(case).due == date(2026, 12, 21)

    @pytest.mark.parametrize("name", ["leader", "officer"])
    def test_nobody_else(self, world: w.World, name: str) -> None:
        case = w.investigating(world)
        with w.refused("not_allowed", "第二十五条"):
            extend(actor=world[name], case_id=case.pk, months=2, ground="复杂")

    def test_being_busy_without_words_is_no_ground(self, world: w.World) -> None:
        case = w.investigating(world)
        with w.refused("extension_without_ground", "第二十五条"):
            extend(actor=world["head"], case_id=case.pk, months=2, ground=" ")

    def test_whoever_sent_the_lead_is_told_of_it(self, world: w.World) -> None:
        case = w.investigating(
            world, source="transferred", referred_by=world.province, complainant_name=""
        )
        extend(actor=world["head"], case_id=case.pk, months=1, ground="涉及面广")
        owed = Notification.objects.get(case=case, kind="extension")
        assert (owed.organisation, owed.sent_on) == (world.province, None)
        tell(
            actor=world["officer"],
            case_id=case.pk,
            notification_id=owed.pk,
            on=w.TODAY,
            evidence="发文〔2026〕3号",
        )
        assert case.extensions.get().reported_on == w.TODAY
