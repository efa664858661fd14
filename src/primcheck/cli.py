"""The command line: finds the commands, and turns every trouble into one sentence and the right exit code."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from pathlib import Path

import click

from primcheck import __version__
from primcheck.faults import CannotJudge, SuiteFault, UsageError


class _Commands(click.Group):
    """A group whose members are the modules beside `commands/__init__.py`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        files = (Path(__file__).parent / "commands").glob("[!_]*.py")
        return sorted(path.stem.replace("_", "-") for path in files)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"primcheck.commands.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="primcheck")
def program() -> None:
    """Judge and time implementations of deep-learning primitives.

    Is it right, how do we know, what exactly is wrong if it is not, and how fast is it?

    Exit codes: 0 all is well, 1 something is wrong, 2 wrong usage, 3 could not judge, 4 slower than allowed.
    """


def main() -> None:
    """Run the program and leave with its exit code."""
    try:
        code = program(standalone_mode=False)
    except click.exceptions.Exit as error:
        code = error.exit_code
    except click.ClickException as error:
        error.show()
        code = 2
    except (UsageError, CannotJudge, SuiteFault) as error:
        click.echo(f"primcheck: {error}", err=True)
        code = 2 if isinstance(error, UsageError) else 3
    except (KeyboardInterrupt, click.exceptions.Abort):
        click.echo("primcheck: interrupted; what was judged until now is in the record.", err=True)
        code = 3
    except BrokenPipeError:
        # Whoever read our output has gone (`primcheck run | head`); nothing is left to say to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}, line {place.lineno}"
        click.echo(f"primcheck: a fault of the suite: {type(error).__name__}: {error} ({where}).", err=True)
        code = 3
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
