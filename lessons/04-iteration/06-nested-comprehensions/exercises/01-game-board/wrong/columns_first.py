# expect: column_order
def blank(width, height):
    return [[None] * width for _ in range(height)]


def free_cells(board):
    return [(r, c) for c in range(len(board[0])) for r in range(len(board)) if board[r][c] is None]


def columns(board):
    return [list(column) for column in zip(*board)]
