from django.db import models


class IdempotencyKey(models.Model):
    """What a client's key was first used for: the hash of that body and what it was answered with."""

    scope = models.CharField(max_length=80)
    key = models.CharField(max_length=255)
    body_hash = models.CharField(max_length=64)
    reference = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "key"], name="idempotency_key_once")]

    def __str__(self) -> str:
        return f"{self.scope} {self.key}"
