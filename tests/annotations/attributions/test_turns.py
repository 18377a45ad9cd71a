"""Who says a quotation: over paragraphs, past interruptions and with marks of every kind."""

from __future__ import annotations

import pytest

from tests.annotations.attributions.sentences import Read

# text, source, fragments of content
CASES = [
    (
        "“We left at dawn,” Hassan Odeh said.\n“Nobody told us where to go.\n“Then they came.”",
        "Hassan Odeh",
        ["“We left at dawn,”", "“Nobody told us where to go.\n“Then they came.”"],
    ),
    (
        "“We left at dawn.\n“Nobody told us where to go.\n“Then they came,” Hassan Odeh said.",
        "Hassan Odeh",
        ["“We left at dawn.\n“Nobody told us where to go.\n“Then they came,”"],
    ),
    (
        "Hassan Odeh, a baker, recalled the night.\n“We left at dawn. Nobody helped us.”",
        "Hassan Odeh, a baker,",
        ["“We left at dawn. Nobody helped us.”"],
    ),
    (
        "“The front has held,” the colonel said. He pointed at a map. “They will not pass.”",
        "the colonel",
        ["“The front has held,”", "“They will not pass.”"],
    ),
    (
        "“The front has held since noon.” Shells fell in the yard. “They stop here,” she said.",
        "she",
        ["“The front has held since noon.”", "“They stop here,”"],
    ),
    (
        '"We have no water. The pumps are broken. Nobody comes," he said.',
        "he",
        ['"We have no water. The pumps are broken. Nobody comes,"'],
    ),
    (
        "“We are leaving,” she added. “There is nothing left here.”",
        "she",
        ["“We are leaving,”", "“There is nothing left here.”"],
    ),
    ("The town is ours,” the commander said on Friday.", "the commander", ["The town is ours,”"]),
    ("‘The town is ours,’ the commander said.", "the commander", ["‘The town is ours,’"]),
    ("«The town is ours,» the commander said.", "the commander", ["«The town is ours,»"]),
    ("„The town is ours,“ the commander said.", "the commander", ["„The town is ours,“"]),
    (
        "“He told me, ‘Leave now,’ and we left,” the shepherd said.",
        "the shepherd",
        ["“He told me, ‘Leave now,’ and we left,”"],
    ),
]


@pytest.mark.parametrize(("text", "source", "content"), CASES)
def test_whose_speech_it_is(read: Read, text: str, source: str, content: list[str]) -> None:
    found = [
        ([s.of(text) for s in row.source], [s.of(text) for s in row.content]) for row in read(text)
    ]
    assert ([source], content) in found


@pytest.mark.parametrize(
    "text",
    [
        "“The road is open now,” the mayor said. Karim Nasser left the room. “It is not safe yet.”",
        "“The road is open now,” the mayor said. The envoy said little. “It is not safe at all.”",
        "“The road is open now,” the mayor said.\nA bus burned nearby.\n“It is not safe at all.”",
    ],
)
def test_a_quotation_past_somebody_else_is_left_alone(read: Read, text: str) -> None:
    mayor = next(row for row in read(text) if row.source[0].of(text) == "the mayor")
    assert [span.of(text) for span in mayor.content] == ["“The road is open now,”"]
