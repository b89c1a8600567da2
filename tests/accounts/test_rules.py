"""How wrong passwords are slowed, and what is stored of codes and passwords."""

from datetime import UTC, datetime, timedelta

from exchange.accounts import passwords, rules

LAST = datetime(2026, 11, 23, 1, tzinfo=UTC)


def test_the_first_wrong_passwords_cost_nothing() -> None:
    assert all(rules.wait_until(failures, LAST) is None for failures in range(rules.FREE_FAILURES))


def test_each_further_one_doubles_the_wait_up_to_a_quarter_of_an_hour() -> None:
    waits = [rules.wait_until(rules.FREE_FAILURES + more, LAST) for more in range(12)]
    seconds = [(until - LAST).total_seconds() for until in waits if until]
    assert seconds[:4] == [2, 4, 8, 16]
    assert seconds == sorted(seconds)
    assert seconds[-1] == rules.LONGEST_WAIT.total_seconds() == timedelta(minutes=15).total_seconds()


def test_a_code_is_stored_for_one_telephone_and_one_secret() -> None:
    stored = rules.code_hash("123456", "+84909123450", "a secret")
    assert stored == rules.code_hash("123456", "+84909123450", "a secret")
    assert stored != rules.code_hash("123456", "+84909123451", "a secret")
    assert stored != rules.code_hash("123456", "+84909123450", "another")


def test_a_password_fits_only_itself_and_nobody_has_none() -> None:
    stored = passwords.hashed("mười chữ trở lên")
    assert passwords.fits(stored, "mười chữ trở lên")
    assert not passwords.fits(stored, "muoi chu tro len")
    assert not passwords.fits(None, "no account has this password")
    assert not passwords.fits("not a hash", "not a hash")
