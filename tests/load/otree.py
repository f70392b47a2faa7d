"""oTree beside ours: set up in a folder of its own, with an environment of its own (needs PyPI).

A questionnaire of 56 questions on eight pages and a last page, as oTree's own tutorial makes one.
It is served as its makers say (`prodserver`, production on, its SQLite file).
"""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from quiz.lab.bench.server import HOST, START_SECONDS, Server, free_port, is_listening

APP = """from otree.api import *
class C(BaseConstants):
    NAME_IN_URL = "peer"
    PLAYERS_PER_GROUP = None
    NUM_ROUNDS = 1
class Subsession(BaseSubsession): pass
class Group(BaseGroup): pass
class Player(BasePlayer):
    for number in range(56):
        locals()[f"q{number}"] = models.IntegerField(
            label=f"Statement {number}: I would like to do this activity",
            choices=[[1, "Not at all"], [2, "No"], [3, "Maybe"], [4, "Yes"], [5, "Very"]],
            widget=widgets.RadioSelect)
    del number
def page(first):
    fields = [f"q{number}" for number in range(first, first + 7)]
    return type(f"P{first}", (Page,), dict(
        form_model="player", form_fields=fields, template_name="peer/MyPage.html"))
class Results(Page): pass
page_sequence = [*(page(first) for first in range(0, 56, 7)), Results]
"""
MY_PAGE = """{{ block title }}Questions{{ endblock }}
{{ block content }}{{ formfields }}{{ next_button }}{{ endblock }}"""
RESULTS = "{{ block title }}Thanks{{ endblock }}\n{{ block content }}<p>Done.</p>{{ endblock }}"
SETTINGS = """
SESSION_CONFIGS = [dict(name="peer", app_sequence=["peer"], num_demo_participants=3)]
DEBUG = False
"""


@contextmanager
def serving(folder: Path, participants: int) -> Iterator[tuple[Server, list[str]]]:
    """A running oTree, and where each of its participants starts."""
    site = _set_up(folder)
    environment = {**os.environ, "OTREE_PRODUCTION": "1"}
    environment["PATH"] = f"{folder / 'venv/bin'}{os.pathsep}{environment['PATH']}"
    for words in (["resetdb", "--noinput"], ["create_session", "peer", str(participants)]):
        subprocess.run(
            ["otree", *words], cwd=site, env=environment, check=True, capture_output=True
        )
    with closing(sqlite3.connect(site / "db.sqlite3")) as rows:
        codes = [code for (code,) in rows.execute("SELECT code FROM otree_participant")]
    port = free_port()
    process = subprocess.Popen(
        ["otree", "prodserver", f"{HOST}:{port}"],
        cwd=site,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        end = time.monotonic() + START_SECONDS
        while not is_listening(port) and time.monotonic() < end:
            time.sleep(0.1)
        yield Server(port, process), [f"/InitializeParticipant/{code}" for code in codes]
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=START_SECONDS)


def _set_up(folder: Path) -> Path:
    """Install it and make the questionnaire; where it stands."""
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    tools = folder / "venv/bin"
    subprocess.run([tools / "pip", "install", "-qqq", "otree"], check=True)
    subprocess.run([tools / "otree", "startproject", "--noinput", "site"], cwd=folder, check=True)
    site = folder / "site"
    peer = site / "peer"
    peer.mkdir()
    for name, text in (("__init__.py", APP), ("MyPage.html", MY_PAGE), ("Results.html", RESULTS)):
        (peer / name).write_text(text, encoding="utf-8")
    with (site / "settings.py").open("a", encoding="utf-8") as settings:
        settings.write(SETTINGS)
    return site
