# expect: shared_rows
def blank(width, height):
    row = [None for _ in range(width)]
    return [row for _ in range(height)]


def free_cells(board):
    return [(r, c) for r, row in enumerate(board) for c, cell in enumerate(row) if cell is None]


def columns(board):
    return [list(column) for column in zip(*board)]
