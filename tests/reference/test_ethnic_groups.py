"""The 54 ethnic groups: coded, however they are written."""

import pytest

from exchange.reference import ethnic_groups


def test_there_are_fifty_four_numbered_without_gaps() -> None:
    assert [group.code for group in ethnic_groups.all_groups()] == [f"{n:02}" for n in range(1, 55)]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Kinh", "01"), ("kinh", "01"), ("KINH", "01"), (" Dân tộc Kinh ", "01"), ("Việt", "01"),
        ("Khmer", "05"), ("Khơ me", "05"), ("KHƠ-ME", "05"), ("Hoa", "04"), ("H'Mông", "08"), ("Mông", "08"),
    ],
)  # fmt: skip
def test_a_group_is_known_in_any_spelling(written: str, code: str) -> None:
    found = ethnic_groups.find(written)

    assert found
    assert found.code == code


@pytest.mark.parametrize("written", ["", "Không rõ", "55", "Pháp"])
def test_what_is_no_group_is_none(written: str) -> None:
    assert ethnic_groups.find(written) is None
