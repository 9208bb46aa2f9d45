import hashlib
import io
import contextlib
import json
import pathlib
import tempfile
import unittest
import unittest.mock
import zipfile

from paths import ROOT

from provision import assets, debian
from provision.console import Problem


def digest(data):
    return hashlib.sha256(data).hexdigest()


class AssetsTests(unittest.TestCase):
    GOOD = b"what it should be"

    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        self.log = self.folder / "log"
        self.quiet = contextlib.redirect_stderr(io.StringIO())
        self.quiet.__enter__()

    def tearDown(self):
        self.quiet.__exit__(None, None, None)
        self.temporary.cleanup()

    def listed(self, source="pypi", expected=None):
        member = {"from": "a/b.js", "to": "web/b.js", "bytes": len(self.GOOD), "sha256": expected or digest(self.GOOD)}
        listing = self.folder / "assets.json"
        listing.write_text(json.dumps([{
            "what": "thing", "source": source, "package": "thing", "version": "1", "bytes": 10, "sha256": "0" * 64,
            "licence": "MIT", "members": [member],
        }]))
        return assets.Assets(self.folder / "Assets", listing)

    def wheel(self, data):
        def fetch(source, folder, log):
            with zipfile.ZipFile(folder / "thing.whl", "w") as archive:
                archive.writestr("a/b.js", data)
            return folder / "thing.whl"
        return unittest.mock.patch.object(assets, "fetch_wheel", fetch)

    def left(self):
        return sorted(path.name for path in (self.folder / "Assets").rglob("*"))

    def test_a_right_file_is_written_and_not_asked_for_again(self):
        listed = self.listed()
        self.assertEqual(len(listed.missing()), 1)
        with self.wheel(self.GOOD):
            self.assertEqual(listed.fetch(listed.missing(), self.log), [])
        self.assertEqual(listed.missing(), [])
        self.assertEqual(self.left(), ["b.js", "web"])

    def test_a_wrong_sum_names_file_expected_and_got_and_writes_nothing(self):
        listed = self.listed()
        with self.wheel(b"what it should not"), self.assertRaises(Problem) as caught:
            listed.fetch(listed.missing(), self.log)
        for part in ("web/b.js", digest(self.GOOD), digest(b"what it should not")):
            self.assertIn(part, str(caught.exception))
        self.assertNotIn("\n", str(caught.exception))
        self.assertEqual(self.left(), [])

    def test_a_file_changed_on_disk_is_fetched_again(self):
        listed = self.listed()
        with self.wheel(self.GOOD):
            listed.fetch(listed.missing(), self.log)
        (self.folder / "Assets/web/b.js").write_bytes(b"what it shOuld be")
        self.assertEqual(len(listed.missing()), 1)

    def test_what_cannot_be_had_is_said_and_passed_over(self):
        listed = self.listed()
        with unittest.mock.patch.object(assets, "fetch_wheel", lambda *_: None):
            self.assertEqual(len(listed.fetch(listed.missing(), self.log)), 1)
        self.assertEqual(self.left(), [])

    def test_a_debian_package_that_changed_is_not_used_but_stops_nobody(self):
        listed = self.listed(source="debian")
        with unittest.mock.patch.object(debian, "download", lambda *_: pathlib.Path("thing_2.deb")), \
                unittest.mock.patch.object(debian, "member", lambda *_: b"something newer"):
            self.assertEqual(len(listed.fetch(listed.missing(), self.log)), 1)
        self.assertEqual(self.left(), [])

    def test_the_project_s_own_listing_is_whole(self):
        targets = []
        for source in json.loads((ROOT / "Tools" / "assets.json").read_text(encoding="utf-8")):
            self.assertTrue(source["licence"] and source["what"])
            for member in source["members"]:
                self.assertRegex(member["sha256"], r"^[0-9a-f]{64}$")
                self.assertFalse(member["to"].startswith("/") or ".." in member["to"])
                targets.append(member["to"])
        self.assertEqual(len(targets), len(set(targets)))


class DebianTests(unittest.TestCase):
    def test_without_root_or_sudo_one_line_says_what_to_type(self):
        with unittest.mock.patch.object(debian, "is_debian", lambda: True), \
                unittest.mock.patch.object(debian, "_root", lambda: None), self.assertRaises(Problem) as caught:
            debian.install(["zlib1g-dev"], pathlib.Path("log"))
        self.assertIn("apt-get install zlib1g-dev", str(caught.exception))
        self.assertNotIn("\n", str(caught.exception))

    def test_old_lists_are_brought_up_to_date_once(self):
        calls = []

        def run(command, log, cwd=None):
            calls.append("update" if "update" in command else "install")
            return "update" in calls

        with unittest.mock.patch.object(debian, "is_debian", lambda: True), \
                unittest.mock.patch.object(debian, "_root", lambda: []), \
                unittest.mock.patch.object(debian, "_lists_present", lambda: True), \
                unittest.mock.patch.object(debian, "_run", run), contextlib.redirect_stderr(io.StringIO()):
            debian.install(["zlib1g-dev"], pathlib.Path("log"))
        self.assertEqual(calls, ["install", "update", "install"])


if __name__ == "__main__":
    unittest.main()
