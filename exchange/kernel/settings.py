"""What an operator may set, from the environment (`EXCHANGE_…`) or a `.env` file."""

import base64
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from exchange.kernel.vault import Vault

SHORTEST_SECRET = 32
_DEMO_KEY = base64.b64encode(b"only for people who do not exist").decode()


class SettingsWrong(Exception):  # noqa: N818
    """A setting is missing or unreadable; the text is one sentence for the operator."""


class Settings(BaseSettings):
    """All settings. `docs/operations.md` explains each; a test keeps the two in step."""

    model_config = SettingsConfigDict(env_prefix="EXCHANGE_", env_file=".env", extra="ignore", frozen=True)

    database_url: str = Field(default="sqlite:///var/exchange.sqlite3")
    secret: str = Field(default="", description="at least 32 characters; signs one-time codes and links")
    identity_key: str = Field(default="", description="32 random bytes in base64; several by comma, the first seals")
    public_url: str = Field(default="http://127.0.0.1:8000", description="the address people type; no final slash")
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    demo: bool = Field(default=False, description="example people, one-click sign-in; never with real people")
    sms: Literal["console"] = Field(default="console", description="how one-time codes are sent")
    trusted_proxies: str = Field(default="", description="addresses whose X-Forwarded-For is believed, by comma")
    feed_private: bool = Field(default=False, description="feeds may call our own network and plain HTTP; for trials")
    log: Literal["text", "json"] = "text"
    documents: str = Field(default="var/documents", description="where scans lie: a folder, or s3://bucket/prefix")
    scanner: str = Field(default="", description="a command that is given a scan and answers by its exit code")

    def vault(self) -> Vault:
        """What seals the numbers that identify people. Raises ValueError for a key that is none."""
        return Vault(self.identity_key or _DEMO_KEY)

    @property
    def secure(self) -> bool:
        """Whether people reach us by https, so that cookies must not travel without it."""
        return self.public_url.startswith("https://")


def read_settings(**given: object) -> Settings:
    """Settings with `given` values before the environment's. Raises SettingsWrong with one plain sentence."""
    try:
        settings = Settings(**given)  # type: ignore[arg-type]
    except ValidationError as wrong:
        first = wrong.errors()[0]
        name = "EXCHANGE_" + str(first["loc"][0]).upper()
        raise SettingsWrong(f"{name} is not usable: {first['msg']}.") from None
    if not settings.demo and not settings.secret:
        raise SettingsWrong("EXCHANGE_SECRET is missing: set at least 32 random characters.")
    if not settings.demo and len(settings.secret) < SHORTEST_SECRET:
        raise SettingsWrong("EXCHANGE_SECRET is too short: at least 32 characters.")
    if not settings.demo and not settings.identity_key:
        raise SettingsWrong("EXCHANGE_IDENTITY_KEY is missing: set 32 random bytes in base64.")
    _check_keys(settings)
    if not settings.database_url.startswith(("sqlite:///", "postgresql://")):
        raise SettingsWrong("EXCHANGE_DATABASE_URL must begin with sqlite:/// or postgresql://.")
    return settings


def _check_keys(settings: Settings) -> None:
    try:
        settings.vault()
    except ValueError as fault:
        raise SettingsWrong(f"EXCHANGE_IDENTITY_KEY is not usable: {fault}.") from None
