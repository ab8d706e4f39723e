"""From text to rows."""
