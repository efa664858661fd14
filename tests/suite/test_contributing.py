"""The contributor's page works: its files, put into a copy of the project, make a primitive without touching another file."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "CONTRIBUTING.md"


@pytest.mark.skipif(not PAGE.is_file(), reason="needs the checkout")
def test_the_worked_example(tmp_path: Path) -> None:
    """Every file of the example is new, and with them the primitive is judged, passes, and kills its mistakes."""
    project = tmp_path / "project"
    for part in ("src", "specs", "reference", "impls"):
        shutil.copytree(ROOT / part, project / part, ignore=shutil.ignore_patterns("__pycache__", "*.pack"))
    shutil.copy(ROOT / "pyproject.toml", project)
    files = re.findall(r"<!-- file: (\S+) -->\n```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert len(files) >= 6
    for name, text in files:
        assert not (project / name).exists(), "the example edits a file"
        (project / name).write_text(text, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(project / "src"), "XDG_CACHE_HOME": str(tmp_path / "cache")}

    def primcheck(*words: str) -> str:
        command = [sys.executable, "-m", "primcheck", *words]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    targets = ("primcheck.reference", "plain", "vectorized", "jit")
    judged = primcheck("run", *targets, "--only", "softsign", "--out", "run.jsonl")
    assert judged.count("conforms") == len(targets)
    assert "2 of 2 mistakes are rejected; 2 are named" in primcheck("kill-matrix", "--only", "softsign")
    assert "Turian" in primcheck("show", "softsign")
