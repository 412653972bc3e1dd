"""The tokenizer of the shipped model: pieces of words, learned from its texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

UNKNOWN: Final = "[UNK]"
#: Kazakh letters, and Latin ones that stand for them, as people type them on a
#: Russian keyboard: a word is the same to the model in either spelling.
_FOLDED: Final = (
    ("ә", "а"),
    ("ə", "а"),
    ("і", "и"),
    ("ң", "н"),
    ("ғ", "г"),
    ("ү", "у"),
    ("ұ", "у"),
    ("қ", "к"),
    ("ө", "о"),
    ("һ", "х"),
    ("ё", "е"),
)


def train_pieces(texts: Iterable[str], size: int) -> Tokenizer:
    """Learn a byte-pair tokenizer; the same texts give the same pieces.

    (A unigram tokenizer was as good, but its trainer does not repeat.)

    Args:
        texts: All that the model will learn from.
        size: Most pieces.
    """
    tokenizer = Tokenizer(models.BPE(unk_token=UNKNOWN))
    folding = [normalizers.Replace(letter, folded) for letter, folded in _FOLDED]
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Lowercase(), *folding]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Whitespace(), pre_tokenizers.Metaspace()]
    )
    trainer = trainers.BpeTrainer(
        vocab_size=size, special_tokens=[UNKNOWN], show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer
