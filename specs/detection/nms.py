"""Non-maximum suppression: of boxes that overlap too much, only the one with the best score is kept.

    1. Order the boxes by falling score; of equal scores the lower index comes first.
    2. Keep the next box unless IoU(box, k) > threshold for some box k that is kept already.
    3. Repeat from 2 until no box is left.

boxes is (N, 4), one box (x1, y1, x2, y2) per row with x1 ≤ x2 and y1 ≤ y2, and scores is (N,), any numbers but NaN. The
threshold lies between 0 and 1. The result is (K,), the indices of the boxes that are kept, as integers, in the order
in which they were kept: by falling score. IoU is the intersection over union, 0 for boxes without area. A box that is
suppressed suppresses no other.

What happens at exactly the threshold is the convention `suppress`, and whether the last pixel belongs to a box is the
convention `edges`, as for iou itself.

Edge cases: no boxes give no indices. With a threshold of 1 nothing is suppressed, identical boxes neither; with a
threshold of 0 whatever overlaps is, but boxes that only touch stay. (With "at_or_above", 1 removes duplicates, and 0
leaves one box.) A score of 0 or below is a score like any other.

Where libraries differ: TensorFlow and OpenCV can also drop boxes whose score is not above a score threshold, and limit
K; TensorFlow's combined function and ONNX treat each class by itself. Both are steps before or after this one. A fast
version that is widely copied has no scores, goes from the bottom of the image upwards, and divides by the area of one
box.

Felzenszwalb, Girshick, McAllester and Ramanan, Object Detection with Discriminatively Trained Part-Based Models, TPAMI
32, 2010, section 7.2; Neubeck and Van Gool, Efficient Non-Maximum Suppression, ICPR 2006. Thresholds and ties as
measured in TensorFlow 2.21, ONNX Runtime 1.31 and OpenCV 5.0.
"""

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Output,
    Primitive,
    Real,
    Reject,
    Size,
    Tensor,
    choice,
    constant,
    given,
    normal,
    of_shape,
    uniform,
)

from ._boxes import EDGES, bad_boxes, boxes

# Each overlaps the next by 3/5 of their union, and the next but one by 1/3; with inclusive edges by more.
CHAIN = [[0.0, 0.0, 8.0, 8.0], [2.0, 0.0, 10.0, 8.0], [4.0, 0.0, 12.0, 8.0], [6.0, 0.0, 14.0, 8.0]]
# Half of the first, half of that, and a square apart: IoU 1/2, 1/4 and 0 with the first.
HALVES = [[0.0, 0.0, 8.0, 8.0], [0.0, 0.0, 8.0, 4.0], [0.0, 0.0, 4.0, 4.0], [20.0, 20.0, 24.0, 24.0]]
# The same in whole pixels, 8 · 8, 8 · 4 and 4 · 4 of them.
PIXELS = [[0.0, 0.0, 7.0, 7.0], [0.0, 0.0, 7.0, 3.0], [0.0, 0.0, 3.0, 3.0], [20.0, 20.0, 24.0, 24.0]]
TWICE = [[1.0, 1.0, 5.0, 5.0], [9.0, 1.0, 12.0, 4.0], [1.0, 1.0, 5.0, 5.0], [9.0, 1.0, 12.0, 4.0]]
NESTED = [[0.0, 0.0, 10.0, 10.0], [2.0, 2.0, 5.0, 5.0], [6.0, 6.0, 9.0, 9.0], [1.0, 6.0, 5.0, 9.0]]
APART = [[0.0, 0.0, 2.0, 2.0], [30.0, 40.0, 32.0, 43.0], [60.0, 0.0, 61.0, 9.0], [5.0, 80.0, 11.0, 82.0]]
POINTS = [[3.0, 3.0, 3.0, 3.0], [3.0, 3.0, 3.0, 3.0], [0.0, 3.0, 6.0, 3.0], [20.0, 2.0, 20.0, 9.0]]
TOUCHING = [[0.0, 0.0, 4.0, 4.0], [4.0, 0.0, 8.0, 4.0], [0.0, 4.0, 4.0, 8.0], [3.0, 3.0, 5.0, 5.0]]

