from django.core.exceptions import ValidationError

from inquiries import cleaning


def validate_rut(text: str) -> None:
    """For model fields: the rule of the forms, in Django's own words for a wrong value."""
    try:
        cleaning.rut(text, "rut", required=True)
    except cleaning.BadField as error:
        raise ValidationError(error.message) from error
