"""What a deck carries of its evidence: a custom XML part for the whole, tags for each slide.

Three carriers, because programs drop different ones: an extension on each shape (travels with a copied shape), a tag
list on each slide (PowerPoint keeps tags on save, and with a copied slide), and the custom part that lists slide key,
shape name and claims (the fallback where ids have changed).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from briefing.exports.pptx import pages
from briefing.exports.pptx.slides import HEAD, SlideXml
from briefing.exports.pptx.text import FORBIDDEN, attribute
from briefing.model.frame import Deck, Frame

DECK_NS = "urn:briefing:deck:1"
SLIDE_TAG = "BRIEFING_SLIDE"
CLAIMS_TAG = "BRIEFING_CLAIMS_"
PACKED = "zlib+base64"
PLAIN_LIMIT = 4_000_000  # characters
_UNPACKED_LIMIT = 512_000_000
_ITEM_ID = "{0D1B6C7E-3C55-4B0E-9A57-6E2F1D8C4A10}"


def deck_part(deck: Deck, slides: Iterable[tuple[Frame, SlideXml]]) -> str:
    """The custom XML part: every slide with the claims of its shapes, what the slides say, the Briefing's JSON."""
    listed = []
    for number, (frame, slide) in enumerate(slides, 1):
        shapes = "".join(
            [
                f'<shape id="{shape}" name="{attribute(name)}" claims="{attribute(ids)}"/>'
                for shape, (name, ids) in slide.claims.items()
            ]
        )
        listed.append(
            f'<slide number="{number}" key="{attribute(frame.key)}" kind="{attribute(frame.kind)}">{shapes}</slide>'
        )
    made = "".join([f'<with name="{attribute(name)}" value="{attribute(value)}"/>' for name, value in deck.made])
    return (
        f'{HEAD}<deck xmlns="{DECK_NS}" subject="{attribute(deck.subject)}" audience="{attribute(deck.audience)}"'
        f' created="{attribute(deck.created)}"{_zone(deck)}>{"".join(listed)}<made>{made}</made>'
        f"{_json('pages', pages.dump(deck.frames))}{_json('model', deck.briefing_json)}</deck>"
    )


def _zone(deck: Deck) -> str:
    box = deck.zone
    return f' zone="{box.x} {box.y} {box.w} {box.h}"' if box else ""


def properties_part() -> str:
    """The part that PowerPoint wants beside a custom XML part."""
    return (
        f'{HEAD}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"'
        f' ds:itemID="{_ITEM_ID}"><ds:schemaRefs><ds:schemaRef ds:uri="{DECK_NS}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def tags_part(frame: Frame, slide: SlideXml) -> str:
    """The tag list of one slide: its key, and the claims of each shape by the shape's id."""
    tags = [f'<p:tag name="{SLIDE_TAG}" val="{attribute(frame.key)}"/>']
    tags += [f'<p:tag name="{CLAIMS_TAG}{shape}" val="{attribute(ids)}"/>' for shape, (_, ids) in slide.claims.items()]
    namespace = "http://schemas.openxmlformats.org/presentationml/2006/main"
    return f'{HEAD}<p:tagLst xmlns:p="{namespace}">{"".join(tags)}</p:tagLst>'


def _json(tag: str, json: str) -> str:
    """An element with JSON, readable as it is; packed where it would make the part too large to read back."""
    text = _speakable(json)
    if len(json) > PLAIN_LIMIT:
        import base64  # few decks are so large

        return f'<{tag} encoding="{PACKED}">{base64.b64encode(zlib.compress(text.encode(), 6)).decode()}</{tag}>'
    # `escape` without its search through some hundred kilobytes.
    return f"<{tag}>{text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</{tag}>"


def unpacked(text: str, encoding: str) -> str:
    """The JSON of an element. Raises ValueError for what is damaged or unpacks to more than 512 MB."""
    if encoding != PACKED:
        return text
    import base64

    machine = zlib.decompressobj()
    try:
        data = machine.decompress(base64.b64decode(text), _UNPACKED_LIMIT)
    except zlib.error as error:
        raise ValueError("damaged") from error
    if machine.unconsumed_tail or not machine.eof:
        raise ValueError("too large or cut off")
    return data.decode()


def _speakable(json: str) -> str:
    """JSON in which characters that XML forbids stand as escapes; a JSON reader sees the same text.

    JSON holds no raw control characters but white space, so only lone surrogates and the two non-characters are left.
    """
    try:
        json.encode()
    except UnicodeEncodeError:
        pass
    else:
        if "\ufffe" not in json and "\uffff" not in json:
            return json
    return FORBIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", json)
