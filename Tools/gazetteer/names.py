"""Names of one place: text, language, source; each spelling once."""
import unicodedata

#: Languages: e English, i Indonesian, x not said by the source; a capital letter for a further spelling that is not the one to show.
ENGLISH, INDONESIAN, UNSAID = "e", "i", "x"
#: Sources: a airportsdata, c Unicode CLDR, g GeoNames, o OurAirports, p ours (names.tsv, basemap/places.py).
SOURCES = "acgop"
#: Bytes above which a name is left out.
LONGEST = 96
#: Most names of one place.
MOST = 120
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "þ": "th"}


def folded(text):
    """Letters and digits alone, small, without diacritics: what two spellings of one name have in common."""
    plain = "".join(_LETTERS.get(letter, letter) for letter in text.lower())
    return "".join(letter for letter in unicodedata.normalize("NFKD", plain) if letter.isalnum())


def clean(text):
    """Text without control characters and with single spaces."""
    return " ".join("".join(" " if unicodedata.category(letter)[0] == "C" else letter for letter in text).replace("|", " ").split())


def is_latin(text):
    """Whether all its letters are Latin ones."""
    return all(not letter.isalpha() or "LATIN" in unicodedata.name(letter, "") for letter in text)


class Names:
    """The names of one place: of each language at most one is to be shown, the first that is added as such."""

    def __init__(self):
        self.rows = []
        self._seen = set()
        self._shown = {UNSAID}

    def add(self, text, language, source, shown=True):
        """Adds a name unless this language has it; one without language also unless any has it."""
        text = clean(text)
        key = folded(text)
        if not key or len(text.encode()) > LONGEST or len(self.rows) >= MOST:
            return
        languages = (language,) if language != UNSAID else (ENGLISH, INDONESIAN, UNSAID)
        if any((one, key) in self._seen for one in languages):
            return
        self._seen.add((language, key))
        letter = language
        if language != UNSAID and (language in self._shown or not shown):
            letter = language.upper()
        else:
            self._shown.add(language)
        self.rows.append((letter + source, text))

    def cell(self):
        """`eg:Moscow|ic:Moskwa|Ig:Moskow|xg:Moskau`."""
        return "|".join(f"{tag}:{text}" for tag, text in self.rows)


def own(path):
    """names.tsv as {(kind, key): [(English name, language, name, use, source)]}. Raises ValueError naming the line that is wrong."""
    found = {}
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.startswith("#"):
                continue
            cells = line.rstrip("\n").split("\t")
            if len(cells) != 7 or cells[0] not in ("country", "city", "airport") or cells[3] not in ("id", "en") \
                    or cells[5] not in ("shown", "also") or cells[6] not in ("ours", "geonames"):
                raise ValueError(f"{path}:{number}: not kind, key, English name, language, name, use, source")
            found.setdefault((cells[0], cells[1]), []).append(tuple(cells[2:]))
    return found


def add_own(names, rows, english):
    """Adds rows of names.tsv to a place. Raises ValueError if they mean a place of another name."""
    for expected, language, name, use, source in rows:
        if expected != english:
            raise ValueError(f"names.tsv: {name} is said to be {expected}, the lists say {english}")
        names.add(name, ENGLISH if language == "en" else INDONESIAN, "g" if source == "geonames" else "p", use == "shown")
