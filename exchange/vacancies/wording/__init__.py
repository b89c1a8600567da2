"""Wording that the law forbids in an advertisement, or that people are cheated with. Pure rules; the centre decides."""

from exchange.vacancies.wording.codes import EXPLAINED, Explained, Wording
from exchange.vacancies.wording.finding import Finding, findings

__all__ = ["EXPLAINED", "Explained", "Finding", "Wording", "findings"]
