"""The source `simulation`: an invented story, the same for the same seed, which drives the demo."""

from .simulation import Settings, Simulation, build
from .staff import STORY_PUSHES, StoryPush
from .story import STORY_END, STORY_START, story_so_far

__all__ = ["STORY_END", "STORY_PUSHES", "STORY_START", "Settings", "Simulation", "StoryPush", "build", "story_so_far"]
