"""The OpenAPI document as a judge of answers: JSON Schema by PyPI's jsonschema, which shares no line with the judge of the Swift tests."""

import json
import re
import struct
import urllib.error
import urllib.request
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

FILE = Path(__file__).resolve().parents[2] / "Sources/Site/Web/openapi.json"
ROOT = "urn:openapi"


class Contract:
    """The document, and what was seen of it."""

    def __init__(self):
        self.json = json.loads(FILE.read_text(encoding="utf-8"))
        self.registry = Registry().with_resource(ROOT, Resource(contents=self.json, specification=DRAFT202012))
        self.validators = {}
        self.seen = set()

    def follow(self, value):
        """What a $ref leads to."""
        while isinstance(value, dict) and "$ref" in value:
            found = self.json
            for piece in value["$ref"].removeprefix("#/").split("/"):
                found = found[piece.replace("~1", "/").replace("~0", "~")]
            value = found
        return value

    def findings(self, value, schema):
        """What is wrong with a value, at most five lines; `schema` may hold references into the document."""
        key = json.dumps(schema, sort_keys=True)
        if key not in self.validators:
            absolute = json.loads(key.replace('"#/', f'"{ROOT}#/'))
            self.validators[key] = Draft202012Validator(absolute, registry=self.registry)
        return [f"{'/'.join(map(str, one.absolute_path))}: {one.message[:200]}" for one in list(self.validators[key].iter_errors(value))[:5]]

    def template(self, path):
        """The path as written that a path is one of; one without placeholders goes before one with them."""
        path = path.split("?")[0]
        fitting = [one for one in self.json["paths"] if re.fullmatch(re.sub(r"\\{[^}]*\\}", "[^/]+", re.escape(one)), path)]
        return min(fitting, key=lambda one: (one.count("{"), -len(one)), default=None)

    def check(self, method, path, status, headers, body):
        """Raises AssertionError when an answer is not as described."""
        template = self.template(path)
        assert template, f"{path} is not described"
        operation = self.json["paths"][template].get(method.lower())
        where = f"{method} {path} {status}"
        assert operation, f"{where}: the method is not described"
        described = self.follow(operation["responses"].get(str(status)))
        assert described, f"{where}: the status is not described: {body[:200]!r}"
        self.seen.add(f"{method} {template} {status}")
        content = described.get("content")
        if content is None:
            assert not body, f"{where}: a body where none is described"
            return None
        kind = headers.get("Content-Type", "").split(";")[0]
        assert kind in content, f"{where}: the type {kind!r} is not described"
        if "x-line" in described:
            lines = [json.loads(line) for line in body.splitlines()]
            for line in lines:
                assert not (found := self.findings(line, described["x-line"])), f"{where}: {found}"
            return lines
        if not kind.endswith("json"):
            return body
        document = json.loads(body)
        assert not (found := self.findings(document, content[kind]["schema"])), f"{where}: {found}"
        return document

    def ask(self, base, path, method="GET", body=None, **headers):
        """Asks, checks, and returns the document of the answer."""
        data = None if body is None else json.dumps(body).encode()
        if data is not None:
            headers["Content-Type"] = "application/json"
        request = urllib.request.Request(base + path, data=data, method=method, headers=headers)
        try:
            answer = urllib.request.urlopen(request, timeout=40)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            return self.check(method, path, answer.status, answer.headers, answer.read())

    def has(self, base, path):
        """Whether a path is one that this program answers at all."""
        try:
            urllib.request.urlopen(base + path, timeout=40).close()
        except urllib.error.HTTPError as error:
            with error:
                return b"there is nothing here" not in error.read()
        return True

    def frames(self, base, seconds):
        """Reads the live stream for so many change frames; checks the frames of text, and that no sequence is left out."""
        payloads = self.json["paths"]["/api/v1/live"]["get"]["responses"]["200"]["x-payloads"]
        texts, changes, last = 0, 0, None
        with urllib.request.urlopen(base + "/api/v1/live", timeout=20) as answer:
            self.check("GET", "/api/v1/live", answer.status, answer.headers, b"")
            while changes < seconds:
                length, kind, flags, reserved = struct.unpack("<IBBH", answer.read(8))
                assert 1 <= kind <= 5 and flags < 4 and reserved == 0
                payload = answer.read(length)
                if kind in (3, 4):
                    found = self.findings(json.loads(payload), payloads[str(kind)])
                    assert not found, f"frame of kind {kind}: {found}"
                    texts += 1
                if kind == 1:
                    last = struct.unpack_from("<I", payload, 12)[0]
                if kind == 2:
                    sequence = struct.unpack_from("<I", payload, 8)[0]
                    assert sequence == last + 1, f"{sequence} after {last}"
                    last, changes = sequence, changes + 1
        return texts
