"""Joins the rooms: opens files, reads the clock, and carries one order through."""
