"""All viewers: who gets what, in which order, and that the loop stays free."""

import asyncio
import json
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as some

from web.live import frames
from web.live.frames import Close
from web.live.hub import PATIENCE, SLICE, Hub


@dataclass(eq=False)
class Viewer:
    """A connection that remembers."""

    topics: frozenset[str] = frozenset()
    silent: int = 0
    got: list[bytes] = field(default_factory=list)
    end: Close | str | None = None

    def send(self, frame: bytes, seq: int | None = None) -> None:
        self.got.append(frame)

    def close(self, code: Close) -> None:
        self.end = code

    def abort(self) -> None:
        self.end = "cut off"

    @property
    def news(self) -> list[tuple[int, str]]:
        """Number and regions of each frame."""
        read = [json.loads(frame[frame.index(b"{") :]) for frame in self.got]
        return [(one["seq"], one["html"]) for one in read]


def joined(hub: Hub, *topics: str) -> Viewer:
    viewer = Viewer()
    hub.join(viewer, frozenset(topics))
    return viewer


async def test_each_viewer_gets_one_frame_with_all_that_concerns_it() -> None:
    hub = Hub()
    visitor, seeker, recruiter = joined(hub, "all"), joined(hub, "all", "an"), joined(hub, "booth")

    receipts = await hub.publish(9, {"all": "<board>", "an": "<ticket>", "binh": "<other>"})

    assert receipts == 2
    assert visitor.news == [(9, "<board>")]
    assert seeker.news == [(9, "<board><ticket>")]
    assert recruiter.news == []


async def test_a_frame_is_made_once_for_all_who_get_the_same() -> None:
    hub = Hub()
    crowd = [joined(hub, "all", "lobby") for _ in range(3)]
    crowd += [joined(hub, "all", f"person {number}") for number in range(3)]

    await hub.publish(1, {"all": "a", "lobby": "b"})

    assert len({id(viewer.got[0]) for viewer in crowd[:3]}) == 1
    assert len({id(viewer.got[0]) for viewer in crowd[3:]}) == 1


async def test_ticks_published_at_once_arrive_in_order_everywhere() -> None:
    hub = Hub()
    crowd = [joined(hub, "all", f"person {number}") for number in range(SLICE * 3)]

    later = [hub.publish(number + 1, {f"person {number}": "x"}) for number in range(len(crowd))]
    await asyncio.gather(hub.publish(0, {"all": "x"}), *later)

    assert [[seq for seq, _ in viewer.news] for viewer in crowd] == [[0, number + 1] for number in range(len(crowd))]


async def test_others_run_between_slices() -> None:
    hub = Hub()
    crowd = [joined(hub, f"person {number}") for number in range(SLICE * 4)]
    reached: list[int] = []

    async def onlooker() -> None:
        while True:
            reached.append(sum(bool(viewer.got) for viewer in crowd))
            await asyncio.sleep(0)

    watching = asyncio.create_task(onlooker())
    await hub.publish(1, dict.fromkeys([f"person {number}" for number in range(SLICE * 4)], "x"))
    watching.cancel()

    assert [SLICE * step in reached for step in (1, 2, 3)] == [True] * 3


async def test_a_sign_out_closes_its_pages_and_no_others() -> None:
    hub = Hub()
    signed_in, other = joined(hub, "all", "login 1"), joined(hub, "all", "login 2")

    assert hub.kick("login 1", Close.SIGNED_OUT) == 1

    await hub.publish(1, {"all": "x"})
    assert (signed_in.end, signed_in.got) == (Close.SIGNED_OUT, [])
    assert (other.end, len(other.got)) == (None, 1)


async def test_topics_can_change_while_the_line_stays_open() -> None:
    hub = Hub()
    viewer = joined(hub, "all", "booth 1")

    hub.retopic(viewer, frozenset({"all", "booth 2"}))

    assert hub.topics_with_listeners() == {"all", "booth 2"}
    assert hub.topics_with_listeners("booth") == {"booth 2"}


async def test_what_nobody_listens_to_any_more_takes_no_room() -> None:
    hub = Hub()
    viewer = joined(hub, "all", "an")

    hub.leave(viewer)
    hub.leave(viewer)

    assert (hub.counts().sockets, hub.counts().topics) == (0, 0)


async def test_a_slow_reader_is_put_off_with_a_request_to_come_back() -> None:
    hub = Hub()
    slow = joined(hub, "all")

    hub.put_off(slow)

    assert slow.end is Close.TRY_AGAIN
    assert (hub.counts().sockets, hub.counts().too_slow) == (0, 1)


async def test_a_viewer_that_leaves_while_others_are_written_to_does_no_harm() -> None:
    hub = Hub()
    crowd = [joined(hub, "all") for _ in range(SLICE * 2)]

    publishing = asyncio.create_task(hub.publish(1, {"all": "x"}))
    await asyncio.sleep(0)
    for viewer in crowd:
        hub.leave(viewer)

    assert await publishing == SLICE * 2


async def test_a_heartbeat_reaches_all_and_cuts_off_who_never_answers() -> None:
    hub = Hub()
    awake, asleep = joined(hub, "all"), joined(hub, "all")

    for _ in range(PATIENCE + 1):
        await hub.beat()
        awake.silent = 0  # its pong came

    assert awake.got == [frames.HEARTBEAT] * (PATIENCE + 1)
    assert (awake.end, asleep.end) == (None, "cut off")
    assert hub.counts().fell_silent == 1


async def test_who_does_not_hang_up_is_cut_off_too() -> None:
    hub = Hub()
    rude, polite = joined(hub, "all"), joined(hub, "all")
    hub.kick("all", Close.RESTART)
    hub.leave(polite)  # its connection closed

    for _ in range(PATIENCE + 1):
        await hub.beat()

    assert (rude.end, polite.end) == ("cut off", Close.RESTART)


async def test_a_ready_made_frame_goes_to_a_topic_as_it_is() -> None:
    hub = Hub()
    viewer = joined(hub, "all")

    assert await hub.send("all", frames.reload(60)) == 1

    assert viewer.got == [b'\x81\x1b{"within":60,"reload":true}']


names = some.sampled_from(["all", "booth", "an", "binh"])
steps = some.lists(
    some.one_of(
        some.tuples(some.just("topics"), some.integers(0, 4), some.frozensets(names)),
        some.tuples(some.just("leave"), some.integers(0, 4), some.just(frozenset[str]())),
        some.tuples(some.just("publish"), some.integers(0, 4), some.frozensets(names, min_size=1)),
    ),
    max_size=30,
)


@given(steps)
async def test_whatever_happens_each_hears_exactly_its_topics(
    story: list[tuple[str, int, frozenset[str]]],
) -> None:
    hub = Hub()
    viewers = [Viewer() for _ in range(5)]
    listening: dict[Viewer, frozenset[str]] = {}
    expected: dict[Viewer, list[tuple[int, str]]] = {viewer: [] for viewer in viewers}

    for seq, (verb, place, topics) in enumerate(story):
        viewer = viewers[place]
        if verb == "publish":
            news = {topic: f"<{topic}>" for topic in sorted(topics)}
            await hub.publish(seq, news)
            for one, wanted in listening.items():
                if html := "".join(news[topic] for topic in sorted(topics & wanted)):
                    expected[one].append((seq, html))
        elif verb == "leave":
            hub.leave(viewer)
            listening.pop(viewer, None)
        else:
            hub.join(viewer, topics)
            listening[viewer] = topics

    assert {viewer: viewer.news for viewer in viewers} == expected
    assert hub.topics_with_listeners() == frozenset().union(*listening.values())
