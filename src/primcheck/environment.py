"""The environment of a run, for the record: what the figures and verdicts were made on."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np


def describe_environment(modules: Iterable[str] = (), isolation: str = "none") -> dict[str, Any]:
    """Return versions, processor, linear-algebra kernel and the width of longdouble; versions of `modules` as well.

    `isolation` says how what is judged is kept from everything else.
    """
    libraries = library_versions(modules)
    return {
        "python": platform.python_version(),
        "numpy": np.__version__,
        "numba": _version("numba"),
        "platform": f"{platform.system()} {platform.machine()}",
        "cpu": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "blas": blas(),
        "longdouble": int(np.finfo(np.longdouble).nmant) + 1,
        "isolation": isolation,
        **({"libraries": libraries} if libraries else {}),
    }


def library_versions(modules: Iterable[str]) -> dict[str, str | None]:
    """Return the version of the package that each module comes with."""
    return {module: _version(_distribution(module)) for module in modules}


def blas() -> str:
    """Return the linear-algebra library NumPy runs on, its kernel and its threads."""
    from threadpoolctl import threadpool_info

    found = [
        f"{pool['internal_api']} {pool.get('version')} {pool.get('architecture', '')}, {pool['num_threads']} threads"
        for pool in threadpool_info()
        if pool["user_api"] == "blas" and "numpy" in pool["filepath"]
    ]
    return found[0] if found else "unknown"


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _distribution(module: str) -> str:
    """Return the package that a module comes with; tensorflow comes with tensorflow-cpu, for one."""
    return next(iter(metadata.packages_distributions().get(module, ())), module)


def _processor() -> str:
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text("utf-8", "replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
