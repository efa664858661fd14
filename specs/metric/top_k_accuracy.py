"""The top-k accuracy of a classifier: how often the actual class is among the k with the highest scores.

    top-k accuracy = number of rows n with |{j ≠ tₙ : sₙⱼ ≥ sₙₜ}| < k / N          sₙₜ the score of the actual class tₙ

scores is (N, C) with at least one class, any numbers, the higher the more likely; labels is (N,), the actual classes,
integers from 0 to C − 1; k lies between 1 and C. The result is a single number from 0 to 1. With k = 1 it is the
accuracy of the class with the highest score, with k = C it is 1. What a NaN among the scores does is left open.

Equal scores count against the prediction, as in Caffe: a row is a hit when fewer than k other classes score as high as
the actual one, or higher. Where libraries differ: for scores 1, 1, 1, 0 and k = 2, TensorFlow and Keras count every
class with a score of 1 as a hit; the k classes that NumPy, JAX, PyTorch, torchmetrics and scikit-learn sort to the
front are two of the three, and not the same two: classes 0 and 1 for top_k of JAX and TensorFlow, where the lower index
wins, 1 and 2 for torch.topk, whose argmax is 0, for torchmetrics, and for scikit-learn, where the higher index wins. Of
a NaN, argmax of NumPy, PyTorch and JAX gives the index, that of TensorFlow ignores it. Among computed scores ties are
rare, but in a network that gives every class the same score they are everything: here its top-1 accuracy is 0, in
TensorFlow 1.

The accuracy of no examples is 0/0 and left open, as for accuracy.

Russakovsky et al., ImageNet Large Scale Visual Recognition Challenge, IJCV 115, 2015, section 4.1; Caffe 1.0,
accuracy_layer.cpp. Ties as measured in TensorFlow 2.21, Keras 3.15, JAX 0.10, PyTorch 2.13, torchmetrics 1.9 and
scikit-learn 1.9.
"""

from primcheck.spec import (
    Case,
    Cost,
    Count,
    Output,
    Primitive,
    Reject,
    Size,
    Tensor,
    choice,
    constant,
    given,
    integers,
    normal,
    of_shape,
    uniform,
)

TIED = [[1.0, 1.0, 1.0, 0.0]] * 4
EACH = [0, 1, 2, 3]
# The actual classes are in places 1, 2, 3 and 4 of four.
RANKED = [[9.0, 3.0, 2.0, 1.0], [1.0, 2.0, 3.0, 0.0], [0.5, 0.25, 0.125, 0.75], [-1.0, -4.0, -2.0, -3.0]]

top_k_accuracy = Primitive(
    title="The top-k accuracy of a classifier",
    inputs=(
        Tensor("scores", "n c", flows=False),
        Tensor("labels", "n", dtype="int", draw=integers(0, 2), flows=False),
    ),
    options=(Count("k", low=1),),
    outputs=(Output("share", ""),),
    cases=(
        Case("best two of five", n=16, c=5, k=2, hunts="the lowest scores, or one place too many or too few"),
        Case("best class", n=16, c=3, k=1, hunts="k + 1 classes in place of k"),
        Case("best three of four", n=9, c=4, k=3, hunts="the best class only"),
        Case("best five of twelve", n=40, c=12, k=5, labels=integers(0, 11), hunts="a k that is built in"),
        Case(
            "all classes", n=7, c=4, k=4, exact=True, hunts="the last place, which is missed by a rank counted from 1"
        ),
        Case("one class", n=5, c=1, k=1, labels=constant(0), exact=True, hunts="a lost axis"),
        Case("probabilities", n=16, c=6, k=2, scores=uniform(0, 1), hunts="scores that are compared with ½"),
        Case(
            "negative scores", n=16, c=6, k=2, scores=uniform(-9, -1), hunts="a search for the highest that starts at 0"
        ),
        Case(
            "few different scores", n=20, c=5, k=2, scores=choice(0, 1, 2), hunts="equal scores that count for a class"
        ),
        Case(
            "ties, k = 1",
            scores=given(TIED),
            labels=given(EACH),
            k=1,
            exact=True,
            hunts="equal scores that count for a class",
        ),
        Case(
            "ties, k = 2", scores=given(TIED), labels=given(EACH), k=2, exact=True, hunts="an order among equal scores"
        ),
        Case(
            "ties, k = 3",
            scores=given(TIED),
            labels=given(EACH),
            k=3,
            exact=True,
            hunts="equal scores within the first k, which are hits",
        ),
        Case(
            "all scores equal",
            n=8,
            c=3,
            k=2,
            scores=constant(0.5),
            exact=True,
            hunts="a network that has learnt nothing, and is right",
        ),
        Case("no examples", n=0, c=3, k=2, exact=True, hunts="0/0 where there is nothing to be right about"),
        Case(
            "one row",
            n=1,
            c=4,
            k=2,
            scores=given([[0.5, 2.0, 1.0, 0.0]]),
            labels=given([2]),
            exact=True,
            hunts="a lost axis",
        ),
        Case(
            "by hand, k = 2",
            scores=given(RANKED),
            labels=given([0, 1, 0, 1]),
            k=2,
            exact=True,
            hunts="anything: the actual classes are in places 1, 2, 2 and 4",
        ),
        Case(
            "by hand, k = 3",
            scores=given(RANKED),
            labels=given([3, 0, 2, 3]),
            k=3,
            exact=True,
            hunts="anything: the actual classes are in places 4, 3, 4 and 3",
        ),
    ),
    rejects=(
        Reject("no place", n=4, c=3, k=0, hunts="a k of 0, which nothing is among"),
        Reject("more places than classes", n=4, c=3, k=4, hunts="a k that is larger than the number of classes"),
        Reject("no such class", n=2, c=3, k=1, labels=given([0, 3]), hunts="a class that is none"),
        Reject("negative class", n=2, c=3, k=1, labels=given([0, -1]), hunts="a class of −1, which would be the last"),
        Reject("one label", n=4, c=3, k=1, labels=of_shape((1,), integers(0, 2)), hunts="a label that broadcasts"),
        Reject("a column of labels", n=4, c=4, k=2, labels=of_shape((4, 1), integers(0, 3)), hunts="a lost axis"),
        Reject("scores of images", n=4, c=3, k=1, scores=of_shape((4, 3, 2), normal()), hunts="scores of three axes"),
        Reject("fewer labels", n=4, c=3, k=1, labels=of_shape((3,), integers(0, 2)), hunts="rows without a label"),
        Reject(
            "one-hot labels", n=4, c=3, k=1, labels=of_shape((4, 3), integers(0, 1)), hunts="rows in place of labels"
        ),
        Reject(
            "predictions", n=4, c=3, k=1, scores=of_shape((4,), normal()), hunts="predicted classes in place of scores"
        ),
    ),
    cost=Cost(flops=lambda n, c: 2 * n * c, moved=lambda n, c, itemsize: itemsize * n * c + 8 * n),
    sizes=dict(
        tiny=Size("LeNet-5, a batch of 64", n=64, c=10, k=3, labels=integers(0, 9)),
        small=Size("AlexNet, a batch of 128", n=128, c=1000, k=5, labels=integers(0, 999)),
        large=Size("ResNet-50, 5,000 images of ImageNet", n=5000, c=1000, k=5, labels=integers(0, 999)),
    ),
)
