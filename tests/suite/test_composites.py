"""Programs of primitives: one wrong primitive makes the program fail, and is found among the right ones."""

import pytest

from primcheck.composite import with_programs
from primcheck.examiner import examine
from primcheck.question import questions
from primcheck.settings import Settings
from primcheck.spec import Primitive
from primcheck.store import TruthStore
from primcheck.subject import Subject
from primcheck.suite import Suite

pytest.importorskip("sklearn", reason="the digits come with scikit-learn")

SUITE = Suite()
STORE = TruthStore(SUITE)
PROGRAMS = [primitive for primitive in SUITE.primitives.values() if primitive.uses]
PARTS = [(program, part) for program in PROGRAMS for part in program.uses]
ONCE = Settings(dtypes=("float64",))


@pytest.mark.parametrize(("program", "part"), PARTS, ids=lambda value: getattr(value, "name", value))
def test_one_wrong_primitive_is_found(program: Primitive, part: str) -> None:
    """With one of a part's known mistakes in its place the program fails, and the part is named."""
    references = {name: SUITE.reference(SUITE.primitive(name)) for name in program.uses}
    for mistake in SUITE.mistakes(SUITE.primitive(part)):
        subject = with_programs(Subject("subject", {**references, part: mistake.function}), SUITE)
        verdicts, diagnoses = examine(SUITE, subject, program.name, ONCE, STORE)
        found = [verdict for verdict in verdicts if verdict.bad]
        if found and found[0].status == "fail":
            assert [diagnosis.name for diagnosis in diagnoses] == [f"wrong {part}"]
            return
    pytest.fail(f"no known mistake of {part} is seen by {program.name}")


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_enough_of_a_history_is_compared(program: Primitive) -> None:
    """Noise leaves the path later than after the first three entries; else nearly nothing would be compared."""
    for question in questions(program, ("float32", "float64")):
        if question.case.compared:
            for output, result in zip(program.outputs, STORE.truth(question).results, strict=True):
                if output.settles:
                    assert result.floor is not None
                    assert (result.floor < float("inf")).sum() >= min(3, result.floor.size)
