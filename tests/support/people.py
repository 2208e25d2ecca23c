"""What every account of the tests shares."""

PASSWORD = "Shandong-2026"
