"""The token file: a line for each token, with its name, its role and the SHA-256 of its secret.

A secret is 256 random bits, so a plain hash is enough: nothing short of it can be guessed. The
file is read again whenever it changes, so a token that is taken out is refused at once.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from secondsource.errors import UsageError
from secondsource.web.visitors import Role

PREFIX = "ss_"
_NAME = re.compile(r"[\w.@-]{1,64}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One line of a token file; ``digest`` is the SHA-256 of the secret, as hexadecimal digits."""

    name: str
    role: Role
    digest: str


def digest_of(secret: str) -> str:
    """The SHA-256 of a secret, as hexadecimal digits."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def read_tokens(path: Path) -> tuple[Token, ...]:
    """The tokens of a file.

    Raises:
        UsageError: if it cannot be read, or a line is not a name, a role and a SHA-256.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(str(path), f"the token file cannot be read: {error}", _MAKE) from error
    filled = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    return tuple(_token(path, number, line) for number, line in filled)


def add_token(path: Path, name: str, role: Role) -> str:
    """Add a token to the file, which is made if need be, and return its secret.

    The secret is kept nowhere: only its hash is.

    Raises:
        UsageError: if the name is taken or not one, or the file cannot be read.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(name, "this is no name for a token", "use letters, digits and . _ - @")
    kept = read_tokens(path) if path.exists() else ()
    if any(token.name == name for token in kept):
        raise UsageError(name, "there is a token of this name", "remove it first, or name another")
    secret = PREFIX + secrets.token_urlsafe(32)
    _write(path, (*kept, Token(name=name, role=role, digest=digest_of(secret))))
    return secret


def remove_token(path: Path, name: str) -> None:
    """Take a token out of the file.

    Raises:
        UsageError: if there is none of this name.
    """
    kept = read_tokens(path)
    rest = tuple(token for token in kept if token.name != name)
    if len(rest) == len(kept):
        known = ", ".join(token.name for token in kept) or "none"
        raise UsageError(name, "there is no token of this name", f"there are: {known}")
    _write(path, rest)


def token_for(digest: str, tokens: tuple[Token, ...]) -> Token | None:
    """The token with this digest; every line is compared, each in constant time."""
    fitting = [token for token in tokens if hmac.compare_digest(token.digest, digest)]
    return fitting[0] if fitting else None


class TokenFile:
    """A token file that is read again when it changes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tokens = read_tokens(path)
        self._stamp = self._now()

    def tokens(self) -> tuple[Token, ...]:
        """The tokens that hold now; none where the file has gone or does not fit any more."""
        stamp = self._now()
        if stamp != self._stamp:
            self._tokens, self._stamp = self._read(), stamp
        return self._tokens

    def _read(self) -> tuple[Token, ...]:
        try:
            return read_tokens(self._path)
        except UsageError:
            return ()

    def _now(self) -> tuple[int, int, int]:
        try:
            found = self._path.stat()
        except OSError:
            return (0, 0, 0)
        return (found.st_mtime_ns, found.st_size, found.st_ino)


_MAKE = "make one with `secondsource token add NAME --role review --tokens FILE`"


def _token(path: Path, number: int, line: str) -> Token:
    parts = line.split()
    roles = tuple(role.value for role in Role)
    if len(parts) != 3 or parts[1] not in roles or not _DIGEST.fullmatch(parts[2]):
        wanted = f"write a name, one of {', '.join(roles)}, and the SHA-256 of the token"
        raise UsageError(f"{path}:{number}", "this line is no token", wanted)
    return Token(name=parts[0], role=Role(parts[1]), digest=parts[2])


def _write(path: Path, tokens: tuple[Token, ...]) -> None:
    """Write the whole file beside its place and move it there, readable by its owner alone."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    lines = (f"{token.name} {token.role} {token.digest}\n" for token in tokens)
    fresh.write_text("".join(lines), encoding="utf-8")
    fresh.replace(path)
