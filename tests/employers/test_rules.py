"""Tax codes as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.employers.codes import EmployerReason
from exchange.employers.rules import TaxCode, is_email, tax_code


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0100109106", "0100109106"),
        (" 01 00109 106 ", "0100109106"),
        ("0100109106-001", "0100109106-001"),
        ("0100109106001", "0100109106-001"),
        ("087084000999", "087084000999"),  # a person's number
    ],
)
def test_a_code_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert tax_code(typed) == TaxCode(kept)


@pytest.mark.parametrize(
    "typed", ["", "12345", "0100109107", "0100109106-000", "01001O9106", "0087084000999", "ba trăm"]
)
def test_what_is_no_code_is_refused(typed: str) -> None:
    assert tax_code(typed) is EmployerReason.TAX_CODE_WRONG


def test_a_code_on_which_the_rules_disagree_is_taken_and_marked() -> None:
    assert tax_code("0100100030") == TaxCode("0100100030", doubtful=True)


def test_a_number_that_no_citizen_can_have_is_taken_and_marked() -> None:
    assert tax_code("001984000999") == TaxCode("001984000999", doubtful=True)


@given(st.text(max_size=20))
def test_any_text_is_answered(typed: str) -> None:
    assert isinstance(tax_code(typed), (TaxCode, EmployerReason))


@given(st.integers(1, 10**7 - 1), st.integers(1, 99))
def test_one_wrong_digit_at_the_end_is_found_or_marked(serial: int, province: int) -> None:
    taken = [code for digit in range(10) if isinstance(code := tax_code(f"{province:02d}{serial:07d}{digit}"), TaxCode)]
    assert len(taken) == 1


@pytest.mark.parametrize(
    ("typed", "fits"), [("a@b.vn", True), (" dung@may.com.vn ", True), ("a@b", False), ("a b@c.vn", False)]
)
def test_addresses(typed: str, fits: bool) -> None:
    assert is_email(typed) is fits
