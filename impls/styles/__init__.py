"""Styles: how code in foreign shapes answers the catalogue's questions, one style a file."""

ROLE = "styles"
