from __future__ import annotations

import gzip
import re
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from journal.delivery import LEAST_BYTES, static_version
from tests.conftest import Person

GZIP = {"Accept-Encoding": "gzip, br"}


def style_address(client: FlaskClient) -> str:
    found = re.search(
        r'href="(/static/\w+/app\.css)"', client.get("/nothing-here").text
    )
    assert found
    return found[1]


def test_a_page_is_compressed_for_a_browser_that_takes_it(ana: Person) -> None:
    plain = ana.client.get("/settings")
    packed = ana.client.get("/settings", headers=GZIP)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(packed.data) < len(plain.data) / 2
    text = gzip.decompress(packed.data).decode()
    assert text.split("csrf_token")[0] == plain.text.split("csrf_token")[0]


def test_the_length_of_a_compressed_page_tells_nothing_exact(ana: Person) -> None:
    lengths = {len(ana.client.get("/settings", headers=GZIP).data) for _ in range(12)}
    assert len(lengths) > 1


def test_a_small_answer_travels_as_it_is(client: FlaskClient) -> None:
    answer = client.get("/healthz", headers=GZIP)
    assert len(answer.data) < LEAST_BYTES
    assert "Content-Encoding" not in answer.headers


def test_a_static_file_is_kept_for_good_under_an_address_of_its_own(
    client: FlaskClient,
) -> None:
    answer = client.get(style_address(client), headers=GZIP)
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in answer.headers
    assert b"--paper" in gzip.decompress(answer.data)
    assert b"--paper" in client.get(style_address(client)).data


def test_a_font_is_not_compressed_twice(client: FlaskClient) -> None:
    address = style_address(client).replace(
        "app.css", "fonts/vollkorn-medium-latin.woff2"
    )
    answer = client.get(address, headers=GZIP)
    assert answer.mimetype == "font/woff2"
    assert "Content-Encoding" not in answer.headers


def test_only_what_stands_in_the_folder_is_answered(
    client: FlaskClient, app: Flask
) -> None:
    start = app.static_url_path
    for path in (f"{start}/nothing.css", f"{start}/../app.py", "/static/app.css"):
        assert client.get(path).status_code == 404
    assert client.post(style_address(client)).status_code == 405


def test_the_address_changes_with_any_file(tmp_path: Path) -> None:
    (tmp_path / "one.css").write_text("a")
    before = static_version(tmp_path)
    (tmp_path / "one.css").write_text("b")
    changed = static_version(tmp_path)
    (tmp_path / "one.css").rename(tmp_path / "two.css")
    assert len({before, changed, static_version(tmp_path)}) == 3
