"""The intersection over union of boxes: how well each box of one set matches each box of another.

    IoUᵢⱼ = I / (area(aᵢ) + area(bⱼ) − I)          0 where the denominator is 0

    I     = max(0, min(x2) − max(x1)) · max(0, min(y2) − max(y1))       the area that both boxes cover
    area  = (x2 − x1) · (y2 − y1)

a is (N, 4) and b is (M, 4), one box (x1, y1, x2, y2) per row with x1 ≤ x2 to the right and y1 ≤ y2 downwards; the
result is (N, M). Minima and maxima are those of the two boxes' coordinates, and both sides of the intersection are cut
off at 0 before they are multiplied.

Where the last pixel belongs to the box, as in the integer coordinates of PASCAL VOC, every width and height is greater
by 1, those of the intersection too, which is empty only where they are then 0 or below. That is the convention `edges`.

Edge cases: boxes that are apart or only touch give exactly 0, never less. Boxes without area, points and lines, give 0
with every other box and with themselves, never NaN (torchvision: NaN); with inclusive edges a point is one pixel large
and matches itself. Many write an ε into the denominator, which makes every value a little too small, and that of small
boxes much; here there is none. Corners in the wrong order, and NaN, are refused; what infinite corners give is left
open.

Jaccard, Bulletin de la Société vaudoise des sciences naturelles 37, 1901; for boxes: Everingham, Van Gool, Williams,
Winn and Zisserman, The PASCAL Visual Object Classes (VOC) Challenge, IJCV 88, 2010, equation 3. Measured in Keras 3.15
and read in torchvision and py-faster-rcnn.
"""

import numpy as np

from primcheck.spec import Case, Cost, Law, Output, Primitive, Size, Tensor, given

from ._boxes import EDGES, bad_boxes, boxes, moved

# A square of side 4, and around it: itself, a quarter, half, a shift by half a diagonal, neighbours at the side, below
# and at the corner, and boxes that are apart in x, in y, and in both.
SQUARE = [[0.0, 0.0, 4.0, 4.0]]
AROUND = [
    [0.0, 0.0, 4.0, 4.0],
    [1.0, 1.0, 3.0, 3.0],
    [0.0, 2.0, 4.0, 4.0],
    [4.0, 0.0, 8.0, 4.0],
    [0.0, 4.0, 4.0, 8.0],
    [4.0, 4.0, 8.0, 8.0],
]
APART = [[6.0, 0.0, 8.0, 4.0], [0.0, 7.0, 4.0, 9.0], [5.0, 6.0, 7.0, 9.0], [-9.0, -8.0, -3.0, -6.0]]
# A point within the square, one at its corner, one apart; an upright line through it; one at its edge.
NO_AREA = [
    [1.0, 1.0, 1.0, 1.0],
    [4.0, 4.0, 4.0, 4.0],
    [9.0, 9.0, 9.0, 9.0],
    [2.0, -1.0, 2.0, 5.0],
    [0.0, 4.0, 4.0, 4.0],
]

iou = Primitive(
    title="The intersection over union of boxes",
    inputs=(Tensor("a", "n 4", draw=boxes()), Tensor("b", "m 4", draw=boxes())),
    outputs=(Output("overlap", "n m"),),
    conventions=(EDGES,),
    cases=(
        Case("crowded", n=4, m=5, hunts="an area that is left out of the union, or rows and columns exchanged"),
        Case("scattered", n=5, m=3, a=boxes(30), b=boxes(30), hunts="boxes that are apart and still overlap"),
        Case(
            "one set with itself", n=4, m=4, a=boxes(4), b=boxes(4), hunts="a result that looks right when turned over"
        ),
        Case("large boxes", n=3, m=4, a=boxes(100, 40, 90), b=boxes(100, 50, 90), hunts="an area over the whole image"),
        Case(
            "long boxes", n=3, m=4, a=boxes(4, 9, 10), b=moved(3, -3, boxes(4, 1, 12)), hunts="widths and heights mixed"
        ),
        Case("small boxes", n=3, m=4, a=boxes(0.01, 0.02, 0.03), b=boxes(0.01, 0.01, 0.04), hunts="an ε in the union"),
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
            hunts="a quotient by the smaller area, or by the first box's: it would be 1 or ignore the larger box",
        ),
        Case("apart in one direction", n=2, m=3, b=moved(30, 0, boxes(2)), exact=True, hunts="a negative overlap"),
        Case("apart in the other", n=2, m=3, b=moved(0, -30, boxes(2)), exact=True, hunts="a negative overlap"),
        Case("apart in both", n=2, m=3, b=moved(30, 30, boxes(2)), exact=True, hunts="two negative sides multiplied"),
        Case("one pair", n=1, m=1, a=boxes(1, 4, 5), b=boxes(1, 3, 5), hunts="a number where a matrix is expected"),
        Case("one against many", n=1, m=6, hunts="a row that loses its axis"),
        Case("many against one", n=6, m=1, hunts="a column that loses its axis"),
        Case("none against some", n=0, m=3, hunts="an image without boxes that makes the call fail"),
        Case("some against none", n=3, m=0, hunts="an image without objects that makes the call fail"),
        Case("apart", a=given(SQUARE), b=given(APART), exact=True, hunts="boxes that are apart: exactly 0"),
        Case(
            "touching",
            a=given(SQUARE),
            b=given(AROUND[3:]),
            exact=True,
            when={"edges": "continuous"},
            hunts="boxes that share an edge or a corner, and no area",
        ),
        Case(
            "points and lines",
            a=given(SQUARE),
            b=given(NO_AREA),
            exact=True,
            when={"edges": "continuous"},
            hunts="boxes without area",
        ),
        Case(
            "points with themselves",
            a=given(NO_AREA),
            b=given(NO_AREA),
            exact=True,
            when={"edges": "continuous"},
            hunts="0/0 for two boxes without area, here 0",
        ),
        Case(
            "pixels",
            a=given([[0.0, 0.0, 1.0, 1.0], [2.0, 2.0, 2.0, 2.0]]),
            b=given([[0.0, 0.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0], [2.0, 0.0, 3.0, 1.0], [2.0, 2.0, 2.0, 2.0]]),
            exact=True,
            when={"edges": "inclusive"},
            hunts="anything: a square of four pixels holds the pixel (1, 1), and ends beside that of (2, 0)",
        ),
        Case(
            "by hand",
            a=given([[0.0, 0.0, 4.0, 4.0], [0.0, 0.0, 3.0, 1.0]]),
            b=given(
                [
                    [0.0, 0.0, 4.0, 4.0],
                    [1.0, 1.0, 3.0, 3.0],
                    [0.0, 2.0, 4.0, 4.0],
                    [1.0, 0.0, 2.0, 1.0],
                    [2.0, 0.0, 7.0, 1.0],
                ]
            ),
            hunts="anything: the square of 16 holds one of 4 and a half of 8; (0, 3) and (2, 7) share 1 of 7",
        ),
    ),
    laws=(
        Law(
            "never below 0 or above 1",
            lambda overlap: overlap - np.clip(overlap, 0, 1),
            hunts="a share that is no share",
        ),
    ),
    rejects=(*bad_boxes("a", n=2, m=3), *bad_boxes("b", n=2, m=2)),
    cost=Cost(
        flops=lambda n, m: 12 * n * m,
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