nms = Primitive(
    title="Non-maximum suppression",
    inputs=(
        Tensor("boxes", "n 4", draw=boxes(6), flows=False),
        Tensor("scores", "n", draw=uniform(0, 1), flows=False),
    ),
    options=(Real("threshold", low=0, high=1, flows=False),),
    outputs=(Output("kept", "?", dtype="int", exact=True),),
    conventions=(
        Convention(
            "suppress",
            "What happens to a box whose overlap is exactly the threshold",
            above="it stays: torchvision, TensorFlow, ONNX Runtime, OpenCV, py-faster-rcnn",
            at_or_above="it goes: many tutorials, which keep what is below the threshold",
        ),
        EDGES,
    ),
    cases=(
        Case("crowded", n=12, threshold=0.3, hunts="the worst of several boxes kept, or the wrong order"),
        Case("scattered", n=10, boxes=boxes(20), threshold=0.3, hunts="boxes suppressed by others far away"),
        Case("strict", n=12, boxes=boxes(5), threshold=0.1, hunts="a threshold that is built in"),
        Case("lenient", n=12, boxes=boxes(2, 3, 5), threshold=0.7, hunts="a threshold that is built in"),
        Case(
            "many",
            n=50,
            boxes=boxes(12),
            threshold=0.4,
            hunts="boxes that are compared with some of the kept ones only",
        ),
        Case(
            "chain, best first",
            boxes=given(CHAIN),
            scores=given([0.9, 0.8, 0.7, 0.6]),
            threshold=0.5,
            hunts="a box suppressed by one that is suppressed itself",
        ),
        Case(
            "chain, best within",
            boxes=given(CHAIN),
            scores=given([0.5, 0.75, 0.875, 0.25]),
            threshold=0.5,
            hunts="boxes compared in the order given, or indices into the sorted boxes",
        ),
        Case(
            "chain, best last",
            boxes=given(CHAIN),
            scores=given([0.1, 0.2, 0.3, 0.4]),
            threshold=0.5,
            hunts="boxes that are not sorted",
        ),
        Case(
            "equal scores",
            boxes=given(CHAIN),
            scores=given([0.5, 0.75, 0.75, 0.5]),
            threshold=0.5,
            hunts="of equal scores the later box first, as a reversed order has it",
        ),
        Case(
            "all scores equal",
            n=9,
            boxes=boxes(4),
            scores=constant(0.5),
            threshold=0.3,
            hunts="an order that is left to chance",
        ),
        Case(
            "few different scores",
            n=20,
            scores=choice(0.25, 0.5),
            threshold=0.2,
            hunts="an order of ties that is not stable",
        ),
        Case(
            "scores below zero",
            n=10,
            boxes=boxes(5),
            scores=uniform(-9, -1),
            threshold=0.3,
            hunts="a search that starts from 0",
        ),
        Case("scores around zero", n=10, scores=normal(std=5), threshold=0.3, hunts="magnitudes in place of scores"),
        Case(
            "at the threshold",
            boxes=given(HALVES),
            scores=given([0.9, 0.8, 0.7, 0.6]),
            threshold=0.5,
            exact=True,
            hunts="≥ for >, or > for ≥: the second box overlaps the first by exactly one half",
        ),
        Case(
            "at the threshold, by pixels",
            boxes=given(PIXELS),
            scores=given([0.9, 0.8, 0.7, 0.6]),
            threshold=0.5,
            exact=True,
            hunts="≥ for >, or > for ≥, where the last pixel belongs to the box",
        ),
        Case(
            "at a quarter",
            boxes=given(HALVES),
            scores=given([0.9, 0.6, 0.8, 0.7]),
            threshold=0.25,
            exact=True,
            hunts="≥ for >, or > for ≥: the third box overlaps the first by exactly one quarter",
        ),
        Case(
            "the same boxes twice",
            boxes=given(TWICE),
            scores=given([0.25, 0.5, 0.75, 0.375]),
            threshold=0.5,
            exact=True,
            hunts="a duplicate that stays, or of two duplicates the worse",
        ),
        Case(
            "threshold of one",
            boxes=given(TWICE),
            scores=given([0.25, 0.5, 0.75, 0.375]),
            threshold=1.0,
            exact=True,
            hunts="a threshold of 1, above which there is nothing",
        ),
        Case(
            "threshold of zero",
            boxes=given(TOUCHING),
            scores=given([0.9, 0.8, 0.7, 0.6]),
            threshold=0.0,
            exact=True,
            hunts="a threshold of 0 taken for none, or boxes that only touch suppressed",
        ),
        Case(
            "nested",
            boxes=given(NESTED),
            scores=given([0.9, 0.8, 0.7, 0.6]),
            threshold=0.5,
            hunts="a quotient by the area of one box, in place of the union",
        ),
        Case(
            "all apart",
            boxes=given(APART),
            scores=given([0.2, 0.9, 0.4, 0.3]),
            threshold=0.5,
            hunts="a box that is lost",
        ),
        Case(
            "points and lines",
            boxes=given(POINTS),
            scores=given([0.5, 0.9, 0.8, 0.7]),
            threshold=0.5,
            exact=True,
            hunts="0/0 for boxes without area, whose overlap is 0",
        ),
        Case("one box", n=1, threshold=0.5, hunts="a loop that stops when one box is left"),
        Case("no boxes", n=0, threshold=0.5, hunts="an image without boxes that makes the call fail"),
        Case(
            "by hand",
            boxes=given([[0.0, 0.0, 4.0, 4.0], [0.0, 1.0, 4.0, 4.0], [6.0, 0.0, 9.0, 3.0], [6.0, 0.0, 9.0, 2.0]]),
            scores=given([0.5, 0.75, 0.25, 1.0]),
            threshold=0.5,
            hunts="anything: box 3 beats box 2 (2/3), box 1 beats box 0 (3/4), so 3 and 1 are kept",
        ),
    ),
    rejects=(
        *bad_boxes("boxes", n=2, threshold=0.5),
        Reject(
            "a score too few", n=3, scores=of_shape((2,), uniform(0, 1)), threshold=0.5, hunts="a box without a score"
        ),
        Reject("scores in a column", n=3, scores=of_shape((3, 1), uniform(0, 1)), threshold=0.5, hunts="a lost axis"),
        Reject(
            "a score that is no number",
            n=2,
            scores=given([0.5, float("nan")]),
            threshold=0.5,
            hunts="a NaN, which has no rank",
        ),
        Reject("negative threshold", n=3, threshold=-0.1, hunts="a threshold below 0, which leaves one box"),
        Reject("threshold above one", n=3, threshold=1.5, hunts="a threshold that no overlap is above"),
        Reject("threshold in percent", n=3, threshold=50.0, hunts="a threshold above 1, which suppresses nothing"),
    ),
    cost=Cost(flops=lambda n: 6 * n * n, moved=lambda n, itemsize: 5 * itemsize * n),
    sizes=dict(
        tiny=Size("YOLO v1, the 98 boxes of one image", n=98, boxes=boxes(448, 16, 256), threshold=0.5),
        small=Size("Faster R-CNN, 300 proposals", n=300, boxes=boxes(600, 16, 400), threshold=0.3),
        large=Size("Faster R-CNN, 2,000 proposals", n=2000, boxes=boxes(600, 16, 400), threshold=0.7),
    ),
)
