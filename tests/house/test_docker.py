"""The container files, as far as they can be checked without an engine."""

import re
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

from exchange.kernel.settings import Settings
from tests.house.files import ROOT

DOCKER = ROOT / "docker"
COMPOSE: dict[str, Any] = yaml.safe_load((DOCKER / "compose.yaml").read_text())
DOCKERFILE = (DOCKER / "Dockerfile").read_text()
KNOWN = {f"EXCHANGE_{name.upper()}" for name in Settings.model_fields}


@pytest.mark.parametrize("name", ["Dockerfile", "compose.yaml", "example.env"])
def test_only_settings_that_exist_are_set(name: str) -> None:
    used = set(re.findall(r"\bEXCHANGE_[A-Z_]+", (DOCKER / name).read_text()))

    assert used
    assert used <= KNOWN


def test_what_compose_asks_of_the_operator_is_in_the_example() -> None:
    asked = set(re.findall(r"\$\{([A-Z_]+)", (DOCKER / "compose.yaml").read_text()))

    assert asked == set(re.findall(r"^([A-Z_]+)=$", (DOCKER / "example.env").read_text(), re.M))


def test_two_servers_share_one_database_and_wait_for_its_schema() -> None:
    services = COMPOSE["services"]

    assert services["app-1"] == services["app-2"]
    assert "@postgres:" in services["app-1"]["environment"]["EXCHANGE_DATABASE_URL"]
    assert services["app-1"]["depends_on"] == {"migrate": {"condition": "service_completed_successfully"}}
    assert services["migrate"]["command"] == ["migrate"]


def test_the_proxy_that_is_believed_is_the_proxy_that_runs() -> None:
    believed = COMPOSE["services"]["app-1"]["environment"]["EXCHANGE_TRUSTED_PROXIES"]

    assert COMPOSE["services"]["caddy"]["networks"]["inside"]["ipv4_address"] == believed


def test_caddy_sends_to_servers_that_compose_starts() -> None:
    caddy = (DOCKER / "Caddyfile").read_text()
    upstreams = re.search(r"reverse_proxy (.+) \{", caddy)

    assert upstreams
    assert {word.split(":")[0] for word in upstreams[1].split()} == {"app-1", "app-2"}
    assert caddy.count("{") == caddy.count("}")


def test_what_is_declared_is_what_is_used() -> None:
    services = COMPOSE["services"].values()
    named = {volume.split(":")[0] for service in services for volume in service.get("volumes", [])}

    assert {name for name in named if not name.startswith(".")} == set(COMPOSE["volumes"])
    assert all((DOCKER / name).exists() for name in named if name.startswith("."))


def test_the_image_copies_what_exists_and_is_let_through() -> None:
    copied = [word for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.M) for word in line.split()]
    let_through = re.findall(r"^!(\S+)$", (DOCKER / "Dockerfile.dockerignore").read_text(), re.M)

    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert set(copied) == set(let_through)


def test_the_image_runs_without_rights_and_from_hashes() -> None:
    last_stage = DOCKERFILE.rpartition("\nFROM ")[2]

    assert "--require-hashes -r requirements.lock" in DOCKERFILE
    assert re.search(r"^USER exchange$", last_stage, re.M)
    assert "pip" not in last_stage
