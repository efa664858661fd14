"""The recall of a classifier that says yes or no: the share of the positives that it finds.

    recall = TP / (TP + FN)

predicted and actual are (N,) integers, 1 for positive and 0 for negative. TP is the number of true positives, where
both are 1, and FN that of false negatives, where predicted is 0 and actual is 1. The result is a single number from 0
to 1, in double precision. What is not positive, false alarms included, plays no part.

Where there are no positives the quotient is 0/0; what it is then is the convention `empty`. scikit-learn also warns,
and offers 1 as a third answer.

Where libraries differ: for more than two classes there are several ways to average over them, with other names and
results; here there are two classes, and the result is that of class 1 alone. Keras and torchmetrics take scores too,
and count those above ½ as positive; exactly ½ is negative. scikit-learn has the actual labels first, the predicted ones
second: exchanged, recall turns into precision. Other names are sensitivity and true positive rate.

van Rijsbergen, Information Retrieval, 2nd edition, Butterworths 1979, chapter 7. 0/0 and ½ as measured in
scikit-learn 1.9, Keras 3.15 and torchmetrics 1.9.
"""

from primcheck.spec import Case, Output, Primitive, given

from ._labels import BINARY, BINARY_CASES, BINARY_COST, BINARY_SIZES, NOT_BINARY, empty, misfits

recall = Primitive(
    title="The recall of a classifier that says yes or no",
    inputs=BINARY,
    outputs=(Output("share", ""),),
    conventions=(
        empty(
            zero="0: scikit-learn, with a warning; Keras, torchmetrics",
            nan="NaN: scikit-learn with zero_division=nan, a plain quotient in NumPy or PyTorch",
            asks="What the recall is where there are no positives",
        ),
    ),
    cases=(
        *BINARY_CASES,
        Case(
            "by hand",
            predicted=given([1, 0, 1, 1, 0, 0, 1, 0]),
            actual=given([1, 1, 0, 1, 1, 0, 0, 0]),
            exact=True,
            hunts="anything: of four positives two are found",
        ),
    ),
    rejects=(*misfits(), *NOT_BINARY),
    cost=BINARY_COST,
    sizes=BINARY_SIZES,
)
