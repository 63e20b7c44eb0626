"""The few errors that rules and use cases raise and the edges turn into answers."""


class JournalError(Exception):
    """Anything that a person can be told about in one sentence."""


class NotFound(JournalError):
    """The thing does not exist for this person (a stranger's thing included)."""


class Conflict(JournalError):
    """The thing was changed or taken meanwhile."""


class Invalid(JournalError):
    """A value cannot be accepted.

    :param field: name of the form field or setting it belongs to
    :param message: one plain sentence for the person who typed it
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message
