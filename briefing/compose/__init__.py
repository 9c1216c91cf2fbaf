"""Turns an order and its findings into a document tree. Templates (Jinja2) live only here."""

from briefing.compose import engine  # noqa: F401 - first: it imports Jinja2 the quick way
from briefing.compose.composing import Material, compose
from briefing.compose.look_file import parse_look
from briefing.compose.template import Template, parse_template

__all__ = ["Material", "Template", "compose", "parse_look", "parse_template"]
