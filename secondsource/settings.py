"""Settings, read from the environment at the edges only and handed inward as plain values."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from secondsource.errors import UsageError

PREFIX = "SECONDSOURCE_"


class Settings(BaseSettings):
    """What the user can set by environment variables named ``SECONDSOURCE_…``.

    An option given on the command line wins over its variable.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True)

    ledger: str = Field(
        default="secondsource.db",
        description="The ledger where none is named: a file, or a postgresql:// URL.",
    )
    workers: int = Field(
        default=0, ge=0, description="How many processes read reports; 0 means one per core."
    )
    registry: Path | None = Field(
        default=None, description="A file of your own actors, which wins over the shipped registry."
    )
    codebook: Path | None = Field(
        default=None,
        description="A file of your own types, which are put on claims beside PLOVER's.",
    )
    reliability: Path | None = Field(
        default=None,
        description="A file of how reliable you hold outlets to be, shown beside what they say.",
    )
    tokens: Path | None = Field(
        default=None, description="The token file of `serve`: who may come in, and for what."
    )
    audit: Path | None = Field(
        default=None, description="The file into which `serve` writes who read what."
    )
    trained: bool = Field(
        default=True,
        description="Whether to find attributions with the trained model too, beside the rules.",
    )


@lru_cache(maxsize=1)
def load_settings() -> Settings:
    """The settings of this process.

    Raises:
        UsageError: if a variable does not fit; the message names it.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        variable = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise UsageError(variable, first["msg"], "correct or unset the variable") from error
