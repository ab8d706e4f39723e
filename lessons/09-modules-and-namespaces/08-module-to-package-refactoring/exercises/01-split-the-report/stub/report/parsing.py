"""From text to rows."""
# TODO: Row, parse_line, parse
