"""What many tests share: the real corpus, read and indexed once a run."""

import os
from pathlib import Path

import hypothesis
import pytest

from corpus.load import Corpus, load_corpus
from indexer.build import Tools, build
from indexer.embed import open_embedder
from indexer.material import load_material
from service.engine import Engine
from service.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
ACTS = ROOT / "corpus" / "acts"

os.environ.setdefault("HF_HUB_OFFLINE", "1")
# Examples are judged by what they find, not by how busy the machine is.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True)
hypothesis.settings.load_profile("steady")


@pytest.fixture(scope="session")
def real_corpus() -> Corpus:
    """The acts that ship."""
    return load_corpus(ACTS)


@pytest.fixture(scope="session")
def real_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the acts that ship, built with the model that ships."""
    from corpus.nlp import tokens  # noqa: PLC0415 -- only for tests that need it

    folder = tmp_path_factory.mktemp("index")
    material = load_material([ACTS]).material
    build(folder, material, Tools(open_embedder(None), tokens, quiet=True))
    return folder


@pytest.fixture(scope="session")
def engine(real_index: Path) -> Engine:
    """The whole service over that index."""
    return Engine.open(Settings(index=real_index))
