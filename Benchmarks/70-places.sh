#!/bin/sh
# Airports, cities and countries: reading the file that set-up makes, memory, nearest airport, search by name.
cd "$(dirname "$0")/.." || exit 1
swift build --build-tests -c release -Xswiftc -enable-testing --scratch-path .build/test >/dev/null || exit 1
PELACAK_MEASURE=1 swift test --skip-build --disable-xctest -c release -Xswiftc -enable-testing --scratch-path .build/test \
    --filter PlacesMeasurements | sed -n 's/^places: //p'
