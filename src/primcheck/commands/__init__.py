"""The commands, one module each, found by their file names; a command's module is imported only when it is used."""
