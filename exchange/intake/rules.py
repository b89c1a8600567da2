"""Where an import stands, and what may be done with it then."""

from datetime import datetime
from typing import Protocol

from exchange.intake.codes import IntakeReason, Stage, Work


class Times(Protocol):
    """What of an import says where it stands."""

    @property
    def work(self) -> Work | None: ...
    @property
    def checked_at(self) -> datetime | None: ...
    @property
    def started_at(self) -> datetime | None: ...
    @property
    def finished_at(self) -> datetime | None: ...
    @property
    def undo_at(self) -> datetime | None: ...
    @property
    def undone_at(self) -> datetime | None: ...


def stage_of(intake: Times) -> Stage:
    """Where an import stands."""
    if intake.undo_at:
        return Stage.UNDONE if intake.undone_at else Stage.UNDOING
    if intake.finished_at:
        return Stage.TAKEN
    if intake.started_at:
        return Stage.TAKING if intake.work else Stage.STOPPED
    if intake.work:
        return Stage.CHECKING
    return Stage.CHECKED if intake.checked_at else Stage.MAPPING


def why_not_planned(stage: Stage) -> IntakeReason | None:
    """Whether the columns may still be said otherwise."""
    return None if stage in (Stage.MAPPING, Stage.CHECKING, Stage.CHECKED) else IntakeReason.TAKEN_ALREADY


def why_not_started(stage: Stage) -> IntakeReason | None:
    """Whether the rows may be taken in; one that was stopped goes on."""
    match stage:
        case Stage.CHECKED | Stage.STOPPED:
            return None
        case Stage.CHECKING | Stage.TAKING | Stage.UNDOING:
            return IntakeReason.BUSY
        case Stage.MAPPING:
            return IntakeReason.NOT_CHECKED
        case Stage.TAKEN | Stage.UNDONE:
            return IntakeReason.TAKEN_ALREADY


def why_not_undone(stage: Stage) -> IntakeReason | None:
    """Whether what was taken may be taken back."""
    if stage in (Stage.TAKEN, Stage.STOPPED):
        return None
    return IntakeReason.BUSY if stage is Stage.TAKING else IntakeReason.NOTHING_TO_UNDO
