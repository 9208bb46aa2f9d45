"""Coasts and borders as a small file of lines, for pictures that stand alone: `outline.txt`.

First line `pelacak-outline` and the format's number, then lines that begin with `#` (whence, for people), then one line of points each:
kind, a tab, numbers in 250ths of a degree: longitude and latitude of the first point, then the step to each further one.
No name of anything is in it.
"""
import os
from collections import defaultdict

from . import clip, simplify

FORMAT = 1
#: As `Assets/PROVENANCE.md` has it.
CREDIT = "Natural Earth (public domain), as packaged by QGIS"
#: In the order they are written in.
KINDS = ("coast", "border", "disputed")
#: Units of a degree.
UNIT = 250
#: Degrees by which a coast may lie beside itself. With 0.02 the file is a sixth smaller, with 0.01 it is a megabyte.
TOLERANCE = 0.015
#: Points of one written line: a reader leaves out those far from its picture, and what it does with one is bounded.
LONGEST = 400
#: Closer than this to a line that is drawn already (degrees), a listed one is the same.
_SAME = 0.02
#: Beyond it lies but the cut that the source has along its southern edge.
_SOUTH = -89.0


def lines(arcs, listed):
    """[(kind, points in units)], simplified.

    - arcs: (kind, points) of a coverage; other kinds than `KINDS` are left out.
    - listed: lines of contested borders; what of them lies along a contested arc is left out, for two dashed lines make a whole one.
    """
    found = {kind: [] for kind in KINDS}
    for kind, points in arcs:
        if kind in found:
            found[kind].append(points)
    drawn = _cells(found["disputed"])
    for line in listed:
        found["disputed"] += _apart(line, drawn)
    out = []
    for kind in KINDS:
        for line in joined(met([piece for line in found[kind] for piece in within(line)])):
            kept = simplify.kept(line, simplify.weights(line), TOLERANCE, UNIT)
            # What shrank to a point, or to a line there and back.
            if len(kept) < 2 or (kept[0] == kept[-1] and len(kept) < 4):
                continue
            out += [(kind, kept[first:first + LONGEST]) for first in range(0, len(kept) - 1, LONGEST - 1)]
    return out


def within(line):
    """The pieces of a line between the two sides of the date line, without what lies on it or on the source's southern edge."""
    cut = [([], line)]
    for axis, low, high in ((0, -180.0, 180.0), (1, -90.0, 90.0)):
        cut = clip.cut_lines(cut, axis, low, high)
    pieces = []
    for _, points in cut:
        piece = points[:1]
        for a, b in zip(points, points[1:]):
            if a == b:
                continue
            if (abs(a[0]) == 180 and a[0] == b[0]) or (a[1] < _SOUTH and b[1] < _SOUTH):
                pieces.append(piece)
                piece = [b]
            else:
                piece.append(b)
        pieces.append(piece)
    return [piece for piece in pieces if len(piece) > 1]


def met(lines):
    """Lines without their ends on the date line where nothing goes on at its other side: the source has nothing so near to it."""
    sides = {180.0: set(), -180.0: set()}
    for line in lines:
        for longitude, latitude in (line[0], line[-1]):
            if longitude in sides:
                sides[longitude].add(round(latitude, 6))

    def is_loose(point):
        return point[0] in sides and round(point[1], 6) not in sides[-point[0]]

    out = []
    for line in lines:
        first, last = 1 if is_loose(line[0]) else 0, len(line) - (1 if is_loose(line[-1]) else 0)
        if last - first > 1:
            out.append(line[first:last])
    return out


def joined(lines):
    """Lines put together where the ends of exactly two of them meet; a line whose ends meet is closed."""
    ends = defaultdict(list)
    for number, line in enumerate(lines):
        ends[line[0]].append(number)
        ends[line[-1]].append(number)
    taken, out = set(), []

    def grown(line, number):
        """The line with all that follows its last point."""
        while line[0] != line[-1]:
            here = ends[line[-1]]
            if len(here) != 2 or here[0] == here[1]:
                break
            number = here[0] if here[1] == number else here[1]
            if number in taken:
                break
            taken.add(number)
            more = lines[number]
            line = line + (more[1:] if more[0] == line[-1] else more[-2::-1])
        return line

    for number, line in enumerate(lines):
        if number in taken:
            continue
        taken.add(number)
        forward = grown(line, number)
        out.append(forward if forward[0] == forward[-1] else grown(forward[::-1], number)[::-1])
    return out


def _cells(lines):
    """Cells of `_SAME` degrees through which lines go."""
    cells = set()
    for line in lines:
        for a, b in zip(line, line[1:]):
            steps = 1 + int(max(abs(a[0] - b[0]), abs(a[1] - b[1])) / (_SAME / 2))
            for i in range(steps + 1):
                t = i / steps
                cells.add((int((a[0] + t * (b[0] - a[0])) // _SAME), int((a[1] + t * (b[1] - a[1])) // _SAME)))
    return cells


def _apart(line, cells):
    """The pieces of a line that do not lie along others."""
    pieces, piece = [], line[:1]
    for a, b in zip(line, line[1:]):
        x, y = int((a[0] + b[0]) / 2 // _SAME), int((a[1] + b[1]) / 2 // _SAME)
        if any((x + dx, y + dy) in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            pieces.append(piece)
            piece = [b]
        else:
            piece.append(b)
    return [piece for piece in pieces + [piece] if len(piece) > 1]


def written(found):
    """The file's bytes."""
    rows = [f"pelacak-outline\t{FORMAT}", f"# {CREDIT}; made by Tools/make_basemap.py."]
    for kind, points in found:
        x, y = points[0]
        numbers = [x, y]
        for px, py in points[1:]:
            numbers += [px - x, py - y]
            x, y = px, py
        rows.append(kind + "\t" + " ".join(map(str, numbers)))
    return ("\n".join(rows) + "\n").encode("ascii")


def read(data):
    """What `written` wrote: [(kind, points)]. Raises ValueError."""
    rows = data.decode("ascii").split("\n")
    if rows[0] != f"pelacak-outline\t{FORMAT}" or rows[-1]:
        raise ValueError("no outline")
    found = []
    for row in rows[1:-1]:
        if row.startswith("#"):
            continue
        kind, _, text = row.partition("\t")
        numbers = [int(word) for word in text.split(" ")]
        if kind not in KINDS or len(numbers) < 4 or len(numbers) % 2:
            raise ValueError("no line of an outline")
        x, y, points = 0, 0, []
        for dx, dy in zip(numbers[::2], numbers[1::2]):
            x, y = x + dx, y + dy
            points.append((x, y))
        found.append((kind, points))
    return found


def write(path, data):
    """Whole or not at all."""
    temporary = path.with_name(path.name + ".part")
    temporary.write_bytes(data)
    os.replace(temporary, path)
