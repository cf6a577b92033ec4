"""`briefing theme`: how a deck can look."""

from __future__ import annotations

import json
from pathlib import Path

import click

from briefing import files, pipeline
from briefing.cli.console import Commands, is_quiet, output_folder, quiet_option


@click.group(cls=Commands)
def theme() -> None:
    """Make, check and show the themes a deck can wear.

    A theme is a folder with a theme.toml. Those in a folder `themes` beside the sources or here come first, then the
    user's own in the configuration folder, then the bundled ones.

    \b
    Examples:
      briefing theme list
      briefing theme new acme --primary "#0A5C63"
      briefing theme preview acme
      briefing build --theme acme
    """


@theme.command(name="list")
@click.option("--names", is_flag=True, help="Names only, one a line.")
def list_themes(names: bool) -> None:
    """List all themes.

    \b
    Example:
      briefing theme list
    """
    for name in pipeline.themes(Path.cwd()):
        if names:
            click.echo(name)
        else:
            found = pipeline.theme(name, Path.cwd())
            click.echo(f"{name:<14}{'dark' if found.dark else 'light':<7}{found.description}")


@theme.command()
@click.argument("name")
@click.option("--path", "path_only", is_flag=True, help="Print only the folder it lies in.")
def show(name: str, path_only: bool) -> None:
    """Print the settings of one theme, and its colours as swatches on a terminal.

    \b
    Examples:
      briefing theme show midnight
      cp -r "$(briefing theme show boardroom --path)" themes/ours
    """
    folder = files.choose("theme", name, pipeline.themes(Path.cwd()))
    if path_only:
        click.echo(folder)
        return
    found = pipeline.theme(name, Path.cwd())
    for slot, value in found.colors.items():
        red, green, blue = (int(value[n : n + 2], 16) for n in (0, 2, 4))
        click.echo(f"{click.style('    ', bg=(red, green, blue))} #{value}  {slot}", err=True)
    click.echo(files.read_text(folder / "theme.toml").rstrip("\n"))


@theme.command()
@click.argument("name")
@click.option("--from", "base", default="boardroom", show_default=True, metavar="THEME", help="What it begins as.")
@click.option("--primary", default="", metavar="#HEX", help="The brand's colour: a whole palette is made from it.")
@click.option("--font", default="", metavar="NAME", help="Family for all text; the readers of the deck need it too.")
@click.option(
    "--logo", type=click.Path(path_type=Path), metavar="FILE", help="PNG, JPEG or SVG; it is trimmed and copied."
)
@click.option("--dark/--light", "dark", default=None, help="The canvas (default: as the theme it begins as).")
def new(name: str, base: str, primary: str, font: str, logo: Path | None, dark: bool | None) -> None:
    """Write the theme NAME into ./themes, to edit and to use.

    From one brand colour come all twelve: text that can be read on canvas, surface and tint, and five standing
    colours that are plainly apart. The brand colour itself is moved only as far as legibility asks.

    \b
    Examples:
      briefing theme new acme --primary "#0A5C63" --logo acme.png
      briefing theme new acme-night --primary "#0A5C63" --dark
      briefing theme new acme-letter --from gazette --font Calibri
    """
    click.echo(pipeline.new_theme(name, base, Path(), primary, font, logo, dark) / "theme.toml")


@theme.command(name="import")
@click.argument("template", type=click.Path(path_type=Path))
@click.option("--name", default="", metavar="NAME", help="Of the theme (default: from the file's name).")
@quiet_option
@click.pass_context
def import_template(ctx: click.Context, template: Path, name: str, quiet: bool) -> None:
    """Make a theme that builds onto a company's TEMPLATE (.pptx or .potx).

    The template is copied beside a theme.toml that says which of its layouts and colours take which part. Decks in
    that theme are the template: its masters, layouts and footers stay, its sample slides go. Templates with macros, a
    password or parts outside the file are refused.

    \b
    Examples:
      briefing theme import corporate.potx
      briefing theme import corporate.pptx --name acme
    """
    folder, told = pipeline.import_theme(template, Path(), name)
    if not is_quiet(ctx, quiet):
        for line in told:
            click.echo(line, err=True)
    click.echo(folder / "theme.toml")


@theme.command()
@click.argument("name")
@quiet_option
@click.pass_context
def check(ctx: click.Context, name: str, quiet: bool) -> int:
    """Tell what is wrong with a theme: contrast, colours too alike, fonts, logo, template.

    Exit code 1 where anything is found; errors keep decks from being built, warnings do not.

    \b
    Example:
      briefing theme check acme
    """
    findings = pipeline.theme_findings(name, Path.cwd())
    for finding in findings:
        click.echo(f"{finding.level}: {finding.message}; {finding.remedy}")
    if not findings and not is_quiet(ctx, quiet):
        click.echo(f'Nothing is wrong with the theme "{name}"', err=True)
    return 1 if findings else 0


@theme.command()
@click.argument("name")
@output_folder("sheet")
@click.option("--columns", default=3, show_default=True, type=click.IntRange(1, 12), help="Of the contact sheet.")
@click.option("--light", is_flag=True, help="Draw without LibreOffice, even where it is installed.")
@quiet_option
@click.pass_context
def preview(ctx: click.Context, name: str, output: Path, columns: int, light: bool, quiet: bool) -> None:
    """Draw every kind of slide in a theme on one PNG sheet, with an invented company.

    \b
    Example:
      briefing theme preview acme
    """
    from briefing import previewing

    shown = previewing.sheet(previewing.from_sample(name, Path.cwd()), output, columns=columns, light=light)
    if not is_quiet(ctx, quiet):
        click.echo(f"Drawn by {shown.drawn_by}", err=True)
    for path in shown.paths:
        click.echo(path)


@theme.command()
def schema() -> None:
    """Print the JSON Schema of theme.toml, for editors that complete it.

    \b
    Example:
      briefing theme schema > theme.schema.json
    """
    click.echo(json.dumps(pipeline.theme_schema(), indent=2, ensure_ascii=False))
