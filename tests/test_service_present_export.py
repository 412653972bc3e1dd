"""The measures of an answer as a file: the rows of the list and no other."""

import csv
import io
from typing import Any
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.engine import Engine
from service.settings import Settings


@pytest.fixture(scope="module")
def client(engine: Engine) -> FlaskClient:
    return create_app(Settings(), engine).test_client()


def _json(client: FlaskClient, address: str) -> Any:
    return client.get(address).get_json()


def _answers(client: FlaskClient, question: str) -> list[dict[str, Any]]:
    asked = urlencode({"q": question})
    answers: list[dict[str, Any]] = _json(client, f"/api/v1/ask?{asked}")["answers"]
    assert answers
    return answers


@pytest.mark.parametrize(
    "question",
    [
        "which measures is the Ministry of Education charged with",
        "сколько мер поручено МВД в 2019 году",
        "2018 жылы мерзімі бар шаралар",
        "сколько засекреченных мер",
        "how many measures are in plan 580",
    ],
)
def test_the_file_holds_the_rows_of_the_list(
    client: FlaskClient, question: str
) -> None:
    for answer in _answers(client, question):
        address = answer["export"]
        rows = list(csv.reader(io.StringIO(client.get(address).text)))
        items = _json(client, address.replace("format=csv", "limit=200"))["items"]
        listed = [v["provision_id"] for v in answer["values"] if "provision_id" in v]
        assert [item["id"] for item in items] == listed
        assert len({row[2] for row in rows[1:]}) == len(listed)


@pytest.mark.parametrize(
    "question",
    [
        "measures with budget programme 006 in religion plan",
        "кто отвечает за меру 42",
        "сколько глав в указе 588",
    ],
)
def test_no_file_where_filters_cannot_say_which(
    client: FlaskClient, question: str
) -> None:
    assert not any("export" in answer for answer in _answers(client, question))


def test_the_page_leads_to_the_file(client: FlaskClient) -> None:
    asked = {"q": "сколько мер в плане 580", "lang": "ru"}
    page = client.get("/", query_string=asked).text

    assert "Список файлом (CSV)" in page
    assert "/api/v1/measures?act=P1700000580&amp;lang=ru&amp;format=csv" in page
