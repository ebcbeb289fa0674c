"""The spellings of one address: with or without `www.`, of a telephone or AMP, for printing, with what tracks readers.

Our own rules and not courlan's, which trafilatura brings: its expression takes `?eid=`, `?cid=`, `?gallery=` and
whatever begins like a tracker out of an address, so that all articles of a site would be one; and importing it takes
170 ms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

Range = tuple[str, str]  # addresses from the first to before the second
_MOBILE = ("m", "mobile", "amp", "touch", "wap")
_HOSTS = ("", "www.", "m.", "amp.", "mobile.")
# Sources: https://github.com/mpchadwick/tracking-query-params-registry, https://gitlab.com/ClearURLs/rules,
# https://firefox.settings.services.mozilla.com/v1/buckets/main/collections/query-stripping/records
_TRACKERS = re.compile(
    r"(?:utm|ga|mc|mkt|pk|piwik|matomo|mtm|hsa|oly|vero|itm|at|xtor|stm|wt|fb|hs|ns|sc|trk|tduid|_hs|__hs)_\w+"
    r"|yclid|ysclid|li_fat_id|rdt_cid|epik|irclickid|wbraid|fbclid|gclid|gclsrc|dclid|msclkid|twclid|ttclid|gbraid|wbraid|igsh|igshid|srsltid|mibextid|_ga|_gl|_ke|_kx"
    r"|ref|ref_src|ref_url|referrer|referer|refsrc|source|share|shared|sharetype|shareid|sr_share|smid|smtyp|spm|scm"
    r"|soc_src|soc_trk|cmp|cmpid|ncid|ocid|icid|ito|xtor|xtref|campaign|campaignid|partner|guccounter|guce_referrer"
    r"|guce_referrer_sig|mkt_tok|wpmm|wprss|usqp|_branch_match_id|amp_js_v|amp_gsa|__twitter_impression|rss|fb_ref"
    r"|trk|trkinfo|cx_\w+|dicbo|outbrainclickid|taboolaclickid|tblci|clickid|algo_\w+|nsukey|from_source",
    re.I,
)
# How a page is shown, not which: `?page=all`, `?output=amp`. A value of None is any.
_SHOWN: tuple[tuple[str, tuple[str, ...] | None], ...] = (
    ("amp", None), ("outputtype", ("amp",)), ("output", ("amp", "print")), ("print", None), ("printable", None),
    ("view", ("print", "amp", "mobile")), ("m", ("", "0", "1")), ("mobile", ("", "0", "1")), ("single", ("", "1")),
    ("page", ("all", "1", "0", "")), ("showall", None), ("nomobile", None), ("noamp", None),
    ("version", ("amp", "print")),
)  # fmt: skip
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.I)
_AFTER = re.compile(r"(?:/(?:amp\.html|amp|print)|\.amp|(?<=.)\.amp(?=\.html$))(?=/?$|\.html$)", re.I)
_BEFORE = re.compile(r"^/(?:amp|print)(?=/.)", re.I)
_SESSION = re.compile(r";jsessionid=[^/]*", re.I)
_CACHES = (
    re.compile(r"https?://(?:www\.)?google\.[\w.]+/amp/(s/)?(.+)", re.I),
    re.compile(r"https?://[\w.-]+\.ampproject\.org/[cv]/(s/)?(.+)", re.I),
)


@dataclass(frozen=True, slots=True)
class PlainAddress:
    """What all spellings of an address have in common. Empty in all parts: it is none."""

    host: str = ""
    path: str = ""
    query: tuple[tuple[str, str], ...] = ()
    fragment: str = ""

    @property
    def is_front_page(self) -> bool:
        """Whether it names a whole site."""
        return not self.path and not self.query


def plain_address(address: str) -> PlainAddress:
    """Return what is the same for all spellings of one address."""
    parts = _split(address)
    if parts is None:
        return PlainAddress(path=address.strip())
    query = tuple(sorted((name, value) for name, value in parse_qsl(parts.query, True) if not _is_passing(name, value)))
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return PlainAddress(_host(parts), _path(parts.path), query, fragment)


def spellings(address: str) -> list[Range]:
    """Return ranges in the order of addresses within which every spelling lies, the likeliest first. Other addresses
    may lie within them too: `plain_address` tells."""
    parts, plain = _split(address), plain_address(address)
    if parts is None or not plain.host:
        return []
    hosts = dict.fromkeys([*(f"{prefix}{plain.host}" for prefix in _HOSTS), *_inner(plain.host), _shown_host(parts)])
    paths = list(dict.fromkeys([*_paths(parts.path.rstrip("/")), *_paths(plain.path)]))
    places = [f"{scheme}://{host}{path}" for scheme in ("https", "http") for host in hosts for path in paths]
    places += [f"https://www.google.com/amp/{start}{plain.host}{plain.path}" for start in ("s/www.", "s/", "")]
    exact = [(place, place + "\1") for place in places]
    return [*exact, *(found for place in places for found in _with_queries(place, plain))]


def _with_queries(place: str, plain: PlainAddress) -> Iterator[Range]:
    """Whatever follows the path; where a word of the query tells which page it is, that or a tracker comes first."""
    yield f"{place}#", f"{place}$"
    if not plain.query:
        yield f"{place}?", f"{place}@"
    for name, value in plain.query:
        first = f"{place}?{urlencode([(name, value)])}"
        yield first, first + "\uffff"
    for tracker in ("utm_", "fbclid", "gclid") if plain.query else ():
        yield f"{place}?{tracker}", f"{place}?{tracker}\uffff"


def _split(address: str) -> SplitResult | None:
    address = address.strip()
    for cache in _CACHES:
        if (found := cache.match(address)) is not None:
            address = f"http{'s' if found[1] else ''}://{found[2]}"
    try:
        parts = urlsplit(address)
        return parts if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def _shown_host(parts: SplitResult) -> str:
    return (parts.hostname or "").rstrip(".")


def _host(parts: SplitResult) -> str:
    """Without `www.` and the names of telephones, in the letters that it is asked for by; with a port of its own."""
    names = _shown_host(parts).split(".")
    inner = [name for name in names[:-2] if name not in _MOBILE and not re.fullmatch(r"www\d?", name)]
    host = ".".join([*inner, *names[-2:]])
    try:
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
        port = parts.port
    except (UnicodeError, ValueError):
        port = None
    return host if port in (None, 80, 443) else f"{host}:{port}"


def _inner(host: str) -> list[str]:
    """Some sites name the telephone behind the language: `id.m.site.example`."""
    names = host.split(".")
    return [".".join([names[0], "m", *names[1:]])] if len(names) > 2 else []


def _path(path: str) -> str:
    path = quote(unquote(_SESSION.sub("", re.sub(r"/{2,}", "/", path))), safe="/:@!$&'()*+,;=~-._")
    path = _BEFORE.sub("", _INDEX.sub("", path).rstrip("/"))
    return _AFTER.sub("", path).rstrip("/")


def _paths(path: str) -> Iterator[str]:
    stem, html = path.removesuffix(".html"), path.endswith(".html")
    yield path
    yield f"{path}/"
    if path:
        yield from (f"{path}/amp", f"{path}/amp/", f"{path}.amp", f"/amp{path}", f"{path}/print", f"/print{path}")
        yield from (f"{path}/amp.html", f"{stem}.amp.html" if html else f"{path}/index.htm")
    yield f"{path}/index.html"


def _is_passing(name: str, value: str) -> bool:
    """Whether a word of the query tells who came by which way, or how the page is shown, and not which page it is."""
    if _TRACKERS.fullmatch(name) is not None:
        return True
    return any(name.casefold() == one and (values is None or value.casefold() in values) for one, values in _SHOWN)
