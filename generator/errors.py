"""The one exception that users see: what prevents the work altogether."""

import errno as codes


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


_TOLD = {
    "EACCES EPERM": "der Zugriff ist nicht erlaubt",
    "EROFS": "der Datenträger ist schreibgeschützt",
    "ENOSPC": "auf dem Datenträger ist kein Platz mehr",
    "EDQUOT": "das zugeteilte Kontingent ist erschöpft",
    "EFBIG": "die Datei würde zu groß",
    "ENOENT": "ein Teil des Weges dorthin ist nicht da",
    "ENOTDIR": "auf dem Weg dorthin steht eine Datei, wo ein Ordner sein müsste",
    "EISDIR": "dort liegt ein Ordner, wo eine Datei sein müsste",
    "EEXIST": "dort liegt schon etwas",
    "ENOTEMPTY": "der Ordner ist nicht leer",
    "ELOOP": "ein Verweis (Symlink) führt im Kreis",
    "ENAMETOOLONG": "der Name ist zu lang",
    "EINVAL": "das lässt der Datenträger nicht zu",
    "EILSEQ": "der Name enthält Zeichen, die hier nicht möglich sind",
    "ENXIO ENODEV": "dort liegt keine gewöhnliche Datei",
    "EIO": "der Datenträger meldet einen Fehler",
    "EBUSY ETXTBSY": "ein anderes Programm verwendet sie",
    "EMFILE ENFILE": "zu viele Dateien sind zugleich geöffnet",
    "ENOMEM": "der Arbeitsspeicher reicht nicht",
    "ETIMEDOUT EHOSTDOWN EHOSTUNREACH": "das Netzlaufwerk antwortet nicht",
    "ESTALE": "das Netzlaufwerk kennt sie nicht mehr",
    "EBADF": "sie ist geschlossen",
}
_REASONS = {
    getattr(codes, name): told
    for names, told in _TOLD.items()
    for name in names.split()
    if hasattr(codes, name)  # not every system has every code
}
_WINDOWS = {
    32: "sie ist in einem anderen Programm geöffnet",
    33: "sie ist in einem anderen Programm geöffnet",
    206: "der Name ist zu lang",
}
"""Codes of Windows that have no errno of their own (ERROR_SHARING_VIOLATION and others)."""


def system_reason(error: OSError) -> str:
    """What the system says in English, as half a German sentence; with its number where unknown."""
    windows = _WINDOWS.get(getattr(error, "winerror", None) or 0)
    return windows or _REASONS.get(error.errno or 0) or f"Fehler {error.errno} des Systems"
