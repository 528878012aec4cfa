"""What waits in the panel of the demo: a seal to decide, a network's proposal, a profile to review."""

from foundation.models import User
from producers.models import JoinRequest, Network, Producer, Seal, SealRequest
from producers.services import ask_for_seal, ask_to_join, edit_words

from .accounts import DOMAIN

NETWORK, SEAL = "red-queseras-limari", "sello-limari"
ASKS_FOR_SEAL, ASKED_TO_JOIN, WROTE = "queseria-corral-de-pirca", "copao-y-cordillera", "majada-tres-hermanas"
QUOTE = "Somos tres, y ninguna se va a dormir sin contar las cabras."
QUOTE_EN = "There are three of us, and none goes to bed without counting the goats."


def load_panel() -> None:
    """Each once: whatever somebody decided since stays decided."""
    coordinator = User.objects.filter(email=f"coordinacion.queseras@{DOMAIN}").first()
    network, seal = Network.objects.filter(slug=NETWORK).first(), Seal.objects.filter(slug=SEAL).first()
    if coordinator is None or network is None or seal is None:
        return
    asks, asked, wrote = (_maker(slug) for slug in (ASKS_FOR_SEAL, ASKED_TO_JOIN, WROTE))
    if asks and not SealRequest.objects.filter(producer=asks, seal=seal).exists():
        ask_for_seal(coordinator, asks, seal, note="Cumple la pauta: leche propia y ficha sanitaria al día.")
    if asked and not JoinRequest.objects.filter(producer=asked, network=network).exists():
        ask_to_join(coordinator, network, asked)
    if wrote and not wrote.workflow_states.exists():
        edit_words(coordinator, wrote, quote_es=QUOTE, quote_en=QUOTE_EN)


def _maker(slug: str) -> Producer | None:
    return Producer.objects.filter(slug=slug).first()
