"""The parts of Tools/make_places.py: packaged lists in, one file of places out. Standard library only."""
