"""Follows a program step by step and reports what it holds after each.

`record.main` runs the program that the command line names under `sys.settrace`; after each event
`heap` reads frames and objects, and what changed leaves as a line of JSON on descriptor 3, which
`src/steps` of the page reads. `lookup` and `imports` look at what a program has left behind.

No code of the learner is ever called in order to look: no `__repr__`, `__eq__`, `__hash__`,
`__getattr__` or property. Each type is read by the functions of the built-in type it is made of.
"""
