"""The pages of the preferences: each writes to `WindowSettings` as soon as something is chosen."""
