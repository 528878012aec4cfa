"""All of the demo's records, whole or not at all."""

from django.db import transaction

from . import goods, governance, ground, makers, opportunities, past, trips
from .loader import Loader


def load_records(loader: Loader) -> None:
    with transaction.atomic():
        territories = ground.load_territories(loader)
        producers = makers.load_producers(loader, territories)
        networks = makers.load_networks(loader, territories, producers)
        makers.load_seals(loader, territories, producers)
        products = goods.load_products(loader, territories, producers, networks)
        goods.load_points_of_sale(loader, products)
        trips.load_circuits(loader, territories, producers, products)
        opportunities.load_opportunities(loader, territories, networks, products)
        past.load_past(loader, territories)
        governance.load_governance(loader, territories, networks)
        governance.load_reports(territories)
