"""The parts of Tools/make_basemap.py: sources in, Mapbox vector tiles out. Standard library only."""
