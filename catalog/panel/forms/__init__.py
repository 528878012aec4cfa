from .details import DetailsForm
from .fields import PesosField, QuantityField
from .photograph import PhotographForm
from .prices import FormatFormSet, MeasureForm, write_formats
from .review import ReturnForm
from .season import SeasonForm
from .stock import StockForm
from .supply import SupplyForm, WholesaleForm
from .what import WhatForm

__all__ = [
    "DetailsForm", "FormatFormSet", "MeasureForm", "PesosField", "PhotographForm", "QuantityField", "ReturnForm",
    "SeasonForm", "StockForm", "SupplyForm", "WhatForm", "WholesaleForm", "write_formats",
]  # fmt: skip
