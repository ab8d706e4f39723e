def blank(width, height):
    """Return a board of free cells."""
    return [[None] * width] * height  # TODO: each cell on its own


def free_cells(board):
    """Return (row, column) of all free cells."""
    # TODO


def columns(board):
    """Return the columns of the board."""
    # TODO


if __name__ == "__main__":
    board = blank(3, 2)
    board[0][0] = "x"
    print(board, free_cells(board), columns(board))
