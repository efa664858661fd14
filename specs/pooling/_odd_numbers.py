"""Images of infinities, NaN and ties, and who wins a window's gradient there."""

import numpy as np

from primcheck.spec import Case, given

NAN_AMONG_PLANES = [
    [[[np.nan, 1.0, 5.0, 2.0], [0.0, 1.0, 3.0, 4.0]], [[7.0, 1.0, 2.0, 3.0], [0.0, 5.0, 6.0, 1.0]]],
    [[[8.0, 1.0, 0.0, 3.0], [2.0, 5.0, 1.0, 1.0]], [[4.0, 4.0, 1.0, 3.0], [4.0, 2.0, 3.0, 1.0]]],
]
ALL_TIED = [[2.0, 2.0, 1.0, 1.0], [2.0, 2.0, 1.0, 1.0]]
LOWEST = [[-np.inf, -np.inf, -3.0, -np.inf], [-np.inf, -np.inf, -np.inf, -2.0], [-np.inf, 4.0, -np.inf, np.inf]]
ONE_NAN = [[1.0, np.nan, 3.0, 4.0], [5.0, 6.0, 9.0, 8.0], [-1.0, -2.0, -3.0, -4.0], [-5.0, -6.0, np.nan, -8.0]]
MORE_NANS = [[np.nan, 7.0, 1.0, np.nan], [2.0, np.nan, np.nan, 5.0], [1.0, 2.0, np.nan, np.nan], [3.0, 4.0, 5.0, 6.0]]

WINNERS_AMONG_ODD_NUMBERS = (
    Case(
        "infinities",
        x=given([[LOWEST]]),
        kernel=2,
        stride=(1, 2),
        padding=1,
        hunts="padding of −∞ that wins in a window of nothing but −∞: its gradient is lost",
    ),
    Case(
        "not a number",
        x=given([[ONE_NAN]]),
        kernel=2,
        hunts="a NaN, which equals nothing, not even the maximum: its window's gradient disappears",
    ),
    Case(
        "several not numbers",
        x=given([[MORE_NANS]]),
        kernel=2,
        hunts="the gradient of a window with several NaNs, which belongs to the first",
    ),
    Case(
        "not a number in two windows",
        x=given([[ONE_NAN]]),
        kernel=2,
        stride=(2, 1),
        hunts="a NaN that takes the gradient of the last of its windows only",
    ),
    Case(
        "not a number in one plane",
        x=given(NAN_AMONG_PLANES),
        kernel=2,
        hunts="a NaN that takes the gradient of windows without one, or changes who wins a tie there",
    ),
    Case(
        "all equal by hand",
        x=given([[ALL_TIED]]),
        dy=given([[[[4.0, 8.0]]]]),
        kernel=2,
        exact=True,
        hunts="anything: all four cells of both windows tie, and 4 and 8 can be shared out without rounding",
    ),
)
