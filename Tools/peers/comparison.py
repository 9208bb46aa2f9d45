"""Compares two decoders' answers field by field and sorts differences into classes.

A class is (field, where, kind): `groundspeed`, `DF17 TC19`, `gap <= 0.5`. `where` is the format with its type code, or `Comm-B` with the
register both name. Kinds are narrow, so that an explained class does not hide a mistake.
"""
import collections

#: A degree and a part of it that is 1 m on the ground.
_POSITION_TOLERANCE = 1e-5
MISSING = "no such field there"


class Comparison:
    """Of ours with one peer on one recording."""

    def __init__(self, ranked=True):
        """`ranked`: whether the peer's registers come best first."""
        self._ranked = ranked
        #: field -> counts of agree, differ, only ours, only theirs
        self.fields = collections.defaultdict(collections.Counter)
        self.classes = collections.Counter()
        self.examples = {}
        self._only_ours = []

    def note(self, key, outcome, where, kind, example):
        self.fields[key][outcome] += 1
        self._class((key, where, kind), example)

    def _class(self, name, example):
        self.classes[name] += 1
        self.examples.setdefault(name, example)

    def frame(self, frame, mine, theirs, damaged):
        """Adds a frame; `mine` and `theirs` are (fields, registers) or None, `damaged` whether the peer says that parity is wrong."""
        if mine is None or theirs is None:
            if mine is not None or theirs is not None:
                outcome = "only ours" if theirs is None else "only theirs"
                kind = outcome + (", parity wrong" if damaged else "")
                self.note("frame", outcome, place(frame), kind, frame)
            return
        self.fields["frame"]["agree"] += 1
        self._compare(frame, place(frame), mine[0], theirs[0])
        if mine[0]["df"] in (20, 21):
            self._registers(frame, mine[1], theirs[1])

    def _compare(self, frame, where, mine, theirs):
        for key in sorted(set(mine) | set(theirs)):
            if key not in theirs:
                self.fields[key]["only ours"] += 1
                self._only_ours.append((key, where, frame, mine[key]))
            elif key not in mine:
                kind = "only theirs" + (", ours ambiguous between sisters" if "ambiguous_with" in mine and key == "icao" else "")
                self.note(key, "only theirs", where, kind, (frame, theirs[key]))
            elif (kind := difference(key, mine, theirs)) is None:
                self.fields[key]["agree"] += 1
            else:
                self.note(key, "differ", where, kind, (frame, mine[key], theirs[key]))

    def _registers(self, frame, mine, theirs):
        example = (frame, " or ".join(mine) or "-", " or ".join(theirs) or "-")
        # The one they name: the first where they rank, else the only one.
        first = next(iter(theirs), None) if self._ranked or len(theirs) == 1 else None
        if len(mine) == 1:
            register, content = next(iter(mine.items()))
            self._clear(f"Comm-B {register}", register, content, first, theirs, example)
        elif mine:
            self.fields["bds"]["ambiguous"] += 1
            kind = f"theirs {first}" if first else "theirs several too" if theirs else "theirs none"
            strange = bool(theirs) and not (mine.keys() & ({first} if first else theirs.keys()))
            outcome = "only ours" if not theirs else "differ" if strange else "agree"
            self.note("bds", outcome, "Comm-B ambiguous", kind + (", none of ours" if strange else ""), example)
        elif theirs:
            self.note("bds", "only theirs", "Comm-B none", f"theirs {' or '.join(sorted(theirs))}", example)
        else:
            self.fields["bds"]["agree"] += 1

    def _clear(self, where, register, content, first, theirs, example):
        """Ours names a register."""
        if register not in theirs:
            self.note("bds", "differ" if theirs else "only ours", where, f"theirs {' or '.join(sorted(theirs)) or 'none'}", example)
            return
        if first in (register, None):
            self.fields["bds"]["agree"] += 1
        else:
            self.note("bds", "differ", where, f"theirs rather {first}", example)
        for other in theirs:
            if other not in (register, first):
                self._class(("bds", where, f"theirs perhaps {other}"), example)
        if theirs[register]:
            self._compare(example[0], where, content, theirs[register])

    def settle(self, universe):
        """Classes of what only ours has; `universe` holds each (format, field) the peer gives anywhere."""
        for key, where, frame, value in self._only_ours:
            known = (group(where), key) in universe
            self._class((key, where, "only ours") if known else (key, group(where), MISSING), (frame, value))
        self._only_ours = []


def group(where):
    return where.split()[0]


def format_of(frame):
    return min(int(frame[:2], 16) >> 3, 24)


def place(frame):
    """`DF17 TC19`, `DF4`."""
    df = format_of(frame)
    return f"DF{df} TC{int(frame[8:10], 16) >> 3}" if df in (17, 18) else f"DF{df}"


def names_of(answers):
    """Each (format, field) among a peer's answers, given as [(frame, (fields, registers) or None)]."""
    found = set()
    for frame, answer in answers:
        if answer:
            found |= {(f"DF{format_of(frame)}", key) for key in answer[0]}
            found |= {("Comm-B", key) for content in answer[1].values() for key in content}
    return found


def difference(key, mine, theirs):
    """None when both mean the same, else the kind of difference."""
    a, b = mine[key], theirs[key]
    if isinstance(a, list) and isinstance(b, list):
        missing, more = sorted(set(a) - set(b)), sorted(set(b) - set(a))
        return None if not missing and not more else f"only ours: {' '.join(missing) or '-'}; only theirs: {' '.join(more) or '-'}"
    if isinstance(a, str) or isinstance(b, str):
        return None if a == b else f"{a} / {b}" if key not in ("icao", "callsign", "squawk", "mv", "registration") else "differ"
    if isinstance(a, bool) or isinstance(b, bool):
        return None if bool(a) == bool(b) and a in (0, 1) and b in (0, 1) else f"{a} / {b}"
    if not isinstance(a, (int, float)) or not isinstance(b, (int, float)):
        return None if a == b else "differ"
    gap = abs(a - b)
    if key in ("latitude", "longitude"):
        gap = min(gap, abs(360 - gap))
        return None if gap <= _POSITION_TOLERANCE else "gap <= 0.01 degrees" if gap <= 0.01 else "another place"
    if gap <= 1e-6 * max(1, abs(b)):
        return None
    low, high = mine.get(key + "_min"), mine.get(key + "_max")
    if low is not None and high is not None and low <= b <= high:
        return "edge of the interval" if b in (low, high) else "elsewhere in the interval"
    if key.startswith("selected_altitude") and b % 100 == 0 and gap < 100:
        return "to hundreds"
    if b == 0 and key.endswith(("_rate", "geo_minus_baro")):
        return f"{a:g} / 0"
    # Ours are rounded to hundredths: 385.998 is 386.00 there.
    if b == int(b) and -0.005 <= a - b < 1.005 and (a != int(a) or key == "groundspeed"):
        return "cut to a whole"
    for step in (0.005, 0.05, 0.5):
        if gap <= step * 1.0001:
            return f"gap <= {step}"
    return "sign" if a == -b else "differ"
