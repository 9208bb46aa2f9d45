#!/usr/bin/env python3
"""Brings a machine to where Pelacak runs (or its tests do). Says what it will do before it does it; safe to run again.

Usage: setup.py run      packages, assets, basemap, places, release build
       setup.py test     packages, assets, basemap, places, and what the tests need besides
       setup.py assets   assets, basemap and places alone
"""
import fcntl
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from basemap import outline  # noqa: E402
from provision import debian, toolchain  # noqa: E402
from provision.assets import Assets, python_with  # noqa: E402
from provision.console import Problem, Progress, end_like_ctrl_c, megabytes, say  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
ASSETS = ROOT / "Assets"
BUILD = ROOT / ".build"
VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "Tools" / "test-requirements.txt"
#: Measured on two cores, clean, release.
RUN_CORE_MINUTES = 14
#: Oldest node with `--test` and its reporters.
OLDEST_NODE = 18


def node():
    """A usable node, or None."""
    path = shutil.which("node") or shutil.which("nodejs")
    if path is None:
        return None
    found = re.match(r"v(\d+)", subprocess.run([path, "--version"], capture_output=True, text=True).stdout)
    return path if found and int(found[1]) >= OLDEST_NODE else None


def chromium():
    """A usable Chromium, or None."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    return None


def packages_wanted(purpose, fetching):
    """Debian packages this purpose needs and the machine has not."""
    wanted = list(debian.missing(debian.BUILD)) if purpose != "assets" else []
    fresh_venv = purpose == "test" and not venv_ready()
    if (fetching or fresh_venv) and python_with("pip") is None:
        wanted += debian.FETCH
    if purpose == "test":
        if fresh_venv and python_with("venv") is None:
            wanted += debian.TEST_VENV
        if chromium() is None:
            wanted += debian.TEST_BROWSER
        if node() is None:
            wanted += debian.TEST_NODE
    return wanted


def venv_stamp():
    return hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()


def venv_ready():
    stamp = VENV / "stamp"
    return stamp.exists() and stamp.read_text() == venv_stamp() and (VENV / "bin" / "python").exists()


def make_venv(log):
    """Makes .venv with the browser tests' packages. Raises Problem if they cannot be had."""
    python = python_with("venv")
    if python is None:
        raise Problem("no Python with venv here; install by hand: apt-get install python3-venv")
    say("  the browser tests' Python packages into .venv (about 50 MB to fetch)")
    shutil.rmtree(VENV, ignore_errors=True)
    with open(log, "ab") as file:
        for command in (
            [python, "-m", "venv", VENV],
            [VENV / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS],
        ):
            if subprocess.run(command, stdout=file, stderr=subprocess.STDOUT).returncode != 0:
                raise Problem(f"the browser tests' packages could not be installed (see {log.relative_to(ROOT)})")
    (VENV / "stamp").write_text(venv_stamp())


@dataclass(frozen=True)
class Product:
    """A file that set-up makes of fetched ones. Without its sources the site goes without it."""

    what: str
    file: str
    script: str
    #: Fetched files whose change makes it anew, and without the first of which it cannot be made.
    sources: tuple
    #: What makes it.
    makers: tuple
    #: How long that takes, in words.
    takes: str
    #: What the site does without.
    without: str
    #: Further files that the same script makes.
    beside: tuple = ()

    def key(self, assets):
        """Names what it is made of: its sources and its makers."""
        key = hashlib.sha256()
        for source in assets.sources:
            for member in source["members"]:
                if member["to"] in self.sources and (assets.folder / member["to"]).exists():
                    key.update(member["sha256"].encode())
        for path in self.makers:
            key.update(path.read_bytes())
        return key.hexdigest()


TOOLS = ROOT / "Tools"
_LISTS = ("source/cities15000.json", "source/countries.json", "airports.csv", "ourairports-airports.csv.gz", "runways.csv.gz")
BASEMAP = Product(
    "basemap", "basemap.mbtiles", "make_basemap.py", ("source/world_map.gpkg", "source/lakes.shp", *_LISTS),
    (TOOLS / "make_basemap.py", *sorted((TOOLS / "basemap").glob("*.py"))), "half a minute", "works without and draws a graticule",
    ("outline.txt",))
PLACES = Product(
    "list of places", "places.tsv.gz", "make_places.py", ("source/cldr-en.dat", "source/cldr-id.dat", *_LISTS),
    (TOOLS / "make_places.py", TOOLS / "basemap" / "places.py", *sorted((TOOLS / "gazetteer").glob("*.[pt]*"))),
    "ten seconds", "works without and knows no airport by name")


