"""Wrong on purpose: one documented, plausible mistake a function, in the file of the primitive it gets wrong."""

ROLE = "mistakes"
