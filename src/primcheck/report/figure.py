"""Pictures of a primitive, drawn with matplotlib, which is loaded only here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from primcheck.faults import UsageError
from primcheck.spec import Figure, Rng
from primcheck.spec.primitive import Primitive

BARS = 41
SUFFIXES = (".pdf", ".png", ".svg")


def draw_figure(primitive: Primitive, reference: Callable[..., Any], path: Path, seed: int = 0) -> None:
    """Draw a primitive's figure into a file; its suffix decides the format.

    Raises:
        UsageError: the primitive has no figure, the suffix is unknown, matplotlib is missing, or the file cannot be written.
    """
    if primitive.figure is None:
        raise UsageError(f"{primitive.name} has no figure; the random initializers have.")
    if path.suffix not in SUFFIXES:
        raise UsageError(f"{path} has no suffix that can be drawn; choose one of {', '.join(SUFFIXES)}.")
    rng = np.random.default_rng(seed)
    random = {option.name: rng for option in primitive.options if isinstance(option, Rng)}
    rows = primitive.figure.rows(lambda **arguments: reference(**arguments, **random))
    try:
        from matplotlib.figure import Figure as Canvas
    except ImportError:
        raise UsageError("Drawing needs matplotlib: pip install 'primcheck[plot]'.") from None
    canvas = Canvas(figsize=(1.35 * max(map(len, rows.values())), 1.35 * len(rows) + 0.6), layout="constrained")
    _histograms(canvas, primitive.figure, f"{primitive.name}: {primitive.figure.title}", rows)
    try:
        canvas.savefig(path, dpi=130, metadata={"Date": None} if path.suffix == ".svg" else None)
    except OSError as error:
        raise UsageError(f"Cannot write {path}: {error.strerror}.") from error


def _histograms(canvas: Any, figure: Figure, title: str, rows: Mapping[str, Sequence[Any]]) -> None:
    """Draw the histograms: one range of values a row, so that a spread that shrinks is seen to shrink."""
    columns = max(map(len, rows.values()))
    axes = canvas.subplots(len(rows), columns, squeeze=False)
    for line, (name, arrays) in zip(axes, rows.items(), strict=True):
        reach = float(np.quantile(np.abs(arrays[0]), 0.999)) or 1.0
        for k, (place, values) in enumerate(zip(line, arrays, strict=False)):
            inside = np.clip(values, -reach, reach)
            place.hist(np.ravel(inside), bins=BARS, range=(-reach, reach), color="#4477aa")
            place.set_yticks([])
            place.tick_params(labelsize=6)
            place.set_xlabel(f"std {np.std(values):.2g}", fontsize=7)
            if line is axes[0]:
                place.set_title(f"{figure.columns} {k + 1}", fontsize=8)
        line[0].set_ylabel(name, fontsize=8)
    canvas.suptitle(title, fontsize=10)
