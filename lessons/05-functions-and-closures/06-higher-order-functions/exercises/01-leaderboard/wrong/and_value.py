# expect: bool_expected
def ranked(players):
    return sorted(players, key=lambda player: (-player[1], player[0].lower()))


def both(*tests):
    def combined(item):
        answer = True
        for test in tests:
            answer = answer and test(item)
        return answer
    return combined
