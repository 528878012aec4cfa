class NotPossible(Exception):
    """The row's state, or what was given, does not allow it; the text says why, in the actor's language."""
