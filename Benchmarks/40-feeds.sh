#!/bin/sh
# Beast over loopback to full tracks, 4,000 aircraft, Comm-B and full records included: messages a CPU second of the server, at the pace of the
# air and flooded. Variables: ROUNDS, SECONDS_PACED, READSB (path of a readsb to run beside).
exec python3 "$(dirname "$0")/feeds.py"
