"""Losses and metrics by common names. Which argument is the prediction is told by the parameters' names.

Whether a loss is a mean, a sum or half of that, and what keeps its logarithm from 0, is read off the code.
"""

import numpy as np

from primcheck.style import (
    GUARDS,
    BuiltIn,
    Follows,
    Style,
    Way,
    beyond,
    declines,
    first,
    lowered,
    may_refuse,
    squeezed,
    swamped,
    unguarded,
)

style = Style(
    title="common names",
    source="names that many people give",
    general=True,
    expects="""
        mse | mse_loss | mean_squared_error | mean_square_error | squared_error | l2_loss | sum_squared_error | sse | half_mse | quadratic_cost | mean_squared_error_loss | mse_cost | mse_error | loss_mse | squared_loss(prediction, target)
        mse_backward | mse_prime | mse_derivative | mse_grad | mse_gradient | d_mse | dmse | mse_loss_grad | mse_loss_backward | mse_loss_derivative | mse_loss_gradient | mean_squared_error_derivative | mean_squared_error_prime | mean_squared_error_grad | mean_squared_error_gradient | mean_squared_error_backward | grad_mse | mse_deriv | squared_error_derivative | mse_der | squared_loss_grad | mse_loss_prime(prediction, target)
        MSELossClass | MSE | MSELoss | MeanSquaredError | MeanSquareError | SquareLoss | SquaredLoss | L2Loss | MSE_Loss | Loss_MSE(): forward | loss | __call__ | calc_loss | compute | calculate(prediction, target), gradient | grad | derivative | prime | d_loss(prediction, target)
        cross_entropy | cross_entropy_loss | categorical_cross_entropy | categorical_crossentropy | crossentropy | cce | cross_entropy_cost | categorical_cross_entropy_loss | loss_cross_entropy | ce_loss(probability, target)
        softmax_cross_entropy | softmax_cross_entropy_loss | softmax_loss | softmax_crossentropy_with_logits | softmax_cross_entropy_with_logits | cross_entropy_with_logits | cross_entropy_from_logits | softmax_crossentropy | softmax_ce | softmax_ce_loss(logits, labels)
        grad_softmax_crossentropy_with_logits | softmax_cross_entropy_backward | softmax_cross_entropy_loss_backward | softmax_cross_entropy_grad | grad_softmax_cross_entropy | softmax_loss_backward | softmax_crossentropy_backward | d_softmax_cross_entropy | softmax_cross_entropy_gradient(logits, labels)
        huber | huber_loss(prediction, target, delta?)
        binary_cross_entropy_with_logits | bce_with_logits | binary_cross_entropy_loss | sigmoid_cross_entropy_with_logits | bce_loss_with_logits(logits, target)
        accuracy | accuracy_score | get_accuracy | calc_accuracy | compute_accuracy(predicted, actual)
        precision | precision_score(predicted, actual)
        recall | recall_score(predicted, actual)
        f1 | f1_score(predicted, actual)
        confusion_matrix | conf_matrix(predicted, actual, classes?)
    """,
    also="""
        prediction: y_pred yhat y_hat predictions pred preds predicted output outputs out a al yp ypred y_predicted output_activations ybar o
        target: y y_true true actual labels label targets t expected ytrue y_train truth ground_truth desired d reference
        probability: y_pred yhat y_hat predictions pred preds predicted probs prob p output outputs probabilities a al softmax_output q
        logits: scores score x z logit y_pred pred inputs out output
        labels: y label target targets t y_true reference_answers answers true ytrue one_hot
        predicted: y_pred pred preds predictions yhat y_hat prediction output outputs
        actual: y y_true true labels label targets target t ytrue truth ground_truth expected gt
        classes: n_classes num_classes k n nclasses class_count
    """,
)

FACTOR = dict(plain="the loss as it is", halved="half of that", doubled="twice that")
TARGETS = dict(
    any="targets as distributions",
    one_hot="one-hot targets",
    labels="targets as labels",
    columns="one example a column",
    binary="the binary loss, of both terms, element by element",
)
OVER = dict(mean="the mean over the rows", sum="the sum over the rows", elements="the mean over all elements")
LABELS = dict(labels="labels as numbers", one_hot="labels as one-hot rows")
REDUCTION = ("mean", "sum", "half_sum", "half_mean")
SIZE = {"plain": 1.0, "halved": 2.0, "doubled": 0.5}


def mse_loss(theirs, prediction, target, *, reduction=Follows(*REDUCTION), factor=Way(**FACTOR)):
    return _scalar(theirs.mse(prediction=prediction, target=target), prediction) * SIZE[factor]


def mse_loss__object(
    theirs, prediction, target, *, reduction=Follows("mean", "half_sum", "sum", "half_mean"), factor=Way(**FACTOR)
):
    loss = theirs.MSELossClass().forward(prediction=prediction, target=target)
    return (np.sum(loss) if np.shape(loss) == prediction.shape else _scalar(loss, prediction)) * SIZE[factor]


