"""Windows over the window: export, commands, history, preferences."""
