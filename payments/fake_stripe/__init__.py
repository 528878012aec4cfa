"""Stripe as far as we use it, for machines without its keys: sessions, refunds and transfers that keep their state,
idempotency keys that replay, signed webhooks, and a page of its own where a test payment is made or refused.

It is reached through the same StripeClient; only `transport` differs. See docs/adr on the test gateway.
"""
