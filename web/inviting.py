"""The letter that makes somebody a recruiter."""

from exchange.employers.actions import Invited
from exchange.kernel.texts import N_
from web.visit import Visit


async def send_invitation(visit: Visit, invited: Invited) -> None:
    """Send the link, after the commit that made it."""
    link = f"{visit.settings.public_url}/invitations/{invited.token}"
    said = N_("%(employer)s mời anh/chị làm người phỏng vấn. Mở liên kết này trong 7 ngày để nhận: %(link)s")
    await visit.house.sender.send(invited.email, said % {"employer": invited.employer, "link": link})
