"""The precision of a classifier that says yes or no: the share of its alarms that are real.

    precision = TP / (TP + FP)

predicted and actual are (N,) integers, 1 for positive and 0 for negative. TP is the number of true positives, where
both are 1, and FP that of false positives, where predicted is 1 and actual is 0. The result is a single number from 0
to 1, in double precision. What is not predicted as positive, missed positives included, plays no part.

Where nothing is predicted as positive the quotient is 0/0; what it is then is the convention `empty`. scikit-learn
also warns, and offers 1 as a third answer.

Where libraries differ: for more than two classes there are several ways to average over them, with other names and
results; here there are two classes, and the result is that of class 1 alone. Keras and torchmetrics take scores too,
and count those above ½ as positive; exactly ½ is negative. scikit-learn has the actual labels first, the predicted ones
second: exchanged, precision turns into recall.

van Rijsbergen, Information Retrieval, 2nd edition, Butterworths 1979, chapter 7. 0/0 and ½ as measured in
scikit-learn 1.9, Keras 3.15 and torchmetrics 1.9.
"""

from primcheck.spec import Case, Output, Primitive

from ._labels import BINARY, BINARY_CASES, BINARY_COST, BINARY_SIZES, EXAMPLE, NOT_BINARY, empty, misfits

precision = Primitive(
    title="The precision of a classifier that says yes or no",
    inputs=BINARY,
    outputs=(Output("share", ""),),
    conventions=(
        empty(
            zero="0: scikit-learn, with a warning; Keras, torchmetrics",
            nan="NaN: scikit-learn with zero_division=nan, a plain quotient in NumPy or PyTorch",
            asks="What the precision is where nothing is predicted as positive",
        ),
    ),
    cases=(
        *BINARY_CASES,
        Case("by hand", **EXAMPLE, exact=True, hunts="anything: two of four alarms are real"),
    ),
    rejects=(*misfits(), *NOT_BINARY),
    cost=BINARY_COST,
    sizes=BINARY_SIZES,
)
