from django.db import models


class LimitMark(models.Model):
    """Until when a bucket's tokens are spoken for (seconds since 1970). The key is a digest: no address is kept."""

    key = models.CharField(max_length=64, primary_key=True)
    spent_until = models.FloatField()

    def __str__(self) -> str:
        return self.key
