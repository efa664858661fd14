"""Top-k accuracy in plain Python."""

from ._labels import quotient, require_scores


def top_k_accuracy(scores, labels, *, k):
    """No sorting: in each row the classes behind the actual one are counted."""
    require_scores(scores, labels, k)
    hits = 0
    for row, label in zip(scores.tolist(), labels.tolist(), strict=True):
        actual = row[label]
        hits += sum(1 for score in row if score < actual) >= len(row) - k
    return quotient(hits, len(labels), "zero")
