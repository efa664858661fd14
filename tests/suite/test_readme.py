"""The README tells the truth: its screen is what the tool prints, and its commands are what CI runs.

`python tests/suite/test_readme.py` writes the screen anew.
"""

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
pytestmark = pytest.mark.skipif(not README.is_file(), reason="needs the checkout")


def block(name: str) -> str:
    """Return the code block after a marker."""
    match = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert match is not None, name
    return match.group(1)


def screen() -> str:
    """Run the tool on the README's example and return what it prints."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "student.py").write_text(block("example"), "utf-8")
        command = [sys.executable, "-m", "primcheck", "run", "student.py", "--only", "adam", "--out", "run.jsonl"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    return timeless(done.stdout)


def timeless(text: str) -> str:
    """Return a report without what differs from run to run."""
    return re.sub(r"; \d+\.\d s\.", ".", text)


def test_the_screen_is_what_the_tool_prints() -> None:
    """The first screen shows the real thing."""
    assert block("screen") == screen()


def test_the_commands_stand_on_one_line() -> None:
    """One line sets up and does the job, another sets up and tests; CI takes the second from the README."""
    for name in ("main command", "test command"):
        assert block(name).count("\n") == 1
        assert block(name).startswith("python3 -m venv .venv && .venv/bin/pip install")
    assert "<!-- test command -->" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_commands_exist() -> None:
    """Every command and option that the README shows is one of the tool's."""
    from click.testing import CliRunner

    from primcheck.cli import program

    shown = set(re.findall(r"^primcheck ([a-z-]+)(.*)$", README.read_text("utf-8"), re.MULTILINE))
    assert shown
    for name, rest in shown:
        help_text = CliRunner().invoke(program, [name, "--help"]).output
        for option in re.findall(r" (--?[a-z-]+)", rest.split("#")[0]):
            assert option in help_text, f"{name} {option}"


def test_links_lead_somewhere() -> None:
    """No page links to a file that is not there."""
    for page in ROOT.glob("*.md"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text("utf-8")):
            assert (ROOT / target).exists(), f"{page.name}: {target}"


if __name__ == "__main__":
    new = re.sub(
        r"(<!-- screen -->\n```text\n).*?(```)",
        lambda m: m[1] + screen() + m[2],
        README.read_text("utf-8"),
        flags=re.DOTALL,
    )
    README.write_text(new, "utf-8")
