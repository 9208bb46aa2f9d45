#!/usr/bin/env python3
"""How often ours recognises the register of a Comm-B reply, where ADS-B of the same aircraft tells it.

Usage: measure_commb.py [--write]     --write: the tables into docs/comm-b.md

Truth comes from peers/truth.py, which reads bits by itself. Inputs: the shared long flight whole, and made harder; and the shared DF20
sample beside pyModeS. PELACAK and PELACAK_RECORDINGS as for crosscheck.py. Skips aloud where there are no recordings.
"""
import argparse
import collections
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import crosscheck  # noqa: E402
from peers import names, ours, recordings, truth, venv  # noqa: E402
from provision.console import Problem, end_like_ctrl_c, say  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "comm-b.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
MAIN = "486257"
REGISTERS = ("2,0", "4,0", "5,0", "6,0")


def answer_of(line):
    """What ours says of a reply: a register, a tuple of candidates, or None."""
    if line is None:
        return None
    if "bds" in line:
        return line["bds"]
    return tuple(line["bds_candidates"]) if line.get("bds_candidates") else None


def answers_to(recording, keep):
    """Ours' answers by index, when only the frames of `keep` are heard."""
    kept = [index for index in range(len(recording.frames)) if keep[index]]
    lines = ours.decode([recording.frames[index] for index in kept], [recording.times[index] for index in kept], recording.receiver)
    return {index: answer_of(line) for index, line in zip(kept, lines)}


def squitter(frame):
    """(address, type code) of a DF17 or DF18 frame, else None."""
    return (frame[2:8], int(frame[8:10], 16) >> 3) if int(frame[:2], 16) >> 3 in (17, 18) else None


