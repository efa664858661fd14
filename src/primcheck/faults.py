"""The two kinds of trouble that are not the implementation's: a wrong call of the tool, and a defect of the suite."""


class UsageError(Exception):
    """The user asked for something that does not exist or cannot be; exit code 2."""


class CannotJudge(Exception):
    """No judgement is possible: the target does not load, or nothing was there to judge; exit code 3."""


class SuiteFault(Exception):
    """A case, reference or spec of the suite breaks its own rules; exit code 3, never blamed on the implementation."""
