#!/bin/sh
# The site with 10,000 simulated aircraft: CPU and memory of the server, bytes a second to one reader, cost of aircraft.json.
exec python3 "$(dirname "$0")/site.py"
