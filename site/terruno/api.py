"""The API: each room's router mounted under /api/v1, its page at /api/docs."""

from django.http import Http404, HttpRequest
from ninja import NinjaAPI, Router, Swagger

from catalog.api import router as catalog
from foundation.problems import StrictParser, install_handlers
from governance.api import router as governance
from inquiries.api import router as inquiries
from opportunities.api import router as opportunities
from producers.api import router as producers
from routes.api import router as routes
from search.api import router as search
from territories.api import router as territories

api = NinjaAPI(
    title="Terruño",
    version="1.0",
    description="Products, circuits, producers and networks of Chile's territories; search; inquiries. "
    "Money is whole pesos, quantities are decimal text, coordinates WGS84 degrees, errors RFC 9457 problems.",
    urls_namespace="terruno-api",
    docs=Swagger(settings={"defaultModelsExpandDepth": 0}),
    docs_url="/docs",
    openapi_url="/openapi.json",
    parser=StrictParser(),
)
install_handlers(api)
lost = Router()


@lost.api_operation(["GET", "POST", "PUT", "PATCH", "DELETE"], "/{path:rest}", include_in_schema=False)
def absent(request: HttpRequest, rest: str) -> None:
    """Whatever no router knows is a problem document too, not a page of the site."""
    raise Http404


for router in (territories, producers, catalog, routes, inquiries, opportunities, governance, search):
    api.add_router("/v1", router)
api.add_router("", lost)
