"""What cutting images into windows and adding them back have in common: options, sizes, layouts, bad layouts."""

import numpy as np

from primcheck.spec import Case, Pair, Reject, Size

from ._windows import columns, count, patches, rows

OPTIONS = (Pair("kernel", low=1), Pair("stride", 1, low=1), Pair("padding", 0))

DERIVED = dict(
    kh=lambda kernel: rows(kernel),
    kw=lambda kernel: columns(kernel),
    sh=lambda stride: rows(stride),
    sw=lambda stride: columns(stride),
    ph=lambda padding: rows(padding),
    pw=lambda padding: columns(padding),
    oh=lambda h, kernel, stride, padding: count(h, rows(kernel), rows(stride), rows(padding)),
    ow=lambda w, kernel, stride, padding: count(w, columns(kernel), columns(stride), columns(padding)),
    p=lambda n, oh, ow: n * oh * ow,
    q=lambda c, kh, kw: c * kh * kw,
)


def windows(x, kh, kw, sh, sw, ph, pw):
    """Cut images into windows, one a row, as im2col should."""
    return patches(np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw))), kh, kw, sh, sw).reshape(-1, x.shape[1] * kh * kw)


def layouts(arrange):
    """Make the cases of all layouts; `arrange` says a layout in the words of the primitive."""
    return tuple(Case(name, **arrange(**layout), hunts=hunts) for name, layout, hunts in LAYOUTS)


TWIN = dict(n=1, c=2, h=6, w=5, kernel=3, stride=2, padding=1)

LAYOUTS = (
    ("an image", TWIN, "indices that were worked out for another kernel, stride or padding"),
    ("the same image, smaller windows", {**TWIN, "kernel": 2}, "indices kept from a call with another kernel"),
    ("the same image, stride of one", {**TWIN, "stride": 1}, "indices kept from a call with another stride"),
    ("the same image, bare", {**TWIN, "padding": 0}, "indices kept from a call with another padding"),
    ("overlapping windows", dict(n=2, c=2, h=4, w=5, kernel=3), "channels, taps, images or positions in another order"),
    ("side by side", dict(n=2, c=2, h=4, w=6, kernel=2, stride=2), "a stride that is ignored"),
    ("gaps between windows", dict(n=2, c=2, h=8, w=5, kernel=2, stride=3), "windows that start at i·kernel"),
    ("oblong kernel", dict(n=2, c=2, h=4, w=7, kernel=(2, 3), stride=2), "rows and columns of the kernel exchanged"),
    ("upright kernel", dict(n=1, c=2, h=7, w=4, kernel=(3, 2)), "rows and columns of the kernel exchanged"),
    ("strides of their own", dict(n=2, c=2, h=5, w=8, kernel=2, stride=(1, 3)), "the stride of the rows for both"),
    ("ragged end", dict(n=2, c=2, h=6, w=8, kernel=3, stride=2), "a last window that hangs over the edge"),
    ("padded", dict(n=2, c=2, h=4, w=5, kernel=3, stride=2, padding=1), "padding that is forgotten or not cut off"),
    ("padded by two", dict(n=1, c=2, h=5, w=6, kernel=4, stride=2, padding=2), "padding of 1 built in"),
    ("padded rows", dict(n=2, c=2, h=4, w=5, kernel=(3, 2), padding=(1, 0)), "padding cut off with p:−p"),
    ("padded columns", dict(n=2, c=2, h=5, w=4, kernel=(2, 3), padding=(0, 2)), "padding cut off with p:−p"),
    ("kernel of one", dict(n=2, c=3, h=3, w=4, kernel=1), "channels that do not end up in the last axis"),
    ("every other cell", dict(n=2, c=2, h=5, w=4, kernel=1, stride=2), "a stride that is larger than a kernel of 1"),
    ("the whole image", dict(n=2, c=3, h=3, w=4, kernel=(3, 4)), "one window an image, missing for want of the + 1"),
    ("one channel", dict(n=2, c=1, h=4, w=5, kernel=2), "code that drops an axis of length 1"),
    ("one image", dict(n=1, c=2, h=4, w=5, kernel=2), "code that drops an axis of length 1"),
    ("no images", dict(n=0, c=2, h=4, w=5, kernel=2), "an empty batch that makes the call fail"),
)

IMAGES = dict(n=1, c=2, h=4, w=6)


def bad_layouts(arrange):
    """Make the rejects of all bad layouts, in the words of the primitive."""
    return tuple(Reject(name, **arrange(**{**IMAGES, **layout}), hunts=hunts) for name, layout, hunts in BAD_LAYOUTS)


BAD_LAYOUTS = (
    ("stride zero", dict(kernel=2, stride=0), "windows that never move on"),
    ("negative stride", dict(kernel=2, stride=-1), "windows that move backwards"),
    ("kernel of no rows", dict(kernel=(0, 2)), "a window without cells"),
    ("negative padding", dict(kernel=2, padding=-1), "an image that is cut in place of padded"),
    ("kernel larger than the image", dict(kernel=5), "a window that does not fit"),
)


def sizes(arrange):
    """Make the benchmark sizes, in the words of the primitive."""
    return dict(
        tiny=Size("LeNet-5, the first layer, 4 images", **arrange(n=4, c=1, h=32, w=32, kernel=5)),
        small=Size("LeNet-5, the second layer, 64 images", **arrange(n=64, c=6, h=14, w=14, kernel=5)),
        large=Size(
            "ResNet-50, 3×3 in the first stage, 2 images", **arrange(n=2, c=64, h=56, w=56, kernel=3, padding=1)
        ),
    )
