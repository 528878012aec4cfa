"""What may stand in a log: never the secret of an address, which lets whoever reads it act as its holder."""

import logging
import re

SECRET = re.compile(r"(?<=/)(?=[^/\s?\"']*[A-Z])[A-Za-z0-9_.\-:~]{20,}")
"""A part of a path as tokens are: long, with a capital in it. Slugs have none, numbers of documents are shorter."""
MASK = "…"


def masked(text: str) -> str:
    """The text with the secrets of its paths left out; what kind of address it was stays to be read."""
    return SECRET.sub(MASK, text)


class WithoutSecrets(logging.Filter):
    """For handlers: passes every record on, with its message masked."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        hidden = masked(message)
        if hidden != message:
            record.msg, record.args = hidden, None
        return True
