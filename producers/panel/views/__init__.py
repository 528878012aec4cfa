from .account import account
from .frame import choose, home, menu
from .invitation import invitation
from .network import join, member, network, networks
from .people import end, invite, people, withdraw
from .profile import profile
from .review import review
from .seals import ask, decide, revoke, seals
from .territory import territory

__all__ = [
    "account", "ask", "choose", "decide", "end", "home", "invitation", "invite", "join", "member", "menu", "network",
    "networks", "people", "profile", "review", "revoke", "seals", "territory", "withdraw",
]  # fmt: skip
