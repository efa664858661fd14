"""What the specs of detection share: boxes in random places, bad boxes, and the question where edges lie."""

import numpy as np

from primcheck.spec import Convention, Draw, Reject, given, of_shape

EDGES = Convention(
    "edges",
    "Whether the last pixel belongs to the box",
    continuous="width x2 − x1: torchvision, Keras, TensorFlow, ONNX, OpenCV, the YOLO exercise of Coursera",
    inclusive="width x2 − x1 + 1 in integer pixels: PASCAL VOC's kit, R-CNN to Faster R-CNN, much code after them",
)


def boxes(extent=8.0, smallest=1.0, largest=5.0):
    """Boxes whose upper left corner lies within a square, and whose sides have lengths within bounds."""
    return Draw(
        lambda rng, shape: np.cumsum(
            rng.uniform([[0, 0], [smallest] * 2], [[extent] * 2, [largest] * 2], (shape[0], 2, 2)), axis=1
        ).reshape(shape)
    )


def moved(x, y, draw):
    """The same boxes elsewhere."""
    return Draw(lambda rng, shape: draw(rng, shape) + np.array([x, y, x, y]))


BAD = {
    "five columns": (of_shape((2, 5)), "scores that ride along in a fifth column"),
    "three columns": (given([[1.0, 1.0, 4.0]] * 2), "corners that are not four numbers, but broadcast"),
    "three axes": (given([[[1.0], [1.0], [4.0], [5.0]]] * 2), "boxes with an axis too many"),
    "tables": (given(np.broadcast_to([[1.0], [1.0], [4.0], [5.0]], (4, 4, 4))), "a table in place of each corner"),
    "a single box": (given([1.0, 1.0, 4.0, 5.0]), "one box without a list around it"),
    "ends left of its start": (given([[4.0, 1.0, 1.0, 5.0]] * 2), "a width below 0"),
    "ends above its start": (given([[1.0, 5.0, 4.0, 1.0]] * 2), "a height below 0"),
    "a corner nowhere": (given([[0.0, 0.0, np.nan, 4.0]] * 2), "a NaN among the corners"),
}


def bad_boxes(name, **others):
    """What a primitive should refuse as the two boxes of this name, everything else being as it should."""
    return tuple(
        Reject(f"{name}: {case}", **others, **{name: draw}, hunts=hunts) for case, (draw, hunts) in BAD.items()
    )
