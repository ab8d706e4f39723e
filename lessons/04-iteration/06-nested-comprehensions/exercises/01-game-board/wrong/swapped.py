# expect: swapped_size
def blank(width, height):
    return [[None] * height for _ in range(width)]


def free_cells(board):
    return [(r, c) for r, row in enumerate(board) for c, cell in enumerate(row) if cell is None]


def columns(board):
    return [list(column) for column in zip(*board)]
