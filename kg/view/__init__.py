"""An article's graph as one HTML file that needs nothing else.

The graph stands beside its article: every edge shows the words that say it. The text, the facts, the timeline, the quotes and the
figures are in the HTML itself; scripts add the picture and the links between the two. Nothing is fetched from anywhere.

>>> from kg.view import page
>>> page([]).startswith("<!doctype html>")
True
"""

from kg.view.engine import Editor, Engine, engine, installed
from kg.view.frame import Frame
from kg.view.page import Answer, page

__all__ = ["Answer", "Editor", "Engine", "Frame", "engine", "installed", "page"]
