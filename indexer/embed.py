"""Texts to vectors: the ``Embedder`` protocol and the choice of a model.

The only door to sentence-transformers, which is imported when a model needs it
and not before: its import takes seconds. A static model, such as the shipped
one, is read without it (:mod:`indexer.static`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, Self

import numpy as np

from indexer.errors import MissingModelError
from indexer.identity import ModelIdentity, folder_revision
from indexer.lessons import Lessons, lesson_rows
from indexer.static import StaticEmbedder, Vectors, is_static

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

#: The model that the project makes and ships.
SHIPPED_FOLDER: Final = Path(__file__).parent / "model"
SHIPPED_NAME: Final = "zanger-static"
#: A hub id: owner and name. Matches ``intfloat/multilingual-e5-small``; must not
#: match a path such as ``./models/e5`` or ``models/kk/e5``.
_HUB_ID: Final = re.compile(r"[A-Za-z0-9][\w.\-]*/[A-Za-z0-9][\w.\-]*")
#: Models of the e5 family were trained with these words before each text, and
#: their folders do not say so. Matches ``multilingual-e5-base``; must not match
#: the instruct kind, which has another form.
_E5: Final = re.compile(r"(?:^|[/\-_])e5-(?!.*instruct)", re.IGNORECASE)
_BATCH: Final = 32
#: Share of training in which the learning rate rises to its highest.
_WARM_UP: Final = 0.1


class Prompts(NamedTuple):
    """Words put before each query and each passage."""

    query: str = ""
    passage: str = ""


class Embedder(Protocol):
    """Turns texts into vectors whose inner product says how close they are."""

    @property
    def identity(self) -> ModelIdentity:
        """What the index records of the model."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """``(n, dimension) float32``, rows of length 1 (0 for an empty text)."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The same for passages of the corpus."""


class SentenceTransformerEmbedder:
    """Any model that sentence-transformers can load."""

    def __init__(self, model: SentenceTransformer, identity: ModelIdentity) -> None:
        self.identity = identity
        self._model = model

    @classmethod
    def open(cls, name: str, *, prompts: Prompts | None = None) -> Self:
        """Load a model from a folder, or from the hub where ``name`` is a hub id.

        Raises:
            MissingModelError: There is no such model, or it cannot be loaded.
        """
        folder = Path(name)
        _allow_network(allowed=not folder.is_dir())
        try:
            from sentence_transformers import SentenceTransformer  # noqa: PLC0415

            model = SentenceTransformer(name, device="cpu")
        except (OSError, ValueError, ImportError) as error:
            raise MissingModelError(name, str(error).partition("\n")[0]) from error
        known = prompts or prompts_of(name, model.prompts)
        dimension = int(model.encode(["a"]).shape[1])
        revision = folder_revision(folder) if folder.is_dir() else _commit(model)
        return cls(model, ModelIdentity(name, dimension, revision, *known))

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """``(n, dimension) float32``, unit rows, the query prompt put before."""
        return self._encode(texts, self.identity.query_prompt)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """``(n, dimension) float32``, unit rows, the passage prompt put before."""
        return self._encode(texts, self.identity.passage_prompt)

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        if not texts:
            return np.zeros((0, self.identity.dimension), dtype=np.float32)
        vectors = self._model.encode(
            list(texts),
            prompt=prompt,
            batch_size=_BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32)


def _allow_network(*, allowed: bool) -> None:
    """Hub libraries read this once, when they are imported."""
    if allowed:
        os.environ.pop("HF_HUB_OFFLINE", None)
    else:
        os.environ["HF_HUB_OFFLINE"] = "1"


def prompts_of(name: str, configured: Mapping[str, str | None]) -> Prompts:
    """Words that a model wants before its texts.

    Args:
        name: Of the model.
        configured: What its folder says; the family's habit where it says nothing.
    """
    passage = configured.get("document") or configured.get("passage") or ""
    if configured.get("query") or passage:
        return Prompts(configured.get("query") or "", passage)
    return Prompts("query: ", "passage: ") if _E5.search(name) else Prompts()


def _commit(model: SentenceTransformer) -> str:
    """The hub's commit of a downloaded model, "unknown" where it does not say."""
    config = getattr(getattr(model[0], "auto_model", None), "config", None)
    return str(getattr(config, "_commit_hash", None) or "unknown")


def fit_static(
    tokenizer: Tokenizer, table: Vectors, folder: Path, lessons: Lessons
) -> None:
    """Train a static embedding by contrast within batches and save it.

    Args:
        tokenizer: Of the model.
        table: First vectors of its pieces, ``(pieces, dimension) float32``.
        folder: Where the model goes, as sentence-transformers saves it.
        lessons: Pairs and settings; the same give the same vectors.
    """
    _allow_network(allowed=False)
    import torch  # noqa: PLC0415
    from sentence_transformers import (  # noqa: PLC0415 - seconds, training alone
        SentenceTransformer,
        SentenceTransformerTrainer,
        SentenceTransformerTrainingArguments,
    )
    from sentence_transformers.sentence_transformer.losses import (  # noqa: PLC0415
        MultipleNegativesSymmetricRankingLoss,
    )
    from sentence_transformers.sentence_transformer.modules import (  # noqa: PLC0415
        StaticEmbedding,
    )

    torch.set_num_threads(1)  # sums of several threads would not repeat
    model = SentenceTransformer(
        modules=[StaticEmbedding(tokenizer, embedding_weights=table)], device="cpu"
    )
    model.model_card_data.generate_widget_examples = False
    arguments = SentenceTransformerTrainingArguments(
        output_dir=str(folder),
        num_train_epochs=lessons.epochs,
        per_device_train_batch_size=lessons.batch,
        learning_rate=lessons.learning_rate,
        warmup_steps=_WARM_UP,
        seed=lessons.seed,
        data_seed=lessons.seed,
        use_cpu=True,
        full_determinism=True,
        dataloader_drop_last=True,
        save_strategy="no",
        logging_strategy="no",
        report_to=[],
    )
    trainer = SentenceTransformerTrainer(
        model=model,
        args=arguments,
        train_dataset=lesson_rows(lessons),
        loss=MultipleNegativesSymmetricRankingLoss(model),
    )
    trainer.train()
    model.save(str(folder), create_model_card=False)


def open_embedder(setting: str | None = None) -> Embedder:
    """The model that a setting names.

    Args:
        setting: A folder, a hub id, or None for the shipped model.

    Returns:
        An embedder without torch where the model allows it.

    Raises:
        MissingModelError: It is neither a folder with a model nor a hub id.
        DamagedModelError: A file of the folder cannot be read.
    """
    folder = Path(setting) if setting else SHIPPED_FOLDER
    name = setting or SHIPPED_NAME
    if folder.is_dir():
        if is_static(folder):
            return StaticEmbedder.open(folder, name)
        return SentenceTransformerEmbedder.open(str(folder))
    if setting is None or not _HUB_ID.fullmatch(setting):
        raise MissingModelError(str(folder), "no such folder")
    return SentenceTransformerEmbedder.open(setting)
