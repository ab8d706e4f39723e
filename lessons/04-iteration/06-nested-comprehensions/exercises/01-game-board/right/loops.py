def blank(width, height):
    board = []
    for _ in range(height):
        board.append([None] * width)
    return board


def free_cells(board):
    found = []
    for r, row in enumerate(board):
        found += [(r, c) for c, cell in enumerate(row) if cell is None]
    return found


def columns(board):
    return list(map(list, zip(*board)))
