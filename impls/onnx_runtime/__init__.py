"""ONNX Runtime: operators of ONNX, one in a model, on its CPU kernels; inference only."""

ROLE = "library"
REQUIRES = ("onnx", "onnxruntime")
