"""Every embedder keeps the same promises; the torch-free one equals the original."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from indexer.build import Tools, build
from indexer.embed import (
    SHIPPED_FOLDER,
    Embedder,
    Prompts,
    SentenceTransformerEmbedder,
    open_embedder,
    prompts_of,
)
from indexer.errors import DamagedModelError, ForeignModelError, MissingModelError
from indexer.static import StaticEmbedder, is_static
from indexer.store import Index
from tests.factory import HashEmbedder, act, fake_tokens, material

TEXTS = (
    "Дін саласындағы мемлекеттік саясат",
    "кто отвечает за меру 42",
    "who is responsible for measure 42",
    "Құпия",
)


@pytest.fixture(scope="module")
def transformer_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real transformer, tiny and untrained, saved as users' models are."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - slow
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer  # noqa: PLC0415 - slow
    from transformers import BertConfig, BertModel, BertTokenizer  # noqa: PLC0415 - slow

    bare = tmp_path_factory.mktemp("bert")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "дін", "query", "passage"]
    (bare / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    BertTokenizer(str(bare / "vocab.txt")).save_pretrained(bare)
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
    )
    BertModel(config).save_pretrained(bare)
    inner = Transformer(str(bare))
    model = SentenceTransformer(
        modules=[inner, Pooling(inner.get_embedding_dimension())],
        prompts={"query": "query: ", "document": "passage: "},
        device="cpu",
    )
    folder = tmp_path_factory.mktemp("tiny")
    model.save(str(folder), create_model_card=False)
    return folder


@pytest.fixture(scope="module", params=["hash", "shipped", "transformer"])
def embedder(request: pytest.FixtureRequest) -> Iterator[Embedder]:
    if request.param == "hash":
        yield HashEmbedder()
    elif request.param == "shipped":
        yield open_embedder()
    else:
        yield open_embedder(str(request.getfixturevalue("transformer_folder")))


class TestEveryEmbedder:
    def test_shape_and_type(self, embedder: Embedder) -> None:
        for vectors in (
            embedder.encode_queries(TEXTS),
            embedder.encode_passages(TEXTS),
        ):
            assert vectors.shape == (len(TEXTS), embedder.identity.dimension)
            assert vectors.dtype == np.float32

    def test_rows_have_length_one(self, embedder: Embedder) -> None:
        lengths = np.linalg.norm(embedder.encode_passages(TEXTS), axis=1)

        np.testing.assert_allclose(lengths, 1, atol=1e-5)

    def test_no_texts_give_no_rows(self, embedder: Embedder) -> None:
        assert embedder.encode_queries([]).shape == (0, embedder.identity.dimension)

    def test_a_vector_does_not_depend_on_its_neighbours(
        self, embedder: Embedder
    ) -> None:
        together = embedder.encode_queries(TEXTS)
        alone = np.vstack([embedder.encode_queries([text]) for text in TEXTS])

        np.testing.assert_allclose(together, alone, atol=1e-5)

    def test_an_empty_text_is_no_error(self, embedder: Embedder) -> None:
        assert np.isfinite(embedder.encode_queries([""])).all()

    def test_identity_says_what_matters(self, embedder: Embedder) -> None:
        assert embedder.identity.name
        assert len(embedder.identity.revision) > 0


def test_prompts_are_put_before_queries_and_passages(transformer_folder: Path) -> None:
    embedder = open_embedder(str(transformer_folder))

    assert embedder.identity[3:] == ("query: ", "passage: ")
    assert not np.allclose(
        embedder.encode_queries(["дін"]), embedder.encode_passages(["дін"])
    )


def test_an_index_of_a_transformer_knows_it(
    transformer_folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "acts").mkdir()
    made = material(tmp_path / "acts", act())
    embedder = open_embedder(str(transformer_folder))

    build(tmp_path / "index", made, Tools(embedder, fake_tokens, quiet=True))

    index = Index.open(tmp_path / "index", embedder)
    assert index.manifest.model == embedder.identity
    assert len(index.dense("дін", 3)) == 3
    with pytest.raises(ForeignModelError, match="zanger-static"):
        Index.open(tmp_path / "index", open_embedder())


def test_prompts_can_be_given(transformer_folder: Path) -> None:
    embedder = SentenceTransformerEmbedder.open(
        str(transformer_folder), prompts=Prompts("дін ", "")
    )

    assert embedder.identity.query_prompt == "дін "


def test_another_file_is_another_revision(
    transformer_folder: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(transformer_folder, copy)
    same = open_embedder(str(copy)).identity
    config = json.loads((copy / "config.json").read_text(encoding="utf-8"))
    (copy / "config.json").write_text(json.dumps(config | {"x": 1}), encoding="utf-8")
    other = open_embedder(str(copy)).identity

    assert same.revision == open_embedder(str(transformer_folder)).identity.revision
    assert other.revision != same.revision


def test_torch_free_vectors_equal_those_of_sentence_transformers() -> None:
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - slow

    assert is_static(SHIPPED_FOLDER)
    original = SentenceTransformer(str(SHIPPED_FOLDER), device="cpu").float()
    wanted = original.encode(list(TEXTS), normalize_embeddings=True)

    found = StaticEmbedder.open(SHIPPED_FOLDER, "shipped").encode_passages(TEXTS)

    np.testing.assert_allclose(found, wanted, atol=1e-5)


def test_the_shipped_model_is_small_and_needs_no_torch() -> None:
    size = sum(file.stat().st_size for file in SHIPPED_FOLDER.iterdir())
    code = (
        "import sys; from indexer.embed import open_embedder;"
        "open_embedder().encode_queries(['дін']);"
        "sys.exit('torch' in sys.modules)"
    )

    assert size <= 40_000_000
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "name", ["./no/such/folder", "no-such-folder", "a/b/c", "../x/y"]
)
def test_a_missing_folder_is_named(name: str) -> None:
    with pytest.raises(MissingModelError, match="no such folder"):
        open_embedder(name)


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingModelError, match=str(tmp_path)):
        open_embedder(str(tmp_path))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "model"
    shutil.copytree(SHIPPED_FOLDER, folder)
    return folder


@pytest.mark.parametrize("file", ["model.safetensors", "tokenizer.json"])
def test_a_missing_or_damaged_model_file_is_named(copied: Path, file: str) -> None:
    (copied / file).write_bytes(b"x" * 100)
    with pytest.raises(DamagedModelError, match=file):
        open_embedder(str(copied))
    (copied / file).unlink()
    with pytest.raises(DamagedModelError, match=file):
        open_embedder(str(copied))


def test_a_damaged_list_of_modules_is_named(copied: Path) -> None:
    (copied / "modules.json").write_text("{", encoding="utf-8")

    with pytest.raises(DamagedModelError, match=r"modules\.json"):
        open_embedder(str(copied))


def test_a_hub_id_goes_to_sentence_transformers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def opened(name: str) -> HashEmbedder:
        asked.append(name)
        return HashEmbedder()

    monkeypatch.setattr(SentenceTransformerEmbedder, "open", opened)
    open_embedder("intfloat/multilingual-e5-small")

    assert asked == ["intfloat/multilingual-e5-small"]


@pytest.mark.parametrize(
    ("name", "configured", "wanted"),
    [
        ("intfloat/multilingual-e5-small", {}, Prompts("query: ", "passage: ")),
        (
            "models/e5-base",
            {"query": "", "document": ""},
            Prompts("query: ", "passage: "),
        ),
        ("x/multilingual-e5-large-instruct", {}, Prompts()),
        ("BAAI/bge-m3", {}, Prompts()),
        ("a/b", {"query": "q: ", "document": "d: "}, Prompts("q: ", "d: ")),
        ("a/b", {"passage": "p: "}, Prompts("", "p: ")),
    ],
)
def test_prompts_of_a_model(
    name: str, configured: dict[str, str | None], wanted: Prompts
) -> None:
    assert prompts_of(name, configured) == wanted
