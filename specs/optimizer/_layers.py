"""The layers whose parameters optimizers are timed on."""

from primcheck.spec import Size


def layer_sizes(**options: object) -> dict[str, Size]:
    """Return a bias vector and two dense layers, with the options that the step demands."""
    return dict(
        tiny=Size("LeNet-5, the biases of the second dense layer", size=(84,), **options),
        small=Size("LeNet-5, the weights of the first dense layer", size=(400, 120), **options),
        large=Size("ResNet-50, the weights of the classifier", size=(2048, 1000), **options),
    )
