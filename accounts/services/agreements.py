"""Signing the standing confidentiality agreement (Art 44)."""

from django.db import transaction

from accounts import clock
from accounts.actors import Actor
from accounts.audit.log import append
from accounts.models import ConfidentialityAgreement, Organisation
from accounts.services.permissions import require
from rules.law import N221, cite

AGREEMENT_WORDS = cite(
    N221,
    44,
    "不得私自留存、隐匿、摘抄、复制或泄露问题线索和调查资料，未经允许不得透露或公开调查处理工作情况",
)


def agreement_text(organisation: Organisation) -> str:
    """The text a person signs on joining the organisation's work on cases."""
    return (
        f"本人参与{organisation.name}科研失信行为调查处理工作，承诺秉持客观公正，遵守工作纪律，"
        f"主动接受监督；{AGREEMENT_WORDS.text}。离开岗位后继续保守工作中知悉的秘密。"
    )


@transaction.atomic
def sign_agreement(*, actor: Actor) -> ConfidentialityAgreement:
    """Sign for the organisation in use; signing twice keeps the first signature."""
    require("office.enter", actor)
    organisation = Organisation.objects.get(pk=actor.unit)
    agreement, made = ConfidentialityAgreement.objects.get_or_create(
        user_id=actor.person,
        organisation=organisation,
        defaults={"signed_at": clock.now(), "text": agreement_text(organisation)},
    )
    if made:
        chain = f"organisation:{organisation.pk}"
        append(chain=chain, name="agreement.signed", actor=actor, subject=agreement)
    return agreement
