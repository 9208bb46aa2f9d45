#!/bin/sh
# Samples and frames in, messages out: CPU seconds, and ratios to real time and to pyModeS where it is installed.
exec python3 "$(dirname "$0")/decode.py"
