"""The values that pass between stages: frozen, typed, and without any I/O."""

from .effects import Effect, Extra, Fatigue, Lesson, Outcome, Verdict, Why
from .holdings import HeldFor, Holding, KeyAge
from .judgement import Assessment, Change, Evidence, Forecast, Series, State, Track
from .notes import Note
from .pace import DAILY, HOURLY, Pace, pace_of
from .posts import CONTROL, SAMPLE, Coverage, Observation, Page, Post, PostKind, Status
from .pushes import Anchor, Check, Deed, Planning, Push, PushState, Request, Window
from .sources import Price, Pulse
from .terms import Campaign, Sensitivity, Term, TermKind, Topic, aliases_of, called_outside, stands_in
from .times import DAY, HOUR, day_of, hour_of, next_hour
from .views import Crowd, Daily, Rest, SourceView, TopicView
from .warnings import Channel, Delivery, Due, Letter, Message, MessageKind, Snooze, Told

__all__ = [
    "CONTROL",
    "DAILY",
    "DAY",
    "HOUR",
    "HOURLY",
    "SAMPLE",
    "Anchor",
    "Assessment",
    "Campaign",
    "Change",
    "Channel",
    "Check",
    "Coverage",
    "Crowd",
    "Daily",
    "Deed",
    "Delivery",
    "Due",
    "Effect",
    "Evidence",
    "Extra",
    "Fatigue",
    "Forecast",
    "HeldFor",
    "Holding",
    "KeyAge",
    "Lesson",
    "Letter",
    "Message",
    "MessageKind",
    "Note",
    "Observation",
    "Outcome",
    "Pace",
    "Page",
    "Planning",
    "Post",
    "PostKind",
    "Price",
    "Pulse",
    "Push",
    "PushState",
    "Request",
    "Rest",
    "Sensitivity",
    "Series",
    "Snooze",
    "SourceView",
    "State",
    "Status",
    "Term",
    "TermKind",
    "Told",
    "Topic",
    "TopicView",
    "Track",
    "Verdict",
    "Why",
    "Window",
    "aliases_of",
    "called_outside",
    "day_of",
    "hour_of",
    "next_hour",
    "pace_of",
    "stands_in",
]
