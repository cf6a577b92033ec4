"""Turns articles about a company into a deck in which every number, name and date leads back to its source."""

__version__ = "0.1.0"
