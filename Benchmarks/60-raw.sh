#!/bin/sh
# The raw archive and the observation writer: bytes a message, ratio of zstd, CPU a message and a row.
# Simulated traffic, and the recorded flight of ../shared/data where it is there.
cd "$(dirname "$0")/.." || exit 1
swift build --build-tests -c release -Xswiftc -enable-testing --scratch-path .build/test >/dev/null || exit 1
echo "raw: $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2), $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg)"
PELACAK_MEASURE=1 swift test --skip-build --disable-xctest -c release -Xswiftc -enable-testing \
    --scratch-path .build/test --filter 'StoreTests.(RawMeasurements|ResumptionMeasurements)' 2>/dev/null |
    grep -E '^(raw|resume):'
