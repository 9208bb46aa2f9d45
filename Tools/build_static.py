#!/usr/bin/env python3
"""Builds the program for plain x86-64 with the Swift runtime linked in: build_static.py FOLDER. What is given to people who have no compiler, and measured.

It is linked so that little of it has to lie in memory (docs/performance.md): addresses packed (RELR: the loader reads 0.04 MB of a table instead of 4.4), no
names for others to link to, and what runs while decoding side by side (link-order.txt, made by make_link_order.py). Needs the C library 2.36, Debian 12's.
"""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINKER = ["-Xswiftc", "-use-ld=lld"]
for option in (
    "-z", "pack-relative-relocs", "--no-export-dynamic", f"--symbol-ordering-file={ROOT / 'Tools' / 'link-order.txt'}", "--no-warn-symbol-ordering",
):
    LINKER += ["-Xlinker", option]


def build(folder, more=()):
    """Builds into `folder`; the program's path, or None when the build failed."""
    command = ["swift", "build", "-c", "release", "--product", "pelacak", "--static-swift-stdlib", "--scratch-path", str(folder), *LINKER, *more]
    if subprocess.run(command, cwd=ROOT, stdout=sys.stderr).returncode != 0:
        return None
    return ROOT / folder / "release" / "pelacak"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = build(sys.argv[1])
    if program is None:
        sys.exit("build_static: the build failed")
    print(program)
