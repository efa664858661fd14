"""Who may import whom, and what each room may hold: read from the code, not from promises."""

import ast
import sys
from pathlib import Path

import pytest

import primcheck
from primcheck.suite import Suite

ROOT = Path(primcheck.__file__).parents[2]
pytestmark = pytest.mark.skipif(not (ROOT / "specs").is_dir(), reason="needs the checkout")

# What a technique is built on; everything else in its room is NumPy and its own files.
LIBRARIES = {
    "jit": {"numba"},
    "pytorch": {"torch"},
    "jax_xla": {"jax", "optax"},
    "keras_api": {"keras", "tensorflow"},
    "tensorflow_ops": {"tensorflow"},
    "onnx_runtime": {"onnx", "onnxruntime"},
    "styles": {"primcheck"},  # its vocabulary, and nothing else: see below
}
COMMON = {"numpy", *sys.stdlib_module_names}

# The arithmetic that plain Python must do itself; arrays, types, shapes and draws are its boundary.
ARITHMETIC = {
    "add", "subtract", "multiply", "divide", "dot", "matmul", "einsum", "sum", "mean", "var", "std", "exp", "log", "sqrt",
    "power", "maximum", "minimum", "max", "min", "where", "tanh", "clip", "cumsum", "prod", "average", "linalg", "square",
}  # fmt: skip


def files(room: str) -> list[Path]:
    """Return the Python files of a room."""
    return sorted((ROOT / room).rglob("*.py"))


def imports(path: Path) -> set[str]:
    """Return the absolute names a file imports; a relative import that leaves the room counts as its target."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add(node.module or "")
    return names


def climbs(path: Path) -> int:
    """Return how many folders the highest relative import of a file goes up."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return max((node.level for node in nodes if isinstance(node, ast.ImportFrom)), default=0)


@pytest.mark.parametrize("path", files("reference"), ids=lambda p: p.stem)
def test_reference_imports_numpy_only(path: Path) -> None:
    """The truth depends on nothing that could be wrong with it."""
    assert {name.split(".")[0] for name in imports(path)} <= COMMON
    assert climbs(path) <= len(path.relative_to(ROOT / "reference").parts)


@pytest.mark.parametrize("path", files("impls"), ids=lambda p: "/".join(p.parts[-3:]))
def test_techniques_import_their_library_only(path: Path) -> None:
    """No technique leans on the engine, the reference or another technique."""
    parts = path.relative_to(ROOT / "impls").parts
    if len(parts) == 1:
        return
    allowed = COMMON | LIBRARIES.get(parts[0], set())
    assert {name.split(".")[0] for name in imports(path)} <= allowed
    assert climbs(path) < len(parts), "a relative import leaves the technique"


@pytest.mark.parametrize("path", files("impls/styles"), ids=lambda p: p.stem)
def test_styles_import_their_vocabulary_only(path: Path) -> None:
    """A style runs where foreign code runs: it must not bring the judge along."""
    assert {name for name in imports(path) if name.startswith("primcheck")} <= {"primcheck.style"}


@pytest.mark.parametrize("path", sorted((ROOT / "impls").glob("*/__init__.py")), ids=lambda p: p.parent.name)
def test_rooms_are_looked_at_without_their_libraries(path: Path) -> None:
    """A room says what it needs; it imports nothing itself, for what it needs may not be there."""
    assert imports(path) == set()


@pytest.mark.parametrize("path", files("impls/plain"), ids=lambda p: "/".join(p.parts[-2:]))
def test_plain_python_does_its_own_arithmetic(path: Path) -> None:
    """In impls/plain NumPy makes arrays and draws; it does not compute."""
    used = {
        node.attr
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "np"
    }
    assert not used & ARITHMETIC


@pytest.mark.parametrize("path", files("specs"), ids=lambda p: p.stem)
def test_specs_are_declarations(path: Path) -> None:
    """A spec holds assignments, calls, lambdas and functions of one return; it imports the vocabulary and NumPy."""
    tree = ast.parse(path.read_text("utf-8"))
    assert imports(path) <= {"numpy", "numpy.typing", "math", "typing", "collections.abc", "primcheck.spec"}
    for node in ast.walk(tree):
        assert not isinstance(node, (ast.ClassDef, ast.For, ast.While, ast.If, ast.Try, ast.With)), type(node).__name__
        if isinstance(node, ast.FunctionDef):
            body = [part for part in node.body if not isinstance(part, ast.Expr)]
            assert len(body) == 1, f"{node.name} does more than return"
            assert isinstance(body[0], ast.Return), f"{node.name} does more than return"


@pytest.mark.parametrize("path", files("src"), ids=lambda p: "/".join(p.parts[-2:]))
def test_engine_names_no_primitive(path: Path) -> None:
    """The engine knows nouns, never items: no primitive's name is spelt in it outside examples in docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
        and isinstance(node.body[0].value, ast.Constant)
    }
    # “precision” is what a floating-point type has, long before it is a metric.
    names = set(Suite().primitives) - {"precision"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            assert node.value not in names
        elif isinstance(node, ast.Name):
            assert node.id not in names
        elif isinstance(node, ast.Attribute):
            assert node.attr not in names


@pytest.mark.parametrize("path", files("src"), ids=lambda p: "/".join(p.parts[-2:]))
def test_engine_imports_no_room(path: Path) -> None:
    """Rooms are found by name at run time; the engine imports none of them, nor the tests."""
    rooms = {"specs", "reference", "impls", "tests", "reports"}
    assert not any(name.split(".")[:2] == ["primcheck", room] for name in imports(path) for room in rooms)


@pytest.mark.parametrize(
    "path", [p for room in ("src", "specs", "reference", "impls", "tests") for p in files(room)], ids=str
)
def test_files_stay_small(path: Path) -> None:
    """A file is one idea; over 300 lines it is two."""
    assert len(path.read_text("utf-8").splitlines()) <= 320
