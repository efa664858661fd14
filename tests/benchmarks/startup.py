"""How long until the first verdict, and until the last: warm, with an empty cache, and without the pack of truths.

    python tests/benchmarks/startup.py > reports/startup.md

One NumPy file with every primitive is judged by the command line, several times in turn; each figure is the median, in
seconds and as a multiple of `python -c "import numpy"` measured in between, which a noisy machine moves as well.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tabulate import tabulate

from primcheck.store import PACK
from primcheck.suite import Suite

ROUNDS = 3


def main() -> None:
    """Print the table."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "everything.py").write_text(everything(), "utf-8")
        times: dict[str, list[tuple[float, float]]] = {"warm cache": [], "empty cache": [], "empty cache, no pack": []}
        numpy = []
        judge(folder, folder / "warm")
        for i in range(ROUNDS):
            numpy.append(import_numpy())
            times["warm cache"].append(judge(folder, folder / "warm"))
            times["empty cache"].append(judge(folder, folder / f"cold{i}"))
        hidden = PACK.with_suffix(".hidden")
        if PACK.is_file():
            PACK.rename(hidden)
        try:
            for i in range(3):
                times["empty cache, no pack"].append(judge(folder, folder / f"bare{i}"))
        finally:
            if hidden.is_file():
                hidden.rename(PACK)
    unit = statistics.median(numpy)
    rows = []
    for what, pairs in times.items():
        first, last = (statistics.median(p[k] for p in pairs) for k in (0, 1))
        rows.append((what, f"{first:.2f} s", f"{first / unit:.1f}", f"{last:.1f} s", f"{last / unit:.0f}"))
    headers = ("", "first verdict", "× import numpy", "everything", "× import numpy ")
    count = len(Suite().primitives)
    about = f"One NumPy file with all {count} primitives, both precisions, one process; LeNet-5 learns to read digits as well."
    sys.stdout.write(f"# Time to judge\n\n{about} Medians; numba, matplotlib and PyTorch are not imported.\n\n")
    sys.stdout.write(tabulate(rows, headers=headers, tablefmt="github") + "\n")


def everything() -> str:
    """Return a module that offers every primitive in NumPy."""
    # Programs run by themselves, on the primitives that are there.
    offered = [p for p in Suite().primitives.values() if not p.uses]
    lines = [f"from primcheck.impls.vectorized.{p.family}.{p.operation} import {p.name}" for p in offered]
    return "\n".join(lines) + "\n"


def import_numpy() -> float:
    """Return the seconds that importing NumPy takes a new process."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import numpy"], check=True)
    return time.perf_counter() - started


def judge(folder: Path, cache: Path) -> tuple[float, float]:
    """Judge the file; return the seconds until the first verdict and until the end."""
    record = folder / "run.jsonl"
    record.unlink(missing_ok=True)
    command = [sys.executable, "-m", "primcheck", "run", "everything.py", "--out", str(record)]
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    first = 0.0
    while process.poll() is None:
        if not first and record.is_file() and b'"type": "verdict"' in record.read_bytes():
            first = time.perf_counter() - started
        time.sleep(0.005)
    assert process.returncode == 0, process.returncode
    return first or time.perf_counter() - started, time.perf_counter() - started


if __name__ == "__main__":
    main()
