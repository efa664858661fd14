"""primcheck: is this deep-learning primitive right, how do we know, what exactly is wrong, and how fast is it?

>>> import numpy as np, primcheck
>>> def relu(x):
...     return np.maximum(x, 0)
>>> primcheck.check(relu).passed
True
"""

from pathlib import Path as _Path
from typing import TYPE_CHECKING as _TYPE_CHECKING
from typing import Any as _Any

__version__ = "0.1.0"

# In a checkout, specs/, reference/ and impls/ stand beside src/; in a wheel they are inside this package.
_root = _Path(__file__).parents[2]
if (_root / "pyproject.toml").is_file() and (_root / "specs").is_dir():
    __path__.append(str(_root))

if _TYPE_CHECKING:
    from primcheck.api import check as check
    from primcheck.api import run as run

__all__ = ["__version__", "check", "run"]


def __getattr__(name: str) -> _Any:
    # The engine is imported only when it is used, so that `import primcheck` costs nothing.
    if name in {"check", "run"}:
        from primcheck import api

        return getattr(api, name)
    raise AttributeError(f"module 'primcheck' has no attribute {name!r}")
