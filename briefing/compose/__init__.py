"""Turns an order and its findings into a document tree. Templates (Jinja2) live only here."""

from briefing.compose.composing import Material, compose
from briefing.compose.template import Template, parse_template

__all__ = ["Material", "Template", "compose", "parse_template"]
