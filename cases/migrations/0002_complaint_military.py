"""Whether the respondent of a complaint is under military management (Art 52)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        migrations.AddField(
            "complaint",
            "military",
            models.BooleanField(null=True, verbose_name="被举报人属于军队管理"),
        )
    ]
