"""The form on which a unit's discretion benchmark is handed in: a file, or its text."""

from typing import Any

from django import forms

from accounts.forms.administration import ManageForm
from accounts.services.benchmarks import DETAILS, LONGEST


class BenchmarkForm(ManageForm):
    """A file wins over the text; what it says is kept in the text when it is refused."""

    citations = (DETAILS,)

    upload = forms.FileField(label="文件", required=False, help_text="JSON文件，UTF-8编码。")
    text = forms.CharField(
        label="文件内容",
        required=False,
        # What the file says is kept to the letter: it is what was handed in.
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
        help_text="也可以不选文件，把内容贴在这里。",
    )

    def clean(self) -> dict[str, Any]:
        """The text to be registered, from the file where there is one."""
        data = super().clean() or {}
        upload = data.get("upload")
        if upload is not None:
            self._take(upload, data)
        elif not data.get("text", "").strip():
            self.add_error("text", "请选择文件，或者把内容贴在这里。")
        return data

    def _take(self, upload: Any, data: dict[str, Any]) -> None:
        if upload.size > LONGEST * 4:
            self.add_error("upload", "文件太大，请只放裁量基准。")
            return
        try:
            data["text"] = upload.read().decode()
        except UnicodeDecodeError:
            self.add_error("upload", "文件不是UTF-8编码，请另存为UTF-8后再选。")
            return
        self.data = self.data.copy()
        self.data[self.add_prefix("text")] = data["text"]
