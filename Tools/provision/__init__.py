"""The parts of Tools/setup.py and Tools/test.py: what a machine needs, fetched and checked. Standard library only."""
