"""What the story's invented staff plan and do, so that the demo has a push whose effect can be measured."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from ...model import HOUR, Check, Push, PushState


@dataclass(frozen=True, slots=True)
class StoryPush:
    """A push of the story: planned at a moment of it, and told to have gone out at a later one.

    `push` is how it stands then, of no topic yet: `place` is the topic's, in the order of the configuration.
    """

    planned_at: datetime
    told_at: datetime
    push: Push
    place: int = 0


_LANTERNS = datetime(2017, 5, 8, 6, tzinfo=UTC)  # the second wave begins

STORY_PUSHES = (
    StoryPush(
        planned_at=datetime(2017, 4, 24, 8, tzinfo=UTC),
        told_at=_LANTERNS + 4 * HOUR,
        push=Push(
            topics=(),
            starts_at=_LANTERNS,
            ends_at=_LANTERNS + 3 * HOUR,
            state=PushState.DONE,
            owner="Amina",
            channels=("the square", "the harbour", "the choir's letter"),
            hook="day of lanterns",
            languages=("en", "ru"),
            draft=(
                "Tonight at nine, light a lantern where the sea can see it, and write one line to the keepers. "
                "Show the light and no faces; nobody needs to give a name. "
                "Whoever finds these days heavy can talk to somebody at the harbour line, day and night."
            ),
            checked=(Check.EXPOSES_NOBODY, Check.HELPLINE),
            went_out_at=_LANTERNS,
        ),
    ),
)
