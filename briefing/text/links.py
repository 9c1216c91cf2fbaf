"""Links: which ones are safe, and where a proxied or wrapped one really leads."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

URL = re.compile(r"\bhttps?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]’']", re.IGNORECASE)
CUT_SHORT = ", cut short"
"""How a place ends where an address was found that lacks its end: it shows the site and no more."""
# https://proxy.host:443/https/real.host/path, https://proxy/https://real.host/path, and archives:
# https://archive/web/20240314101500/https://real.host/path
_PATH_PROXY = re.compile(
    r"^/(?:[\w.-]+/){0,2}(https?)(?::/{1,2}|/)([\w-]+(?:\.[\w-]+)+(?::\d+)?)(/.*)?$"
)
# https://www.google.com/amp/s/real.host/path and https://real-host.cdn.ampproject.org/c/s/real.host/path
_AMP = re.compile(r"^/(?:amp|[acv])/(?:s/)?((?:[\w-]+\.)+[a-z]{2,24}/.*)$")
_AMP_HOSTS = (".cdn.ampproject.org", ".bing-amp.com", "www.google.com", "google.com")
_PARAMETERS = ("url", "u", "q", "target", "dest", "destination", "redirect", "link")


def unwrap(url: str) -> str:
    """Where `url` really leads: proxies and archives that carry the address in the path, redirectors.

    A link that wraps nothing comes back as it is.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if found := _PATH_PROXY.match(parts.path):
        query = f"?{parts.query}" if parts.query else ""
        return f"{found[1]}://{found[2]}{found[3] or ''}{query}"
    host = parts.hostname or ""
    amp = _AMP.match(parts.path) if host.endswith(_AMP_HOSTS) else None
    if amp:
        return f"https://{amp[1]}"
    # A translated page: www-example-com.translate.goog
    if host.endswith(".translate.goog"):
        real = re.sub(r"(?<!-)-(?!-)", ".", host.removesuffix(".translate.goog")).replace("--", "-")
        return f"https://{real}{parts.path}"
    for name in _PARAMETERS:
        for value in parse_qs(parts.query).get(name, ()):
            inner = unquote(value)
            if inner.startswith(("http://", "https://")):
                return inner
    return url


def host_of(url: str) -> str | None:
    """The host of `url` without “www.”, in small letters."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
