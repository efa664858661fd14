"""keras.callbacks.ReduceLROnPlateau."""

from types import SimpleNamespace

import numpy as np

from .._tensors import array, in_precision, keras, offer
from ._evaluate import require_at_least


def performance_lr(
    losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, threshold="absolute", patience_is="reached"
):
    """Keras' own callback, told of one epoch after the other."""
    if losses.ndim != 1:
        raise ValueError(f"losses must have one axis, not {losses.ndim}.")
    require_at_least(0, base_lr=base_lr, factor=factor, patience=patience, min_delta=min_delta)
    offer("threshold", threshold, "absolute")
    offer("patience_is", patience_is, "reached")
    callback = keras.callbacks.ReduceLROnPlateau("loss", factor, patience, mode="min", min_delta=min_delta)
    rates = []
    with in_precision(losses.dtype):
        callback.set_model(SimpleNamespace(optimizer=keras.optimizers.SGD(base_lr)))
        callback.on_train_begin()
        for epoch, loss in enumerate(losses):
            callback.on_epoch_end(epoch, {"loss": loss})
            rates.append(array(callback.model.optimizer.learning_rate))
    return np.array(rates, losses.dtype)