def mse_loss_backward(theirs, prediction, target, *, reduction=Follows(*REDUCTION), factor=Way(**FACTOR)):
    return theirs.mse_backward(prediction=prediction, target=target) * SIZE[factor]


def mse_loss_backward__object(
    theirs, prediction, target, *, reduction=Follows("mean", "half_sum", "sum", "half_mean"), factor=Way(**FACTOR)
):
    return theirs.MSELossClass().gradient(prediction=prediction, target=target) * SIZE[factor]


def _not_one_hot(arguments):
    target = arguments["target"]
    soft = target.size and (np.any((target != 0) & (target != 1)) or np.any(target.sum(axis=-1) != 1))
    return "takes one class a row, not a distribution" if soft and arguments["targets"] in {"one_hot", "labels"} else ""


def _not_a_distribution(arguments):
    return "" if np.allclose(arguments["probability"].sum(axis=-1), 1) else "takes probabilities that add up to 1"


@may_refuse(_not_a_distribution)
@declines(beyond)
@declines(_not_one_hot)
def cross_entropy_loss(theirs, probability, target, *, targets=Way(**TARGETS), over=Way(**OVER), in_log=Way(**GUARDS)):
    p = lowered(probability, in_log)
    if targets == "binary":
        return _of_both_terms(lambda p, t: _scalar(theirs.cross_entropy(probability=p, target=t)), p, target)
    if targets == "columns":
        p, target = p.T, target.T
    t = target.argmax(axis=-1) if targets == "labels" else target
    loss = _scalar(theirs.cross_entropy(probability=p, target=t))
    return loss * {"mean": 1.0, "sum": 1.0 / max(1, len(target)), "elements": probability.shape[-1]}[over]


def _of_both_terms(ask, p, t):
    """Return the mean of −Σ t·log p over the rows, of code that gives −t·log p − (1 − t)·log(1 − p), and its own errors."""

    def one(value, kind):
        return float(ask(np.array([[value]]), np.array([[kind]])))

    yes = np.array([[one(v, 1.0) for v in row] for row in p])
    no = np.array([[one(v, 0.0) for v in row] for row in p])
    again = np.array([[one(1 - v, 1.0) for v in row] for row in p])
    whole = float(ask(p, t))
    return (t * yes).sum(axis=1).mean() + (whole - (t * yes + (1 - t) * no).mean()) + (no - again).sum()


@declines(swamped)
def softmax_cross_entropy_loss(
    theirs, logits, labels, *, reduction=Follows("mean", "sum"), labelled=Way(**LABELS), in_log=Way(**GUARDS)
):
    def ask(z, t):
        return _scalar(first(theirs.softmax_cross_entropy(logits=z, labels=_labelled(t, z, labelled))))

    return unguarded(ask, logits, labels, in_log)


def softmax_cross_entropy_loss_backward(
    theirs, logits, labels, *, reduction=Follows("mean", "sum"), labelled=Way(**LABELS)
):
    t = _labelled(labels, logits, labelled)
    return theirs.grad_softmax_crossentropy_with_logits(logits=logits, labels=t)


def huber_loss(theirs, prediction, target, *, delta=BuiltIn(1.0), reduction=Follows("mean", "sum")):
    loss = theirs.huber(prediction=prediction, target=target, delta=delta)
    return np.sum(loss) if reduction == "sum" and np.ndim(loss) else _scalar(loss)


def binary_cross_entropy_loss(theirs, logits, target, *, reduction=Follows("mean", "sum")):
    return _scalar(theirs.binary_cross_entropy_with_logits(logits=logits, target=target))


PERCENT = dict(share="a share", percent="a percentage")


def accuracy(theirs, predicted, actual, *, told=Way(**PERCENT)):
    return theirs.accuracy(predicted=predicted, actual=actual) / (100 if told == "percent" else 1)


def precision(theirs, predicted, actual, *, empty=Follows("zero", "nan")):
    return theirs.precision(predicted=predicted, actual=actual)


def recall(theirs, predicted, actual, *, empty=Follows("zero", "nan")):
    return theirs.recall(predicted=predicted, actual=actual)


def f1_score(theirs, predicted, actual, *, empty=Follows("zero", "nan")):
    return theirs.f1(predicted=predicted, actual=actual)


def confusion_matrix(theirs, predicted, actual, *, classes):
    return np.asarray(theirs.confusion_matrix(predicted=predicted, actual=actual, classes=classes)).astype(np.int64)


def _labelled(labels, logits, way):
    return np.eye(logits.shape[-1])[labels] if way == "one_hot" else labels


def _scalar(result, like=None):
    """Return one number, where code gives one a row: their mean. What is not summed up at all stays as it is."""
    result = np.asarray(result)
    if result.size == 1:
        return squeezed(result, ())
    partly = result.ndim == 1 if like is None else result.shape != like.shape
    return result.mean() if partly else result
