"""The API: each room's router mounted under /api/v1, its page at /api/docs."""

from ninja import NinjaAPI

from foundation.problems import StrictParser, install_handlers
from inquiries.api import router as inquiries

api = NinjaAPI(
    title="Terruño",
    version="1.0",
    description="Products, circuits, producers and networks of Chile's territories; search; inquiries.",
    urls_namespace="terruno-api",
    docs_url="/docs",
    openapi_url="/openapi.json",
    parser=StrictParser(),
)
install_handlers(api)
api.add_router("/v1", inquiries)
