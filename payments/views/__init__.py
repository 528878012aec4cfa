from .basket import add, basket, change
from .checkout import checkout
from .paying import pay, returned
from .test_gateway import test_payment
from .webhook import webhook

__all__ = ["add", "basket", "change", "checkout", "pay", "returned", "test_payment", "webhook"]
