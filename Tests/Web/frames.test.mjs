import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, seeded, vectors, web } from './support.mjs';

const { FrameSplitter, FrameError, decode, addressOf, hexOf } = await import(`${web}/js/frames.js`);
const { Sky } = await import(`${web}/js/sky.js`);

const columnNames = { latitude: 'latitude', longitude: 'longitude', barometricAltitude: 'altitude', groundSpeed: 'speed', track: 'track', verticalRate: 'verticalRate', flags: 'flags', age: 'age' };

function assertRows(columns, rows) {
    assert.equal(columns.address.length, rows.length);
    rows.forEach((row, at) => {
        assert.equal(columns.address[at], row.address);
        for (const [name, column] of Object.entries(columnNames)) if (name in row) assert.equal(columns[column][at], row[name], name);
    });
}

for (const vector of vectors) {
    test(`decodes: ${vector.name}`, () => {
        const [frame, ...more] = new FrameSplitter().push(bytesOf(vector));
        assert.equal(more.length, 0);
        assert.equal(frame.kind, vector.kind);
        assert.equal(frame.flags, vector.headerFlags);
        const held = decode(frame.kind, frame.payload);
        assert.equal(held.time, vector.time);
        if ('sequence' in vector) assert.equal(held.sequence, vector.sequence);
        if ('aircraft' in vector) assertRows(held, vector.aircraft);
        if ('delay' in vector) assert.equal(held.delay, vector.delay);
        if ('moved' in vector) {
            vector.moved.forEach((row, at) => {
                assert.equal(held.moved.address[at], row.address);
                assert.equal(held.moved.latitude[at], row.latitudeDifference);
                assert.equal(held.moved.longitude[at], row.longitudeDifference);
                assert.equal(held.moved.age[at], row.age);
            });
            assertRows(held.values, vector.values);
            assertRows(held.full, vector.full);
            assert.deepEqual([...held.gone], vector.gone);
            assert.deepEqual([...held.heard.address].map((address, at) => ({ address, age: held.heard.age[at] })), vector.heard ?? []);
        }
    });
}

test('frames come out whole however the stream is cut', () => {
    const all = Buffer.concat(vectors.map(bytesOf));
    const random = seeded(3);
    for (let round = 0; round < 50; round++) {
        const splitter = new FrameSplitter();
        const kinds = [];
        for (let at = 0; at < all.length;) {
            const size = 1 + Math.floor(random() * 40);
            kinds.push(...splitter.push(new Uint8Array(all.subarray(at, at + size))).map(({ kind }) => kind));
            at += size;
        }
        assert.deepEqual(kinds, vectors.map(({ kind }) => kind));
    }
});

test('a change is put onto the full frame before it', () => {
    const sky = new Sky(1);
    for (const vector of vectors.slice(1, 3)) {
        const [{ kind, payload }] = new FrameSplitter().push(bytesOf(vector));
        if (kind === 1) sky.applyFull(decode(kind, payload));
        else assert.equal(sky.applyChange(decode(kind, payload)), true);
    }
    assert.equal(sky.count, 4);
    assert.equal(sky.slot(0x12a00f3), -1);
    const one = sky.aircraft(sky.slot(0x7c1a2b));
    assert.equal(one.latitude, 52.275832);
    assert.equal(one.altitudeFeet, 1481 * 25);
    assert.equal(one.alert, true);
    assert.equal(sky.aircraft(sky.slot(0xd00001)).latitude, null);
    assert.equal(sky.aircraft(sky.slot(0xd00001)).altitudeFeet, -1000);
    assert.equal(sky.aircraft(sky.slot(0x8a04c1)).altitudeFeet, 0);
    assert.equal(sky.aircraft(sky.slot(0x8a04c1)).geometric, true);
});

test('who is heard again gets a new age and keeps everything else', () => {
    const sky = new Sky();
    const [full, change, heard] = vectors.slice(1, 4).map((vector) => new FrameSplitter().push(bytesOf(vector))[0]);
    sky.applyFull(decode(full.kind, full.payload));
    assert.equal(sky.applyChange(decode(change.kind, change.payload)), true);
    const before = [0xd00001, 0x8a04c1, 0x7c1a2b].map((address) => sky.aircraft(sky.slot(address)));
    assert.equal(sky.applyChange(decode(heard.kind, heard.payload)), true);
    const time = vectors[3].time;
    const after = before.map(({ address }) => sky.aircraft(sky.slot(address)));
    assert.deepEqual(after, [{ ...before[0], heard: time }, { ...before[1], heard: time - 6_553_400 }, before[2]]);
});

test('a change that skips a sequence is refused and changes nothing', () => {
    const sky = new Sky();
    const [full] = new FrameSplitter().push(bytesOf(vectors[1]));
    const [late] = new FrameSplitter().push(bytesOf(vectors[3]));
    sky.applyFull(decode(full.kind, full.payload));
    const version = sky.version;
    assert.equal(sky.applyChange(decode(late.kind, late.payload)), false);
    assert.equal(sky.version, version);
});

test('a length beyond the bound is an error at once', () => {
    assert.throws(() => new FrameSplitter().push(Uint8Array.of(255, 255, 255, 255, 1, 0, 0, 0)), FrameError);
});

test('random bytes end in frames or a FrameError, never in anything else', () => {
    const random = seeded(11);
    for (let round = 0; round < 3000; round++) {
        const size = Math.floor(random() * 200);
        const payload = new Uint8Array(size).map(() => random() * 256);
        for (let kind = 0; kind <= 6; kind++) {
            try {
                decode(kind, payload.buffer);
            } catch (error) {
                assert.ok(error instanceof FrameError, String(error));
            }
        }
        try {
            new FrameSplitter().push(payload);
        } catch (error) {
            assert.ok(error instanceof FrameError);
        }
    }
});

test('single damaged bytes of real frames never escape the decoder', () => {
    const random = seeded(5);
    for (let round = 0; round < 4000; round++) {
        const bytes = bytesOf(vectors[Math.floor(random() * vectors.length)]);
        bytes[Math.floor(random() * bytes.length)] = random() * 256;
        const sky = new Sky();
        try {
            for (const { kind, payload } of new FrameSplitter().push(bytes)) {
                const held = decode(kind, payload);
                if (kind === 1) sky.applyFull(held);
                if (kind === 2) sky.applyChange(held);
            }
        } catch (error) {
            assert.ok(error instanceof FrameError, String(error));
        }
    }
});

test('strings: rows of another form are passed over', () => {
    const payload = new TextEncoder().encode(JSON.stringify({ rows: [['7c1a2b', 'QFA1', null, 'A3', ''], ['nothex'], null, 5, [], ['~2A00f3', 7, {}, [], '7700']] })).buffer;
    assert.deepEqual(decode(3, payload), [
        { address: 0x7c1a2b, callsign: 'QFA1', registration: null, category: 'A3', squawk: null },
        { address: 0x12a00f3, callsign: null, registration: null, category: null, squawk: '7700' },
    ]);
});

test('addresses are written and read back', () => {
    for (const hex of ['000000', '7c1a2b', '~2a00f3', 'ffffff']) assert.equal(hexOf(addressOf(hex)), hex);
    for (const text of ['', '7c1a2', '7c1a2g', '~~2a00f3', null, 12]) assert.equal(addressOf(text), null);
});
