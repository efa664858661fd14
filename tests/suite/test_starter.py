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
