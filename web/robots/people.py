"""How people at a fair behave: those who look for work, those who interview, those who only stay at their desk."""

import asyncio
from datetime import timedelta
from random import Random
from uuid import UUID

from exchange.demo.talks import TALKS, WELCOME
from exchange.kernel import clock
from web.robots.browser import Browser, Page

_BOOTH, _SEEKER = 'class="from-booth"', 'class="from-seeker"'
_MOST_TICKETS = 2
_SIGN_OF_LIFE = 60.0  # seconds
_SILENT_LOOKS = 16  # looks without an answer, about three minutes: then the interview is over as well
_REASONS = ("experience", "hours", "distance", "wage")
_ANSWERS: tuple[tuple[str, dict[str, str]], ...] = (
    *(("preselected", {}),) * 4,
    *(("hired", {}),) * 2,
    *(("not_this_time", {"reason": ""}),) * 4,
    ("second_interview", {"again_on": ""}),
    ("referred", {"referred_to": "training"}),
)


class Pace:
    """How fast they live: 1 is human, 10 is a film run fast, for load."""

    def __init__(self, speed: float, chance: Random) -> None:
        self.chance = chance
        self._speed = speed

    async def pause(self, least: float, most: float) -> None:
        """Let some seconds go by."""
        await asyncio.sleep(self.chance.uniform(least, most) / self._speed)


class Seeker:
    """Takes numbers, waits, answers calls in about the time a person needs, talks, and rests after finding work."""

    def __init__(self, browser: Browser, pace: Pace) -> None:
        self._browser = browser
        self._pace = pace
        self._tickets: list[UUID] = []

    async def live(self) -> None:
        """A day that does not end."""
        mine = await self._browser.get("/me")
        self._tickets = mine.ids("/tickets/")
        while True:
            await self._look_at_tickets()
            if len(self._tickets) < _MOST_TICKETS and self._pace.chance.random() < 0.3:
                await self._take_a_number()
            await self._pace.pause(8, 15)

    async def _look_at_tickets(self) -> None:
        for ticket in list(self._tickets):
            page = await self._browser.get(f"/tickets/{ticket}")
            if f"/tickets/{ticket}/acceptance" in page.text:
                await self._answer(ticket)
            elif talk := page.first("/interviews/"):
                await self._talk(talk)
            elif f"/tickets/{ticket}/departure" not in page.text:
                self._tickets.remove(ticket)  # it is over, one way or another

    async def _take_a_number(self) -> None:
        lobby = await self._browser.get("/")
        booths = lobby.ids("/booths/")
        if not booths:
            return
        booth = self._pace.chance.choice(booths)
        await self._browser.get(f"/booths/{booth}")
        await self._pace.pause(5, 20)
        page = await self._browser.post(f"/booths/{booth}/tickets")
        if page.path.startswith("/tickets/"):
            self._tickets.append(UUID(page.path.rsplit("/", 1)[-1]))

    async def _answer(self, ticket: UUID) -> None:
        """Most come at once, some ask for a moment, some do not see it."""
        await self._pace.pause(4, 20)
        mood = self._pace.chance.random()
        if mood < 0.84:
            page = await self._browser.post(f"/tickets/{ticket}/acceptance")
            if page.path.startswith("/interviews/"):
                await self._talk(UUID(page.path.rsplit("/", 1)[-1]))
        elif mood < 0.94:
            await self._browser.post(f"/tickets/{ticket}/step-back")

    async def _talk(self, talk: UUID) -> None:
        """Answer what the booth says, until the booth has ended it."""
        words = iter(self._pace.chance.choice(TALKS)[::2])
        while True:
            page = await self._browser.get(f"/interviews/{talk}")
            if page.status != 200 or "data-since" not in page.text:
                break  # no clock runs any more
            if _last_is(page, _BOOTH) and (text := next(words, "")):
                await self._pace.pause(8, 30)
                await self._browser.post(f"/interviews/{talk}/messages", text=text)
            await self._pace.pause(6, 12)
        await self._pace.pause(30, 240)


