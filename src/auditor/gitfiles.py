"""What git knows, asked of the git program: never through a shell, and with nothing that could pass for an option."""

import subprocess

from auditor.errors import AuditorError


def user_name() -> str:
    """The name that git signs commits with here; empty if there is none, or no git."""
    try:
        return _git("config", "--get", "user.name").decode("utf-8", "replace").strip()
    except AuditorError:
        return ""


def _git(*arguments: str) -> bytes:
    """The output of a git command.

    Raises:
        AuditorError: There is no git, or the command fails.
    """
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False, stdin=subprocess.DEVNULL)  # noqa: S603, S607 - arguments are checked, and git is whichever the user has
    except OSError as error:
        raise AuditorError(f"git cannot be run: {error.strerror}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise AuditorError(f"git: {said[-1] if said else f'{arguments[0]} failed'}")
    return done.stdout
