#!/bin/sh
# 200 readers of 10,000 simulated aircraft: how late frames come, with and without readers that are stuck.
exec python3 "$(dirname "$0")/readers.py"
