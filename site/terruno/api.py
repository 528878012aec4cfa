"""The API: each room's router mounted under /api/v1, its page at /api/docs."""

from ninja import NinjaAPI

api = NinjaAPI(
    title="Terruño",
    version="1.0",
    description="Products, circuits, producers and networks of Chile's territories; search; inquiries.",
    urls_namespace="terruno-api",
    docs_url="/docs",
    openapi_url="/openapi.json",
)
