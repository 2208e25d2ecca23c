"""Sealed text: unreadable at rest, findable by blind index, opened only with the key."""

import pytest
from django.db import connection

from accounts.sealing import Sealed, blind_index, open_sealed, seal
from accounts.sealing.box import SealBroken, masked
from cases.models import Case, Respondent

NUMBER = "370102199001011234"


def test_a_sealed_text_opens_to_itself_and_never_twice_to_the_same_token():
    first, second = seal("喆䶮"), seal("喆䶮")
    assert open_sealed(first) == open_sealed(second) == "喆䶮"
    assert first.token != second.token


def test_printing_a_sealed_text_shows_nothing():
    sealed = seal(NUMBER)
    assert NUMBER not in f"{sealed}"
    assert str(sealed) == "身份封存"


def test_an_altered_token_is_refused():
    token = seal(NUMBER).token
    with pytest.raises(SealBroken):
        open_sealed(Sealed(token[:-4] + ("AAAA" if token[-4:] != "AAAA" else "BBBB")))


def test_an_old_key_still_opens_after_the_current_one_changed(settings):
    old = seal(NUMBER)
    settings.SEALING_KEYS = {
        **settings.SEALING_KEYS,
        "k9": next(iter(settings.SEALING_KEYS.values())),
    }
    settings.SEALING_CURRENT = "k9"
    assert open_sealed(old) == NUMBER
    assert seal(NUMBER).token.startswith("k9:")


def test_an_unknown_key_is_named():
    with pytest.raises(SealBroken, match="k404"):
        open_sealed(Sealed("k404:AAAA"))


def test_the_blind_index_ignores_spaces_width_and_case():
    assert blind_index(" 张 三 ") == blind_index("张三")
    assert blind_index("ＡＢ") == blind_index("ab")
    assert blind_index("张三") != blind_index("李四")
    assert blind_index("") == ""


def test_a_number_on_screen_keeps_only_its_ends():
    assert masked(NUMBER) == "370***********1234"
    assert masked("1234") == "****"


@pytest.mark.django_db
def test_a_row_holds_no_plain_number(cast):
    case = Case.objects.create(
        number="测1", organisation=cast.unit("示例大学"), title="某案", domain="natural",
        accepted_on="2026-01-05", law_on="2026-01-05", law_reason="测试",
    )  # fmt: skip
    person = Respondent.objects.create(
        case=case, name="某某", kind="person", id_number=NUMBER, added_on="2026-01-05"
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT id_number FROM cases_respondent")
        (stored,) = cursor.fetchone()
    assert NUMBER not in stored
    assert open_sealed(Respondent.objects.get(pk=person.pk).id_number) == NUMBER
