"""Objects written into the grid of cells that YOLO learns from.

    x = (x1 + x2)/2 · grid/width             y = (y1 + y2)/2 · grid/height

    tensor[⌊y⌋, ⌊x⌋] = (1, x − ⌊x⌋, y − ⌊y⌋, (y2 − y1) · grid/height, (x2 − x1) · grid/width, one-hot class)

boxes is (N, 4), one box (x1, y1, x2, y2) in pixels per row with x1 ≤ x2 to the right and y1 ≤ y2 downwards; classes is
(N,), integers from 0 to class_count − 1. image_size is (height, width) in pixels, or one number for a square image. The
result is (grid, grid, 5 + class_count): the image is divided into grid × grid cells, row by row, and each object is
written into the cell that its midpoint lies in: confidence 1, bx, by, bh, bw and its class. (bx, by), the midpoint seen
from the cell's upper left corner, lies in [0, 1); bh and bw, the height first, are in units of a cell and may be larger
than 1. Cells without an object are 0 throughout.

Edge cases: a midpoint on the line between two cells belongs to the right or lower one. Of several objects in one cell
the last stays, and nothing of the others. A midpoint outside [0, width) × [0, height) is refused; the box itself may
reach beyond the image. Boxes without width or height are written like others.

Where versions differ: in the paper on YOLO, width and height are shares of the image, not of the cell, and the width
comes first; a cell there predicts two boxes, and its later versions write logarithms of sizes relative to prior boxes.
In units of a cell, with one box each, is how the Coursera course teaches it.

Redmon, Divvala, Girshick and Farhadi, You Only Look Once: Unified, Real-Time Object Detection, CVPR 2016, section 2;
Ng, Convolutional Neural Networks, deeplearning.ai, 2017, week 3.
"""

from primcheck.spec import (
    Case,
    Cost,
    Count,
    Law,
    Output,
    Pair,
    Primitive,
    Reject,
    Size,
    Tensor,
    given,
    integers,
    of_shape,
)

from ._boxes import bad_boxes, boxes

# Midpoints (2, 1), (5, 6) and (6.5, 3) in an image of 8 × 8 pixels, cells of 2 × 2.
BY_HAND = dict(
    boxes=given([[1.0, 0.0, 3.0, 2.0], [2.0, 5.0, 8.0, 7.0], [6.0, 1.0, 7.0, 5.0]]),
    classes=given([2, 0, 1]),
    grid=4,
    image_size=8,
    class_count=3,
)
ONE_CELL = dict(grid=3, image_size=(30, 60), class_count=4)

