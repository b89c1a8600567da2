"""Folding, order and telephone numbers."""

import random
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.kernel.text import (
    PhoneError,
    PhoneReason,
    fold,
    fold_aligned,
    name_sort_key,
    phone,
    show_phone,
    sort_key,
    squeeze,
    squeeze_lines,
    words,
)

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
VIETNAMESE = st.text(
    alphabet="aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ "
    "AÀẢÃÁẠĂÂĐÊÔƠƯ-,.0123456789"
)


def shuffled(things: Sequence[str]) -> list[str]:
    return random.Random(7).sample(things, len(things))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("Đồng Nai", "dong  nai"),
        ("KHÁNH HOÀ", "Khánh Hòa"),
        ("𝐓𝐮𝐲𝐞̂̉𝐧 𝐠𝐚̂́𝐩", "tuyển gấp"),
        ("Ｄệt\u00a0may\u200b", "det may"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Ước"), "nguyen thi uoc"),
    ],
)
def test_spellings_of_one_word_fold_to_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_words_stay_different() -> None:
    assert len({fold(w) for w in ("hàn", "hạt", "điện", "điệm", "c++", "c")}) == 6


@given(st.text())
def test_folding_twice_is_folding_once(s: str) -> None:
    assert fold(fold(s)) == fold(s)


@given(st.text())
def test_composed_and_decomposed_fold_alike(s: str) -> None:
    assert fold(unicodedata.normalize("NFD", s)) == fold(unicodedata.normalize("NFC", s)) == fold(s)


@given(VIETNAMESE)
def test_vietnamese_folds_to_plain_ascii(s: str) -> None:
    assert fold(s).isascii()
    assert fold(s) == fold(s.upper())


@given(st.text())
def test_every_folded_character_knows_where_it_stood(s: str) -> None:
    folded, origins = fold_aligned(s)
    assert len(folded) == len(origins)
    assert " ".join(folded.split()) == fold(s)
    assert origins == sorted(origins)


def test_words_are_cut_at_punctuation() -> None:
    assert words(fold("Thợ hàn (6G), CNC – ca 2")) == ("tho", "han", "6g", "cnc", "ca", "2")


def test_squeezing_removes_what_nobody_sees() -> None:
    assert squeeze("  Trà\u00a0 Vinh\u200b\x00 \n") == "Trà Vinh"
    assert squeeze_lines("a \r\n\n\n\n b\u200b") == "a\n\nb"


@given(st.text())
def test_squeezing_twice_is_squeezing_once(s: str) -> None:
    assert squeeze(squeeze(s)) == squeeze(s)
    assert "\x00" not in squeeze(s)


def test_letters_sort_as_in_the_alphabet() -> None:
    assert sorted(shuffled(LETTERS), key=sort_key) == list(LETTERS)


def test_tones_sort_after_letters() -> None:
    ordered = ["Da", "đa", "Đa", "đà", "e", "ma", "mà", "mả", "mã", "má", "mạ", "man", "màn", "măn", "mân"]
    assert sorted(shuffled(ordered), key=sort_key) == ordered


def test_a_tone_decides_only_between_equal_letters() -> None:
    assert sorted(["hoàng b", "hoang c", "hoãng a"], key=sort_key) == ["hoãng a", "hoàng b", "hoang c"]


def test_shorter_comes_first() -> None:
    assert sorted(["An Giang", "An", "Ang", "An Bình"], key=sort_key) == ["An", "An Bình", "An Giang", "Ang"]


@given(VIETNAMESE, VIETNAMESE)
def test_order_does_not_depend_on_the_unicode_form(a: str, b: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", a)) == sort_key(a)
    assert (sort_key(a) < sort_key(b)) == (sort_key(unicodedata.normalize("NFD", a)) < sort_key(b))


def test_persons_sort_by_given_name_then_family_then_middle() -> None:
    ordered = ["Trần Văn An", "Lê Thị Bích", "Lê Văn Bích", "Thạch Thị Bích", "Kim Đạt", "Nguyễn Văn Đạt"]
    assert sorted(shuffled(ordered), key=name_sort_key) == ordered


@pytest.mark.parametrize(
    "raw", ["0912345678", "0912 345 678", "091.234.5678", "+84 912 345 678", "84912345678", "(+84) 912-345-678"]
)
def test_ways_of_writing_one_number(raw: str) -> None:
    assert phone(raw) == "+84912345678"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("", PhoneReason.EMPTY),
        ("  ", PhoneReason.EMPTY),
        ("chưa có", PhoneReason.NOT_A_NUMBER),
        ("0912 345 67x", PhoneReason.NOT_A_NUMBER),
        ("0912 345 67", PhoneReason.TOO_SHORT),
        ("0912 345 6789", PhoneReason.TOO_LONG),
        ("0112 345 678", PhoneReason.UNKNOWN),
        ("+", PhoneReason.NOT_A_NUMBER),
    ],
)
def test_what_is_no_number_says_why(raw: str, reason: PhoneReason) -> None:
    with pytest.raises(PhoneError) as refused:
        phone(raw)
    assert refused.value.reason is reason
    assert str(refused.value) == reason.label


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("0912345678", "0912 345 678"),
        ("02943841234", "0294 384 1234"),
        ("02838251234", "028 3825 1234"),
        ("19001234", "1900 1234"),
        ("+81312345678", "+81312345678"),
    ],
)
def test_numbers_are_shown_as_they_are_read_out(raw: str, shown: str) -> None:
    assert show_phone(phone(raw)) == shown


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_refused(raw: str) -> None:
    try:
        number = phone(raw)
    except PhoneError:
        return
    assert number.startswith("+")
    assert phone(show_phone(number)) == number
