"""The PDF: official format, archival, the same bytes every time."""

import hashlib
import io
import os
import subprocess
import sys

import pytest
from pypdf import PdfReader

from cases.documents import html, pdf, registry
from cases.documents.contexts import Letter
from tests.documents import letters

NUMBER = "示大科诚决〔2026〕14号"
MILLIMETRE = 72 / 25.4
RARE = "喆玥堃珺翀䶮"


def page_of(name: str, letter: Letter) -> str:
    """The page a letter is made of."""
    return html.page(registry.get(name), letter, NUMBER)


def body(markup: str) -> str:
    """A bare page of letter text, without head and signature."""
    return f'<body class="letter-page"><article class="letter">{markup}</article></body>'


def read(page: str) -> PdfReader:
    """The finished PDF."""
    return PdfReader(io.BytesIO(pdf.render(page).content))


def lines(reader: PdfReader, number: int) -> list[str]:
    """The lines of a page as printed."""
    return [line for line in reader.pages[number].extract_text().splitlines() if line.strip()]


def test_a_page_holds_22_lines_of_28_characters() -> None:
    """GB/T 9704-2012, 5.2.3."""
    reader = read(body(f"<p>{'国' * 28 * 30}</p>"))
    printed = [line for line in lines(reader, 0) if "国" in line]
    assert len(printed) == 22
    assert [line.count("国") for line in printed] == [26] + [28] * 21


def test_the_paper_is_a4() -> None:
    """210 by 297 mm."""
    box = read(body("<p>国</p>")).pages[0].mediabox
    assert (round(box.width / MILLIMETRE), round(box.height / MILLIMETRE)) == (210, 297)


def test_page_numbers_stand_outside_odd_right_even_left() -> None:
    """GB/T 9704-2012, 7.5: between dashes, odd pages right, even pages left."""
    found: list[tuple[str, float]] = []
    for page in read(body(f"<p>{'国' * 28 * 30}</p>")).pages:
        page.extract_text(
            visitor_text=lambda text, _cm, tm, *_: found.append((text.strip(), tm[4]))
        )
    at = {text.replace(" ", ""): x / MILLIMETRE for text, x in found if "—" in text}
    assert at["—1—"] > 105 > at["—2—"]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("acceptance_notice", letters.acceptance()),
        ("refusal_notice", letters.refusal()),
        ("advance_notice", letters.advance()),
        ("decision_letter", letters.decision()),
    ],
)
def test_every_kind_becomes_an_archival_pdf_with_its_title(name: str, letter: Letter) -> None:
    """PDF/A-2a: tagged, in Chinese, every font inside."""
    reader = read(page_of(name, letter))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "zh-CN"
    assert "pdfaid:part" in root["/Metadata"].get_object().get_data().decode()
    assert reader.metadata.title == f"{NUMBER} {registry.get(name).title_zh}"
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert set(descendant["/FontDescriptor"]) & {"/FontFile2", "/FontFile3"}


def test_rare_characters_of_given_names_print() -> None:
    """喆 玥 堃 珺 翀 䶮."""
    identity = letters.identity(name=f"郑{RARE}")
    reader = read(page_of("decision_letter", letters.decision(identity=identity)))
    text = "".join(page.extract_text() for page in reader.pages)
    assert f"姓名：郑{RARE}" in text


def test_the_same_letter_gives_the_same_bytes_in_another_process() -> None:
    """The SHA-256 of a letter can be reproduced, also by a worker elsewhere."""
    page = page_of("decision_letter", letters.decision())
    program = (
        "import sys, hashlib, django; django.setup();"
        "from cases.documents import pdf;"
        "print(hashlib.sha256(pdf.render(sys.stdin.read()).content).hexdigest())"
    )
    other = subprocess.run(
        [sys.executable, "-c", program],
        input=page,
        capture_output=True,
        text=True,
        check=True,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "misconduct.settings",
            "PYTHONHASHSEED": "77",
        },
    )
    assert other.stdout.split()[-1] == hashlib.sha256(pdf.render(page).content).hexdigest()


def test_order_of_rendering_does_not_matter() -> None:
    """Fonts and sheets are reused between letters without a trace in them."""
    page = page_of("decision_letter", letters.decision())
    first = pdf.render(page).content
    pdf.render(page_of("refusal_notice", letters.refusal()))
    assert pdf.render(page).content == first


def test_the_signature_never_stands_alone_on_a_page() -> None:
    """GB/T 9704-2012: name and date keep company with the text."""
    for count in range(1, 23):
        others = tuple(f"第{n}点其他事项。" for n in range(count))
        reader = read(page_of("decision_letter", letters.decision(others=others, copies=())))
        last = lines(reader, len(reader.pages) - 1)
        assert any("联系" in line or "事项" in line or "306室" in line for line in last), count


def test_a_long_letter_has_its_pages_counted() -> None:
    """The count stored is the PDF's."""
    rendered = pdf.render(page_of("decision_letter", letters.decision(facts=("事实。" * 90,) * 8)))
    assert rendered.pages == len(PdfReader(io.BytesIO(rendered.content)).pages) > 3


def test_nothing_typed_makes_the_worker_fetch_anything() -> None:
    """A picture in the page is left out, whatever its address."""
    plain = pdf.render(body("<p>国</p>"))
    with_picture = pdf.render(body('<p>国<img src="file:///etc/hostname" alt=""></p>'))
    assert b"/Image" not in with_picture.content
    assert plain.pages == with_picture.pages
