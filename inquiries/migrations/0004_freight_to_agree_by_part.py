from django.db import migrations, models


def mark_those_of_quotes(apps, schema_editor):
    """Until now only the quote knew, and for all its parts at once."""
    parts = apps.get_model('terruno_inquiries', 'OrderPart').objects.using(schema_editor.connection.alias)
    unpriced = parts.filter(order__quote__freight_status='to_agree', freight=0, lines__product__isnull=False)
    parts.filter(pk__in=list(unpriced.values_list('pk', flat=True))).update(freight_to_agree=True)


class Migration(migrations.Migration):

    dependencies = [
        ('terruno_inquiries', '0003_orders'),
    ]

    operations = [
        migrations.AddField(
            model_name='orderpart',
            name='freight_to_agree',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.RunPython(mark_those_of_quotes, migrations.RunPython.noop),
    ]
