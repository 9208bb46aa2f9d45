"""Packaging: the unit, the scripts of the package, the manual page, the container file."""
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import paths  # noqa: F401
from provision import manpage

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PACKAGING = ROOT / "Packaging"


class UnitTests(unittest.TestCase):
    @unittest.skipUnless(shutil.which("systemd-analyze"), "needs systemd-analyze")
    def test_systemd_finds_nothing_wrong_with_the_unit(self):
        with tempfile.TemporaryDirectory() as folder:
            unit = pathlib.Path(folder) / "pelacak.service"
            # Neither the program nor its manual page is installed here.
            text = (PACKAGING / "systemd" / "pelacak.service").read_text()
            text = text.replace("/usr/bin/pelacak", "/bin/true").replace("Documentation=man:pelacak(1)\n", "")
            unit.write_text(text)
            run = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True)
            self.assertEqual((run.returncode, run.stdout + run.stderr), (0, ""))

    def test_the_unit_names_what_the_package_holds(self):
        text = (PACKAGING / "systemd" / "pelacak.service").read_text()
        self.assertIn("ExecStart=/usr/bin/pelacak serve --config /etc/pelacak/pelacak.yaml --data /var/lib/pelacak\n", text)
        self.assertIn("ExecReload=/bin/kill -HUP $MAINPID\n", text)


class ScriptTests(unittest.TestCase):
    def test_the_scripts_of_the_package_are_shell(self):
        for name in ("postinst", "prerm", "postrm"):
            run = subprocess.run(["sh", "-n", PACKAGING / "debian" / name], capture_output=True, text=True)
            self.assertEqual((run.returncode, run.stderr), (0, ""), name)

    def test_data_go_only_when_purged(self):
        text = (PACKAGING / "debian" / "postrm").read_text()
        before, after = text.split('if [ "$1" = purge ]; then', 1)
        self.assertNotIn("rm -", before)
        self.assertIn("rm -rf --one-file-system /var/lib/pelacak", after)

    def test_the_configuration_knows_only_keys_that_are_known(self):
        source = (ROOT / "Sources" / "pelacak" / "Configuration" / "ConfigurationFile.swift").read_text()
        for name in ("OperationSettings", "HistoryKeeping"):
            source += (ROOT / "Sources" / "pelacak" / "Configuration" / f"{name}.swift").read_text()
        known = set(re.findall(r'"([a-z-]+)"', " ".join(re.findall(r"static let keys =\s*\[[^\]]*\]", source))))
        text = (PACKAGING / "pelacak.yaml").read_text()
        used = set(re.findall(r"^#?([a-z-]+):(?:\s|$)", text, re.M))
        self.assertTrue({"listen", "source", "read"} <= used)
        self.assertEqual(used - known, set())


class ContainerTests(unittest.TestCase):
    def test_every_instruction_is_one(self):
        text = (PACKAGING / "Containerfile").read_text().replace("\\\n", " ")
        words = [line.split()[0] for line in text.splitlines() if line.strip() and not line.startswith("#")]
        known = {"FROM", "COPY", "RUN", "USER", "VOLUME", "EXPOSE", "STOPSIGNAL", "ENTRYPOINT", "CMD"}
        self.assertEqual(set(words) - known, set())
        self.assertEqual(words[0], "FROM")
        self.assertIn("USER pelacak", text)


class ManualPageTests(unittest.TestCase):
    DESCRIBED = {"command": {
        "commandName": "pelacak", "abstract": "Tracks.", "discussion": "Begin with:\n  pelacak serve\n.not a command", "subcommands": [{
            "commandName": "serve", "abstract": "Serve.", "arguments": [
                {"kind": "option", "names": [{"kind": "long", "name": "log-level"}], "valueName": "LEVEL", "abstract": "How much."},
                {"kind": "flag", "names": [{"kind": "short", "name": "q"}], "abstract": "'quiet'"},
                {"kind": "positional", "valueName": "NAME", "abstract": "Back\\slash."},
            ]}, {"commandName": "help"}]}}

    def test_text_is_never_a_command_of_troff(self):
        page = manpage.written(self.DESCRIBED, "1.2")
        self.assertIn("\n\\&.not a command\n", page)
        self.assertIn("\n\\&'quiet'\n", page)
        self.assertIn("Back\\eslash.", page)
        self.assertIn("\\fB\\-\\-log\\-level\\fR \\fILEVEL\\fR", page)

    @unittest.skipUnless(shutil.which("man"), "needs man")
    def test_man_can_read_it(self):
        page = manpage.written(self.DESCRIBED, "1.2")
        run = subprocess.run(["man", "--warnings", "-l", "-"], input=page, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "MANWIDTH": "80", "LC_ALL": "C.UTF-8"})
        self.assertEqual(run.stderr, "")
        self.assertIn("pelacak serve NAME", run.stdout)


if __name__ == "__main__":
    unittest.main()
