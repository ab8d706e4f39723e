"""Checks for check-shebang."""

import lab


def same(data, wanted, reply=None):
    lab.equal(lab.load().problems(data), wanted, call=f"problems({data!r})", reply=reply)


@lab.check("good lines have no problems, a script without the line has one")
def good():
    same(b"print(1)\n", ["missing"])
    for data in (b"#!/usr/bin/env python3\nprint(1)\n", b"#! /usr/bin/env python3", b"#!/bin/env python3.14\n", b"#!env python3\n\r\n"):
        same(data, [])


@lab.check("`#!` has to be the very beginning")
def beginning():
    for data in (b"", b"print(1)\n", b"# !/usr/bin/env python3\n"):
        same(data, ["missing"])
    for data in (b" #!/usr/bin/env python3\n", b"\n#!/usr/bin/env python3\n", b"\xef\xbb\xbf#!/usr/bin/env python3\r\n"):
        same(data, ["missing"], "not_first")


@lab.check("Windows line ends are told")
def line_ends():
    same(b"#!/usr/bin/env python3\r\nprint(1)\r\n", ["line end"], "line_end")


@lab.check("fixed paths are told")
def fixed():
    for data in (b"#!/usr/bin/python3\n", b"#!/opt/shop/.venv/bin/python\n", b"#!/home/env/bin/python3 -u\n", b"#!/bin/sh\n"):
        same(data, ["fixed path"], "fixed_path")


@lab.check("more than one argument for env is told, but for -S")
def arguments():
    same(b"#!/usr/bin/env python3 -u\n", ["arguments"], "arguments")
    same(b"#!/usr/bin/env -S python3 -u\n", [], "arguments")
    same(b"#!/usr/bin/env python3 -S\n", ["arguments"], "arguments")


@lab.check("several problems are told together")
def together():
    same(b"#!/usr/bin/python3\r\n", ["line end", "fixed path"], "one_only")
    same(b"#!/usr/bin/env python3 -u\r\nx", ["line end", "arguments"], "one_only")
