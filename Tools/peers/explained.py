"""The table of explained classes in docs/decoding-differences.md: read, matched, and its counts written anew.

A row is `| field | where | kind | peer | counts | why |`; the first four may hold `*`, `?` and `{a;b}`, and the first row that fits
counts. A row whose reason is `?` explains nothing.
"""
import re

HEAD = "| field | where | kind | peer | counts | why |"
OPEN = "?"


class Explained:
    def __init__(self, path):
        self.path = path
        self.lines = path.read_text(encoding="utf-8").splitlines()
        if HEAD not in self.lines:
            raise ValueError(f"{path}: no line {HEAD!r}")
        self.begin = self.lines.index(HEAD) + 2
        self.end = self.begin
        while self.end < len(self.lines) and self.lines[self.end].startswith("|"):
            self.end += 1
        self.rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in self.lines[self.begin:self.end]]
        for row in self.rows:
            if len(row) != 6:
                raise ValueError(f"{path}: this row of the table has not six cells: {row}")
        self._patterns = [[_pattern(cell) for cell in row[:4]] for row in self.rows]

    def row_of(self, name, peer):
        """The index of the first row that fits a class, or None."""
        for index, patterns in enumerate(self._patterns):
            if all(pattern.fullmatch(text) for pattern, text in zip(patterns, (*name, peer))):
                return index
        return None

    def explains(self, index):
        return index is not None and self.rows[index][5] != OPEN

    def changed(self, counts):
        """Yields a line for each row whose counts are no more those of the table."""
        for index, row in enumerate(self.rows):
            if (now := _told(counts.get(index, {}))) != row[4]:
                yield f"counts changed: {' | '.join(row[:4])}: the table has {row[4] or 'none'}, now {now}"

    def write(self, counts, new):
        """Writes counts ({row index: {file: count}}) and appends rows for classes without one ([(class, peer, {file: count})])."""
        rows = [[*row[:4], _told(counts.get(index, {})), row[5]] for index, row in enumerate(self.rows)]
        rows += [[*name, peer, _told(files), OPEN] for name, peer, files in new]
        self.lines[self.begin:self.end] = ["| " + " | ".join(row) + " |" for row in rows]
        self.path.write_text("\n".join(self.lines) + "\n", encoding="utf-8")


def _told(files):
    return ", ".join(f"{name} {count:,}" for name, count in sorted(files.items())) or "none now"


def _pattern(cell):
    """`*` and `?` as a shell has them, `{a;b}` one of several; brackets stand for themselves, for kinds hold lists."""
    text = cell.strip("`")
    parts = re.split(r"\{([^}]*)\}", text)
    return re.compile("".join(
        "(?:" + "|".join(_simple(choice) for choice in part.split(";")) + ")" if index % 2 else _simple(part)
        for index, part in enumerate(parts)
    ))


def _simple(text):
    return re.escape(text).replace(r"\*", ".*").replace(r"\?", ".")
