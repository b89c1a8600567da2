"""What a fault of the database says where it is logged."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from exchange.kernel.db import Store


@pytest.mark.parametrize("how", ["read", "write"])
def test_a_fault_tells_its_statement_but_none_of_its_values(how: str, store: Store) -> None:
    asked = text("SELECT 1 FROM nowhere WHERE name = :name")

    with pytest.raises(DBAPIError) as fault:
        getattr(store, how)(lambda db: db.execute(asked, {"name": "Trần Thị Lan"}))

    assert "nowhere" in str(fault.value)
    assert "Lan" not in str(fault.value)
