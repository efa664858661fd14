"""The F1 score of a classifier that says yes or no: the harmonic mean of its precision and its recall.

    F1 = 2·TP / (2·TP + FP + FN) = 2PR / (P + R)          P = TP / (TP + FP),  R = TP / (TP + FN)

predicted and actual are (N,) integers, 1 for positive and 0 for negative. TP is the number of true positives, where
both are 1; FP that of false positives, where only predicted is 1; FN that of false negatives, where only actual is 1.
The result is a single number from 0 to 1, in double precision. True negatives play no part. Predicted and actual labels
may be exchanged: FP and FN change places.

Where there are neither positives nor alarms the quotient is 0/0; what it is then is the convention `empty`. Where there
are some, but nothing is found, it is 0, whatever the convention: precision or recall alone may be 0/0 there, F1 is not.
scikit-learn also warns, and offers 1 as a third answer.

Where libraries differ: for more than two classes there are several ways to average over them, with other names and
results; here there are two classes, and the result is that of class 1 alone. Keras and torchmetrics take scores too,
and count those above ½ as positive; exactly ½ is negative. The score is also called Dice coefficient.

van Rijsbergen, Information Retrieval, 2nd edition, Butterworths 1979, chapter 7. 0/0 and ½ as measured in
scikit-learn 1.9, Keras 3.15 and torchmetrics 1.9.
"""

from primcheck.spec import Case, Output, Primitive

from ._labels import BINARY, BINARY_CASES, BINARY_COST, BINARY_SIZES, EXAMPLE, NOT_BINARY, empty, misfits

f1_score = Primitive(
    title="The F1 score of a classifier that says yes or no",
    inputs=BINARY,
    outputs=(Output("score", ""),),
    conventions=(
        empty(
            zero="0: scikit-learn, with a warning; Keras, torchmetrics",
            nan="NaN: scikit-learn with zero_division=nan, a plain quotient in NumPy or PyTorch",
            asks="What the score is where there are neither positives nor alarms",
        ),
    ),
    cases=(
        *BINARY_CASES,
        Case("by hand", **EXAMPLE, hunts="anything: two hits, two false alarms and a miss are 4/7"),
    ),
    rejects=(*misfits(), *NOT_BINARY),
    cost=BINARY_COST,
    sizes=BINARY_SIZES,
)
