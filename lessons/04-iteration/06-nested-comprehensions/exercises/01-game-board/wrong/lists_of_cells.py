# expect: nested_result
def blank(width, height):
    return [[None] * width for _ in range(height)]


def free_cells(board):
    return [[(r, c) for c, cell in enumerate(row) if cell is None] for r, row in enumerate(board)]


def columns(board):
    return [list(column) for column in zip(*board)]
