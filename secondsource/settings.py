"""Settings, read from the environment at the edges only and handed inward as plain values."""

from __future__ import annotations

from functools import lru_cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What the user can set by environment variables named ``SECONDSOURCE_…``."""

    model_config = SettingsConfigDict(env_prefix="SECONDSOURCE_", frozen=True)

    ledger: str = Field(
        default="secondsource.db", description="Ledger to use where none is named: a file or URL."
    )
    workers: int = Field(
        default=0, ge=0, description="Processes that read reports; 0 means one per core."
    )
    batch_size: int = Field(
        default=32, ge=1, description="Reports handed to one process, and committed, at a time."
    )


@lru_cache(maxsize=1)
def load_settings() -> Settings:
    """The settings of this process."""
    return Settings()
