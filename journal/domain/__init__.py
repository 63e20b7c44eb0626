"""The pure rules of the journal: no clock, no database, no web."""
