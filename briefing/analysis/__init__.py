"""What the sources say on each theme, who says it, and where it comes from."""
