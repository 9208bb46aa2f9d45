"""What a page did: errors, answers that were refused, requests to elsewhere."""
import re
from urllib.parse import urlsplit

#: What readsb and tar1090's own installation answer 404 as well, with the reason.
ALLOWED_404 = {
    r"/upintheair\.json$": "a horizon that the operator draws; optional",
    r"/chunks/978\.json$": "a second receiver for 978 MHz; optional",
    r"/data/multiOutline\.json$": "outlines of several receivers; optional",
    r"/globe_history/\d{4}/\d\d/\d\d/heatmap/\d\d\.bin\.ttf$": "a half hour of which nothing is kept",
    r"/globe_history/\d{4}/\d\d/\d\d/traces/[0-9a-f]{2}/trace_full_~?[0-9a-f]{6}\.json$": "a day of which nothing is kept",
}
#: Answers of these make a test pass on its own terms.
_BLOCKED = ("Content Security Policy", "net::ERR_FAILED", "net::ERR_BLOCKED")


class Watch:
    """Listens to a page from its first request on."""

    def __init__(self, page, base):
        self.base = base
        self.errors, self.refused, self.answers = [], [], {}
        self.allowed = self.foreign = 0
        page.on("pageerror", lambda error: self.errors.append(f"page error: {error}"))
        page.on("console", self._console)
        page.on("response", self._response)
        page.on("requestfailed", self._failed)

    def _console(self, message):
        if message.type != "error":
            return
        text = message.text
        hosts = [urlsplit(word.strip("'\"")).hostname for word in re.findall(r"'?https?://[^\s'\"]+", text)]
        own = urlsplit(self.base).hostname
        if any(word in text for word in _BLOCKED) and hosts and all(host != own for host in hosts):
            self.foreign += 1
        elif "Failed to load resource" in text or text.startswith("Database: HTTP error"):
            # Counted by the answer itself, which knows the address.
            pass
        elif text == "net::ERR_FAILED":
            self.foreign += 1
        else:
            self.errors.append(f"console: {text[:300]}")

    def _response(self, response):
        path = urlsplit(response.url).path
        if not response.url.startswith(self.base):
            return
        self.answers[path] = response.status
        if response.status < 400:
            return
        if response.status == 404 and any(re.search(pattern, path) for pattern in ALLOWED_404):
            self.allowed += 1
        else:
            self.refused.append(f"{response.status} {path}")

    def _failed(self, request):
        if not request.url.startswith(self.base):
            self.foreign += not request.url.startswith(("data:", "blob:"))
        elif "ERR_ABORTED" not in (request.failure or ""):
            # The page itself aborts what it no longer wants.
            self.refused.append(f"{request.failure} {urlsplit(request.url).path}")

    def asked(self, pattern):
        """Paths that were asked for and match, with their status."""
        return {path: status for path, status in self.answers.items() if re.search(pattern, path)}

    def complaints(self):
        """What must not have happened, a few of it."""
        return self.errors[:3] + self.refused[:3]
