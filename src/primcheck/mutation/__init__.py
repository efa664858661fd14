"""Mutation: what would the suite say if a line of right code were another? Small changes, one at a time, to source code."""
