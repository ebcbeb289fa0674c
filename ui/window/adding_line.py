"""The line above the list of articles while pages are being added: there they will appear."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from ui.desk import Desk
from ui.jobs import Job


class AddingLine(QLabel):
    """Hidden while nothing is being added."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.library)
        self._desk = desk
        self.setObjectName("adding_line")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        column = desk.library.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 1, self)  # over the list itself
        desk.jobs.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Say how far the pages are that are being added."""
        jobs = [job for job in self._desk.jobs.running if job.kept]
        self.setVisible(bool(jobs))
        if jobs:
            self.setText(self._words(jobs))
            self.setAccessibleName(self.text())

    def _words(self, jobs: list[Job]) -> str:
        total = sum(job.total for job in jobs)
        if not total:
            return self.tr("{0}…").format(jobs[0].name)
        done = sum(job.latest.done for job in jobs)
        return self.tr("Adding {0} of {1}…").format(min(done + 1, total), total)
