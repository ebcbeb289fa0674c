"""Sequences at random: every mark lies in what was highlighted, nothing typed is a command, jobs move nothing.

`TILIK_SEQUENCES` says how many, for the drill; `TILIK_SEED` which ones.
"""

from __future__ import annotations

import os
import random

import pytest
from PySide6.QtCore import QTimer

from tests.ui.conftest import Sample, make_sample
from tests.ui.random_hands import RandomHands, answer_questions
from tests.ui.window_desk import Starter

SEQUENCES, STEPS = int(os.environ.get("TILIK_SEQUENCES", "40")), 14
SEED = int(os.environ.get("TILIK_SEED", "15"))
LINES = (
    "The harbour office says that ferry {0} never sailed. A sailor said that it left at nine.",
    "Two anglers saw its lights; the operator denies having sold tickets for it on day {0}.",
    "Kantor pelabuhan menyatakan bahwa kapal {0} tidak pernah berangkat, kata seorang pejabat.",
)


@pytest.fixture
def sample() -> Sample:
    return make_sample(("A long log of the bay", *(LINES[n % 3].format(n) for n in range(30))))


def test_what_the_eye_is_on_is_what_the_key_hits(start: Starter) -> None:
    desk = start()
    desk.window.resize(1280, 800)
    questions = QTimer(desk.window, interval=5)
    questions.timeout.connect(answer_questions(desk))
    questions.start()
    made = 0
    for number in range(SEQUENCES):
        if desk.session.article is None or desk.session.article.id != desk.sample.article.id:
            desk.window.open(desk.sample.article.id)
        desk.window.view.setFocus()
        desk.window.parts.marking.attributing.end()
        desk.window.parts.marking.linking.give_up()
        desk.session.here.clear()
        hands = RandomHands(desk, random.Random(f"{SEED} {number}"))
        hands.go(STEPS)
        made += hands.made
    assert made > SEQUENCES // 4  # else nothing was tried
