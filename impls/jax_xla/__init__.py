"""JAX and Optax, compiled by XLA: thin bindings; a convention they follow is the default of the keyword."""

ROLE = "library"
REQUIRES = ("jax", "optax")
