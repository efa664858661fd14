"""Numpy-CNN: convolution and pooling of one square image at a time, channels first, without a cache."""

from primcheck.style import Follows, Number, Square, Style, by_image, may_refuse, ragged, squeezed

style = Style(
    title="Numpy-CNN",
    source="Alejandro Escontrela, Numpy-CNN",
    expects="""
        convolution(image, filt, bias, s?)
        maxpool(image, f?, s?)
        convolutionBackward(dconv_prev, conv_in, filt, s)
        maxpoolBackward(dpool, orig, f, s)
    """,
)


@may_refuse(ragged)
def conv2d(theirs, x: Square, w: Square, b, *, stride: Number):
    return by_image(lambda image: theirs.convolution(image, w, b[:, None], stride), x)


@may_refuse(ragged)
def conv2d_backward(theirs, dy: Square, x: Square, w: Square, *, stride: Number):
    dx, dw, db = by_image(lambda d, image: theirs.convolutionBackward(d, image, w, stride), dy, x)
    return dx, dw.sum(axis=0), squeezed(db.sum(axis=0), (len(w),))


@may_refuse(ragged)
def max_pool2d(theirs, x, *, kernel: Number, stride: Number):
    return by_image(lambda image: theirs.maxpool(image, kernel, stride or kernel), x)


@may_refuse(ragged)
def max_pool2d_backward(theirs, dy, x, *, kernel: Number, stride: Number, ties=Follows("first", "all")):
    return by_image(lambda d, image: theirs.maxpoolBackward(d, image, kernel, stride or kernel), dy, x)
