"""The recordings to compare on: frames with their times, and answers that came with them."""
import dataclasses
import json
import os
import pathlib

from .crc import address_of_reply, all_call

ROOT = pathlib.Path(__file__).resolve().parents[2]
#: Where a file carries no times, its frames come this far apart: far enough for no pair of positions in the golden set.
UNTIMED_BEGIN = 1_700_000_000.0


@dataclasses.dataclass
class Recording:
    """A list of frames.

    `frames` are upper-case hex, `times` seconds since 1970, never going back. `receiver` is (latitude, longitude) where it is known.
    `answers` holds a third reference's fields for each frame, or is empty. `introduced` are frames that ours reads before the others,
    at the same times, which the peers do not need (see `announced`).
    """
    name: str
    frames: list
    times: list
    receiver: tuple = None
    answers: list = dataclasses.field(default_factory=list)
    introduced: list = dataclasses.field(default_factory=list)


def folder():
    """The folder `modes` of the recordings, or None: PELACAK_RECORDINGS, else ../shared/data seen from here or from the parent."""
    named = os.environ.get("PELACAK_RECORDINGS")
    for place in [pathlib.Path(named)] if named else [ROOT / "../shared/data", ROOT / "../../shared/data"]:
        if (place / "modes").is_dir():
            return (place / "modes").resolve()
    return None


def _rows(path):
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        parts = [part.strip().strip('"') for part in line.split(",")]
        try:
            yield float(parts[0]), parts[1:]
        except (ValueError, IndexError):
            continue


def beast_payload(text):
    """The frame in the hex of a Beast record (0x1A, type, 6 bytes of time, level; no byte doubled here), or the text itself."""
    text = text.upper()
    return text[18:] if text[:3] == "1A3" else text


def long_flight(modes):
    rows = [(time, beast_payload(rest[0])) for time, rest in _rows(modes / "long_flight_first_half.csv")]
    return Recording("long", [frame for _, frame in rows], [time for time, _ in rows], receiver=(43.63, 1.37))


def commb_sample(modes):
    rows = list(_rows(modes / "sample_data_commb_df20.csv"))
    return Recording("commb", [rest[1].upper() for _, rest in rows], [time for time, _ in rows])


def announced(recording):
    """The same, where each address of a reply is heard clean twice in the half minute before: all-call replies, made here."""
    last, introduced = {}, []
    for frame, time in zip(recording.frames, recording.times):
        if int(frame[:2], 16) >> 3 not in (0, 4, 5, 16, 20, 21):
            continue
        address = address_of_reply(frame)
        if time - last.get(address, 0) > 30:
            last[address] = time
            introduced += [(time, all_call(address))] * 2
    return dataclasses.replace(recording, name=recording.name + "+addresses", introduced=introduced)


def golden(modes):
    answers = json.loads((modes / "golden_v2_df17_df20.json").read_text(encoding="utf-8"))
    times = [UNTIMED_BEGIN + 30.0 * index for index in range(len(answers))]
    return Recording("golden", [frame.upper() for frame in answers], times, answers=list(answers.values()))


def all_of(modes):
    """Every recording of the folder, in a fixed order."""
    short = [(time, rest[0].upper()) for time, rest in _rows(modes / "short_flights.csv")]
    adsb = [(time, rest[0].upper()) for time, rest in _rows(modes / "sample_data_adsb.csv")]
    plain = [line.strip().upper() for line in (modes / "twuillemin_example1.txt").read_text().splitlines() if line.strip()]
    commb = commb_sample(modes)
    yield golden(modes)
    yield announced(golden(modes))
    yield Recording("short", [frame for _, frame in short], [time for time, _ in short])
    yield Recording("adsb", [frame for _, frame in adsb], [time for time, _ in adsb])
    yield Recording("twuillemin", plain, [UNTIMED_BEGIN + 0.05 * index for index in range(len(plain))])
    yield commb
    yield announced(commb)
    yield long_flight(modes)
