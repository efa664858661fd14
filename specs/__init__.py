"""What each primitive is: one module of declarations an operation, `specs/<family>/<operation>.py`."""
