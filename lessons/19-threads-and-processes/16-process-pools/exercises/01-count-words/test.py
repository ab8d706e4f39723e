"""Checks for count-words."""
import ast
import multiprocessing.pool
import concurrent.futures
import os
import pickle
import threading
from collections import Counter
import lab

TEXTS = ["The cat sat.", "the dog; THE end", "", "A cat's cat", "end the end"] * 3


class Text(str):
    """A text that is counted as sent each time it is pickled, and knows where it is lowered."""

    def __reduce__(self):
        sent.append(str(self))
        return str, (str(self),)

    def lower(self):
        here.append(os.getpid())
        return str.lower(self)


sent, here = [], []


def counted(texts, n_workers):
    sent.clear(), here.clear()
    guard()
    function, outcomes = lab.load().count_words, []
    work = threading.Thread(target=lambda: outcomes.append(lab.calls(function, texts, n_workers)), daemon=True)
    work.start()
    work.join(20)
    lab.true(outcomes, "count_words had not ended after 20 seconds.")
    error = outcomes[0].error
    if error is not None and ("pickle" in repr(error).lower() or "local object" in repr(error)):
        lab.fail(f"count_words raised {error!r}.", reply="lambda_sent")
    lab.true(error is None, f"count_words raised {error!r}.")
    return outcomes[0].value


def guard():
    """Fail if the file calls count_words or makes a pool when it is imported."""
    for node in lab.tree().body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom, ast.If)):
            continue
        names = {getattr(it.func, "id", getattr(it.func, "attr", "")) for it in ast.walk(node) if isinstance(it, ast.Call)}
        lab.true(not names & {"count_words", "Pool", "ProcessPoolExecutor"}, "Your file starts processes when it is imported.",
                 reply="no_guard")


@lab.check("the file can be imported without starting a pool")
def importable():
    guard()


@lab.check("all words of all texts are counted")
def right():
    expected = Counter({"the": 12, "cat": 6, "sat": 3, "dog": 3, "end": 9, "a": 3, "cat's": 3})
    came = counted(TEXTS, 2)
    lab.true(isinstance(came, Counter), f"count_words should return a Counter, not {came!r}.")
    lab.true(not any(word.lower() != word or word.strip(".;") != word for word in came), f"The counter has the words {sorted(came)}.",
             reply="case_matters")
    came = Counter({word: came[word] for word in ["cat", "sat", "dog", "the", "end", "a", "cat's"] if came[word]})
    lab.equal(came, expected, call="the counter for fifteen texts", reply="last_wins")


@lab.check("the counting is done by the processes of a pool")
def in_pool():
    came = counted([Text(text) for text in TEXTS], 2)
    lab.true(not here, f"The parent itself counted {len(here)} texts.", reply="not_in_pool")
    lab.equal(came["the"], 12, call="the count of 'the'")


@lab.check("no more than four tasks are made for each worker")
def few_tasks():
    tasks = []
    submit, apply = concurrent.futures.ProcessPoolExecutor.submit, multiprocessing.pool.ApplyResult.__init__
    make_tasks = multiprocessing.pool.Pool._get_tasks

    def count_submit(self, *args, **kwargs):
        tasks.append(1)
        return submit(self, *args, **kwargs)

    def count_tasks(function, iterable, size):
        for task in make_tasks(function, iterable, size):
            tasks.append(1)
            yield task

    concurrent.futures.ProcessPoolExecutor.submit = count_submit
    multiprocessing.pool.Pool._get_tasks = staticmethod(count_tasks)
    try:
        came = counted(["one two"] * 100 + ["two"], 3)
    finally:
        concurrent.futures.ProcessPoolExecutor.submit = submit
        multiprocessing.pool.Pool._get_tasks = make_tasks
    lab.true(len(tasks) <= 13, f"For 101 texts and 3 workers there were {len(tasks)} tasks.", reply="one_text_each")
    lab.equal(came, Counter({"one": 100, "two": 101}), call="the counter", reply="last_wins")
    lab.equal(counted([], 2), Counter(), call="count_words([], 2)")
