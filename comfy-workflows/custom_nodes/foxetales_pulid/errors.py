"""What can be wrong with a photo or an identity. ComfyUI hands the class's name on as `exception_type`."""


class NoFaceError(ValueError):
    """The photo shows no face that is sure enough. The stock nodes go on here, and paint a stranger."""


class IdentityUnusableError(ValueError):
    """The file is no identity, or one of another engine or version: it has to be found again from the photo."""
