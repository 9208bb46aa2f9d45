"""Our exports read by Python's own gzip, json, csv and XML parser; archives of its tarfile read by our import."""
import csv
import gzip
import hashlib
import io
import json
import os
import pathlib
import subprocess
import tarfile
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILT = [ROOT / ".build" / part / "release" / "pelacak" for part in ("test", "")]
PROGRAM = pathlib.Path(os.environ.get("PELACAK") or next((path for path in BUILT if path.exists()), BUILT[0]))
START = 1718668800
HEXES = ["4ca1fa", "~2a00f3", "34718d"]


def trace(hex_, rows=6):
    """A trace as readsb writes it, with a silence of ten minutes in its middle."""
    list_ = [
        [index * 10 + (600 if index >= rows // 2 else 0), 51.1 + index / 100, -0.5, 1000 + 25 * index, 210.5, 90.1,
         1 if index in (0, rows // 2) else 0, 640, {"type": "adsb_icao", "flight": "PLK1    "} if index == 0 else None,
         "adsb_icao", 1100, None, None, None]
        for index in range(rows)
    ]
    return gzip.compress(json.dumps({"icao": hex_, "timestamp": START, "trace": list_}).encode(), mtime=0)


def archive(path, mode):
    """A globe_history day as Python's tarfile writes it; long names come in pax records or GNU's blocks."""
    deep = "an/unusually/long/path/" * 6
    with tarfile.open(path, mode, format=tarfile.PAX_FORMAT if mode == "w" else tarfile.GNU_FORMAT) as tar:
        for hex_ in HEXES:
            body = trace(hex_)
            info = tarfile.TarInfo(f"{deep}2024/06/18/traces/{hex_[-2:]}/trace_full_{hex_}.json")
            info.size = len(body)
            tar.addfile(info, io.BytesIO(body))


@unittest.skipUnless(PROGRAM.exists(), f"needs the program: {PROGRAM}")
class Exports(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)
        archive(self.path / "day.tar", "w")
        self.run_program("import", "traces", "day.tar", "--source-name", "adsb.lol", "--licence", "ODbL")

    def run_program(self, *arguments, status=0):
        ended = subprocess.run(
            [str(PROGRAM), *arguments, "--data", "data"], cwd=self.path, capture_output=True, text=True, timeout=60,
        )
        self.assertEqual(ended.returncode, status, ended.stderr)
        return ended

    def export(self, format_, name):
        self.run_program("export", "traces", "--from", "2024-06-18", "--to", "2024-06-19T00:00Z", "--realm", "imported",
                         "--format", format_, "--out", name)
        folder = self.path / name
        manifest = json.loads((folder / "manifest.json" if folder.is_dir() else self.path / f"{name}.manifest.json").read_text())
        base = folder if folder.is_dir() else self.path
        for file in manifest["files"]:
            body = (base / file["name"]).read_bytes()
            self.assertEqual(hashlib.sha256(body).hexdigest(), file["sha256"])
            self.assertEqual(len(body), file["bytes"])
        self.assertEqual(manifest["rows"], 18)
        self.assertEqual((manifest["licence"], manifest["credits"]), ("ODbL", ["adsb.lol"]))
        return manifest

    def test_again_from_packed_archive_changes_nothing(self):
        archive(self.path / "again.tar.gz", "w:gz")
        self.run_program("import", "traces", "again.tar.gz", "--source-name", "adsb.lol", "--licence", "ODbL")
        self.export("csv", "x.csv")

    def test_csv(self):
        self.export("csv", "x.csv")
        with open(self.path / "x.csv", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), 18)
        self.assertEqual({row["icao"] for row in rows}, set(HEXES))
        self.assertEqual([row["after_gap"] for row in rows[:6]], ["true", "false", "false", "true", "false", "false"])

    def test_geojson(self):
        self.export("geojson", "x.geojson")
        document = json.loads((self.path / "x.geojson").read_text())
        self.assertEqual(document["type"], "FeatureCollection")
        kinds = [feature["geometry"]["type"] for feature in document["features"]]
        self.assertEqual(sorted(kinds), ["MultiLineString"] * 3 + ["MultiPoint"] * 3)
        for feature in document["features"]:
            if feature["geometry"]["type"] == "MultiLineString":
                self.assertEqual([len(line) for line in feature["geometry"]["coordinates"]], [3, 3])

    def test_kml(self):
        self.export("kml", "x.kml")
        tracks = ElementTree.parse(self.path / "x.kml").iter("{http://www.google.com/kml/ext/2.2}Track")
        self.assertEqual([len(list(track)) for track in tracks], [7] * 6)

    def test_globe_history(self):
        manifest = self.export("globe-history", "days")
        for file in manifest["files"]:
            document = json.loads(gzip.decompress((self.path / "days" / file["name"]).read_bytes()))
            self.assertEqual(document["timestamp"], START)
            self.assertEqual(len(document["trace"]), 6)
            self.assertTrue(all(len(row) == 14 for row in document["trace"]))
            self.assertEqual(document["trace"][0][8]["flight"], "PLK1    ")

    def test_what_must_not_go_out_is_refused(self):
        (self.path / "trace_full_000001.json").write_bytes(trace("000001"))
        self.run_program("import", "traces", "trace_full_000001.json", "--source-name", "x", "--licence", "non-commercial")
        ended = self.run_program("export", "traces", "--from", "2024-06-18", "--to", "2024-06-19T00:00Z", "--realm", "imported",
                                 "--format", "csv", "--out", "y.csv", status=1)
        self.assertIn("non-commercial", ended.stderr)
        self.assertEqual(list(self.path.glob("*y.csv*")), [])


if __name__ == "__main__":
    unittest.main()
