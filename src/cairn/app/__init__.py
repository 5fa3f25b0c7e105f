"""The one place that knows every feature, and how to run them."""
