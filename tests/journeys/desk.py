"""What a person at a browser does: opens, reads, fills in, presses; axe looks at every page."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect

from tests.support.accessibility import violations

NOON, ZONE = time(12), ZoneInfo("Asia/Shanghai")


class Calendar:
    """Stands in for the setting of ``accounts.clock``; every thread of the process sees it."""

    def __init__(self) -> None:
        self.moment: datetime | None = None

    def to(self, day: date) -> date:
        """Let it be noon of that day."""
        self.moment = datetime.combine(day, NOON, ZONE)
        return day

    def get(self) -> datetime | None:
        """What the clock asks for."""
        return self.moment

    def set(self, moment: datetime | None) -> datetime | None:
        """What ``clock.at`` asks for; the moment before, to be set again."""
        before, self.moment = self.moment, moment
        return before

    reset = set


class Desk:
    """One person's browser. Words are given as they stand on the page."""

    def __init__(self, page: Page, username: str, problems: dict[str, list[str]]) -> None:
        self.page, self.username, self.problems = page, username, problems

    def open(self, address: str) -> "Desk":
        """Go to an address of the platform."""
        self.page.goto(address)
        return self.look()

    def work(self, title: str) -> "Desk":
        """Go to my work and open the task with these words."""
        return self.open("/work/").follow(title)

    def enter(self, name: str) -> "Desk":
        """Go to a part of the platform by the navigation."""
        return self._onward(self.page.get_by_role("navigation").get_by_role("link", name=name))

    def follow(self, name: str) -> "Desk":
        """Follow a link of the page's own part."""
        return self._onward(self.main.get_by_role("link", name=name).first)

    def press(self, name: str, beside: str = "") -> "Desk":
        """Press a button that sends a form; of several alike, the one beside these words."""
        within = self.main.get_by_role("listitem").filter(has_text=beside) if beside else self.main
        return self._onward(within.get_by_role("button", name=name, exact=True))

    def go_on(self) -> "Desk":
        """Press what the panel of the next step offers."""
        return self._onward(self.next.locator("a.btn-primary"))

    @property
    def main(self) -> Locator:
        """The page without its frame."""
        return self.page.get_by_role("main")

    @property
    def next(self) -> Locator:
        """The panel that says what must happen next."""
        return self.page.locator("section.cw-next")

    def write(self, label: str, words: str) -> "Desk":
        """Fill a field."""
        self.main.get_by_label(label).first.fill(words)
        return self

    def tick(self, *labels: str) -> "Desk":
        """Tick boxes or choose among buttons."""
        for label in labels:
            self.main.get_by_label(label, exact=True).check()
        return self

    def choose(self, label: str, option: str) -> "Desk":
        """Choose from a list."""
        self.main.get_by_role("combobox", name=label).first.select_option(label=option)
        return self

    def reads(self, *words: str) -> "Desk":
        """The page says this."""
        for said in words:
            expect(self.main).to_contain_text(said)
        return self

    def reads_no(self, *words: str) -> "Desk":
        """The page does not say this."""
        for said in words:
            expect(self.main).not_to_contain_text(said)
        return self

    def next_is(self, title: str, *words: str) -> "Desk":
        """The next step has this title, and its panel says this too."""
        expect(self.next.get_by_role("heading")).to_have_text(title)
        for said in words:
            expect(self.next).to_contain_text(said)
        return self

    def is_refused(self, *words: str) -> "Desk":
        """The list of errors at the top of a form says this."""
        for said in words:
            expect(self.page.get_by_role("alert")).to_contain_text(said)
        return self.look()

    def look(self) -> "Desk":
        """Have axe examine the page, once for each kind of page and outcome."""
        kind = re.sub(r"\d+", "#", self.page.url.split("/", 3)[3])
        name = f"{kind} {self.page.title()} {self.page.get_by_role('alert').count()}"
        if name not in self.problems:
            self.problems[name] = violations(self.page)
        return self

    def _onward(self, control: Locator) -> "Desk":
        with self.page.expect_navigation():
            control.click()
        return self.look()


def barriers(problems: dict[str, list[str]]) -> dict[str, list[str]]:
    """The pages on which axe found something."""
    return {page: found for page, found in problems.items() if found}
