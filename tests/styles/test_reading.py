"""How code is recognized: ambiguous names, what a person says, and code that is too old, too eager or half a notebook."""

import json
from pathlib import Path
from typing import Any

import pytest

import primcheck
from primcheck.cli import main
from primcheck.faults import CannotJudge, UsageError

CODE = Path(__file__).parent / "code"


def read(tmp_path: Path, text: str, name: str = "subject.py", **options: Any) -> tuple[Any, dict[str, Any]]:
    """Return the report on a text, and what was said of its style."""
    path = tmp_path / name
    path.write_text(text)
    report = primcheck.run(str(path), **options)
    return report, next(iter(report.record.styles), {})


def passed(report: Any) -> set[str]:
    """Return the primitives of which all cases that were asked passed."""
    bad = {v["primitive"] for v in report.verdicts if v["status"] in {"fail", "raised", "convention", "blocked"}}
    return {v["primitive"] for v in report.verdicts if v["status"] == "pass"} - bad


def test_the_catalogues_names_are_the_catalogues(tmp_path: Path) -> None:
    """A function that can be called the catalogue's way is judged so: in both precisions, bad input included."""
    text = "import numpy as np\n\ndef relu(x):\n    return np.maximum(x, 0)\n"
    report, style = read(tmp_path, text)
    assert not style
    assert {v["dtype"] for v in report.verdicts if v["primitive"] == "relu"} == {"float32", "float64"}


def test_one_name_is_read_by_its_signature(tmp_path: Path) -> None:
    """Three functions called adam: the signature tells whose each is."""
    config = (CODE / "cs231n_right.py").read_text()
    report, style = read(tmp_path, config, only="adam")
    assert [(one["style"], one["callable"]) for one in style["read"] if one["primitive"] == "adam"] == [
        ("CS231n", "adam")
    ]
    assert passed(report) == {"adam"}
    own = (
        "import numpy as np\n\n"
        "def adam(w, dw, m, v, t, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):\n"
        "    m = beta1 * m + (1 - beta1) * dw\n    v = beta2 * v + (1 - beta2) * dw**2\n"
        "    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v\n"
    )
    report, style = read(tmp_path, own, "own.py")
    assert style["style"] == "common names"
    assert passed(report) == {"adam"}


def test_turned_arguments_are_told_by_their_names(tmp_path: Path) -> None:
    """recall(y_true, y_pred) is the catalogue's recall(predicted, actual) with its arguments turned around."""
    text = (
        "import numpy as np\n\ndef recall(y_true, y_pred):\n    there = np.sum(y_true == 1)\n"
        "    return np.sum((y_true == 1) & (y_pred == 1)) / there if there else 0.0\n"
    )
    report, _ = read(tmp_path, text)
    assert passed(report) == {"recall"}


def test_a_mapping_file_says_what_names_mean(tmp_path: Path) -> None:
    """Names and parameters that nobody could guess are told, and what is to be left alone."""
    text = (
        "def schicht(eingang, gewichte, versatz):\n    return eingang @ gewichte + versatz, eingang\n\n"
        "def relu_forward(x):\n    return x, x\n"
    )
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(
        'ignore = ["relu_forward"]\n[names]\naffine_forward = "schicht"\n'
        '[arguments.schicht]\nx = "eingang"\nw = "gewichte"\nb = "versatz"\n'
    )
    report, style = read(tmp_path, text, mapping=str(mapping))
    assert passed(report) == {"dense"}
    assert "relu_forward" in style["left"]
    mapping.write_text('[primitives]\ndense = "schicht"\n')
    report, _ = read(tmp_path, text, mapping=str(mapping), only="dense")
    assert passed(report) == {"dense"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[names", "is no TOML"),
        ("[nmes]\n", "has nmes"),
        ("[names]\na = 1\n", "a table of names"),
        ('[primitives]\ndense = "nothing"\n', "there is no such function"),
    ],
)
def test_a_mapping_file_that_is_wrong_is_told(tmp_path: Path, text: str, says: str) -> None:
    """What is wrong with a mapping file is wrong usage."""
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(text)
    with pytest.raises(UsageError, match=says):
        read(tmp_path, "def relu(x):\n    return x\n", mapping=str(mapping))


