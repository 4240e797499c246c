"""What the system says is told in German, whatever it is."""

import errno
import os

import pytest

from generator.errors import system_reason


@pytest.mark.parametrize(
    "code", [errno.EACCES, errno.ENOSPC, errno.EROFS, errno.ELOOP, errno.EISDIR, errno.ENAMETOOLONG]
)
def test_what_the_system_says_is_said_in_german(code: int) -> None:
    told = system_reason(OSError(code, os.strerror(code)))
    assert os.strerror(code) not in told
    assert "Fehler" not in told


def test_what_we_have_no_words_for_keeps_its_number() -> None:
    assert system_reason(OSError(errno.ECHILD, "No child processes")) == "Fehler 10 des Systems"


def test_a_file_that_windows_finds_open_elsewhere_is_told_as_that() -> None:
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32  # what Windows sets beside errno
    assert system_reason(error) == "sie ist in einem anderen Programm geöffnet"
