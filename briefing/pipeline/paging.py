"""Sources or a model in, the evidence page out: every fact with the words behind it, in one HTML file."""

from __future__ import annotations

from pathlib import Path

from briefing import files
from briefing.errors import OutputError
from briefing.pipeline.comparing import known
from briefing.pipeline.evidence import Extraction, Progress, extract, silent, texts_of

NAME = "evidence.html"


def page(extraction: Extraction) -> str:
    """The page's HTML."""
    from briefing.dossier import dossier
    from briefing.exports.web import page as written

    return written(dossier(extraction.briefing, texts_of(extraction)))


def write_page(
    seeds: Path, output: Path = Path(NAME), model: Path | None = None, progress: Progress = silent
) -> tuple[Path, Extraction]:
    """Write the page of a folder of sources, or of a deck or model. Raises InputError, OutputError."""
    path = output / NAME if output.is_dir() else output
    if model is None and path.resolve().parent == seeds.resolve():
        remedy = "name another file with --output"
        raise OutputError("the page would lie among the sources, and be one of them", str(path), remedy)
    extraction = known(model, progress) if model else extract(seeds, progress)
    made = page(extraction)
    files.prepare_output(path.parent)
    files.write_all({path: made.encode()})
    return path, extraction
