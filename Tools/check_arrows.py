#!/usr/bin/env python3
"""Fails if a source file imports what its target does not declare, or what the house keeps to other rooms.

Usage: check_arrows.py [package root]. Prints each wrong line as FILE:LINE: reason; status 1 if there is any.
The compiler does not do this: an undeclared import of a module that happens to be built passes.
"""
import json
import pathlib
import re
import subprocess
import sys

#: Part of the toolchain and of no weight: open to all.
OPEN = {"Swift", "Synchronization", "RegexBuilder", "Glibc", "Musl", "Darwin"}
TESTING = {"Testing"}
FOUNDATION = {
    "Foundation", "FoundationEssentials", "FoundationNetworking", "FoundationInternationalization", "FoundationXML", "Dispatch",
}

#: HOUSE.md, rule 2: (what, pattern of module names, rooms that may). Tests may what their room may.
KEPT = (
    ("GRDB", re.compile(r"GRDB\w*|CSQLite|GRDBSQLite"), {"Store"}),
    ("Hummingbird", re.compile(r"Hummingbird\w*"), {"Site"}),
    ("NIO", re.compile(r"_?NIO\w*"), {"Feeds", "Polling", "Outlets", "Site", "pelacak", "TestServers"}),
    ("AsyncHTTPClient", re.compile(r"AsyncHTTPClient"), {"Polling", "Outlets"}),
    ("zstd", re.compile(r"CZstd"), {"Store", "Site"}),
    ("zlib", re.compile(r"CZlib"), {"Store", "Site"}),
    ("ArgumentParser", re.compile(r"ArgumentParser"), {"pelacak"}),
    ("Yams", re.compile(r"Yams"), {"pelacak"}),
)
FOUNDATION_ROOMS = {"Feeds", "Polling", "Outlets", "Store", "Site", "pelacak"}
#: Arrows nobody may draw, whatever the manifest says.
NEVER = {("Site", "Store"): "Site asks through protocols", ("Store", "Site"): "data goes one way"}

_IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+"
    r"(?:(?:typealias|struct|class|enum|protocol|let|var|func)\s+)?`?(\w+)`?"
)


def imports(text):
    """Yields (line number, module) for each import; comments and the contents of long strings do not count."""
    def blank(match):
        return "\n" * match[0].count("\n")

    text = re.sub(r'(#*)""".*?"""\1|/\*.*?\*/', blank, text, flags=re.DOTALL)
    for number, line in enumerate(text.splitlines(), 1):
        for statement in line.split("//")[0].split(";"):
            if found := _IMPORT.match(statement):
                yield number, found[1]


def targets(root):
    """{name: (is test, folder, declared modules)} from the manifest."""
    described = json.loads(subprocess.run(
        # A scratch folder of its own: a running build holds the lock of the other one.
        ["swift", "package", "--package-path", str(root), "--scratch-path", str(root / ".build" / "manifest"), "dump-package"],
        check=True, capture_output=True, text=True,
    ).stdout)
    found = {}
    for target in described["targets"]:
        is_test = target["type"] == "test"
        folder = target.get("path") or f"{'Tests' if is_test else 'Sources'}/{target['name']}"
        declared = {next(iter(entry.values()))[0] for entry in target["dependencies"]}
        found[target["name"]] = (is_test or folder.startswith("Tests/"), root / folder, declared)
    return found


def room_of(target, names):
    """The room whose rules a target follows: a room's tests follow its room, those of the whole program the program."""
    if target == "EndToEndTests" and "pelacak" in names:
        return "pelacak"
    return target[:-5] if target.endswith("Tests") and target[:-5] in names else target


def reason_against(target, is_test, module, declared, names):
    """Why `target` may not use `module`, or None."""
    room = room_of(target, names)
    if why := NEVER.get((room, module)):
        return f"{target} may not use {module}: {why}"
    for label, pattern, rooms in KEPT:
        if pattern.fullmatch(module) and room not in rooms:
            return f"{target} may not use {module}: {label} only in {', '.join(sorted(rooms))}"
    if module in FOUNDATION:
        if is_test or room in FOUNDATION_ROOMS:
            return None
        return f"{target} may not use {module}: Foundation only in {', '.join(sorted(FOUNDATION_ROOMS))} and tests"
    if module in declared | {target} | OPEN or (is_test and module in TESTING):
        return None
    return f"{target} may not import {module}: it is not among its dependencies in Package.swift"


def check(root):
    """All that is wrong, one line each."""
    found = targets(root)
    wrong = []
    for name, (is_test, folder, declared) in found.items():
        for module in sorted(declared):
            if reason := reason_against(name, is_test, module, declared, found):
                wrong.append(f"Package.swift: {reason}")
        for path in sorted(folder.rglob("*.swift")):
            for number, module in imports(path.read_text(encoding="utf-8")):
                if reason := reason_against(name, is_test, module, declared, found):
                    wrong.append(f"{path.relative_to(root)}:{number}: {reason}")
    return wrong


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    try:
        wrong = check(root)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"check_arrows: {getattr(error, 'stderr', None) or error}", file=sys.stderr)
        return 2
    print("\n".join(wrong) or "arrows hold")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
