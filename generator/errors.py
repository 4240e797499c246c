"""The one exception that users see: what prevents the work altogether."""


class GeneratorError(Exception):
    """Prevents the work; shown once as German text, never as a traceback.

    ``message`` names what is wrong, ``hint`` what to do, ``exit_code`` is what
    the process ends with (2: usage, missing folder or file).
    """

    def __init__(self, message: str, hint: str = "", exit_code: int = 2) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.exit_code = exit_code
