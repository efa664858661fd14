"""Starter files: what `primcheck new` writes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from primcheck.spec import Primitive
from primcheck.starter import starter
from primcheck.suite import Suite

Cli = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("primitive", [p for p in Suite().primitives.values() if not p.uses], ids=lambda p: p.name)
def test_starter_files_are_python(primitive: Primitive) -> None:
    """Every primitive can be begun, with the catalogue's signature."""
    names: dict[str, Any] = {}
    exec(compile(starter([primitive], "mine.py"), "mine.py", "exec"), names)
    function = names[primitive.name]
    with pytest.raises(NotImplementedError, match=f"{primitive.name} is not written yet"):
        function(*primitive.arguments, **{option.name: 1 for option in primitive.options})


def test_a_starter_file_fails_until_it_is_written(cli: Cli, tmp_path: Path) -> None:
    """What is missing is said; what was written is never lost; filled in, it conforms."""
    path = tmp_path / "mine.py"
    assert cli("new", "relu", "fixed_lr", "--out", "mine.py")[0] == 0
    code, text, _ = cli("run", "mine.py", "--only", "relu")
    assert code == 1
    assert "relu is not written yet" in text
    code, _, text = cli("new", "relu", "--out", "mine.py")
    assert code == 2
    assert "already there" in text
    code, _, text = cli("new", "train_lenet5")
    assert code == 2
    assert "nothing to write" in text
    source = path.read_text("utf-8")
    begin = source.index("    raise NotImplementedError")
    end = source.index("\n    )\n", begin) + 7
    path.write_text(source[:begin] + "    return np.maximum(x, 0)\n" + source[end:], "utf-8")
    assert cli("run", "mine.py", "--only", "relu")[0] == 0


@pytest.mark.parametrize(("style", "name"), [("cs231n", "dense_backward"), ("cs231n", "adam"), ("dlfs", "batch_norm")])
def test_starter_files_in_a_course_s_style(cli: Cli, tmp_path: Path, style: str, name: str) -> None:
    """What is begun is read in that style, and is not written yet."""
    assert cli("new", name, "--style", style, "--out", "mine.py")[0] == 0
    code, text, _ = cli("run", "mine.py", "--only", name)
    assert code == 1
    assert "RAISED" in text
    assert "is not written yet" in text


def test_a_style_that_has_no_such_thing(cli: Cli) -> None:
    """Nothing is written, and the sentence says what there is."""
    code, _, err = cli("new", "lion", "--style", "cs231n")
    assert code == 2
    assert "has nothing for lion; it has dense" in err
    code, _, err = cli("new", "adam", "--style", "cs321n")
    assert code == 2
    assert "cs231n" in err
    assert not Path("adam.py").exists()
