# Generators: a second thread that resumes one which is running gets ValueError.
import threading

inside, leave = threading.Event(), threading.Event()


def generate():
    inside.set()
    leave.wait()
    yield 1


generator = generate()
thread = threading.Thread(target=lambda: next(generator))
thread.start()
inside.wait()
try:
    next(generator)
except ValueError as error:
    print(type(error).__name__)
leave.set()
thread.join()
