"""The generalized intersection over union of boxes: like iou, but it also tells how far apart boxes are.

    GIoUᵢⱼ = I/U − (E − U)/E

    U     = area(aᵢ) + area(bⱼ) − I
    E     = (max(x2) − min(x1)) · (max(y2) − min(y1))                   the smallest box around both
    I     = max(0, min(x2) − max(x1)) · max(0, min(y2) − max(y1))       the area that both boxes cover

a is (N, 4) and b is (M, 4), one box (x1, y1, x2, y2) per row with x1 ≤ x2 to the right and y1 ≤ y2 downwards; the
result is (N, M). It is 1 for equal boxes, the intersection over union less what the box around both covers in vain, and
falls towards −1 the farther boxes are apart: so it has a slope where iou is 0 throughout. As a loss one takes 1 − GIoU.

Edge cases: I/U is 0 where U is 0, and (E − U)/E is 0 where E is 0. So two boxes without area give −1, or 0 where they
are one point or lie on one upright or level line; plain quotients, as in torchvision, give NaN there, and an ε below a
quotient gives some other number. Boxes side by side, with nothing between them, give 0. Corners in the wrong order, and
NaN, are refused; what infinite corners give is left open. There are no inclusive edges here: the paper knows continuous
coordinates only.

Rezatofighi, Tsoi, Gwak, Sadeghian, Reid and Savarese, Generalized Intersection over Union: A Metric and a Loss for
Bounding Box Regression, CVPR 2019, algorithm 1.
"""

import numpy as np

from primcheck.spec import Case, Cost, Law, Output, Primitive, Size, Tensor, given

from ._boxes import bad_boxes, boxes, moved

# A square of side 4, and around it: itself, a quarter of it within, one beside it, one beyond a gap of the same size.
SQUARE = [[0.0, 0.0, 4.0, 4.0]]
AROUND = [
    [0.0, 0.0, 4.0, 4.0],
    [1.0, 1.0, 3.0, 3.0],
    [4.0, 0.0, 8.0, 4.0],
    [4.0, 4.0, 8.0, 8.0],
    [12.0, 0.0, 16.0, 4.0],
]
# A point within the square, one at its corner, one apart; an upright line through it; a level one at its edge.
NO_AREA = [[1.0, 1.0, 1.0, 1.0], [4.0, 4.0, 4.0, 4.0], [8.0, 8.0, 8.0, 8.0], [2.0, 0.0, 2.0, 8.0], [0.0, 4.0, 4.0, 4.0]]

giou = Primitive(
    title="The generalized intersection over union of boxes",
    inputs=(Tensor("a", "n 4", draw=boxes()), Tensor("b", "m 4", draw=boxes())),
    outputs=(Output("overlap", "n m"),),
    cases=(
        Case("crowded", n=4, m=5, hunts="a gap that is added, or divided by the union"),
        Case("scattered", n=5, m=3, a=boxes(30), b=boxes(30), hunts="boxes that are apart and give 0 throughout"),
        Case(
            "one set with itself", n=4, m=4, a=boxes(4), b=boxes(4), hunts="a result that looks right when turned over"
        ),
        Case(
            "long boxes", n=3, m=4, a=boxes(4, 9, 10), b=moved(3, -3, boxes(4, 1, 12)), hunts="widths and heights mixed"
        ),
        Case(
            "small boxes", n=3, m=4, a=boxes(0.01, 0.02, 0.03), b=boxes(0.01, 0.01, 0.04), hunts="an ε below a quotient"
        ),
        Case("left and above", n=3, m=4, a=moved(-9, -7, boxes()), b=moved(-9, -7, boxes()), hunts="corners below 0"),
        Case(
            "far from the origin",
            n=3,
            m=3,
            a=moved(900, 400, boxes(2)),
            b=moved(900, 400, boxes(2)),
            hunts="(x, y, w, h)",
        ),
        Case(
            "one within the other",
            n=2,
            m=3,
            a=boxes(1, 8, 9),
            b=moved(2, 2, boxes(2, 1, 2)),
            hunts="anything but a gap: there is none",
        ),
        Case("apart in one direction", n=2, m=3, b=moved(30, 0, boxes(2)), hunts="a value that is cut off at 0"),
        Case("apart in both", n=2, m=3, b=moved(30, 30, boxes(2)), hunts="two negative sides multiplied"),
        Case("one pair", n=1, m=1, hunts="a number where a matrix is expected"),
        Case("one against many", n=1, m=6, hunts="a row that loses its axis"),
        Case("many against one", n=6, m=1, hunts="a column that loses its axis"),
        Case("none against some", n=0, m=3, hunts="an image without boxes that makes the call fail"),
        Case("some against none", n=3, m=0, hunts="an image without objects that makes the call fail"),
        Case("points and lines", a=given(SQUARE), b=given(NO_AREA), exact=True, hunts="boxes without area"),
        Case(
            "points with themselves", a=given(NO_AREA), b=given(NO_AREA), exact=True, hunts="0/0 for boxes without area"
        ),
        Case(
            "by hand",
            a=given(SQUARE),
            b=given(AROUND),
            exact=True,
            hunts="anything: 1 for the square itself, 1/4 for one within, 0 beside it, −1/2 at its corner and beyond a gap",
        ),
    ),
    laws=(
        Law(
            "between −1 and 1",
            lambda overlap: overlap - np.clip(overlap, -1, 1),
            hunts="a value outside its range",
        ),
    ),
    rejects=(*bad_boxes("a", n=2, m=3), *bad_boxes("b", n=2, m=2)),
    cost=Cost(
        flops=lambda n, m: 20 * n * m,
        moved=lambda n, m, itemsize: itemsize * (4 * n + 4 * m + n * m),
    ),
    sizes=dict(
        tiny=Size("YOLO v1, 98 boxes of one image, 4 objects", n=98, m=4, a=boxes(448, 16, 256), b=boxes(448, 16, 256)),
        small=Size(
            "Faster R-CNN, 300 proposals, 20 objects", n=300, m=20, a=boxes(600, 16, 400), b=boxes(600, 16, 400)
        ),
        large=Size("Faster R-CNN, 2,000 proposals", n=2000, m=2000, a=boxes(600, 16, 400), b=boxes(600, 16, 400)),
    ),
    independent="n",
)