class Interviewer:
    """Sits down, calls the next, asks, listens, and gives the outcome."""

    def __init__(self, browser: Browser, pace: Pace) -> None:
        self._browser = browser
        self._pace = pace
        self._seen_at = -_SIGN_OF_LIFE

    async def live(self) -> None:
        """At the first of the desks where this person may sit."""
        booth = await first_desk(self._browser)
        while booth:
            page = await self._desk(booth)
            if talk := page.first("/interviews/", "/outcome"):
                await self._interview(booth, talk)
            elif f"/desks/{booth}/shift-end" in page.text and f"/booths/{booth}/calls" in page.text:
                await self._pace.pause(5, 40)
                await self._browser.post(f"/booths/{booth}/calls")
            await self._pace.pause(6, 12)

    async def _desk(self, booth: UUID) -> Page:
        """The desk as it is now; once a minute with a sign of life."""
        now = asyncio.get_running_loop().time()
        if now < self._seen_at + _SIGN_OF_LIFE:
            return await self._browser.get(f"/desks/{booth}")
        self._seen_at = now
        return await self._browser.post(f"/desks/{booth}/shift")

    async def _interview(self, booth: UUID, talk: UUID) -> None:
        script = self._pace.chance.choice(TALKS)
        words = iter((self._pace.chance.choice(WELCOME), *script[1::2]))
        silence = 0
        while silence < _SILENT_LOOKS:
            page = await self._desk(booth)
            silence += 1
            if not _last_is(page, _BOOTH):
                text, silence = next(words, ""), 0
                if not text:
                    break
                await self._pace.pause(6, 25)
                await self._browser.post(f"/interviews/{talk}/messages", text=text)
            await self._pace.pause(8, 14)
        await self._give_outcome(booth, talk)

    async def _give_outcome(self, booth: UUID, talk: UUID) -> None:
        page = await self._browser.get(f"/desks/{booth}")
        choices = page.ids('<option value="') or page.ids('name="vacancy_id" value="')
        outcome, more = self._pace.chance.choice(_ANSWERS)
        fields = {"outcome": outcome} | more
        if outcome == "hired":
            fields["vacancy_id"] = str(self._pace.chance.choice(choices[:3])) if choices else ""
        if "again_on" in fields:
            fields["again_on"] = self._some_day()
        if "reason" in fields:
            fields["reason"] = self._pace.chance.choice(_REASONS)
        await self._browser.post(f"/interviews/{talk}/outcome", **fields)

    def _some_day(self) -> str:
        return (clock.local_day(clock.now()) + timedelta(days=self._pace.chance.randint(2, 6))).isoformat()


class Sitter:
    """Stays where somebody sits already: the page's sign of life, nothing else."""

    def __init__(self, browser: Browser, pace: Pace) -> None:
        self._browser = browser
        self._pace = pace

    async def live(self) -> None:
        """Until they stand up; then it leaves the desk alone."""
        booth = await first_desk(self._browser)
        while booth:
            page = await self._browser.get(f"/desks/{booth}")
            if f'/desks/{booth}/shift"' in page.text:
                return  # they have left the desk
            await self._browser.post(f"/desks/{booth}/shift")
            await asyncio.sleep(_SIGN_OF_LIFE)


async def first_desk(browser: Browser) -> UUID | None:
    """The booth of the live fair where the person may sit."""
    page = await browser.get("/desks")
    if page.path.startswith("/desks/"):
        return UUID(page.path.rsplit("/", 1)[-1])
    return page.first("/desks/")


def _last_is(page: Page, side: str) -> bool:
    """Whether the last word in the conversation is of this side."""
    return page.text.rfind(side) > page.text.rfind(_SEEKER if side == _BOOTH else _BOOTH)
