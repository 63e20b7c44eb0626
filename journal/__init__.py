"""Lamplight, a self-hosted journal of leg symptoms and food."""

__version__ = "0.1.0"
