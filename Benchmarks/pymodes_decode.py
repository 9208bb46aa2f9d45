"""Decodes a recording with pyModeS, printing JSON lines, as `pelacak decode --output jsonl` does."""
import json
import sys

import pyModeS


def main():
    decoder = pyModeS.PipeDecoder()
    for line in open(sys.argv[1], encoding="utf-8-sig"):
        time, text = line.strip().split(",")[:2]
        if text.startswith("1a3"):
            text = text[18:]
        print(json.dumps(dict(decoder.decode(text, timestamp=float(time))), default=str))


if __name__ == "__main__":
    main()
