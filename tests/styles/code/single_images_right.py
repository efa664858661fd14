"""Code that takes one image at a time, in the shapes of two well-known introductions, written for these tests: all right."""

import numpy as np


def convolution(image, filt, bias, s=1):
    n_f, _, f, _ = filt.shape
    size = (image.shape[1] - f) // s + 1
    out = np.zeros((n_f, size, size))
    for k, i, j in np.ndindex(*out.shape):
        out[k, i, j] = np.sum(filt[k] * image[:, i * s : i * s + f, j * s : j * s + f]) + bias[k].item()
    return out


def convolutionBackward(dconv_prev, conv_in, filt, s):
    f = filt.shape[2]
    dout, dfilt = np.zeros(conv_in.shape), np.zeros(filt.shape)
    for k, i, j in np.ndindex(*dconv_prev.shape):
        window = slice(None), slice(i * s, i * s + f), slice(j * s, j * s + f)
        dfilt[k] += dconv_prev[k, i, j] * conv_in[window]
        dout[window] += dconv_prev[k, i, j] * filt[k]
    return dout, dfilt, dconv_prev.sum(axis=(1, 2)).reshape(-1, 1)


def maxpool(image, f=2, s=2):
    n_c, h, w = image.shape
    out = np.zeros((n_c, (h - f) // s + 1, (w - f) // s + 1))
    for c, i, j in np.ndindex(*out.shape):
        out[c, i, j] = image[c, i * s : i * s + f, j * s : j * s + f].max()
    return out


def maxpoolBackward(dpool, orig, f, s):
    dout = np.zeros(orig.shape)
    for c, i, j in np.ndindex(*dpool.shape):
        window = orig[c, i * s : i * s + f, j * s : j * s + f]
        a, b = np.unravel_index(np.nanargmax(window), window.shape)
        dout[c, i * s + a, j * s + b] += dpool[c, i, j]
    return dout


class Conv3x3:
    def __init__(self, num_filters):
        self.num_filters = num_filters
        self.filters = np.random.randn(num_filters, 3, 3) / 9

    def forward(self, input):
        self.last_input = input
        h, w = input.shape
        output = np.zeros((h - 2, w - 2, self.num_filters))
        for i, j in np.ndindex(h - 2, w - 2):
            output[i, j] = np.sum(input[i : i + 3, j : j + 3] * self.filters, axis=(1, 2))
        return output

    def backprop(self, d_L_d_out, learn_rate):
        d_L_d_filters = np.zeros(self.filters.shape)
        for i, j, f in np.ndindex(*d_L_d_out.shape):
            d_L_d_filters[f] += d_L_d_out[i, j, f] * self.last_input[i : i + 3, j : j + 3]
        self.filters -= learn_rate * d_L_d_filters


class MaxPool2:
    def forward(self, input):
        self.last_input = input
        h, w, c = input.shape
        return input[: h // 2 * 2, : w // 2 * 2].reshape(h // 2, 2, w // 2, 2, c).max(axis=(1, 3))

    def backprop(self, d_L_d_out):
        d_L_d_input = np.zeros(self.last_input.shape)
        for i, j, f in np.ndindex(*d_L_d_out.shape):
            window = self.last_input[2 * i : 2 * i + 2, 2 * j : 2 * j + 2, f]
            d_L_d_input[2 * i : 2 * i + 2, 2 * j : 2 * j + 2, f] += (window == window.max()) * d_L_d_out[i, j, f]
        return d_L_d_input
