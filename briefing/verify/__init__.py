"""The checker: a finished file and sources in, a report out.

It shares no code with what it checks: it reads Word and PDF files by means of its own, as a stranger
would, and knows the model's types and nothing else of the program.
"""
