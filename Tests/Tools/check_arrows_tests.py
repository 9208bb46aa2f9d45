import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from paths import ROOT

import check_arrows

MANIFEST = """// swift-tools-version:6.2
import PackageDescription
let package = Package(name: "house", dependencies: [.package(url: "https://example.invalid/GRDB.swift", from: "7.0.0")], targets: [
    .target(name: "Aero"),
    .target(name: "Radio", dependencies: ["Aero"]),
    .target(name: "Tracking", dependencies: ["Aero"%s]),
    .target(name: "Store", dependencies: ["Aero", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "AeroTests", dependencies: ["Aero"]),
    .testTarget(name: "StoreTests", dependencies: ["Store", "Aero", .product(name: "GRDB", package: "GRDB.swift")]),
])
"""


class ImportsTests(unittest.TestCase):
    def found(self, text):
        return [module for _, module in check_arrows.imports(text)]

    def test_every_form_of_import_is_seen(self):
        text = """import Aero
public import ModeS
@testable import Radio
@_spi(Inside) @testable import Store
internal import struct Foundation.Data
import Feeds; import Site
  import class NIOCore.EventLoop
#if canImport(Glibc)
    import Glibc
#endif
"""
        self.assertEqual(
            self.found(text),
            ["Aero", "ModeS", "Radio", "Store", "Foundation", "Feeds", "Site", "NIOCore", "Glibc"],
        )

    def test_comments_and_long_strings_are_not_imports(self):
        text = '// import A\n/* import B\nimport C */\nlet s = """\nimport D\n"""\nlet important = 1\nimport E // F\n'
        self.assertEqual(self.found(text), ["E"])

    def test_line_numbers_are_those_of_the_file(self):
        self.assertEqual(list(check_arrows.imports("/* a\nb */\n\nimport Aero\n")), [(4, "Aero")])


@unittest.skipUnless(shutil.which("swift"), "needs the Swift toolchain")
class HouseTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)
        self.write("Package.swift", MANIFEST % "")
        for room in ("Aero", "Radio", "Tracking", "Store"):
            self.write(f"Sources/{room}/{room}.swift", "import Aero\n" if room != "Aero" else "")
        self.write("Tests/AeroTests/A.swift", "import Testing\nimport Foundation\n@testable import Aero\n")
        self.write("Tests/StoreTests/S.swift", "import GRDB\nimport Store\n")

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def run_it(self):
        run = subprocess.run([sys.executable, ROOT / "Tools" / "check_arrows.py", self.root], capture_output=True, text=True)
        return run.returncode, run.stdout

    def test_a_right_house_passes(self):
        self.assertEqual(self.run_it(), (0, "arrows hold\n"))

    def test_an_undeclared_room_is_refused(self):
        self.write("Sources/Aero/Wrong.swift", "\nimport Radio\n")
        status, text = self.run_it()
        self.assertEqual(status, 1)
        self.assertIn("Sources/Aero/Wrong.swift:2: Aero may not import Radio", text)

    def test_foundation_in_a_pure_room_is_refused(self):
        self.write("Sources/Radio/Wrong.swift", "internal import struct Foundation.Data\n")
        status, text = self.run_it()
        self.assertEqual(status, 1)
        self.assertIn("Sources/Radio/Wrong.swift:1: Radio may not use Foundation", text)

    def test_a_product_outside_its_room_is_refused(self):
        self.write("Sources/Tracking/Wrong.swift", "import GRDB\nimport NIOCore\nimport Hummingbird\nimport Logging\n")
        status, text = self.run_it()
        self.assertEqual(status, 1)
        self.assertEqual(text.count("Wrong.swift:"), 4)

    def test_a_declared_but_forbidden_product_is_refused(self):
        self.write("Package.swift", MANIFEST % ', .product(name: "GRDB", package: "GRDB.swift")')
        status, text = self.run_it()
        self.assertEqual(status, 1)
        self.assertIn("Package.swift: Tracking may not use GRDB: GRDB only in Store", text)

    def test_testing_outside_tests_is_refused(self):
        self.write("Sources/Aero/Wrong.swift", "import Testing\n")
        self.assertEqual(self.run_it()[0], 1)


if __name__ == "__main__":
    unittest.main()
