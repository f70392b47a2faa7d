"""What can go wrong with codes and nicknames, each with one clear line."""


class InvalidCode(ValueError):
    """What was typed cannot be a code. The message never repeats what was typed."""


class NoNicknameLeft(ValueError):
    """Every nickname of the catalogue is taken in this class."""


class WordsError(ValueError):
    """A word file breaks a rule; the message names the file, the place and what to do."""
