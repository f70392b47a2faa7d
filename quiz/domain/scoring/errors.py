"""Every reason why the engine refuses something, each with its own class and clear line."""


class ResponseError(ValueError):
    """An answer names an unknown question, world or value; nothing was computed."""


class ModelError(ValueError):
    """The stored model cannot be used; the application goes on with the plain sum."""


class ModelMissingError(ModelError):
    """There is no file where the model should lie."""


class ModelBrokenError(ModelError):
    """The file cannot be read as JSON text."""


class ModelFormatError(ModelError):
    """The file is of another format than this code reads."""


class ModelFieldError(ModelError):
    """A field is missing, or holds something of the wrong kind."""


class ModelShapeError(ModelError):
    """A table of numbers has the wrong shape."""


class ModelNumberError(ModelError):
    """A number is NaN or infinite."""


class PriorError(ModelError):
    """The prior covariance is not symmetric and positive definite."""


class UniqueVarianceError(ModelError):
    """A unique variance (psi) is zero or negative."""


class HeadError(ModelError):
    """The head is not monotone: more evidence for a world could lower that world."""


class ChecksumError(ModelError):
    """The contents do not match the checksum: the file was changed by hand or by accident."""


class UnknownItemsError(ModelError):
    """The model holds questions that the bank does not have."""


class OtherBankError(ModelError):
    """The model was trained on another version of the bank."""
