"""TensorFlow: its own ops through thin bindings; a convention it follows is the default of the keyword."""

ROLE = "library"
REQUIRES = ("tensorflow",)
