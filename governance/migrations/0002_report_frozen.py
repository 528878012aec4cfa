from django.db import migrations

from governance import freezing


class Migration(migrations.Migration):
    dependencies = [("terruno_governance", "0001_initial")]

    operations = [migrations.RunPython(freezing.install, freezing.remove)]