def make(product, assets, log):
    """Makes a product unless it is there already, of the same sources by the same makers."""
    made = ASSETS / product.file
    stamp = ASSETS / f"{product.file.split('.')[0]}.stamp"
    key = product.key(assets)
    whole = all((ASSETS / file).exists() for file in (product.file, *product.beside))
    if whole and stamp.exists() and stamp.read_text() == key:
        return
    if not (ASSETS / product.sources[0]).exists():
        say(f"  no {product.what}: its source could not be fetched; the site {product.without}")
        return
    progress = Progress(f"making the {product.what} (about {product.takes})")
    with open(log, "ab") as file:
        status = subprocess.run(
            [sys.executable, TOOLS / product.script, "--assets", ASSETS], stdout=file, stderr=subprocess.STDOUT
        ).returncode
    if status != 0:
        progress.end(f"failed (see {log.relative_to(ROOT)}); the site {product.without}")
        return
    stamp.write_text(key)
    progress.end(megabytes(made.stat().st_size))


def provide(purpose):
    """Everything but the build. Raises Problem with one line if it cannot be done."""
    BUILD.mkdir(exist_ok=True)
    ASSETS.mkdir(exist_ok=True)
    log = BUILD / "setup.log"
    log.write_bytes(b"")
    with open(ASSETS / ".lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("  waiting for another set-up in this folder to end")
            fcntl.flock(lock, fcntl.LOCK_EX)
        for left in ASSETS.glob(".fetch-*"):
            shutil.rmtree(left, ignore_errors=True)
        assets = Assets(ASSETS, ROOT / "Tools" / "assets.json")
        absent = assets.missing()
        wanted = packages_wanted(purpose, any(source["source"] == "pypi" for source in absent))
        if wanted or absent:
            say("Set-up will")
            if wanted:
                say(f"  install Debian packages: {' '.join(wanted)}")
            if absent:
                size = sum(source["bytes"] for source in absent)
                say(f"  fetch into Assets/, {megabytes(size)}: {', '.join(source['what'] for source in absent)}")
            say("It does:")
        without_pip = [package for package in wanted if package in debian.FETCH]
        try:
            debian.install(wanted, log)
        except Problem as problem:
            # Only what fetches is missing: the site works without its assets, so go on and say so.
            if len(without_pip) < len(wanted):
                raise
            say(f"  {problem}")
        if absent:
            assets.fetch(absent, log)
        make(BASEMAP, assets, log)
        make(PLACES, assets, log)
        assets.write_provenance([
            "", "`basemap.mbtiles` is made from these by `Tools/make_basemap.py`. Borders in it show who holds the ground, not who is",
            "right; contested ones are in the layer `disputed`, each with its reason. Credits stand in its metadata.",
            "`outline.txt`, the coasts and borders below the maps of editions, is made of `source/world_map.gpkg` alone by the same",
            f"script, without any name: {outline.CREDIT}. A line is of one kind (`coast`, `border`, `disputed`).",
            "`places.tsv.gz` is made from them by `Tools/make_places.py`; its first lines say of what, and each name in it says from which",
            "list it is. docs/places.md says what is missing.",
        ])
        if purpose == "test" and not venv_ready():
            make_venv(log)


def build_release():
    """The program itself, in .build/release."""
    if not toolchain.has_objects(BUILD / "release"):
        minutes = toolchain.expected_minutes(RUN_CORE_MINUTES)
        say(f"The first build compiles for about {minutes} minutes on this machine, most of it libraries; later ones take seconds.")
    # The site's folder is made now: a new name in the package's folder would make the next start plan the whole build anew.
    (ROOT / "data").mkdir(exist_ok=True)
    # Without --skip-update each later start would ask every library's home for news first, a quarter of a minute.
    command = ["swift", "build", "-c", "release", "--product", "pelacak", "--skip-update"]
    status, _ = toolchain.build("building", command, BUILD / "build.log", ROOT)
    if status != 0:
        raise Problem("the build failed")


def main():
    purpose = sys.argv[1] if len(sys.argv) == 2 else ""
    if purpose not in ("run", "test", "assets"):
        print(__doc__, file=sys.stderr)
        return 2
    end_like_ctrl_c()
    try:
        if purpose != "assets":
            toolchain.check_present()
        provide(purpose)
        if purpose != "assets":
            toolchain.check_version()
        if purpose == "run":
            build_release()
    except Problem as problem:
        say(f"set-up: {problem}")
        return 1
    except KeyboardInterrupt:
        say("\nset-up: stopped; run it again to go on")
        return 130
    return 0


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