def test_a_style_can_be_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By name, or by the file of a style of one's own; a name that there is not leaves with 2 and lists those that there are."""
    with pytest.raises(UsageError, match="There is no style called cs229; there are coursera, cs231n"):
        primcheck.run(str(CODE / "near_right.py"), style="cs229")
    words = ["primcheck", "run", str(CODE / "near_right.py"), "--style", "cs229"]
    monkeypatch.setattr("sys.argv", words)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    own = tmp_path / "mine.py"
    own.write_text(
        '"""Mine."""\n\nfrom primcheck.style import Style\n\n'
        'style = Style(title="mine", source="me", expects="vorwaerts(z)")\n\n\n'
        "def relu(theirs, x):\n    return theirs.vorwaerts(x)\n"
    )
    text = "def vorwaerts(z):\n    return z * (z > 0)\n"
    report, style = read(tmp_path, text, style=str(own))
    assert style["style"] == "mine"
    assert passed(report) == {"relu"}


def test_one_function_of_a_foreign_shape_is_checked() -> None:
    """`check` reads a function's shape as `run` does."""

    def affine_forward(x, w, b):  # type: ignore[no-untyped-def]
        return x.reshape(len(x), -1) @ w + b, (x, w, b)

    def spatial(x, w, b, conv_param):  # type: ignore[no-untyped-def]
        raise AssertionError

    report = primcheck.check(lambda z: (z > 0) * z, "relu")
    assert not report.record.styles
    report = primcheck.check(affine_forward, "dense")
    assert report.verdicts
    assert spatial is not None


def test_notebooks_give_their_definitions(tmp_path: Path) -> None:
    """Definitions and imports are taken, magics and training are not."""
    cells = [
        {"cell_type": "markdown", "source": ["# Layers"]},
        {"cell_type": "code", "source": ["%matplotlib inline\n", "import numpy as np\n", "SCALE = 1.0"]},
        {"cell_type": "code", "source": ["def relu(x):\n", "    return SCALE * np.maximum(x, 0)\n"]},
        {"cell_type": "code", "source": ["for epoch in range(10**12):\n", "    relu(np.ones(3))\n"]},
        {"cell_type": "code", "source": ["%%time\n", "this is no Python"]},
    ]
    path = tmp_path / "layers.ipynb"
    path.write_text(json.dumps({"cells": cells, "nbformat": 4}))
    report = primcheck.run(str(path))
    assert passed(report) == {"relu"}
    assert "only definitions are taken: line 1 of layers.ipynb cell 3 is not run" in str(report)
    path.write_text("{}")
    report = primcheck.run(str(path))
    assert report.exit_code == 3
    assert "no notebook" in report.verdicts[0]["message"]


OLD = {
    "a library that is missing": (
        "import no_such_library\nfrom no_such_library.inner import *\nimport numpy as np\n\n"
        "@no_such_library.jit(nopython=True)\ndef relu(x):\n    return np.maximum(x, 0)\n\n"
        "class Net(no_such_library.Module):\n    pass\n",
        "imports no_such_library, which is not installed",
    ),
    "Python 2": (
        "import numpy as np\n\ndef relu(x):\n    return np.maximum(x, 0)\n\ndef show(x):\n    print x\n",
        "that is Python 2: print is a function",
    ),
    "collections": (
        "from collections import Hashable\nimport numpy as np\n\ndef relu(x):\n    return np.maximum(x, 0)\n",
        "take it from collections.abc",
    ),
    "old NumPy while it is loaded": (
        "import numpy as np\n\ndef relu(x, kind=np.float):\n    return np.maximum(x, 0)\n",
        "NumPy no longer has np.float: write float",
    ),
    "training when it is imported": (
        "import numpy as np\n\ndef relu(x):\n    return np.maximum(x, 0)\n\nfor i in range(10**15):\n    relu(np.ones(3))\n",
        "only definitions are taken: line 6 of subject.py is not run",
    ),
    "an exit": (
        "import sys\nimport numpy as np\n\ndef relu(x):\n    return np.maximum(x, 0)\n\nsys.exit(relu(3))\n",
        "put the program under `if __name__",
    ),
}


