"""Activations by common names: functions, their derivatives or backward functions, and classes with both.

A derivative may be a function of x or of the activation's own value, a backward function may take either; which one it is,
is read off the code.
"""

from primcheck.style import BuiltIn, Follows, Style, Way, first, using

# The catalogue's name: other names, and the option that some of them have.
NAMES = {
    "sigmoid": ("logistic sigm sig sigmoid_function sigmoid_activation", ""),
    "tanh": ("hyperbolic_tangent tanh_function tanh_activation", ""),
    "relu": ("rectifier rectified_linear relu_function relu_activation", ""),
    "leaky_relu": ("lrelu leakyrelu_activation", "slope"),
    "elu": ("elu_activation", "alpha"),
    "selu": ("selu_activation", ""),
    "softplus": ("soft_plus", ""),
    "silu": ("swish", ""),
    "gelu": ("gelu_activation", ""),
}
CONVENTIONS = {
    "relu": {"at_zero": Follows("zero", "one", "half")},
    "leaky_relu": {"at_zero": Follows("slope", "one")},
    "selu": {"at_zero": Follows("lambda_alpha", "lambda")},
    "gelu": {"form": Follows("exact", "tanh")},
}
VALUES = {"slope": BuiltIn(0.01, 0.1, 0.2, 0.3, 0.001, 0.05), "alpha": BuiltIn(1.0, 0.1, 0.01, 0.5, 1.67326)}

PREFIXES = (
    "d_{0} d{0} grad_{0} der_{0} deriv_{0} derivative_{0} derivative_of_{0} {0}_derivative {0}_deriv {0}_der {0}_prime"
)
PREFIXES += " {0}_grad {0}_gradient {0}_dash {0}_d {0}_dx prime_{0} gradient_{0} {0}_diff {0}_derivate {0}_p"
BACKWARD = "{0}_backward backward_{0} {0}_back {0}_bwd {0}_backprop {0}_backward_pass"
OF = dict(input="the derivative as a function of x", output="the derivative as a function of the value")


def _signatures():
    lines = []
    for name, (others, option) in NAMES.items():
        forward = [name, *others.split(), f"{name}_forward", f"forward_{name}"]
        stems = [name, *others.split()]
        tail = f", {option}?" if option else ""
        slopes = [pattern.format(stem) for stem in stems for pattern in PREFIXES.split()]
        backs = [pattern.format(stem) for stem in stems for pattern in BACKWARD.split()]
        lines.append(f"{' | '.join(forward)}(x{tail})")
        lines.append(f"{' | '.join(slopes)}(x{tail})")
        lines.append(f"{' | '.join(backs)}(dy, x{tail})")
        classes = [f"Class_{name}", *stems, f"{name}_layer", f"activation_{name}", f"{name}_activation"]
        made = f"({option}?)" if option else "()"
        methods = "forward | fn | __call__ | call | forward_pass | f | activate | activation | function(x, training?), "
        methods += "gradient | grad | derivative | prime | df | deriv | derivate | gradient_fn(x), "
        methods += "backward | backward_pass | backprop | bprop(dy, lr?)"
        lines.append(f"{' | '.join(classes)}{made}: {methods}")
    return "\n".join(lines)


def _recipes(name, option):
    value = {option: VALUES[option]} if option else {}
    value |= {n: c for n, c in CONVENTIONS.get(name, {}).items() if n == "form"}
    both = {**value, **CONVENTIONS.get(name, {})}
    slope, back, kind = f"d_{name}", f"{name}_backward", f"Class_{name}"

    def options(given):
        return {option: given[option]} if option and given.get(option) is not None else {}

    @using(name)
    def forward(theirs, x, **given):
        return first(getattr(theirs, name)(x, **options(given)))

    @using(name, slope)
    def by_derivative(theirs, dy, x, **given):
        named = options(given)
        at = first(getattr(theirs, name)(x, **named)) if given["of"] == "output" else x
        return dy * getattr(theirs, slope)(at, **named)

    @using(slope)
    def by_derivative_alone(theirs, dy, x, **given):
        return dy * getattr(theirs, slope)(x, **options(given))

    @using(name, back)
    def by_backward(theirs, dy, x, **given):
        named = options(given)
        at = first(getattr(theirs, name)(x, **named)) if given["of"] == "output" else x
        return first(getattr(theirs, back)(dy, at, **named))

    @using(kind, "forward")
    def of_object(theirs, x, **given):
        return first(getattr(theirs, kind)(**options(given)).forward(x))

    @using(kind, "forward", "gradient")
    def by_gradient(theirs, dy, x, **given):
        thing = getattr(theirs, kind)(**options(given))
        at = first(thing.forward(x)) if given["of"] == "output" else x
        return dy * thing.gradient(at)

    @using(kind, "forward", "backward")
    def by_object(theirs, dy, x, **given):
        thing = getattr(theirs, kind)(**options(given))
        thing.forward(x)
        return first(thing.backward(dy.copy(), lr=0.1))

    way = {"of": Way(**OF)}
    yield name, _with(forward, "x", value)
    yield f"{name}__object", _with(of_object, "x", value)
    yield f"{name}_backward", _with(by_backward, "dy x", {**both, **way})
    yield f"{name}_backward__derivative", _with(by_derivative, "dy x", {**both, **way})
    yield f"{name}_backward__derivative_alone", _with(by_derivative_alone, "dy x", both)
    yield f"{name}_backward__object", _with(by_object, "dy x", both)
    yield f"{name}_backward__gradient", _with(by_gradient, "dy x", {**both, **way})


def _with(recipe, inputs, keywords):
    """Return a recipe whose signature names what it takes."""
    from inspect import Parameter, Signature

    placed = [Parameter(n, Parameter.POSITIONAL_OR_KEYWORD) for n in ("theirs", *inputs.split())]
    named = [Parameter(n, Parameter.KEYWORD_ONLY, default=v) for n, v in keywords.items()]
    recipe.__signature__ = Signature(placed + named)
    return recipe


style = Style(
    title="common names",
    source="names that many people give",
    general=True,
    expects=_signatures(),
    made={name: recipe for known, (_, option) in NAMES.items() for name, recipe in _recipes(known, option)},
    also="""
        lr: learning_rate alpha eta
        training: train is_training train_flg
        x: a_prev A_prev X Z z a A t v inp input inputs in_ arr array data y out output h s value values cache activation_cache xs input_data arg signal
        dy: dout d_out dA da grad_output grad dLdy dz gradient upstream delta dvalues dL_dout output_gradient d_output accum_grad error dL out_grad d accumulated_grad grad_out
        slope: alpha a leak negative_slope leaky_slope gamma k leakage neg_slope eps
        alpha: a
    """,
)
