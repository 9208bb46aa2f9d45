#!/bin/sh
# The history's store: bytes per position, rows per CPU second, questions to 100 million positions (PELACAK_DAYS=25; 2 minutes, 600 MB).
# PELACAK_FOLDER keeps that store for the next run.
cd "$(dirname "$0")/.." || exit 1
swift build --build-tests -c release -Xswiftc -enable-testing --scratch-path .build/test >/dev/null || exit 1
PELACAK_MEASURE=1 PELACAK_DAYS="${PELACAK_DAYS:-25}" swift test --skip-build --disable-xctest -c release -Xswiftc -enable-testing \
    --scratch-path .build/test --filter HistoryMeasurements | sed -n 's/^history: //p'