@pytest.mark.parametrize("what", OLD)
def test_what_can_be_judged_is_judged(tmp_path: Path, what: str) -> None:
    """One sentence says what is wrong with the file and how to mend it; what does not need it is judged."""
    text, says = OLD[what]
    report, _ = read(tmp_path, text)
    assert passed(report) == {"relu"}
    assert says in " ".join(str(report).split())
    assert report.exit_code == 0


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("return np.array([max(v, np.int(0)) for v in x])", "NumPy no longer has np.int: write int"),
        ("return np.array([x[i] for i in xrange(len(x))])", "that is Python 2: write range"),
        ("return x[: len(x) / 2]", "write // where a whole number is meant"),
    ],
)
def test_old_calls_say_how_to_mend_them(tmp_path: Path, line: str, says: str) -> None:
    """Code that fails for its age when it is called is told what to write."""
    report, _ = read(tmp_path, f"import numpy as np\n\ndef relu(x):\n    {line}\n")
    assert says in " ".join(str(report).split())
    assert report.exit_code == 1


def test_what_nobody_understands_is_listed(tmp_path: Path) -> None:
    """A file in which nothing is recognized says what it has."""
    report, _ = read(tmp_path, "def frobnicate(x, y):\n    return x\n")
    assert report.exit_code == 3
    assert "It has frobnicate" in " ".join(str(report).split())


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("return nonesuch(x)", "raised"),
        ("raise NotImplementedError", "raised"),
        ("return x / 0 if False else 1 / 0", "raised"),
        ("return x.parameters.sum()", "declined"),
    ],
)
def test_code_that_never_returns_is_told_from_code_that_was_misread(tmp_path: Path, body: str, status: str) -> None:
    """What raises whatever it is asked is wrong; what wants other arguments is something else that has the name."""
    right = "import numpy as np\ndef sigmoid(x):\n    return 1 / (1 + np.exp(-x))\n"
    (tmp_path / "mine.py").write_text(f"{right}def sigmoid_derivative(x):\n    {body}\n")
    report = primcheck.run(str(tmp_path / "mine.py"))
    found = {v["status"] for v in report.verdicts if v["primitive"] == "sigmoid_backward"}
    assert found - {"declined"} == {status} - {"declined"}
    assert report.exit_code == (1 if status == "raised" else 0)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("cut.ipynb", b'{"cells": [', "cut.ipynb is no notebook, or a damaged one; save it again"),
        ("list.ipynb", b"[1, 2]", "list.ipynb is no notebook"),
        ("latin.ipynb", b'{"cells": "\xe9"}', "latin.ipynb is no notebook"),
        ("bytes.py", b"\x00\xff\xfe", "bytes.py does not load: syntax error in bytes.py"),
        ("empty.py", b"", "defines none of the primitives"),
    ],
)
def test_what_is_no_code_at_all_is_told(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    """One sentence, and never an error of our own reading."""
    (tmp_path / name).write_bytes(data)
    report = primcheck.run(str(tmp_path / name))
    assert report.exit_code == 3
    assert says in report.verdicts[0]["message"]


def test_foreign_failures_show_numbers_and_no_import(tmp_path: Path) -> None:
    """What to try is inputs and what is right, with the student's own function named: no import that does not exist."""
    text = (CODE / "cs231n_right.py").read_text().replace("np.maximum(x, 0), x", "np.maximum(x, 1), x")
    report, _ = read(tmp_path, text, only="relu")
    shown = str(report)
    assert "subject.relu_forward, asked as relu(x):" in shown
    assert "from subject import" not in shown
    with pytest.raises(CannotJudge):
        primcheck.run({"nothing": len})
