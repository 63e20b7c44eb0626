"""Use cases: a session and keywords in, plain values out; they flush, never commit."""
