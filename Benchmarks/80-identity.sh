#!/bin/sh
# Identities: 600,000 made rows imported with facts and conflicts, a newer version, an undo, the look-up of the live path.
set -e
cd "$(dirname "$0")/.."
echo "identity: $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2), $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg)"
swift build --build-tests -c release -Xswiftc -enable-testing --scratch-path .build/test >/dev/null
PELACAK_MEASURE=1 swift test --skip-build --disable-xctest -c release -Xswiftc -enable-testing --scratch-path .build/test \
    --filter StoreTests.IdentityMeasurements 2>/dev/null | grep '^identity:'
