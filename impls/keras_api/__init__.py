"""Keras on TensorFlow: its own objects through thin bindings; a convention it follows is the default of the keyword."""

ROLE = "library"
REQUIRES = ("keras", "tensorflow")
