"""Third-party files of the site: fetched at set-up, checked by SHA-256, never committed."""
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

from . import debian
from .console import Problem, megabytes, say


class Assets:
    """The files listed in Tools/assets.json, below one folder."""

    def __init__(self, folder, listing):
        self.folder = folder
        self.sources = json.loads(pathlib.Path(listing).read_text(encoding="utf-8"))

    def missing(self):
        """The sources of which a file is missing or not what it should be."""
        return [source for source in self.sources if not all(self._right(member) for member in source["members"])]

    def fetch(self, sources, log):
        """Fetches sources, each whole or not at all.

        Raises Problem if what came from the package index is not what is expected. A source that cannot be had is said and passed
        over, for the site works without; returns the list of these.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        absent = []
        for source in sources:
            say(f"  {source['what']}: {source['package']} {source.get('version', '')} ({megabytes(source['bytes'])})")
            with tempfile.TemporaryDirectory(dir=self.folder, prefix=".fetch-") as folder:
                try:
                    found = self._members(source, pathlib.Path(folder), log)
                    for member, data in found or ():
                        check(member, data, source["package"])
                except Problem as problem:
                    # A Debian package may change with a point release: its data are then not used, but nobody is stopped.
                    if source["source"] != "debian":
                        raise
                    say(f"    {problem}")
                    found = None
                if found is None:
                    say(f"    not to be had (see {log}); going on without")
                    absent.append(source)
                for member, data in found or ():
                    self._write(member, data)
        return absent

    def _right(self, member):
        path = self.folder / member["to"]
        if not path.is_file() or path.stat().st_size != member["bytes"]:
            return False
        return hashlib.sha256(path.read_bytes()).hexdigest() == member["sha256"]

    def _members(self, source, folder, log):
        if source["source"] == "debian":
            package = debian.download(source["package"], folder, log)
            if package is None:
                return None
            found = [(member, debian.member(package, member["from"], log)) for member in source["members"]]
            for member, data in found:
                if data is None:
                    raise Problem(f"{package.name} has no {member['from']} any more")
            return found
        wheel = fetch_wheel(source, folder, log)
        if wheel is None:
            return None
        with zipfile.ZipFile(wheel) as archive:
            return [(member, archive.read(member["from"])) for member in source["members"]]

    def _write(self, member, data):
        path = self.folder / member["to"]
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(path.name + ".part")
        temporary.write_bytes(data)
        os.replace(temporary, path)

    def write_provenance(self, extra):
        """Assets/PROVENANCE.md: what lies in the folder, from where, under which licence."""
        lines = [
            "# Where these files come from", "",
            "Fetched or made by set-up; not part of the project's repository. SHA-256 of each was checked.", "",
            "| file | what | from | licence | SHA-256 |", "|---|---|---|---|---|",
        ]
        for source in self.sources:
            origin = "PyPI" if source["source"] == "pypi" else "Debian 12"
            for member in source["members"]:
                if (self.folder / member["to"]).exists():
                    package = f"{origin} `{source['package']}` {source.get('version', '')}".rstrip()
                    lines.append(
                        f"| `{member['to']}` | {source['what']} | {package}, `{member['from']}` | {source['licence']} | `{member['sha256']}` |"
                    )
        path = self.folder / "PROVENANCE.md"
        temporary = path.with_name("PROVENANCE.md.part")
        temporary.write_text("\n".join(lines + extra) + "\n", encoding="utf-8")
        os.replace(temporary, path)


def check(member, data, origin):
    """Raises Problem unless data is what the listing says."""
    got = hashlib.sha256(data).hexdigest()
    if got != member["sha256"]:
        raise Problem(f"wrong SHA-256: {member['to']} (from {origin}): expected {member['sha256']}, got {got}; nothing was written")


def python_with(module):
    """A Python that has a module (pip, venv), or None: the one running, else the system's."""
    for python in dict.fromkeys((sys.executable, "/usr/bin/python3")):
        # ensurepip comes with python3-venv; without it a venv has no pip.
        wanted = "ensurepip" if module == "venv" else module
        try:
            if subprocess.run([python, "-c", f"import {wanted}"], capture_output=True).returncode == 0:
                return python
        except OSError:
            continue
    return None


def fetch_wheel(source, folder, log):
    """Downloads one wheel whose own SHA-256 pip checks. None if it cannot be had; Problem if the sum is wrong."""
    python = python_with("pip")
    if python is None:
        return None
    wanted = folder / "requirements.txt"
    wanted.write_text(f"{source['package']}=={source['version']} --hash=sha256:{source['sha256']}\n")
    run = subprocess.run(
        [python, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir", "--disable-pip-version-check",
         "--only-binary=:all:", "--retries", "2", "--require-hashes", "--dest", folder, "--requirement", wanted],
        capture_output=True, text=True,
    )
    with open(log, "a", encoding="utf-8") as file:
        file.write(f"pip download {source['package']}: {run.returncode}\n{run.stdout}{run.stderr}")
    if run.returncode != 0:
        sums = re.search(r"Expected sha256\s+(\w+)\s+Got\s+(\w+)", run.stderr)
        if sums:
            raise Problem(f"wrong SHA-256: {source['package']} {source['version']}: expected {sums[1]}, got {sums[2]}; nothing was written")
        return None
    return next(iter(folder.glob("*.whl")), None)
