"""Frozen types that every room shares: what is read, what is found, what is printed."""
