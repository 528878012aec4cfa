"""What the territories have to offer, at the end of a period."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.models import Product
from producers.models import Network, NetworkMember, Producer, SealGrant
from routes.models import Circuit

from .core import Figure, Source, in_force, made_by, register, total

GROUP = "offer"
PRODUCERS = Source("producers", lambda: Producer.objects.all())

register(
    Figure(
        "products", GROUP, _("Productos"), _("Productos publicados al final del período."),
        Source("products", lambda: Product.objects.all()), made_by(), Q(live=True), standing=True,
    )
)  # fmt: skip
register(
    Figure(
        "producers", GROUP, _("Productores"), _("Productores con página publicada al final del período."),
        PRODUCERS, made_by(), Q(live=True), standing=True,
    )
)  # fmt: skip
register(
    Figure(
        "people", GROUP, _("Personas"), _("Personas que trabajan con esos productores, según su página."),
        PRODUCERS, made_by(), Q(live=True), total("people"), standing=True,
    )
)  # fmt: skip
register(
    Figure(
        "networks", GROUP, _("Redes"), _("Redes de productores publicadas al final del período."),
        Source("networks", lambda: Network.objects.all()), made_by(), Q(live=True), standing=True,
    )
)  # fmt: skip
register(
    Figure(
        "members", GROUP, _("Socios de redes"), _("Productores que ese día eran socios de una red."),
        Source("members", lambda: NetworkMember.objects.all(), "network__territory"),
        in_force("joined_on", "left_on"), standing=True,
    )
)  # fmt: skip
register(
    Figure(
        "circuits", GROUP, _("Rutas"), _("Circuitos de turismo publicados al final del período."),
        Source("circuits", lambda: Circuit.objects.all()), made_by(), Q(live=True), standing=True,
    )
)  # fmt: skip
register(
    Figure(
        "seals", GROUP, _("Sellos vigentes"), _("Sellos otorgados, ni vencidos ni revocados, al final del período."),
        Source("seals", lambda: SealGrant.objects.all(), "producer__territory"),
        in_force("granted_on", "expires_on", "revoked_on"), standing=True,
    )
)  # fmt: skip
