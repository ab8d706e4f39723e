# expect: tuples
def blank(width, height):
    return [[None] * width for _ in range(height)]


def free_cells(board):
    return [(r, c) for r, row in enumerate(board) for c, cell in enumerate(row) if cell is None]


def columns(board):
    return [column for column in zip(*board)]
