"""The only disk access: folders and files in, bytes out; results are written beside and then renamed."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefing.errors import InputError, OutputError, WorkspaceError, nearest
from briefing.model.records import dataclass

MAX_SOURCE_BYTES = 50_000_000
SOURCE_SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx", ".eml")
_SIDECAR_KEYS = {"byline": "author", "date": "published"}
_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read. name: its path below the sources folder, with "/" between parts. sidecar: metadata beside it."""

    path: Path
    name: str
    sidecar: Mapping[str, str]


# ---------------------------------------------------------------- sources


def find_sources(folder: Path) -> list[SourceFile]:
    """The source files of a folder and its sub-folders, in the order of their names. Raises InputError."""
    if not folder.exists():
        raise InputError("no such folder", str(folder), "give the folder that holds the articles")
    if not folder.is_dir():
        raise InputError("this is a file, not a folder of sources", str(folder), "give the folder it lies in")
    try:
        names = sorted(_walk(folder))
    except OSError as error:
        raise InputError(f"the folder cannot be read: {_reason(error)}", str(folder), "check its permissions") from None
    found = [SourceFile(folder / name, _shown(name), _sidecar(folder / name)) for name in names]
    if not found:
        kinds = ", ".join(SOURCE_SUFFIXES)
        raise InputError("no sources in this folder", str(folder), f"put articles there ({kinds})")
    return found


