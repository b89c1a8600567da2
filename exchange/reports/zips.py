"""Office files are zips; here they are packed again so that the same content has the same bytes."""

import io
import zipfile
from datetime import date


def sealed(content: bytes, day: date) -> bytes:
    """A zip with each member dated `day`; the order of members, which Office cares for, is kept."""
    out = io.BytesIO()
    moment = (max(day.year, 1980), day.month, day.day, 0, 0, 0)  # zips know no earlier year
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
        for name in packed.namelist():
            member = zipfile.ZipInfo(name, moment)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            again.writestr(member, packed.read(name))
    return out.getvalue()
