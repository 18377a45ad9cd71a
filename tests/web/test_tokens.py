"""The token file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from secondsource.errors import UsageError
from secondsource.web.tokens import (
    TokenFile,
    add_token,
    digest_of,
    read_tokens,
    remove_token,
    token_for,
)
from secondsource.web.visitors import Role


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tokens.txt"


def test_the_file_keeps_the_hash_alone(file: Path) -> None:
    secret = add_token(file, "mara", Role.REVIEW)
    assert secret not in file.read_text()
    (token,) = read_tokens(file)
    assert (token.name, token.role, token.digest) == ("mara", Role.REVIEW, digest_of(secret))


def test_others_cannot_read_the_file(file: Path) -> None:
    add_token(file, "mara", Role.READ)
    file.chmod(0o644)
    add_token(file, "noor", Role.READ)
    assert file.stat().st_mode & 0o777 == 0o600
    assert [token.name for token in read_tokens(file)] == ["mara", "noor"]


def test_each_secret_is_another(file: Path) -> None:
    made = {add_token(file, name, Role.READ) for name in "abc"}
    assert len(made) == 3
    assert min(map(len, made)) > 40


@pytest.mark.parametrize("name", ["", "two words", "a\nb", "x" * 65, "a/b"])
def test_a_name_that_breaks_the_line_is_refused(file: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no name"):
        add_token(file, name, Role.READ)
    assert not file.exists()


def test_a_name_stands_once(file: Path) -> None:
    add_token(file, "mara", Role.READ)
    with pytest.raises(UsageError, match="of this name"):
        add_token(file, "mara", Role.ADMIN)


def test_a_token_is_taken_back(file: Path) -> None:
    add_token(file, "mara", Role.READ)
    remove_token(file, "mara")
    assert read_tokens(file) == ()
    with pytest.raises(UsageError, match="no token"):
        remove_token(file, "mara")


@pytest.mark.parametrize(
    "line",
    ["mara read", "mara boss " + "0" * 64, "mara read 0f", "mara read " + "g" * 64, "a b c d"],
)
def test_a_line_that_is_no_token_is_named(file: Path, line: str) -> None:
    file.write_text(f"# who may come in\n\n{line}\n")
    with pytest.raises(UsageError, match=r"tokens\.txt:3"):
        read_tokens(file)


def test_a_token_is_found_by_its_digest(file: Path) -> None:
    secrets = {name: add_token(file, name, Role.READ) for name in ("mara", "noor")}
    tokens = read_tokens(file)
    for name, secret in secrets.items():
        found = token_for(digest_of(secret), tokens)
        assert found is not None
        assert found.name == name
    assert token_for(digest_of("ss_else"), tokens) is None


def test_the_file_is_read_again_when_it_changes(file: Path) -> None:
    add_token(file, "mara", Role.READ)
    followed = TokenFile(file)
    add_token(file, "noor", Role.READ)
    os.utime(file, ns=(1, 1))
    assert [token.name for token in followed.tokens()] == ["mara", "noor"]
    file.write_text("broken")
    assert followed.tokens() == ()
    file.unlink()
    assert followed.tokens() == ()


@pytest.mark.parametrize(("role", "wanted"), [(a, b) for a in Role for b in Role])
def test_a_role_may_what_those_before_it_may(role: Role, wanted: Role) -> None:
    order = [Role.READ, Role.REVIEW, Role.ADMIN]
    assert role.allows(wanted) is (order.index(role) >= order.index(wanted))
