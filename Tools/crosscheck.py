#!/usr/bin/env python3
"""Ours beside pyModeS and rs1090 on every shared recording: fields that agree and differ, and each class of difference.

Usage: crosscheck.py [--only FILE,…] [--write]
  --only   recordings: golden golden+addresses short adsb twuillemin commb commb+addresses long
  --write  write the counts into docs/decoding-differences.md, and a row for each class that has none

Status 1 if a class of difference is not explained there. PELACAK names another program than .build/release/pelacak, PELACAK_RECORDINGS
another folder than ../shared/data. Skips aloud where there are no recordings.
"""
import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from peers import names, ours, recordings, venv  # noqa: E402
from peers.comparison import Comparison, names_of  # noqa: E402
from peers.explained import Explained  # noqa: E402
from provision.console import Problem, end_like_ctrl_c, say  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs" / "decoding-differences.md"
PEERS = {"pymodes": names.pymodes, "rs1090": names.rs1090}
OUTCOMES = ("agree", "differ", "only ours", "only theirs")


def ask(python, who, recording):
    """A peer's own answers, one for each frame."""
    question = {"who": who, "frames": recording.frames, "times": recording.times, "receiver": recording.receiver}
    run = subprocess.run([python, ROOT / "Tools" / "peers" / "ask.py"], input=json.dumps(question), capture_output=True, text=True)
    if run.returncode != 0:
        raise Problem(f"{who} failed on {recording.name}: {run.stderr.strip()[-500:]}")
    return json.loads(run.stdout)


def gather(python, chosen, modes):
    """{(recording, peer): (frames, ours, theirs, damaged)}; answers by our names."""
    found = {}
    for recording in recordings.all_of(modes):
        if chosen and recording.name not in chosen:
            continue
        say(f"{recording.name}: {len(recording.frames):,} frames …")
        lines = ours.decode(recording.frames, recording.times, recording.receiver, recording.introduced)
        mine = [line and names.ours(line) for line in lines]
        for peer, translate in PEERS.items():
            answers = ask(python, peer, recording)
            damaged = [bool(answer) and answer.get("crc_valid") is False for answer in answers]
            found[recording.name, peer] = recording.frames, mine, [answer and translate(answer) for answer in answers], damaged
        if recording.answers:
            theirs = [names.golden(answer) for answer in recording.answers]
            found[recording.name, "golden"] = recording.frames, mine, theirs, [False] * len(theirs)
    return found


def compare(found):
    """{(recording, peer): Comparison}."""
    universe = collections.defaultdict(set)
    for (_, peer), (frames, _, theirs, _) in found.items():
        universe[peer] |= names_of(zip(frames, theirs))
    comparisons = {}
    for (name, peer), columns in found.items():
        comparison = comparisons[name, peer] = Comparison(ranked=peer == "pymodes")
        for row in zip(*columns):
            comparison.frame(*row)
        comparison.settle(universe[peer])
    return comparisons


def print_fields(name, peer, comparison):
    print(f"\n{name}, {peer}")
    print(f"  {'field':34}" + "".join(f"{outcome:>13}" for outcome in OUTCOMES))
    for key, counts in sorted(comparison.fields.items(), key=lambda entry: (entry[0] != "frame", entry[0])):
        print(f"  {key:34}" + "".join(f"{counts[outcome] or '':>13}" for outcome in OUTCOMES))


def print_classes(comparisons, explained):
    """Prints every class; returns (counts by row, classes without a reason)."""
    by_class = collections.defaultdict(dict)
    examples = {}
    for (name, peer), comparison in comparisons.items():
        for key, count in comparison.classes.items():
            by_class[key, peer][name] = count
            examples.setdefault((key, peer), comparison.examples[key])
    counts, unexplained = collections.defaultdict(collections.Counter), []
    print("\nClasses of difference: field, where, kind, peer, counts, an example (frame, ours, theirs)")
    for (key, peer), files in sorted(by_class.items()):
        row = explained.row_of(key, peer)
        if row is not None:
            counts[row].update(files)
        if not explained.explains(row):
            unexplained.append((key, peer, files, row))
        mark = "" if explained.explains(row) else "UNEXPLAINED  "
        told = ", ".join(f"{name} {count:,}" for name, count in files.items())
        example = examples[key, peer]
        example = example if isinstance(example, str) else " ".join(map(str, example))
        print(f"  {mark}{key[0]:26} {key[1]:16} {key[2]:26} {peer:8} {told}  [{example}]")
    return counts, unexplained


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="recordings, with commas between")
    parser.add_argument("--write", action="store_true", help=f"write counts into {TABLE.relative_to(ROOT)}")
    options = parser.parse_args()
    modes = recordings.folder()
    if modes is None:
        print("skipped: needs recordings (../shared/data/modes, or PELACAK_RECORDINGS)")
        return 0
    try:
        python = venv.provide()
        if "PELACAK" not in os.environ and subprocess.run([sys.executable, ROOT / "Tools" / "setup.py", "run"]).returncode != 0:
            return 1
        explained = Explained(TABLE)
        comparisons = compare(gather(python, set(options.only.split(",")) - {""}, modes))
    except (Problem, ValueError, OSError) as problem:
        say(f"crosscheck: {problem}")
        return 1
    print(f"ours beside {', '.join(venv.wanted())}")
    for (name, peer), comparison in comparisons.items():
        print_fields(name, peer, comparison)
    counts, unexplained = print_classes(comparisons, explained)
    if options.write:
        explained.write(counts, [(key, peer, files) for key, peer, files, row in unexplained if row is None])
    elif not options.only:
        for line in explained.changed(counts):
            print(line)
    total = sum(sum(comparison.classes.values()) for comparison in comparisons.values())
    print(f"\n{total:,} differences in {sum(len(c.classes) for c in comparisons.values())} classes; "
          f"unexplained: {len(unexplained)} classes, {sum(sum(entry[2].values()) for entry in unexplained):,} differences")
    return 1 if unexplained else 0


if __name__ == "__main__":
    os.chdir(ROOT)
    end_like_ctrl_c()
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        say("\nstopped")
        sys.exit(130)