yolo_encode = Primitive(
    title="Objects written into the grid of cells that YOLO learns from",
    inputs=(
        Tensor("boxes", "n 4", draw=boxes(50, 4, 30)),
        Tensor("classes", "n", dtype="int", draw=integers(0, 2), flows=False),
    ),
    options=(Count("grid", low=1), Pair("image_size", low=1), Count("class_count", low=1)),
    outputs=(Output("tensor", lambda grid, class_count: (grid, grid, 5 + class_count)),),
    cases=(
        Case("a few objects", n=3, grid=5, image_size=80, class_count=3, hunts="row and column exchanged"),
        Case("wide image", n=4, grid=4, image_size=(90, 160), class_count=3, hunts="height and width exchanged"),
        Case("tall image", n=4, grid=4, image_size=(170, 85), class_count=3, hunts="height and width exchanged"),
        Case("many objects", n=12, grid=7, image_size=(100, 120), class_count=3, hunts="a cell that is not replaced"),
        Case(
            "coarse grid", n=6, grid=2, image_size=(100, 90), class_count=3, hunts="boxes larger than a cell cut down"
        ),
        Case("one cell for the image", n=3, grid=1, image_size=100, class_count=3, hunts="anything but cells"),
        Case(
            "large boxes",
            n=3,
            boxes=boxes(9, 40, 70),
            grid=5,
            image_size=(80, 90),
            class_count=3,
            hunts="sizes cut off at 1",
        ),
        Case(
            "beyond the image",
            boxes=given([[-20.0, 3.0, 50.0, 30.0], [10.0, -9.0, 99.0, 31.0]]),
            classes=given([0, 1]),
            grid=3,
            image_size=(40, 60),
            class_count=2,
            hunts="boxes that are cut off at the edge of the image, and midpoints that move with them",
        ),
        Case(
            "two in one cell",
            boxes=given([[1.0, 1.0, 9.0, 6.0], [3.0, 2.0, 12.0, 8.0]]),
            classes=given([1, 3]),
            **ONE_CELL,
            hunts="the first object that stays, or the classes of both",
        ),
        Case(
            "two of a class in one cell",
            boxes=given([[1.0, 1.0, 9.0, 6.0], [3.0, 2.0, 12.0, 8.0]]),
            classes=given([2, 2]),
            **ONE_CELL,
            hunts="the first object that stays",
        ),
        Case(
            "near the lower right corner",
            boxes=given([[58.0, 29.0, 61.5, 30.5]]),
            classes=given([0]),
            **ONE_CELL,
            hunts="a midpoint that is rounded to the next cell, beyond the grid",
        ),
        Case(
            "last class",
            n=3,
            classes=integers(6, 6),
            grid=4,
            image_size=90,
            class_count=7,
            hunts="classes counted from 1",
        ),
        Case(
            "one class", n=3, classes=integers(0, 0), grid=4, image_size=90, class_count=1, hunts="a class that is lost"
        ),
        Case("one object", n=1, grid=6, image_size=(80, 85), class_count=3, hunts="a lost axis"),
        Case(
            "no objects",
            n=0,
            grid=3,
            image_size=64,
            class_count=3,
            exact=True,
            hunts="an empty image that makes the call fail",
        ),
        Case(
            "on the lines",
            boxes=given([[7.0, 15.0, 9.0, 17.0], [-2.0, -4.0, 2.0, 4.0], [20.0, 24.0, 28.0, 32.0]]),
            classes=given([0, 1, 2]),
            grid=4,
            image_size=32,
            class_count=3,
            exact=True,
            hunts="midpoints on the line between cells: they belong to the right or lower one, at 0",
        ),
        Case(
            "points and lines",
            boxes=given([[3.0, 5.0, 3.0, 5.0], [17.0, 3.0, 31.0, 3.0]]),
            classes=given([0, 1]),
            grid=2,
            image_size=32,
            class_count=2,
            exact=True,
            hunts="objects without height or width left out",
        ),
        Case(
            "replaced in the corner of a cell",
            boxes=given([[1.0, 1.0, 3.0, 3.0], [2.0, 2.0, 4.0, 4.0]]),
            classes=given([0, 1]),
            grid=4,
            image_size=8,
            class_count=3,
            exact=True,
            hunts="a class that stays where the object that is replaced lies at the very beginning of its cell",
        ),
        Case(
            "by hand",
            **BY_HAND,
            exact=True,
            hunts="anything: the midpoints are (2, 1), (5, 6) and (6.5, 3), in cells two pixels wide and high",
        ),
    ),
    laws=(
        Law(
            "a cell is full or empty",
            lambda tensor: tensor[:, :, 5:].sum(axis=2) - tensor[:, :, 0],
            hunts="a confidence that is not that of one object of one class",
            exact=True,
        ),
    ),
    rejects=(
        *bad_boxes("boxes", n=2, classes=given([0, 1]), grid=3, image_size=64, class_count=3),
        Reject("midpoint to the right", **{**BY_HAND, "image_size": (8, 6)}, hunts="a midpoint outside the image"),
        Reject("midpoint below", **{**BY_HAND, "image_size": (5, 8)}, hunts="a midpoint outside the image"),
        Reject(
            "midpoint at the far edge",
            **{**BY_HAND, "boxes": given([[7.0, 1.0, 9.0, 3.0]] * 3)},
            hunts="a midpoint on the edge of the image, which lies in no cell",
        ),
        Reject(
            "midpoint to the left",
            **{**BY_HAND, "boxes": given([[-3.0, 1.0, 1.0, 3.0]] * 3)},
            hunts="a cell −1, which would be taken for the last",
        ),
        Reject(
            "midpoint above",
            **{**BY_HAND, "boxes": given([[1.0, -3.0, 3.0, 1.0]] * 3)},
            hunts="a cell −1, which would be taken for the last",
        ),
        Reject(
            "midpoint at the lower edge",
            **{**BY_HAND, "boxes": given([[1.0, 7.0, 3.0, 9.0]] * 3)},
            hunts="a midpoint on the edge of the image, which lies in no cell",
        ),
        Reject(
            "no such class, replaced",
            **{**BY_HAND, "boxes": given([[1.0, 1.0, 3.0, 3.0]] * 3), "class_count": 2},
            hunts="a class that is none, of an object that another one replaces",
        ),
        Reject("no such class", **{**BY_HAND, "class_count": 2}, hunts="a class that is none"),
        Reject(
            "negative class",
            **{**BY_HAND, "classes": given([0, -1, 1])},
            hunts="a class of −1, which would be the last",
        ),
        Reject(
            "a class too few",
            **{**BY_HAND, "classes": of_shape((2,), integers(0, 1))},
            hunts="an object without a class",
        ),
        Reject(
            "a class too many",
            **{**BY_HAND, "classes": of_shape((4,), integers(0, 1))},
            hunts="a class without an object",
        ),
        Reject("no cells, no objects", n=0, grid=0, image_size=8, class_count=3, hunts="a grid without cells"),
        Reject("no classes, no objects", n=0, grid=4, image_size=8, class_count=0, hunts="a grid without classes"),
        Reject("no cells", **{**BY_HAND, "grid": 0}, hunts="a grid without cells"),
        Reject("no image", **{**BY_HAND, "image_size": 0}, hunts="an image without pixels"),
    ),
    cost=Cost(
        flops=lambda n: 14 * n,
        moved=lambda n, grid, class_count, itemsize: itemsize * (4 * n + grid * grid * (5 + class_count)) + 8 * n,
    ),
    sizes=dict(
        tiny=Size(
            "YOLO v1, one image with 4 objects", n=4, boxes=boxes(300, 16, 140), grid=7, image_size=448, class_count=20
        ),
        small=Size(
            "YOLO v2, one image with 20 objects",
            n=20,
            boxes=boxes(300, 16, 110),
            grid=13,
            image_size=416,
            class_count=80,
        ),
        large=Size(
            "YOLO v3, one image with 100 objects",
            n=100,
            boxes=boxes(450, 16, 150),
            grid=76,
            image_size=608,
            class_count=80,
        ),
    ),
)
