from .answering import answer
from .asking import new, options
from .ordering import order
from .quoting import quote, quote_document
from .tracking import track

__all__ = ["answer", "new", "options", "order", "quote", "quote_document", "track"]