def _walk(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        relative = path.relative_to(folder)
        hidden = any(part.startswith((".", "~$")) for part in relative.parts)
        if not hidden and path.suffix.lower() in SOURCE_SUFFIXES and path.is_file() and not _is_result(path):
            yield relative.as_posix()


def _is_result(path: Path) -> bool:
    """Did we make the file, in a folder of results? A deck's PDF, evidence page or draft is no source of the next."""
    suffix, folder = path.suffix.lower(), path.parent
    if suffix not in (".pdf", ".html", ".eml"):
        return False
    if suffix == ".eml" and folder.name in ("drafts", "sent"):
        return _holds_results(folder.parent)
    stem = path.stem.removesuffix("-notes" if suffix == ".pdf" else "-evidence")
    return (folder / f"{stem}.pptx").is_file() and _holds_results(folder)


def _holds_results(folder: Path) -> bool:
    return next(folder.glob("*.briefing.json"), None) is not None


def _shown(name: str) -> str:
    """A file's name as text that can be stored; names need not be in the system's encoding."""
    return os.fsencode(name).decode("utf-8", "replace")


def read_source(file: SourceFile) -> bytes:
    """The bytes of a source, at most 50 MB. Raises InputError."""
    return read_bytes(file.path, MAX_SOURCE_BYTES)


def read_bytes(path: Path, limit: int = 512_000_000) -> bytes:
    """The bytes of a file. Raises InputError if it is absent, unreadable or over `limit` bytes."""
    try:
        size = path.stat().st_size
        if size > limit:
            raise InputError(
                f"the file is too large: {size / 1e6:.0f} MB, at most {limit / 1e6:.0f} MB",
                str(path),
                "split it or leave it out",
            )
        return path.read_bytes()
    except IsADirectoryError:
        raise InputError("this is a folder, not a file", str(path), "name a file in it") from None
    except OSError as error:
        raise InputError(
            f"the file cannot be read: {_reason(error)}", str(path), "check its name and permissions"
        ) from None


def read_text(path: Path) -> str:
    """A UTF-8 text file of ours (settings, audience, theme, model). Raises InputError."""
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("the file is not UTF-8 text", str(path), "save it as UTF-8") from None


def _sidecar(path: Path) -> dict[str, str]:
    """The metadata in NN.json beside NN.txt: texts of known keys only; other keys are somebody else's."""
    beside = path.with_suffix(".json")
    if not beside.is_file():
        return {}
    try:
        data = json.loads(read_text(beside))
    except ValueError:
        raise InputError("the metadata file is not valid JSON", str(beside), "mend it or remove it") from None
    if not isinstance(data, dict):
        return {}
    known = {_SIDECAR_KEYS.get(key, key): value for key, value in data.items() if isinstance(value, str) and value}
    wanted = ("title", "publisher", "author", "published", "url", "origin", "language")
    return {key: known[key] for key in wanted if key in known}


# ---------------------------------------------------------------- workspace, themes, audiences


def settings_path(sources: Path) -> Path | None:
    """briefing.toml beside the sources folder, or None."""
    path = sources.resolve().parent / "briefing.toml"
    return path if path.is_file() else None


def theme_folders(workspace: Path) -> list[Path]:
    """Where themes are looked for, nearest first: beside the sources, here, the user's configuration, the bundled."""
    return [workspace / "themes", Path("themes"), config_folder() / "themes", *_bundled("themes")]


def audience_folders(workspace: Path) -> list[Path]:
    """Where audiences are looked for, nearest first."""
    return [workspace / "audiences", Path("audiences"), config_folder() / "audiences", _PACKAGE / "audiences"]


def config_folder() -> Path:
    """The user's configuration folder of this program (it need not exist)."""
    if os.name == "nt":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming")) / "briefing"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "briefing"


def _bundled(name: str) -> list[Path]:
    """Data folders that come with the program: inside the package when installed, beside it in a checkout."""
    return [folder for folder in (_PACKAGE / name, _PACKAGE.parent / name) if folder.is_dir()]


def named_folders(folders: list[Path], inside: str) -> dict[str, Path]:
    """name → folder, of all folders that hold a file called `inside`; the nearest of equal names wins."""
    found: dict[str, Path] = {}
    for folder in folders:
        if folder.is_dir():
            for path in sorted(folder.iterdir()):
                if (path / inside).is_file():
                    found.setdefault(path.name, path)
    return dict(sorted(found.items()))


def named_files(folders: list[Path], suffix: str) -> dict[str, Path]:
    """name → file, of all files with a suffix; the nearest of equal names wins."""
    found: dict[str, Path] = {}
    for folder in folders:
        if folder.is_dir():
            for path in sorted(folder.glob(f"*{suffix}")):
                found.setdefault(path.stem, path)
    return dict(sorted(found.items()))


def choose(kind: str, name: str, known: Mapping[str, Path]) -> Path:
    """The path called `name`. Raises WorkspaceError that names the nearest."""
    if name not in known:
        raise WorkspaceError(f'no {kind} called "{name}"', "", nearest(name, known))
    return known[name]


# ---------------------------------------------------------------- output


def prepare_output(folder: Path) -> None:
    """Make the output folder and see that it can be written to, before any work is done. Raises OutputError."""
    if folder.exists() and not folder.is_dir():
        raise OutputError("the output folder is a file", str(folder), "name another folder with --output")
    import tempfile  # while the sources are read beside this process

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise OutputError(
            f"the output folder cannot be written to: {_reason(error)}", str(folder), _space(error)
        ) from None


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write all files or none: each beside its place first, then all renamed. Raises OutputError."""
    waiting: dict[Path, Path] = {}
    path = next((path for path in files if path.is_dir()), Path())
    if path in files:
        raise OutputError("this is a folder, not a file", str(path), "name a file in it")
    try:
        for path, data in files.items():
            waiting[path] = _write_beside(path, data)
        for path, beside in waiting.items():
            os.replace(beside, path)
    except OSError as error:
        raise OutputError(f"the file cannot be written: {_reason(error)}", str(path), _space(error)) from None
    finally:
        for beside in waiting.values():
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)


def _write_beside(path: Path, data: bytes) -> Path:
    """A finished file next to `path`; nothing is left behind if it cannot be finished."""
    import tempfile

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, 0o666 & ~mask)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    return Path(name)


# ---------------------------------------------------------------- what must survive being killed


def read_lines(path: Path) -> list[str]:
    """The lines of a journal; none if there is no such file yet. Raises InputError."""
    return read_bytes(path).decode("utf-8", "replace").splitlines() if path.exists() else []


def append_line(path: Path, line: str, durable: bool = True) -> None:
    """Add a line, and wait until it is on disk if it is to be durable; a line cut off before it is ended first.

    Raises OutputError.
    """
    try:
        with open(path, "a+b") as stream:
            stream.seek(0, os.SEEK_END)
            if stream.tell():
                stream.seek(-1, os.SEEK_END)
                cut_off = stream.read(1) != b"\n"
            else:
                cut_off = False
            stream.write(b"\n" * cut_off + line.encode() + b"\n")
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
    except OSError as error:
        raise OutputError(f"the journal cannot be written: {_reason(error)}", str(path), _space(error)) from None


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """Nobody else between here and the end: a lock that the system takes back from a program that is killed.

    Raises OutputError where another run holds it.
    """
    try:
        stream = open(path, "a+b")  # noqa: SIM115 - held open until the end
    except OSError as error:
        raise OutputError(f"the file cannot be written: {_reason(error)}", str(path), _space(error)) from None
    with stream:
        try:
            _lock(stream.fileno())
        except OSError:
            raise OutputError("another run is at work here", str(path), "wait until it has ended") from None
        yield


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def boot() -> str:
    """A name for this start of the machine, "" where the system has none: what was written since is still there."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return ""


def read_private(path: Path) -> str:
    """A file that may hold a password, "" without one. Raises InputError if others may read it."""
    if not path.exists():
        return ""
    if os.name == "posix" and path.stat().st_mode & 0o077:
        remedy = f"make it your own: chmod 600 {path}"
        raise InputError("others may read this file, and it is for a password", str(path), remedy)
    return read_text(path)


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _space(error: OSError) -> str:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return (
        "free some space; older files are untouched" if full else "check its permissions or name another with --output"
    )
