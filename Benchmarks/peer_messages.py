"""Runs inside the environment of the other decoders: prints the CPU seconds of one call that decodes all frames.

Usage: peer_messages.py rs1090|batch|pipe FRAMES      FRAMES: lines `time hex`. Reading them is not timed.
"""
import logging
import sys
import time


def main():
    who, path = sys.argv[1:]
    rows = [line.split() for line in open(path, encoding="ascii")]
    times, frames = [float(row[0]) for row in rows], [row[1] for row in rows]
    logging.disable(logging.WARNING)
    if who == "rs1090":
        import rs1090

        begin = time.process_time()
        answers = rs1090.decode(frames, times)
    elif who == "batch":
        import pyModeS

        begin = time.process_time()
        answers = pyModeS.decode(frames, timestamps=times)
    else:
        import pyModeS

        decoder = pyModeS.PipeDecoder()
        begin = time.process_time()
        answers = [decoder.decode(frame, timestamp=moment) for frame, moment in zip(frames, times)]
    seconds = time.process_time() - begin
    if len(answers) != len(frames):
        raise SystemExit(f"{who}: {len(answers)} answers to {len(frames)} frames")
    print(seconds)


if __name__ == "__main__":
    main()
