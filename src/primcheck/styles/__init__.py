"""Styles: foreign code is recognized by its names and signatures, and asked the catalogue's questions in its own way."""
