"""Runs inside the environment of the other decoders: a recording as JSON on standard input, answers as JSON on standard output.

Input: {"who", "frames", "times", "receiver"}; output: a list, for each frame the peer's own fields, or null where it gives none.
"""
import json
import sys


def pymodes(frames, times, receiver):
    import pyModeS

    decoder = pyModeS.PipeDecoder(include_meteo=True, surface_ref=receiver)
    answers = []
    for frame, time in zip(frames, times):
        try:
            # Copied at once: when a pair is complete, 3.6.1 writes the later frame's position into the earlier frame's answer too.
            answers.append(dict(decoder.decode(frame, timestamp=time)))
        except pyModeS.DecodeError:
            answers.append(None)
    return answers


def rs1090(frames, times, receiver):
    import rs1090 as peer

    found = peer.decode([frame.lower() for frame in frames], times, reference=receiver)
    # What it cannot read it leaves out, so its answers are lined up by frame and time.
    answers, position = [], 0
    for frame, time in zip(frames, times):
        entry = found[position] if position < len(found) else None
        if entry is not None and entry["frame"] == frame.lower() and abs(entry["timestamp"] - time) < 1e-3:
            position += 1
            answers.append(entry)
        else:
            answers.append(None)
    if position != len(found):
        raise SystemExit("rs1090 gave answers out of order")
    return answers


if __name__ == "__main__":
    question = json.load(sys.stdin)
    place = tuple(question["receiver"]) if question["receiver"] else None
    json.dump({"pymodes": pymodes, "rs1090": rs1090}[question["who"]](question["frames"], question["times"], place), sys.stdout, default=str)
