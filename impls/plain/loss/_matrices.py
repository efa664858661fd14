"""Feature maps as lists of rows, and the products of such lists."""


def rows_of(features):
    """Return one list of H·W values per channel."""
    channels, height, width = features.shape
    return features.reshape(channels, height * width).tolist()


def gram(rows):
    """Return every row's product with every other; each pair is computed once."""
    products = [[0.0] * len(rows) for _ in rows]
    for i, a in enumerate(rows):
        for j in range(i + 1):
            products[i][j] = products[j][i] = sum(x * y for x, y in zip(a, rows[j], strict=True))
    return products


def product(matrix, rows):
    """Return the matrix times the rows, adding up row by row."""
    results = []
    for weights in matrix:
        total = [0.0] * len(rows[0]) if rows else []
        for weight, row in zip(weights, rows, strict=True):
            total = [t + weight * value for t, value in zip(total, row, strict=True)]
        results.append(total)
    return results
