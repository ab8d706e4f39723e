"""Fetches pages of the learner's own servers for the browser view.

It owns HTTP as a browser speaks it: redirects, cookies, what a page shows besides its text. How a page is drawn it does
not know. Started as ``python -m _vivarium_browse`` with one request as JSON on standard input; writes one answer as JSON
to descriptor 3.
"""
