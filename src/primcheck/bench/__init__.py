"""Speed of what is right: interleaved, with fresh values and a checked output for every timed call."""
