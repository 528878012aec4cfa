"""The rows every address's example names, and everybody who asks for them."""

from pathlib import Path
from typing import Any

import pytest

from foundation.actors import SYSTEM
from governance.models import ProgrammeCycle
from governance.services import sign_off
from inquiries import letters
from inquiries.models import Offer
from inquiries.recipients import of_offers
from tests.access.people import Known, make_people
from tests.builders import a_circuit, a_network, a_plan, a_producer, a_product, a_seal, a_territory, an_inquiry
from tests.governance.builders import a_report

LETTER = "20261122T202337476497-513f7707.eml"


@pytest.fixture
def known(db: None, settings: Any, tmp_path: Path) -> Known:
    """Accounts by persona, and the keys of live rows, of what belongs to Persona.PRODUCER, of a letter."""
    settings.TERRUNO_VAR, settings.TERRUNO_MAILBOX = tmp_path, True
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / LETTER).write_text("To: a@ejemplo.cl\nSubject: Hola\n\nHola\n")
    people, made = make_people()
    return people, _public() | made | {"letter": LETTER}


@pytest.fixture
def rows(known: Known) -> dict[str, str]:
    return known[1]


def _public() -> dict[str, str]:
    product = a_product(supplies=[300])
    inquiry = an_inquiry(product, "100")
    offer = Offer.objects.select_related("producer", "line__inquiry").get(line__inquiry=inquiry)
    address = of_offers([offer])[offer.pk][0]
    return {
        "territory": a_territory().slug,
        "producer": a_producer().slug,
        "network": a_network().slug,
        "seal": a_seal().slug,
        "product": product.slug,
        "circuit": a_circuit().slug,
        "plan": a_plan().token,
        "tracking": inquiry.token,
        "report": sign_off(SYSTEM, a_report()).slug,
        "cycle": ProgrammeCycle.objects.create(slug="itinerario-2005", name_es="Itinerario 2005", year=2005).slug,
        "offer": letters.offer_url(offer, address).rstrip("/").rpartition("/")[2],
    }
