"""What counts how much when listings are put in order; the same numbers for every engine.

They weigh against BM25 with a factor of k1 + 1 in it (see `bm25_factor` of the engines that leave it out).
"""

from search.plan import QueryPlan, leaves

WEIGHTS = (("title", 6.0), ("names", 2.5), ("text", 1.0))
"""What a word weighs by where it stands. The text holds the title and names again, so these add up."""
OTHER_LANGUAGE = 0.7
TIE = 0.15
WHOLE_TITLE, TITLE_BEGINS, WHOLE_KEYWORD, TITLE_PHRASE, TEXT_PHRASE = 12.0, 3.0, 3.0, 3.0, 0.7
KIND_WORTH = {"territory": 3.0, "product": 3.0, "circuit": 2.5}
"""Between listings that answer alike: what is bought, visited or lived in before who makes it."""
FEW, FAR_MORE_USED = 3, 10
"""A search that finds so few offers a like word that is used so many times more."""
MOST_SUGGESTED, LOOKED_AT = 8, 40
FROM_THE_START = 3.0
NAME_WORTH = {"territory": 1.0, "circuit": 0.8, "product": 0.7, "network": 0.5, "producer": 0.4}
"""Between names that begin alike, the wider thing first."""


def stems_of(plan: QueryPlan, lang: str) -> frozenset[str]:
    """The stems a quotation in this language is to mark."""
    return frozenset(getattr(word, lang) for slot in plan.slots for word in leaves(slot)) - {""}
