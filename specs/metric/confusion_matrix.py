"""The confusion matrix of a classifier: which class was taken for which, and how often.

    Cᵢⱼ = number of examples n with actualₙ = i and predictedₙ = j

predicted and actual are (N,) integers from 0 to classes − 1; the result is (classes, classes), of integers. Row i adds
up to the number of examples of class i, column j to the number of predictions of class j, all of it to N; what is right
stands on the diagonal. Classes are in the order of their numbers: of a yes-or-no question, with 1 for yes, the true
negatives come first, [[TN, FP], [FN, TP]].

Where libraries differ: scikit-learn, TensorFlow and torchmetrics give rows to the actual classes, as here; textbooks,
and MATLAB's plotconfusion, often give them to the predicted ones, and put the positive class first. scikit-learn takes
the classes from the data unless told. A matrix of shares in place of counts is this one divided by its row sums.

Edge cases: a class that does not occur has its row and column of zeros; without examples all is 0. The actual labels
come second here as in all metrics of this family, after the predicted ones; scikit-learn and TensorFlow have them
first.

Provost and Kohavi, Glossary of Terms, Machine Learning 30, 1998. Rows and columns as in scikit-learn 1.9.
"""

import numpy as np

from primcheck.spec import Case, Cost, Count, Law, Output, Primitive, Reject, Size, Tensor, constant, given, integers

from ._labels import misfits

confusion_matrix = Primitive(
    title="The confusion matrix of a classifier",
    inputs=(
        Tensor("predicted", "n", dtype="int", draw=integers(0, 1), flows=False),
        Tensor("actual", "n", dtype="int", draw=integers(0, 1), flows=False),
    ),
    options=(Count("classes", low=1),),
    outputs=(Output("counts", lambda classes: (classes, classes), dtype="int", exact=True),),
    cases=(
        Case(
            "thirteen classes",
            n=80,
            classes=13,
            predicted=integers(0, 12),
            actual=integers(0, 12),
            hunts="pairs that are numbered with ten classes in mind",
        ),
        Case(
            "three classes",
            n=20,
            classes=3,
            predicted=integers(0, 2),
            actual=integers(0, 2),
            hunts="rows and columns exchanged, or pairs that are counted once",
        ),
        Case(
            "ten classes",
            n=60,
            classes=10,
            predicted=integers(0, 9),
            actual=integers(0, 9),
            hunts="a number of classes that is built in",
        ),
        Case(
            "yes or no",
            n=20,
            classes=2,
            predicted=integers(0, 1),
            actual=integers(0, 1),
            hunts="the positive class first, or false positives and false negatives exchanged",
        ),
        Case(
            "each pair once",
            classes=3,
            predicted=given([2, 0, 1, 2]),
            actual=given([0, 1, 2, 2]),
            hunts="anything but pairs that are counted once",
        ),
        Case(
            "all right",
            classes=3,
            predicted=given([0, 2, 1, 1, 2, 2]),
            actual=given([0, 2, 1, 1, 2, 2]),
            hunts="what is right left out of the diagonal",
        ),
        Case(
            "all wrong",
            classes=3,
            predicted=given([1, 0, 0, 2]),
            actual=given([0, 1, 2, 1]),
            hunts="a diagonal that is not empty",
        ),
        Case(
            "as often one way as the other",
            classes=3,
            predicted=given([0, 1, 2, 2, 0, 1]),
            actual=given([1, 0, 2, 2, 1, 0]),
            hunts="anything but rows and columns exchanged",
        ),
        Case(
            "last class absent",
            n=12,
            classes=5,
            predicted=integers(0, 3),
            actual=integers(0, 3),
            hunts="a matrix as large as the labels seen",
        ),
        Case(
            "first class absent",
            n=12,
            classes=4,
            predicted=integers(1, 3),
            actual=integers(1, 3),
            hunts="classes that move up where one is absent",
        ),
        Case(
            "class between absent",
            classes=4,
            predicted=given([0, 3, 1, 3, 3]),
            actual=given([0, 3, 1, 0, 3]),
            hunts="classes that move up where one is absent",
        ),
        Case(
            "always the same answer",
            n=9,
            classes=3,
            predicted=constant(1),
            actual=integers(0, 2),
            hunts="classes that are never predicted, left out",
        ),
        Case("one class", n=7, classes=1, predicted=constant(0), actual=constant(0), hunts="a lost axis"),
        Case("one example", classes=3, predicted=given([2]), actual=given([1]), hunts="a lost axis"),
        Case(
            "more than a byte holds",
            n=700,
            classes=2,
            predicted=constant(1),
            actual=integers(0, 1),
            hunts="counts kept in eight bits, which begin again at 256",
        ),
        Case("no examples", n=0, classes=3, hunts="an empty data set that makes the call fail"),
        Case(
            "by hand",
            classes=3,
            predicted=given([0, 1, 1, 2, 1, 0, 2, 1]),
            actual=given([0, 1, 2, 2, 1, 1, 2, 0]),
            hunts="anything: the rows are 1 1 0, 1 2 0 and 0 1 2",
        ),
    ),
    laws=(
        Law(
            "rows add up to the actual classes",
            lambda counts, actual, classes: counts.sum(axis=1) - np.bincount(actual, minlength=classes),
            hunts="examples that are lost, or rows that belong to the predicted classes",
            exact=True,
        ),
        Law(
            "columns add up to the predicted classes",
            lambda counts, predicted, classes: counts.sum(axis=0) - np.bincount(predicted, minlength=classes),
            hunts="examples that are lost, or columns that belong to the actual classes",
            exact=True,
        ),
    ),
    rejects=(
        *misfits(classes=2),
        Reject("no such class", classes=3, predicted=given([0, 3]), actual=given([0, 1]), hunts="a class that is none"),
        Reject(
            "negative class",
            classes=3,
            predicted=given([0, 1]),
            actual=given([0, -1]),
            hunts="a label of −1, which would be taken for the last class",
        ),
        Reject(
            "no such actual class",
            classes=3,
            predicted=given([0, 1]),
            actual=given([0, 3]),
            hunts="a class that is none",
        ),
        Reject(
            "negative prediction",
            classes=3,
            predicted=given([0, -1]),
            actual=given([0, 1]),
            hunts="a prediction of −1, which would be taken for the last class",
        ),
        Reject("no classes", classes=0, n=0, hunts="a classifier without classes"),
    ),
    cost=Cost(flops=lambda n: n, moved=lambda n, classes: 8 * (2 * n + classes**2)),
    sizes=dict(
        tiny=Size("LeNet-5, a batch of 256", n=256, classes=10, predicted=integers(0, 9), actual=integers(0, 9)),
        small=Size(
            "LeNet-5, the 10,000 test images", n=10_000, classes=10, predicted=integers(0, 9), actual=integers(0, 9)
        ),
        large=Size(
            "ResNet-50, the 1,281,167 training images of ImageNet",
            n=1_281_167,
            classes=1000,
            predicted=integers(0, 999),
            actual=integers(0, 999),
        ),
    ),
)
