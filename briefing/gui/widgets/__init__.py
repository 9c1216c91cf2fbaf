"""What is painted: widgets that draw and forward, and decide nothing."""
