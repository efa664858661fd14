"""What the specs of the metrics share: labels that are refused, and sizes."""

from primcheck.spec import Case, Convention, Cost, Reject, Size, Tensor, boolean, constant, given, integers, of_shape

BINARY = (
    Tensor("predicted", "n", dtype="int", draw=integers(0, 1), flows=False),
    Tensor("actual", "n", dtype="int", draw=integers(0, 1), flows=False),
)

NOT_BINARY = (
    Reject("three classes", n=3, predicted=given([0, 1, 2]), hunts="a third class, which is neither yes nor no"),
    Reject("classes −1 and 1", n=3, actual=given([-1, 1, 1]), hunts="a class −1, which would be taken for the last"),
)


FEW_YES, MANY_YES = boolean(0.2), boolean(0.8)

FEW, MORE, ONE, COLUMN, ROWS = (of_shape(shape, integers(0, 1)) for shape in ((3,), (5,), (1,), (4, 1), (4, 2)))


def misfits(**options):
    """What a metric should refuse: predictions that do not go with the actual labels."""
    return (
        Reject("fewer predictions", n=4, **options, predicted=FEW, hunts="predictions for some examples only"),
        Reject("more predictions", n=4, **options, predicted=MORE, hunts="predictions for examples that do not exist"),
        Reject("one prediction", n=4, **options, predicted=ONE, hunts="a prediction that broadcasts"),
        Reject("a column", n=4, **options, predicted=COLUMN, hunts="a column, which would be compared with all"),
        Reject("one-hot rows", n=4, **options, actual=ROWS, hunts="rows in place of labels"),
    )


def empty(zero, nan, asks="What 0/0 is"):
    """The convention about a quotient of nothing by nothing."""
    return Convention("empty", asks, zero=zero, nan=nan)


# Of eight examples three are positive. Of four alarms two are real, so one positive is missed.
EXAMPLE = dict(predicted=given([1, 0, 1, 1, 0, 0, 1, 0]), actual=given([1, 0, 0, 1, 1, 0, 0, 0]))

BINARY_CASES = (
    Case("as many of each", n=20, hunts="false positives and false negatives exchanged, or one of them forgotten"),
    Case("few positives", n=30, actual=FEW_YES, hunts="all that is right, or all examples, where only positives count"),
    Case("few alarms", n=30, predicted=FEW_YES, hunts="actual and predicted positives exchanged"),
    Case(
        "many positives", n=30, predicted=MANY_YES, actual=MANY_YES, hunts="the negative class taken for the positive"
    ),
    Case(
        "all right",
        predicted=given([1, 0, 1, 1, 0]),
        actual=given([1, 0, 1, 1, 0]),
        exact=True,
        hunts="anything but 1: every positive is found, every alarm is real",
    ),
    Case(
        "all wrong",
        predicted=given([1, 0, 1, 1, 0]),
        actual=given([0, 1, 0, 0, 1]),
        exact=True,
        hunts="anything but 0: no positive is found, no alarm is real",
    ),
    Case(
        "as many false alarms as misses",
        predicted=given([1, 1, 1, 1, 0, 0]),
        actual=given([1, 1, 1, 0, 1, 0]),
        exact=True,
        hunts="anything but precision and recall exchanged: here both are 3/4",
    ),
    Case("always yes", n=7, predicted=constant(1), hunts="a classifier that never says no"),
    Case(
        "never yes",
        predicted=given([0, 0, 0, 0]),
        actual=given([1, 0, 0, 1]),
        exact=True,
        hunts="0/0 where nothing is predicted as positive",
    ),
    Case("only positives", n=7, actual=constant(1), hunts="a data set without negatives"),
    Case(
        "no positives",
        predicted=given([1, 0, 0, 1]),
        actual=given([0, 0, 0, 0]),
        exact=True,
        hunts="0/0 where there are no positives to be found",
    ),
    Case(
        "neither",
        predicted=given([0, 0, 0]),
        actual=given([0, 0, 0]),
        exact=True,
        hunts="0/0 where there are neither positives nor alarms",
    ),
    Case("no examples", n=0, exact=True, hunts="an empty data set that makes the call fail"),
    Case("one example", predicted=given([1]), actual=given([1]), exact=True, hunts="a lost axis"),
    Case("many examples", n=1000, hunts="counts in eight bits, or a denominator that is built in"),
)

BINARY_COST = Cost(flops=lambda n: 3 * n, moved=lambda n: 16 * n)

BINARY_SIZES = dict(
    tiny=Size("LeNet-5, “is it a seven?” for a batch of 256", n=256),
    small=Size("LeNet-5, “is it a seven?” for the 10,000 test images", n=10_000),
    large=Size("ResNet-50, “is it a cat?” for the 1,281,167 training images of ImageNet", n=1_281_167),
)
