"""The stages in order: files → sources → claims → Briefing → deck → files. The only package that knows them all."""

from briefing.model.briefing import FACTS
from briefing.pipeline.decks import Built, build, exported, summary
from briefing.pipeline.drawing import chosen, draw
from briefing.pipeline.evidence import (
    Extraction,
    Progress,
    extract,
    load_model,
    read_settings,
    read_sources,
    silent,
    texts_of,
    workspace_of,
)
from briefing.pipeline.looks import (
    audience,
    audiences,
    import_theme,
    new_audience,
    new_theme,
    theme,
    theme_findings,
    theme_schema,
    themes,
)
from briefing.pipeline.naming import created, slug

__all__ = [
    "FACTS",
    "Built",
    "Extraction",
    "Progress",
    "audience",
    "audiences",
    "build",
    "chosen",
    "created",
    "draw",
    "exported",
    "extract",
    "import_theme",
    "load_model",
    "new_audience",
    "new_theme",
    "read_settings",
    "read_sources",
    "silent",
    "slug",
    "summary",
    "texts_of",
    "theme",
    "theme_findings",
    "theme_schema",
    "themes",
    "workspace_of",
]