def variants(recording):
    """Yields (name, answers): the recording whole, and with less in it."""
    squitters = [squitter(frame) for frame in recording.frames]
    yield "all heard", answers_to(recording, [True] * len(squitters))
    seen, thin = collections.Counter(), []
    for entry in squitters:
        thin.append(entry is None or seen[entry[0]] % 20 == 0)
        if entry:
            seen[entry[0]] += 1
    yield "(i) one squitter in twenty of each aircraft", answers_to(recording, thin)
    yield "(ii) no velocity (TC 19), no target state (TC 29)", answers_to(
        recording, [entry is None or entry[1] not in (19, 29) for entry in squitters])
    pooled, first = {}, recording.times[0]
    minutes = [int((time - first) // 60) for time in recording.times]
    for minute in range(minutes[-1] + 1):
        keep = [each == minute for each in minutes]
        if any(keep):
            pooled |= answers_to(recording, keep)
    yield "(iii) each minute decoded alone, nothing known before", pooled


def score(labelled, answers):
    """Rows (register, labelled, right, wrong, ambiguous, none, false) where `false` counts clear answers to replies of other registers."""
    rows = []
    for register in REGISTERS:
        own = [answers.get(index) for index, _, label, _ in labelled if label == register]
        others = [answers.get(index) for index, _, label, _ in labelled if label not in (register, None)]
        ambiguous = sum(isinstance(answer, tuple) for answer in own)
        right = sum(answer == register for answer in own)
        none = sum(answer is None for answer in own)
        rows.append((register, len(own), right, len(own) - right - ambiguous - none, ambiguous, none, sum(a == register for a in others)))
    return rows


def share(part, whole):
    return f"{part / whole:.4f}" if whole else "-"


def table(title, labelled, answers):
    yield f"**{title}**"
    yield ""
    yield "| register | labelled | right | wrong | ambiguous | no answer | precision | recall | ambiguous share |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for register, count, right, wrong, ambiguous, none, false in score(labelled, answers):
        yield (f"| {register} | {count:,} | {right:,} | {wrong:,} | {ambiguous:,} | {none:,} | {share(right, right + false)} | "
               f"{share(right, count)} | {share(ambiguous, count)} |")
    rest = collections.Counter(
        "ambiguous" if isinstance(answer, tuple) else answer or "none"
        for answer in (answers.get(index) for index, _, label, _ in labelled if label is None)
    )
    yield ""
    yield f"Replies without a label, by ours: {', '.join(f'{name} {count:,}' for name, count in rest.most_common()) or 'none'}."
    yield ""


def long_flight(modes):
    recording = recordings.long_flight(modes)
    labelled = truth.labels(recording)
    groups = {f"{MAIN}, the main aircraft": [e for e in labelled if e[1] == MAIN], "all others": [e for e in labelled if e[1] != MAIN]}
    for name, part in groups.items():
        fits = collections.Counter(min(entry[3], 2) for entry in part)
        yield (f"{name}: {len(part):,} replies with content; {fits[1]:,} fit one register, {fits[0]:,} none of the four, "
               f"{fits[2]:,} more than one.")
    yield ""
    for variant, answers in variants(recording):
        say(f"{variant} …")
        for name, part in groups.items():
            yield from table(f"{variant}: {name}", part, answers)
            wrong = [entry for entry in part if entry[2] and isinstance(answers.get(entry[0]), str) and answers[entry[0]] != entry[2]]
            for index, _, label, _ in wrong[:3]:
                print(f"wrong: {recording.frames[index]} at {recording.times[index]:.3f} is {label}, ours says {answers[index]}")


def sample(modes, python):
    """The DF20 sample: ours beside pyModeS, addresses unheard and heard."""
    yield "**The shared DF20 sample beside pyModeS 3.6.1** (weather registers on)"
    yield ""
    yield ("| addresses | ours clear, the same | ours clear, another | ours clear, pyModeS none | ours ambiguous, theirs among ours | "
           "ours ambiguous, theirs not | ours none, pyModeS one | both none | callsigns equal / not |")
    yield "|---|---|---|---|---|---|---|---|---|"
    plain = recordings.commb_sample(modes)
    theirs = [answer and names.pymodes(answer) for answer in crosscheck.ask(python, "pymodes", plain)]
    for told, recording in (("never heard clean", plain), ("heard clean before", recordings.announced(plain))):
        lines = ours.decode(recording.frames, recording.times, None, recording.introduced)
        counts, callsigns, other = collections.Counter(), collections.Counter(), collections.Counter()
        for line, peer in zip(lines, theirs):
            mine, named = answer_of(line), next(iter(peer[1]), None)
            if isinstance(mine, tuple):
                kind = "both none" if named is None else "among" if named in mine else "not among"
            else:
                kind = "both none" if mine == named is None else "none" if mine is None else "clear alone" if named is None else \
                    "same" if mine == named else "another"
            counts[kind] += 1
            if kind == "another":
                other[f"{mine} / {named}"] += 1
            if mine == named == "2,0":
                callsigns[line.get("callsign") == peer[1]["2,0"].get("callsign")] += 1
        yield f"| {told} | " + " | ".join(
            f"{counts[kind]:,}" for kind in ("same", "another", "clear alone", "among", "not among", "none", "both none")
        ) + f" | {callsigns[True]} / {callsigns[False]} |"
        if other:
            print(f"DF20 sample, {told}: ours / pyModeS:", ", ".join(f"{pair} {count}" for pair, count in other.most_common()))
    yield ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help=f"write the tables into {PAGE.relative_to(ROOT)}")
    options = parser.parse_args()
    modes = recordings.folder()
    if modes is None:
        print("skipped: needs recordings (../shared/data/modes, or PELACAK_RECORDINGS)")
        return 0
    try:
        python = venv.provide()
        if "PELACAK" not in os.environ and subprocess.run([sys.executable, ROOT / "Tools" / "setup.py", "run"]).returncode != 0:
            return 1
        lines = [*long_flight(modes), *sample(modes, python)]
    except (Problem, OSError) as problem:
        say(f"measure_commb: {problem}")
        return 1
    print("\n".join(lines))
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        before, after = page[:page.index(BEGIN)], page[page.index(END):]
        PAGE.write_text(before + BEGIN + "\n" + "\n".join(lines).rstrip() + "\n" + after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    os.chdir(ROOT)
    end_like_ctrl_c()
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        say("\nstopped")
        sys.exit(130)
