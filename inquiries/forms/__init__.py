from .answering import AcceptForm, CounterForm, DeclineForm
from .asking import ABROAD, InquiryForm, LineForm, Lines, new_key
from .buying import BuyerForm

__all__ = [
    "ABROAD",
    "AcceptForm",
    "BuyerForm",
    "CounterForm",
    "DeclineForm",
    "InquiryForm",
    "LineForm",
    "Lines",
    "new_key",
]
