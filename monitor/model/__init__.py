"""The values that pass between stages: frozen, typed, and without any I/O."""

from .judgement import Assessment, Change, Evidence, Forecast, Series, State, Track
from .pace import DAILY, HOURLY, Pace, pace_of
from .posts import CONTROL, SAMPLE, Coverage, Observation, Page, Post, PostKind, Status
from .sources import Price, Pulse
from .terms import Campaign, Sensitivity, Term, TermKind, Topic
from .times import DAY, HOUR, day_of, hour_of, next_hour
from .views import Crowd, Daily, Rest, SourceView, TopicView

__all__ = [
    "CONTROL",
    "DAILY",
    "DAY",
    "HOUR",
    "HOURLY",
    "SAMPLE",
    "Assessment",
    "Campaign",
    "Change",
    "Coverage",
    "Crowd",
    "Daily",
    "Evidence",
    "Forecast",
    "Observation",
    "Pace",
    "Page",
    "Post",
    "PostKind",
    "Price",
    "Pulse",
    "Rest",
    "Sensitivity",
    "Series",
    "SourceView",
    "State",
    "Status",
    "Term",
    "TermKind",
    "Topic",
    "TopicView",
    "Track",
    "day_of",
    "hour_of",
    "next_hour",
    "pace_of",
]
