#!/bin/sh
# Samples to frames beside dump1090-mutability in one run: CPU, frames found, false ones, memory. `make bench-radio` runs it alone.
exec python3 "$(dirname "$0")/radio.py"
