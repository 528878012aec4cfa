"""Where the documents come from: every kind of listing registers how its published rows are read.

    register("story", rows=published_stories, build=story_documents)

`rows` gives a queryset of what is published, with a `version` to read (a column or an annotation) that grows with every
change; `build` turns some of those rows into documents with as few queries as it can, whatever their number.
"""

from .registry import Source, register, registered, source_of

__all__ = ["Source", "register", "registered", "source_of"]
