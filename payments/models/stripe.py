from django.db import models


class StripeEvent(models.Model):
    """A signed event of Stripe as it came in. Its contents are not believed: the worker fetches the object itself."""

    id = models.CharField(primary_key=True, max_length=255)
    type = models.CharField(max_length=80)
    session_id = models.CharField(max_length=255, blank=True)
    intent_id = models.CharField(max_length=255, blank=True)
    reference = models.CharField(max_length=64, blank=True)
    """Our payment's key, which goes with the session."""
    received_at = models.DateTimeField(auto_now_add=True)
    fetched_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-received_at"]
        indexes = [models.Index(fields=["fetched_at", "received_at"])]

    def __str__(self) -> str:
        return f"{self.type} {self.id}"


class FakeObject(models.Model):
    """What the test gateway (`payments.fake_stripe`) remembers; Stripe itself keeps its own."""

    id = models.CharField(primary_key=True, max_length=80)
    kind = models.CharField(max_length=40)
    body = models.JSONField()
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at"]

    def __str__(self) -> str:
        return self.id


class FakeReplay(models.Model):
    """The test gateway's answer under an idempotency key."""

    key = models.CharField(primary_key=True, max_length=255)
    request = models.CharField(max_length=64)
    """SHA-256 of the address and the parameters."""
    status = models.PositiveSmallIntegerField()
    body = models.JSONField()

    def __str__(self) -> str:
        return self.key
