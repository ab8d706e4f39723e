def blank(width, height):
    """Return a board of free cells."""
    return [[None] * width for _ in range(height)]


def free_cells(board):
    """Return (row, column) of all free cells."""
    return [
        (row_index, column_index)
        for row_index, row in enumerate(board)
        for column_index, cell in enumerate(row)
        if cell is None
    ]


def columns(board):
    """Return the columns of the board."""
    return [list(column) for column in zip(*board)]


if __name__ == "__main__":
    board = blank(3, 2)
    board[0][0] = "x"
    print(board, free_cells(board), columns(board))
