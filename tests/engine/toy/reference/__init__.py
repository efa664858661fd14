"""A suite small enough to see through: the engine is tested on it, not on the real one."""
