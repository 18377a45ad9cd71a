"""Every error the package raises on purpose, as one tree.

    SecondsourceError
    ├── InputRejected          skip this input, go on with the rest
    │   ├── Unreadable         the bytes are not what their name or header says
    │   ├── TooLarge           a size, count or time limit was passed
    │   ├── Refused            policy forbids it: private address, robots.txt, path traversal
    │   └── Empty              nothing to read was found
    ├── EvidenceMismatch       a record's words are not the report's words: a bug, stop
    ├── LayerOrder             an annotator ran before what it needs: a bug, stop
    ├── MissingResource        a model or data file is absent or corrupt: stop, see `doctor`
    ├── LedgerError            the ledger cannot do what was asked
    │   ├── LedgerUnavailable  it cannot be opened or reached
    │   ├── NotInLedger        there is no such report, claim or actor
    │   └── Conflict           somebody else decided on it meanwhile: look again
    └── UsageError             the caller's arguments do not fit together

The branches are named for what the caller should do.
"""

from __future__ import annotations


class SecondsourceError(Exception):
    """Base of all errors raised on purpose.

    ``subject`` names the thing concerned (a path, a URL, an id), ``reason`` says what is wrong
    and ``next_step`` what the reader can do about it.
    """

    def __init__(self, subject: str, reason: str, next_step: str = "") -> None:
        self.subject = subject
        self.reason = reason
        self.next_step = next_step
        super().__init__(subject, reason, next_step)

    def __str__(self) -> str:
        message = f"{self.subject}: {self.reason}"
        return f"{message} ({self.next_step})" if self.next_step else message


class InputRejected(SecondsourceError):
    """One input cannot become a report; the rest of the batch goes on."""


class Unreadable(InputRejected):
    """The bytes are not what their name or header says they are."""


class TooLarge(InputRejected):
    """A limit on size, count or time was passed."""


class Refused(InputRejected):
    """Policy forbids reading it."""


class Empty(InputRejected):
    """There is no text in it."""


class EvidenceMismatch(SecondsourceError):
    """A record quotes words that do not stand at its offsets."""


class LayerOrder(SecondsourceError):
    """An annotator was asked to run before the layers it needs exist."""


class MissingResource(SecondsourceError):
    """A model or data file that the package needs is absent or corrupt."""


class LedgerError(SecondsourceError):
    """The ledger cannot do what was asked."""


class LedgerUnavailable(LedgerError):
    """The ledger cannot be opened or reached."""


class NotInLedger(LedgerError):
    """The ledger holds no such report, claim or actor."""


class Conflict(LedgerError):
    """Somebody else has decided on the same thing since it was looked at; nothing was changed."""


class UsageError(SecondsourceError):
    """The caller's arguments do not fit together."""
