"""The command line on the real suite: what a user types, what comes out, and the exit code."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

RIGHT = """
import numpy as np

def relu(x):
    return np.maximum(x, 0)

def fixed_lr(iteration, *, base_lr):
    if iteration < 0 or base_lr < 0:
        raise ValueError("no")
    return base_lr
"""

Cli = Callable[..., tuple[int, str, str]]


@pytest.fixture
def cli(cli: Cli, tmp_path: Path) -> Cli:
    """The command line, in a folder with right code in it."""
    (tmp_path / "right.py").write_text(RIGHT)
    return cli


def test_run(cli: Cli, tmp_path: Path) -> None:
    """Right code leaves with 0, and its record is in reports/ unless told otherwise."""
    code, out, err = cli("run", "right.py")
    assert code == 0
    assert "2 of 2 primitives conform" in out
    records = list((tmp_path / "reports").glob("run-right-*.jsonl"))
    assert len(records) == 1
    assert str(records[0].relative_to(tmp_path)) in err
    assert "\x1b" not in out


def test_wrong_code_leaves_with_one(cli: Cli, tmp_path: Path) -> None:
    """A failure names the case, what it hunts and the mistake."""
    (tmp_path / "wrong.py").write_text("def relu(x):\n    x[x < 0] = 0\n    return x\n")
    code, out, _ = cli("run", "wrong.py", "--out", "w.jsonl")
    assert code == 1
    assert "changes its input x in place" in out
    assert "zeroes its input" in out


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("run", "none.py"), 2, "none.py does not exist"),
        (("run", "no_such_module"), 2, "is no file, no module and no built-in technique"),
        (("run", "right.py", "--only", "adma"), 2, "did you mean adam"),
        (("run", "right.py", "--only", "z*"), 2, "No primitive matches z*"),
        (("run", "right.py", "--dtype", "float8"), 2, "float8 is no precision"),
        (("run", "right.py", "--convention", "adam"), 2, "PRIMITIVE.CONVENTION=ALTERNATIVE"),
        (
            ("run", "right.py", "--convention", "adam.eps=hat"),
            2,
            "adam has no convention called eps; its conventions are epsilon",
        ),
        (("run", "right.py", "--convention", "adam.epsilon=left"), 2, "one of outside, inside, hat, not left"),
        (("run", "right.py", "--convention", "adma.epsilon=hat"), 2, "did you mean adam"),
        (("run", "right.py", "--jobs", "0"), 2, "0 is not in the range"),
        (("run", "right.py", "--no-such-option"), 2, "No such option"),
        (("run", "right.py", "--out", "right.py/run.jsonl"), 2, "Cannot write the record"),
        (("show", "adma"), 2, "did you mean adam"),
        (("list", "--family", "pool"), 2, "There is no family called pool"),
        (("report", "none.jsonl"), 2, "Cannot read none.jsonl"),
        (("report", "right.py"), 3, "not a record of primcheck"),
        (("compare", "none.jsonl", "none.jsonl"), 2, "Cannot read none.jsonl"),
        (("bench", "--sizes", "huge"), 2, "huge is no size"),
        (("fly",), 2, "No such command"),
        (("run", ""), 2, "does not exist"),
        (("run", "/dev/null"), 2, "neither a file nor a folder"),
        (("run", "right.py", "--only", ","), 2, "names no primitive"),
        (("run", "right.py", "--timeout", "nan"), 2, "--timeout"),
        (
            ("run", "right.py", "--convention", "adam.epsilon=hat,adam.epsilon=inside"),
            2,
            "asked to be both hat and inside",
        ),
        (("run", "right.py", "--out", "right.py"), 2, "is no record of primcheck and is not overwritten"),
    ],
)
def test_wrong_usage_is_one_sentence(cli: Cli, words: tuple[str, ...], code: int, says: str) -> None:
    """What does not exist is said, with what does, and the exit code tells usage from judgement."""
    left, out, err = cli(*words)
    assert left == code
    assert says in err
    assert out == ""


def test_a_typing_error_empties_no_record(cli: Cli, tmp_path: Path) -> None:
    """A run that cannot start leaves an old record as it was."""
    (tmp_path / "old.jsonl").write_text("precious")
    cli("run", "right.py", "--only", "adma", "--out", "old.jsonl")
    cli("run", "none.py", "--out", "old.jsonl")
    cli("run", "numpy.none", "--out", "old.jsonl")
    cli("run", "right.py", "--out", "old.jsonl")
    assert (tmp_path / "old.jsonl").read_text() == "precious"


def test_one_bad_target_does_not_spoil_the_others(cli: Cli, tmp_path: Path) -> None:
    """What loads is judged; the run leaves with 3, and says which target it could not judge."""
    (tmp_path / "broken.py").write_text("def relu(x:\n")
    code, out, _ = cli("run", "broken.py", "right.py", "--out", "r.jsonl")
    assert code == 3
    assert "broken.py does not load: syntax error" in out
    assert "2 of 2 primitives conform" in out


def test_report_and_compare(cli: Cli) -> None:
    """A record gives the same report again, in any format; compared with itself nothing changed."""
    _, first, _ = cli("run", "right.py", "--out", "r.jsonl")
    assert cli("report", "r.jsonl") == (0, first, "")
    assert "| relu " in cli("report", "r.jsonl", "--format", "markdown")[1]
    assert "<testsuites" in cli("report", "r.jsonl", "--format", "junit")[1]
    assert cli("compare", "r.jsonl", "r.jsonl") == (0, "Nothing changed.\n", "")


def test_a_cut_record(cli: Cli, tmp_path: Path) -> None:
    """A record without its end is reported as far as it goes, and leaves with 3."""
    cli("run", "right.py", "--out", "r.jsonl")
    lines = (tmp_path / "r.jsonl").read_text().splitlines()
    (tmp_path / "cut.jsonl").write_text("\n".join(lines[:-1]) + "\n")
    code, out, err = cli("report", "cut.jsonl")
    assert code == 3
    assert "INCOMPLETE" in out
    assert "no end" in err
    assert cli("compare", "r.jsonl", "cut.jsonl")[0] == 3


def test_strict(cli: Cli, tmp_path: Path) -> None:
    """Accepted bad input and missing functions fail a strict run only."""
    (tmp_path / "lax.py").write_text("def fixed_lr(iteration, *, base_lr):\n    return base_lr\n")
    assert cli("run", "lax.py", "--only", "fixed_lr", "--out", "r.jsonl")[0] == 0
    assert cli("run", "lax.py", "--only", "fixed_lr", "--strict", "--out", "r.jsonl")[0] == 1
    assert cli("run", "right.py", "--only", "fixed_lr", "--strict", "--out", "r.jsonl")[0] == 0


def test_an_asked_convention(cli: Cli, tmp_path: Path) -> None:
    """Code that is right another way passes where that way is asked for."""
    (tmp_path / "other.py").write_text(
        "import numpy as np\ndef relu_backward(dy, x):\n    return np.where(x >= 0, dy, np.zeros_like(dy))\n"
    )
    assert cli("run", "other.py", "--out", "r.jsonl")[0] == 1
    assert "relu_backward.at_zero=one" in cli("report", "r.jsonl")[1]
    assert cli("run", "other.py", "--convention", "relu_backward.at_zero=one", "--out", "r.jsonl")[0] == 0


def test_list_and_show(cli: Cli) -> None:
    """The list names everything; a page has the definition, what the cases hunt, and the mistakes."""
    code, listed, _ = cli("list")
    assert code == 0
    assert all(
        word in listed for word in ("pooling", "max_pool2d_backward", "Built-in techniques: jit, plain, vectorized")
    )
    code, page, _ = cli("show", "he_normal_init")
    assert code == 0
    assert all(word in page for word in ("Conventions", "Statistics", "standard deviation", "Known mistakes"))


def test_packages_and_modules(cli: Cli, tmp_path: Path) -> None:
    """A package is judged with its submodules, relative imports included; a part that does not import is told."""
    (tmp_path / "mine" / "deep").mkdir(parents=True)
    (tmp_path / "mine" / "__init__.py").write_text("")
    (tmp_path / "mine" / "base.py").write_text("import numpy as np\n\ndef top(x):\n    return np.maximum(x, 0)\n")
    (tmp_path / "mine" / "deep" / "layers.py").write_text("from ..base import top\n\ndef relu(x):\n    return top(x)\n")
    (tmp_path / "mine" / "numpy.py").write_text("raise RuntimeError('shadow')\n")
    (tmp_path / "neighbour.py").write_text("from right import relu\n")
    code, out, _ = cli("run", "mine", "--out", "r.jsonl")
    assert code == 0
    assert "1 of 1 primitive conform" in out
    assert cli("run", "neighbour.py", "--out", "r.jsonl")[0] == 0


def test_bench(cli: Cli, tmp_path: Path) -> None:
    """Only what passed is timed, relative to the baseline, with an interval and a control."""
    (tmp_path / "mine.py").write_text(RIGHT.replace("return base_lr", "return base_lr * 2"))
    code, out, _ = cli(
        "bench", "mine.py", "--only", "relu,fixed_lr", "--sizes", "tiny", "--rounds", "7", "--save", "b.jsonl"
    )
    assert code == 1
    assert "not timed: wrong" in out
    assert "A/A" in out
    lines = [json.loads(line) for line in (tmp_path / "b.jsonl").read_text().splitlines()]
    measured = {(line["implementation"], line["primitive"]): line for line in lines if line["type"] == "measurement"}
    assert measured["mine.py", "fixed_lr"]["verdict"] == "invalid"
    assert measured["mine.py", "fixed_lr"]["samples"] == []
    relu = measured["mine.py", "relu"]
    assert relu["ratio"]["low"] <= relu["ratio"]["median"] <= relu["ratio"]["high"]
    assert len(relu["samples"]) >= 7
    assert relu["bytes"] > 0


def test_the_kill_matrix(cli: Cli) -> None:
    """The matrix shows which case rejects which mistake."""
    code, out, _ = cli("kill-matrix", "--only", "relu")
    assert code == 0
    assert "●" in out
    assert "mistakes are rejected" in out


def test_a_figure_is_drawn(cli: Cli, tmp_path: Path) -> None:
    """The suffix decides the format; the text is not printed."""
    code, out, err = cli("show", "he_normal_init", "--figure", "he.svg")
    assert (code, out) == (0, "")
    assert "he.svg" in err
    assert (tmp_path / "he.svg").read_text().lstrip().startswith("<?xml")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("show", "adam", "--figure", "adam.png"), "adam has no figure"),
        (("show", "he_normal_init", "--figure", "he.txt"), "choose one of .pdf, .png, .svg"),
        (("show", "he_normal_init", "--figure", "none/he.png"), "Cannot write none/he.png"),
        (("witness", "numpy"), "numpy is none of the bindings to libraries"),
        (("witness", "--only", "adma"), "did you mean adam"),
    ],
)
def test_bad_words_about_figures_and_witnesses(cli: Cli, words: tuple[str, ...], says: str) -> None:
    """One sentence and exit code 2."""
    code, _, err = cli(*words)
    assert code == 2
    assert says in err
    assert len(err.strip().splitlines()) == 1


def test_a_witness_that_is_not_installed(cli: Cli) -> None:
    """It is named, and nothing was judged: 3; one that is installed is asked."""
    from primcheck.suite import Suite

    suite = Suite()
    for library in suite.libraries():
        code, out, err = cli("witness", library, "--only", "fixed_lr,relu", "--out", "w.jsonl")
        if suite.missing(library):
            assert code == 3
            assert f"{library} needs" in out
        else:
            assert code == 0, err
            assert "agrees" in out


@pytest.mark.parametrize("name", ["styles", "mistaken"])
def test_what_is_no_implementation_is_no_target(cli: Cli, name: str) -> None:
    """Rooms that hold something else are not judged by their names."""
    code, _, err = cli("run", name)
    assert code == 2
    assert "no built-in technique" in err


def test_foreign_code_is_not_timed(cli: Cli, tmp_path: Path) -> None:
    """What reads it would be timed with it; it is judged, and that is said."""
    (tmp_path / "cs.py").write_text("import numpy as np\n\ndef relu_forward(x):\n    return np.maximum(x, 0), x\n")
    code, out, _ = cli("bench", "cs.py", "--only", "relu", "--sizes", "tiny", "--rounds", "7", "--save", "b.jsonl")
    assert code == 0
    assert "relu (relu_forward)" in out
    assert "is not timed" in out
    lines = [json.loads(line) for line in (tmp_path / "b.jsonl").read_text("utf-8").splitlines()]
    assert {line["implementation"] for line in lines if line["type"] == "measurement"} == {"vectorized"}
