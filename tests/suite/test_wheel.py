"""What is installed is what was tested: the wheel, unpacked into an empty place, works from an empty directory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and install it, without dependencies, into a folder of its own."""
    pytest.importorskip("hatchling", reason="building the wheel needs hatchling")
    if not (ROOT / "pyproject.toml").is_file():
        pytest.skip("needs the checkout")
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    options = ["--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "wheel", str(ROOT), *options, "--wheel-dir", str(folder)], check=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([*pip, "install", str(wheel), "--no-deps", "--target", str(folder / "site")], check=True)
    return folder


def python(installed: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the installed package and without the checkout."""
    empty = installed / "empty"
    empty.mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(installed / "site"), "XDG_CACHE_HOME": str(installed / "cache")}
    # -P keeps the working directory off the path; the editable install's finder is outranked by PYTHONPATH.
    return subprocess.run(
        [sys.executable, "-P", *words], cwd=empty, env=environment, capture_output=True, text=True, check=False
    )


def test_it_is_the_installed_one(installed: Path) -> None:
    """The package under test is the wheel's, and holds the three rooms."""
    rooms = "primcheck.specs, primcheck.reference, primcheck.impls"
    code = f"import primcheck, {rooms}; print(primcheck.__file__, *primcheck.__path__)"
    told = python(installed, "-c", code).stdout.split()
    assert told == [str(installed / "site/primcheck/__init__.py"), str(installed / "site/primcheck")]


def test_it_judges(installed: Path) -> None:
    """Discovery, truths and reports work without the checkout; the tests and reports are not in the wheel."""
    done = python(installed, "-m", "primcheck", "run", "vectorized", "--only", "relu,adam", "--out", "r.jsonl")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 of 2 primitives conform" in done.stdout
    assert "adam" in python(installed, "-m", "primcheck", "list").stdout
    assert not (installed / "site/primcheck/tests").exists()
    assert (installed / "site/primcheck/py.typed").is_file()
    assert (installed / "site/primcheck/truth.pack").is_file()


def test_heavy_libraries_are_left_alone(installed: Path) -> None:
    """Judging a NumPy file imports neither numba nor matplotlib nor PyTorch."""
    file = installed / "empty" / "light.py"
    file.write_text(
        "import sys\nimport numpy as np\n\ndef relu(x):\n"
        "    heavy = {'numba', 'matplotlib', 'torch', 'pytest', 'rich'} & set(sys.modules)\n"
        "    assert not heavy, heavy\n    return np.maximum(x, 0)\n"
    )
    done = python(installed, "-m", "primcheck", "run", "light.py", "--out", "r.jsonl")
    assert done.returncode == 0, done.stdout
