"""The accuracy of a classifier: the share of its predictions that are right.

    accuracy = number of examples n with predictedₙ = actualₙ / N

predicted and actual are (N,) integers, the classes; any integers will do, since they are only compared. The result is a
single number from 0 to 1, in double precision whatever the labels' type. Every example counts the same, whatever its
class: where the classes are of different size it is not the mean of their shares, which is called balanced accuracy.

The accuracy of no examples is 0/0: Keras and torchmetrics say 0, a mean in NumPy or PyTorch is NaN; it is left open.

Where libraries differ: Keras and torchmetrics take scores as well, and compare them with ½: a score of exactly ½ is a
no. That comparison comes before this metric, as does the choice of the largest of several scores, for which a NaN is
the largest in NumPy, PyTorch and JAX, while TensorFlow ignores it. The actual labels come second here, after the
predicted ones; scikit-learn and Keras have them first, which makes no difference here.

Provost and Kohavi, Glossary of Terms, Machine Learning 30, 1998. Scores of ½ as measured in Keras 3.15 and
torchmetrics 1.9.
"""

from primcheck.spec import Case, Cost, Output, Primitive, Size, Tensor, boolean, constant, given, integers

from ._labels import misfits

accuracy = Primitive(
    title="The accuracy of a classifier",
    inputs=(
        Tensor("predicted", "n", dtype="int", draw=integers(0, 2), flows=False),
        Tensor("actual", "n", dtype="int", draw=integers(0, 2), flows=False),
    ),
    outputs=(Output("share", ""),),
    cases=(
        Case("three classes", n=25, hunts="a share of one class, or classes that are told apart from 0 only"),
        Case(
            "ten classes", n=60, predicted=integers(0, 9), actual=integers(0, 9), hunts="a number of classes built in"
        ),
        Case(
            "yes or no", n=20, predicted=integers(0, 1), actual=integers(0, 1), hunts="true negatives that do not count"
        ),
        Case(
            "few of one class",
            n=30,
            predicted=boolean(0.3),
            actual=boolean(0.2),
            hunts="a mean over classes, which gives the examples of the small one more weight",
        ),
        Case(
            "classes in disorder",
            predicted=given([0, 1, 2, 3, 0, 1]),
            actual=given([3, 2, 1, 0, 0, 1]),
            hunts="labels that are counted, wherever they stand",
        ),
        Case(
            "large and negative labels",
            predicted=given([-1, 7, 100_000, 256, 3]),
            actual=given([1, 7, 100_000, 0, 3]),
            hunts="labels that are kept in eight bits, or taken for indices",
        ),
        Case(
            "all right", predicted=given([2, 0, 1, 1]), actual=given([2, 0, 1, 1]), exact=True, hunts="anything but 1"
        ),
        Case(
            "all wrong", predicted=given([2, 0, 1, 1]), actual=given([0, 1, 0, 2]), exact=True, hunts="anything but 0"
        ),
        Case(
            "half right",
            predicted=given([1, 0, 2, 1]),
            actual=given([1, 2, 2, 0]),
            exact=True,
            hunts="anything but right and wrong exchanged: there are as many of each",
        ),
        Case("all zeros", n=5, predicted=constant(0), actual=constant(0), exact=True, hunts="zeros that do not count"),
        Case("one right", predicted=given([3]), actual=given([3]), exact=True, hunts="a lost axis"),
        Case("one wrong", predicted=given([3]), actual=given([1]), exact=True, hunts="a lost axis"),
        Case(
            "more than a byte holds",
            n=600,
            predicted=constant(1),
            actual=boolean(0.9),
            hunts="a count in eight bits, which begins again at 256",
        ),
        Case(
            "by hand",
            predicted=given([0, 1, 1, 2, 1, 0, 2, 1]),
            actual=given([0, 1, 2, 2, 1, 1, 2, 0]),
            exact=True,
            hunts="anything: five of eight are right",
        ),
    ),
    rejects=misfits(),
    cost=Cost(flops=lambda n: 2 * n, moved=lambda n: 16 * n),
    sizes=dict(
        tiny=Size("LeNet-5, a batch of 256", n=256, predicted=integers(0, 9), actual=integers(0, 9)),
        small=Size("LeNet-5, the 10,000 test images", n=10_000, predicted=integers(0, 9), actual=integers(0, 9)),
        large=Size(
            "ResNet-50, the 1,281,167 training images of ImageNet",
            n=1_281_167,
            predicted=integers(0, 999),
            actual=integers(0, 999),
        ),
    ),
)
