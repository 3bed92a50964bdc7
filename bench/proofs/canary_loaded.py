"""What processes of Monitor take seconds to import, in one place: loaded once, for all processes that are made."""

import monitor.desk.history
import monitor.desk.pushes
import monitor.desk.reports
import monitor.desk.settings
import monitor.desk.today
import monitor.desk.warnings
import monitor.doctor
import monitor.export
import monitor.feed
import monitor.pushes.calendar
import monitor.report.figure
import monitor.schedule
import monitor.sources.mastodon.instance
import monitor.sources.mediacloud.stories
import monitor.sources.news.feed
import monitor.sources.x.mentions
import monitor.sources.x.sample
import monitor.ui.screens  # noqa: F401
from monitor import channels
from monitor.counting import detect_language

from . import canary_outputs  # noqa: F401

detect_language("A few words, so that the model is there")
channels.trouble("team", {channels.variable("team"): "mailto://127.0.0.1?from=a@example.org"})  # loads what it knows of
