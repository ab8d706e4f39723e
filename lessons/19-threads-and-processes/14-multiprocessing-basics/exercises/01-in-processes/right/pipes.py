import multiprocessing


def answer(connection, function, item):
    connection.send(function(item))
    connection.close()


def in_processes(function, items):
    started = []
    for item in items:
        ours, theirs = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.Process(target=answer, args=(theirs, function, item))
        process.start()
        theirs.close()
        started.append((process, ours))
    values = [ours.recv() for _, ours in started]
    for process, _ in started:
        process.join()
    return values
