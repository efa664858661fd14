"""Feature maps as matrices, right and wrong."""


def flat(features):
    """Return one row of H·W values per channel."""
    channels, height, width = features.shape
    return features.reshape(channels, height * width)


def mixed(features):
    """Return rows that mix the channels: as if they came last in memory."""
    channels, height, width = features.shape
    return features.reshape(height * width, channels).T


def gram(rows):
    """Return each row's product with each other."""
    return rows @ rows.T
