"""The product's settings, with a view to compare with and the limits out of the way."""

from terruno.settings import *  # noqa: F403
from terruno.settings import MIDDLEWARE as PRODUCT_MIDDLEWARE

ROOT_URLCONF = "bench.urls"
MIDDLEWARE = ["bench.counting.count_queries", *PRODUCT_MIDDLEWARE]
TERRUNO_INQUIRY_BURST = 1_000_000
STRIPE_WEBHOOK_SECRET = "whsec_bench"
LOGGING = {"version": 1, "disable_existing_loggers": False}
