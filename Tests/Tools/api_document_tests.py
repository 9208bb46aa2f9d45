"""The two lists of what is answered: the OpenAPI document, and the one for people in docs/http-api.md."""
import json
import re
import unittest

from paths import ROOT

METHODS = ("get", "post", "put", "patch", "delete")


def described():
    """The requests of the OpenAPI document, as `GET /path`."""
    document = json.loads((ROOT / "Sources/Site/Web/openapi.json").read_text(encoding="utf-8"))
    return document, {f"{method.upper()} {path}" for path, one in document["paths"].items() for method in METHODS if method in one}


def listed(text):
    """The requests in the first column of the tables, as `GET /path`."""
    return set(re.findall(r"^\| `((?:GET|POST|PUT|PATCH|DELETE) /[^` ]*)`", text, re.MULTILINE))


class ApiDocumentTests(unittest.TestCase):
    def test_the_list_for_people_is_the_list_of_the_document(self):
        document, wanted = described()
        found = listed((ROOT / "docs/http-api.md").read_text(encoding="utf-8"))
        self.assertGreater(len(found), 10)
        self.assertEqual(found - wanted, set(), "in docs/http-api.md alone")
        self.assertEqual(wanted - found, set(), "in openapi.json alone")

    def test_a_list_is_read_from_rows_alone(self):
        text = "`GET /no`\n| `GET /a/{b}` | x |\n| `POST /c` `GET /d` |\n| `/page` | y |\n"
        self.assertEqual(listed(text), {"GET /a/{b}", "POST /c"})

    def test_every_request_says_what_it_is_in_both_languages_and_under_one_tag(self):
        document, _ = described()
        tags = {tag["name"] for tag in document["tags"]}
        for tag in document["tags"]:
            self.assertTrue(tag["description"] and tag["x-description-id"], tag["name"])
        for path, one in document["paths"].items():
            for method in set(one) & set(METHODS):
                with self.subTest(f"{method} {path}"):
                    self.assertTrue(one[method]["summary"] and one[method]["x-summary-id"])
                    self.assertEqual(len(one[method]["tags"]), 1)
                    self.assertIn(one[method]["tags"][0], tags)

    def test_objects_of_ours_are_closed(self):
        """A key that is not described must be a finding: only what is sent to us, and the head of the document itself, is open."""
        document, _ = described()
        open_ones = {"SourceChange", "WatchChange", "VisitAct", "Rule", "Area"}
        for name, schema in document["components"]["schemas"].items():
            if schema.get("type") == "object" and not name.endswith("Request") and name not in open_ones:
                with self.subTest(name):
                    others = schema.get("additionalProperties")
                    # A table whose keys are data, as codes of airports, is closed where its values are.
                    is_table = isinstance(others, dict) and others.get("type") != "object"
                    self.assertTrue(is_table or (others.get("additionalProperties") if isinstance(others, dict) else others) is False)

    def test_every_schema_is_used(self):
        document, _ = described()
        text = json.dumps(document)
        for kind, entries in document["components"].items():
            if kind != "securitySchemes":
                for name in entries:
                    # The answer 405 is the same for all and stands in no operation.
                    if name not in ("MethodNotAllowed",):
                        self.assertIn(f'"#/components/{kind}/{name}"', text, f"{kind}/{name} is used by nothing")


if __name__ == "__main__":
    unittest.main()
