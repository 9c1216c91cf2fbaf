"""A document tree in, the bytes of a file out. Writers decide nothing and forget nothing."""
