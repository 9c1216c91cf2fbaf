"""What the panes know and do, without widgets: state, sentences, enabled or not."""
