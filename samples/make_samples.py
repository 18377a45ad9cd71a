"""Write the sample reports into `samples/reports`. Run it again and nothing changes.

python samples/make_samples.py
"""

from __future__ import annotations

import json
from datetime import datetime
from email.utils import format_datetime
from html import escape
from pathlib import Path

from sample_pdf import pdf_document
from sample_record import Sample, load_samples

HERE = Path(__file__).parent
REPORTS = HERE / "reports"
_SITE = "https://sample-{}.example"


def main() -> None:
    """Write every sample."""
    REPORTS.mkdir(exist_ok=True)
    samples = load_samples(HERE / "samples.toml")
    for sample in samples:
        together = [other for other in samples if other.file == sample.file]
        (REPORTS / sample.file).write_bytes(_file(sample, together))


def _file(sample: Sample, together: list[Sample]) -> bytes:
    """The bytes of the file that ``sample`` stands in, with those that share it."""
    match sample.form:
        case "text":
            return plain(sample).encode()
        case "page":
            return page(sample).encode()
        case "document":
            return pdf_document(sample.title, _lines(sample))
        case "feed":
            return feed(together).encode()
        case "crawl":
            return b"".join(warc_record(each, number) for number, each in enumerate(together))
    raise ValueError(f"{sample.file}: unknown form {sample.form!r}")


def _lines(sample: Sample) -> list[str]:
    heading = [sample.date_line] if sample.date_line else []
    return [*heading, *sample.paragraphs, sample.mark]


def plain(sample: Sample) -> str:
    """A text as one copies it from a page: headline, byline, date and caption, then the story."""
    caption = (sample.caption, sample.caption) if sample.caption else ()
    head = [line for line in (sample.byline, sample.date_line, *caption) if line]
    blocks = [sample.title, "\n".join(head), *sample.paragraphs, *sample.furniture, sample.mark]
    return "\n\n".join(block for block in blocks if block) + "\n"


def page(sample: Sample) -> str:
    """A news page with metadata, navigation and the usual furniture."""
    linked = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": sample.title,
        "datePublished": sample.published,
        "publisher": {"@type": "Organization", "name": sample.outlet},
    }
    story = "\n".join(f"      <p>{escape(words, quote=False)}</p>" for words in sample.paragraphs)
    around = (*sample.furniture, sample.mark)
    aside = "\n".join(f"      <p>{escape(words, quote=False)}</p>" for words in around)
    caption = escape(sample.caption or "", quote=False)
    return f"""<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>{escape(sample.title)} | {escape(sample.outlet)}</title>
    <meta property="og:site_name" content="{escape(sample.outlet)}">
    <script type="application/ld+json">{json.dumps(linked)}</script>
  </head>
  <body>
    <nav><a href="/">Home</a> <a href="/world">World</a> <a href="/about">About</a></nav>
    <article>
      <h1>{escape(sample.title)}</h1>
      <figure><figcaption>{caption}</figcaption></figure>
      <p>{caption}</p>
{story}
{aside}
    </article>
    <footer><a href="/terms">Terms of use</a> <a href="/privacy">Privacy policy</a></footer>
  </body>
</html>
"""


def feed(samples: list[Sample]) -> str:
    """An RSS 2.0 feed with the samples as items."""
    site = _site(samples[0])
    items = "\n".join(_item(sample, site) for sample in samples)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
  <channel>
    <title>{escape(samples[0].outlet)}</title>
    <link>{site}/</link>
    <description>{escape(samples[0].mark)}</description>
{items}
  </channel>
</rss>
"""


def _item(sample: Sample, site: str) -> str:
    words = (*sample.paragraphs, sample.mark)
    body = "".join(f"<p>{escape(each, quote=False)}</p>" for each in words)
    when = format_datetime(datetime.fromisoformat(sample.published or ""))
    return f"""    <item>
      <title>{escape(sample.title, quote=False)}</title>
      <link>{site}/{_slug(sample)}</link>
      <pubDate>{when}</pubDate>
      <description>{escape(body, quote=False)}</description>
    </item>"""


def warc_record(sample: Sample, number: int) -> bytes:
    """One WARC 1.1 response record holding the sample's page."""
    body = page(sample).encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    http += f"Content-Length: {len(body)}\r\n\r\n".encode() + body
    identity = f"00000000-0000-4000-8000-{number:012d}"
    header = (
        "WARC/1.1\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:{identity}>\r\n"
        "WARC-Date: 2014-12-10T00:00:00Z\r\n"
        f"WARC-Target-URI: {_site(sample)}/{_slug(sample)}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return header.encode() + http + b"\r\n\r\n"


def _site(sample: Sample) -> str:
    return _SITE.format(sample.outlet.split()[-1].casefold())


def _slug(sample: Sample) -> str:
    kept = "".join(character if character.isalnum() else " " for character in sample.title)
    return "-".join(kept.casefold().split())


if __name__ == "__main__":
    main()
