"""Checks for game-board."""
import lab

BOARD = [["x", None, 0], [None, "o", None]]


@lab.check("blank gives a board of the size asked for")
def size():
    for width, height in [(3, 2), (1, 4), (0, 0)]:
        found = lab.load().blank(width, height)
        wanted = [[None] * width for _ in range(height)]
        swapped = [[None] * height for _ in range(width)]
        lab.equal(found, wanted, call=f"blank({width}, {height})",
                  reply="swapped_size" if found == swapped else None)


@lab.check("each cell of a blank board can be changed on its own")
def own_cells():
    board = lab.load().blank(2, 3)
    board[0][1] = "x"
    lab.equal(board, [[None, "x"], [None, None], [None, None]],
              call="blank(2, 3), after board[0][1] = 'x',", reply="shared_rows")


@lab.check("free_cells tells the places of the free cells, row by row")
def places():
    found = lab.load().free_cells([list(row) for row in BOARD])
    wanted = [(0, 1), (1, 0), (1, 2)]
    reply = None
    if isinstance(found, list):
        if any(isinstance(it, list) for it in found):
            reply = "nested_result"
        elif (0, 2) in found:
            reply = "false_cell"
        elif sorted(found) == wanted:
            reply = "column_order"
    lab.equal(found, wanted, call=f"free_cells({BOARD!r})", reply=reply)
    lab.equal(lab.load().free_cells([[1, 2]]), [], call="free_cells([[1, 2]])")


@lab.check("columns gives the columns as lists")
def turned():
    found = lab.load().columns([list(row) for row in BOARD])
    lab.true(isinstance(found, list), f"columns gave {found!r}.", reply="tuples" if isinstance(found, zip) else None)
    lab.true(not any(isinstance(it, tuple) for it in found), f"columns gave {found!r}.", reply="tuples")
    lab.equal(found, [["x", None], [None, "o"], [0, None]], call=f"columns({BOARD!r})")
    lab.equal(lab.load().columns([[1, 2]]), [[1], [2]], call="columns([[1, 2]])")
