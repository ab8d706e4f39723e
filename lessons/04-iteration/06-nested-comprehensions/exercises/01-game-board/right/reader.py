def blank(width, height):
    """Return a board of free cells."""
    return [[None for _ in range(width)] for _ in range(height)]


def free_cells(board):
    """Return (row, column) of all free cells."""
    return [(y, x) for y, row in enumerate(board) for x, cell in enumerate(row) if cell is None]


def columns(board):
    """Return the columns of the board."""
    return list(map(list, zip(*board)))
