#!/bin/sh
# Frames to full records on one core: time and allocations a message, and ratios to rs1090 and pyModeS in the same run.
exec python3 "$(dirname "$0")/messages.py"
