def blank(width, height):
    return [[None for _ in range(width)] for _ in range(height)]


def free_cells(board):
    return [(r, c) for r in range(len(board)) for c in range(len(board[r])) if board[r][c] is None]


def columns(board):
    return [[row[c] for row in board] for c in range(len(board[0]))]
