#!/usr/bin/env python3
"""Makes the Debian package: make_deb.py [--folder .build/deb] [--program FILE]

Builds the program for plain x86-64 with the Swift runtime linked in (so that no compiler and no runtime is needed where it is installed), puts it
together with pages, map library, basemap and places, and packs it with dpkg-deb. Prints the package's path. Needs dpkg-deb, gzip and a built Assets/.
"""
import argparse
import gzip
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import build_static  # noqa: E402
from provision import manpage  # noqa: E402
from provision.console import Problem, say  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "Packaging"
#: What dpkg-shlibdeps would say on Debian 12, for machines without dpkg-dev. Checked by check_deb.py: it installs on a bare system.
LIBRARIES = {
    "libsqlite3.so.0": "libsqlite3-0", "libzstd.so.1": "libzstd1", "libz.so.1": "zlib1g", "libstdc++.so.6": "libstdc++6", "libgcc_s.so.1": "libgcc-s1",
    "libc.so.6": "libc6 (>= 2.36)", "libm.so.6": "libc6 (>= 2.36)", "libdl.so.2": "libc6 (>= 2.36)", "libpthread.so.0": "libc6 (>= 2.36)",
    "librt.so.1": "libc6 (>= 2.36)", "libutil.so.1": "libc6 (>= 2.36)", "libresolv.so.2": "libc6 (>= 2.36)", "ld-linux-x86-64.so.2": "libc6 (>= 2.36)",
}
#: Of Assets/: what the running program reads, and the note of where it comes from.
ASSETS = ("web/maplibre-gl.js", "web/maplibre-gl.css", "basemap.mbtiles", "outline.txt", "places.tsv.gz", "PROVENANCE.md")


def build(folder):
    """Builds the program with everything linked in; its path."""
    say("building, with the Swift runtime linked in (the first time some 15 minutes)")
    program = build_static.build(folder, more=["--skip-update"])
    if program is None:
        raise Problem("the build failed")
    return program


def version():
    """As the program says."""
    text = (ROOT / "Sources" / "pelacak" / "Pelacak.swift").read_text(encoding="utf-8")
    found = re.search(r'static let version = "([^"]+)"', text)
    if not found:
        raise Problem("Sources/pelacak/Pelacak.swift names no version")
    return found[1]


def needed(program):
    """Names of the libraries a program is linked to."""
    run = subprocess.run(["readelf", "-d", program], capture_output=True, text=True, check=True)
    return sorted(re.findall(r"\(NEEDED\).*\[(.+?)\]", run.stdout))


def depends(program):
    """Debian packages of the libraries. Raises Problem for a library of which nobody knows the package."""
    packages = set()
    for name in needed(program):
        if name not in LIBRARIES:
            raise Problem(f"the program needs {name}, and Tools/make_deb.py does not know its package")
        packages.add(LIBRARIES[name])
    return ", ".join(sorted(packages | {"adduser", "ca-certificates"}))


def install(source, target, mode=0o644):
    """Copies a file to its place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(mode)


def packed(text, target):
    """Writes text packed by gzip, the same bytes each time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    target.chmod(0o644)


def fill(tree, program):
    """Puts everything in its place below `tree`."""
    install(program, tree / "usr/bin/pelacak", 0o755)
    if shutil.which("strip"):
        subprocess.run(["strip", "--strip-unneeded", tree / "usr/bin/pelacak"], check=True)
    share = tree / "usr/share/pelacak"
    shutil.copytree(ROOT / "Sources" / "Site" / "Web", share / "Web", ignore=shutil.ignore_patterns(".*"))
    missing = [name for name in ASSETS if not (ROOT / "Assets" / name).exists()]
    if missing:
        raise Problem(f"Assets/ lacks {', '.join(missing)}: run make run or python3 Tools/setup.py assets first")
    for name in ASSETS:
        install(ROOT / "Assets" / name, share / "Assets" / name)
    lists = ROOT / "Lists"
    for name in sorted([*lists.glob("*.csv"), *lists.glob("watches/*.json")]):
        install(name, share / "Lists" / name.relative_to(lists))
    install(PACKAGING / "pelacak.yaml", tree / "etc/pelacak/pelacak.yaml")
    install(PACKAGING / "systemd" / "pelacak.service", tree / "lib/systemd/system/pelacak.service")
    documents = tree / "usr/share/doc/pelacak"
    install(PACKAGING / "debian" / "copyright", documents / "copyright")
    packed((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), documents / "CHANGELOG.md.gz")
    for name in ("README.md", "docs/http-api.md", "docs/operations.md"):
        if (ROOT / name).exists():
            install(ROOT / name, documents / pathlib.Path(name).name)
    described = subprocess.run([program, "--experimental-dump-help"], capture_output=True, text=True, check=True).stdout
    packed(manpage.written(json.loads(described), version()), tree / "usr/share/man/man1/pelacak.1.gz")
    for path in [tree, *tree.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
        elif path.parent.name != "bin":
            path.chmod(0o644)


def control(tree, program):
    """The package's own files."""
    folder = tree / "DEBIAN"
    folder.mkdir()
    files = sorted(path for path in tree.rglob("*") if path.is_file() and folder not in path.parents)
    size = sum(path.stat().st_size for path in files) // 1024
    (folder / "control").write_text(
        f"""Package: pelacak
Version: {version()}
Architecture: amd64
Maintainer: The Pelacak authors <pelacak@localhost>
Installed-Size: {size}
Depends: {depends(program)}
Section: hamradio
Priority: optional
Description: flight tracker from radio to a live map
 Pelacak reads Mode S and ADS-B from receivers, samples or other programs,
 follows the aircraft and shows them live on a map of its own, saying of
 every value how it is known. It answers as readsb does, so that tar1090
 and scripts work with it.
""",
        encoding="utf-8",
    )
    (folder / "conffiles").write_text("/etc/pelacak/pelacak.yaml\n")
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(tree)}\n" for path in files if not str(path.relative_to(tree)).startswith("etc/")]
    (folder / "md5sums").write_text("".join(sums))
    for name in ("postinst", "prerm", "postrm"):
        install(PACKAGING / "debian" / name, folder / name, 0o755)
    for name in ("control", "conffiles", "md5sums"):
        (folder / name).chmod(0o644)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", default=str(ROOT / ".build" / "deb"), help="where to build")
    parser.add_argument("--program", help="a program that is built already")
    options = parser.parse_args()
    folder = pathlib.Path(options.folder)
    try:
        if not shutil.which("dpkg-deb"):
            raise Problem("no dpkg-deb here: a Debian package is made on Debian or a relative")
        folder.mkdir(parents=True, exist_ok=True)
        program = pathlib.Path(options.program) if options.program else build(folder)
        tree = folder / "tree"
        shutil.rmtree(tree, ignore_errors=True)
        tree.mkdir()
        fill(tree, program)
        control(tree, program)
        package = folder / f"pelacak_{version()}_amd64.deb"
        draft = folder / "unfinished.deb"
        subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, draft], check=True, stdout=sys.stderr)
        os.replace(draft, package)
        print(package)
    except (Problem, subprocess.CalledProcessError, OSError) as problem:
        say(f"make_deb: {problem}")
        return 1
    return 0


if __name__ == "__main__":
    os.umask(0o022)
    sys.exit(main())
