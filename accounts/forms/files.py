"""The forms on which a unit hands in a file, or its text: own rules, discretion benchmark."""

from typing import Any

from django import forms

from accounts.forms.administration import ManageForm
from accounts.services import benchmarks, unit_rules


class FileForm(ManageForm):
    """A file wins over the text; what it says is kept in the text when it is refused."""

    longest = unit_rules.LONGEST
    too_big = "文件太大，请只放本单位规定。"

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
        # A character takes at most four bytes.
        if upload.size > self.longest * 4:
            self.add_error("upload", self.too_big)
            return
        try:
            data["text"] = upload.read().decode()
        except UnicodeDecodeError:
            self.add_error("upload", "文件不是UTF-8编码，请另存为UTF-8后再选。")
            return
        self.data = self.data.copy()
        self.data[self.add_prefix("text")] = data["text"]


class RulesForm(FileForm):
    """A unit's own rules."""

    citations = (unit_rules.DETAILS, unit_rules.NO_LAXER)


class BenchmarkForm(FileForm):
    """A unit's discretion benchmark."""

    citations = (benchmarks.DETAILS,)
    longest = benchmarks.LONGEST
    too_big = "文件太大，请只放裁量基准。"
