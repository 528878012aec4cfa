"""What changes in this room: one verb each, actor first, one transaction with its rows, audit entry and letters."""

from .inviting import BadInvitation, accept_invitation, end_mandate, invite, withdraw_invitation
from .membership import NotAMember, add_member, answer_join, ask_to_join, end_membership
from .profile import NothingWaits, decide_profile, edit_contact, edit_words, set_portrait
from .seals import SealRefused, ask_for_seal, decline_seal, grant_seal, revoke_grant

__all__ = [
    "BadInvitation",
    "NotAMember",
    "NothingWaits",
    "SealRefused",
    "accept_invitation",
    "add_member",
    "answer_join",
    "ask_for_seal",
    "ask_to_join",
    "decide_profile",
    "decline_seal",
    "edit_contact",
    "edit_words",
    "end_mandate",
    "end_membership",
    "grant_seal",
    "invite",
    "revoke_grant",
    "set_portrait",
    "withdraw_invitation",
]  # fmt: skip
