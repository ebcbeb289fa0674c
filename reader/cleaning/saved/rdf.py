"""The index of a MAFF archive: a little RDF."""

from __future__ import annotations


def rdf_of(data: bytes) -> dict[str, str]:
    """Return what `index.rdf` says, by the names without their namespace; nothing when it is no XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return {}
    found: dict[str, str] = {}
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        values = [value for key, value in element.attrib.items() if etree.QName(key).localname == "resource"]
        text = str(values[0] if values else element.text or "").strip()
        found.setdefault(etree.QName(element).localname, text)
    return found
