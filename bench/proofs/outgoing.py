"""Proofs of what leaves the machine: X's posts only when switched on, nothing posted, aliases only, safe tables."""

from __future__ import annotations

from . import outgoing_cells as cells
from . import outgoing_counts as counts
from . import outgoing_messages as messages
from . import outgoing_writes as writes
from .proof import Proof

PROOFS: tuple[Proof, ...] = (
    Proof(
        "P7",
        "X is off until it is switched on, and counts only until posts are; its terms are told",
        counts.x_is_off,
        8,
        64,
        "configurations",
        "posts are read by default",
        counts.posts_by_default,
        3,
    ),
    Proof(
        "P8",
        "the tool never posts",
        writes.never_posts,
        60,
        1000,
        "people on each platform",
        "counting at X also publishes a post",
        writes.posting,
        5,
    ),
    Proof(
        "P9",
        "what leaves says aliases, never terms, and loads nothing",
        messages.names_nobody,
        200,
        1000,
        "messages",
        "a topic is called by its first term",
        messages.by_first_term,
        20,
    ),
    Proof(
        "S3",
        "no cell of a table is run as a formula",
        cells.cells_are_text,
        200,
        4000,
        "names",
        "cells are written as they are",
        cells.as_they_are,
        80,
    ),
)
