import contextlib
import io

with contextlib.redirect_stdout(io.StringIO()):
    from old_report import Row, parse, parse_line
