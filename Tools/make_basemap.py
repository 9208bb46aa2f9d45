#!/usr/bin/env python3
"""Makes Assets/basemap.mbtiles and Assets/outline.txt from the packaged data that Tools/setup.py fetched. Standard library only.

Usage: make_basemap.py [--assets DIR]
Layers: land, lake (z2+), border, disputed, province (z4+), place, airport. Vector tiles (MVT 2.1, gzip), zoom 0 to 6.
The outline is the same coasts and borders as lines, for the pictures of editions.
"""
import argparse
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from basemap import airports, contested, dateline, geopackage, mbtiles, outline, places, pyramid, shapefile, topology  # noqa: E402
from basemap.mercator import project  # noqa: E402

ATTRIBUTION = (
    "Land and borders: made with Natural Earth (as packaged by QGIS) | Lakes: GSHHG (LGPL) | "
    "Places: © GeoNames, CC BY 4.0 | Airports: airportsdata (MIT), OurAirports (public domain)"
)
NOTE = (
    "Borders show who holds the ground, not who is right; contested borders are in the layer `disputed` and meant to be "
    "dashed, each with its reason. No label names a contested area."
)
FIELDS = {
    "land": {}, "lake": {}, "border": {}, "province": {},
    "disputed": {"reason": "String"},
    "place": {"name": "String", "name_id": "String", "pop": "Number", "capital": "Number", "rank": "Number"},
    "airport": {"icao": "String", "iata": "String", "name": "String", "kind": "String"},
}
FIRST_ZOOM = {"lake": 2, "province": 4}


def land_arcs(world):
    """(arcs of the coverage, lines of the source's own list of contested borders)."""
    raw = [(owner, part) for (owner,), found in geopackage.features(world, "states_provinces", ["adm0_a3"]) for part in found]
    crossings = dateline.crossings([ring for _, part in raw for ring in part])
    mended = []
    for owner, part in raw:
        rings = [ring for ring in (dateline.joined(ring, crossings) for ring in part) if ring]
        if rings:
            mended.append((owner, rings))
    listed = []
    for values, found in geopackage.features(world, "disputed_borders", ["name", "adm0_left"]):
        listed += [(line, f"{values[0]} ({values[1]})") for part in found for line in part]
    return topology.arcs(mended, contested.Classifier(listed)), listed


def build(assets, say):
    """Makes the file; returns (tiles, bytes of tiles)."""
    source = assets / "source"
    arcs, listed = land_arcs(source / "world_map.gpkg")
    drawn = outline.lines([(arc.kind, arc.points) for arc in arcs], [line for line, _ in listed])
    outline.write(assets / "outline.txt", outline.written(drawn))
    lines = {kind: [pyramid.Chain(arc.points, {}) for arc in arcs if arc.kind == kind] for kind in ("coast", "border", "province")}
    lines["disputed"] = [pyramid.Chain(arc.points, {"reason": arc.detail}) for arc in arcs if arc.kind == "disputed"]
    lines["disputed"] += [pyramid.Chain(line, {"reason": reason}) for line, reason in listed]
    lakes = []
    if (source / "lakes.shp").exists():
        for ring in shapefile.rings(source / "lakes.shp"):
            lakes.append(pyramid.Chain(ring if topology.area(ring) > 0 else ring[::-1]))
    say(f"read {sum(len(arc.points) for arc in arcs):,} points in {len(arcs):,} arcs, {len(lakes):,} lakes")

    towns = []
    if (source / "cities15000.json").exists():
        towns = places.places(source / "cities15000.json", source / "countries.json")
        places.rank(towns, project)
    fields = []
    if (assets / "airports.csv").exists():
        fields = airports.airports(assets / "airports.csv", assets / "ourairports-airports.csv.gz")
    say(f"read {len(towns):,} places, {len(fields):,} airports")

    world = pyramid.Pyramid()
    last = pyramid.LAST_ZOOM
    for zoom in range(last + 1):
        world.land(lines["coast"], zoom)
        if zoom >= FIRST_ZOOM["lake"]:
            world.polygons("lake", [lake.at(zoom) for lake in lakes], zoom)
        if zoom >= FIRST_ZOOM["province"]:
            world.lines("province", lines["province"], zoom)
        world.lines("border", lines["border"], zoom)
        world.lines("disputed", lines["disputed"], zoom)
        world.points("place", [row for row in towns if zoom == last or row[2]["rank"] <= zoom + 1], zoom)
        world.points("airport", [row for row in fields if airports.FIRST_ZOOM[row[2]["kind"]] <= zoom], zoom)
    tiles = world.encoded()
    layers = [
        {"id": name, "fields": types, "minzoom": FIRST_ZOOM.get(name, 0), "maxzoom": last} for name, types in FIELDS.items()
    ]
    total = mbtiles.write(assets / "basemap.mbtiles", tiles, {
        "name": "Pelacak basemap", "format": "pbf", "type": "baselayer", "version": "1", "description": NOTE,
        "minzoom": "0", "maxzoom": str(last), "bounds": "-180,-85.0511,180,85.0511", "center": "0,20,2",
        "attribution": ATTRIBUTION, "json": {"vector_layers": layers},
    })
    return len(tiles), total


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assets", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent / "Assets")
    assets = parser.parse_args().assets
    began = time.monotonic()
    try:
        count, total = build(assets, lambda text: print(f"  {text}", file=sys.stderr))
    except (OSError, ValueError, KeyError) as error:
        print(f"make_basemap: {error}", file=sys.stderr)
        return 1
    size = (assets / "basemap.mbtiles").stat().st_size
    lines = (assets / "outline.txt").stat().st_size
    spent = time.monotonic() - began
    print(f"  {count:,} tiles, {total:,} bytes packed, file {size:,} bytes; outline {lines:,} bytes; {spent:.0f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
