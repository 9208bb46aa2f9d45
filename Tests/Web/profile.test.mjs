import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded, web } from './support.mjs';

const { niceTicks, pathRows, rowAt, series, shades, silences, tableLines, timeTicks } = await import(`${web}/js/profile.js`);

const row = (time, altitude = 1000, flags = 0, speed = 300) => [time, 0, 0, altitude, flags, speed];
const box = { from: 0, to: 1000, width: 500, height: 100 };
const altitude = (one) => one[3];

test('a path of the history becomes rows; what has no place or time is left out', () => {
    const columns = { time: [1, 2, null, 4], latitude: [1, null, 1, 1], longitude: [2, 2, 2, 2], altitude: [0, 1, 1, null], flags: [0, 0, 0, 1], groundSpeed: [10.5, 1, 1, null] };
    assert.deepEqual(pathRows({ columns }), [[1, 1, 2, 0, 0, 10.5], [4, 1, 2, null, 1, null]]);
    for (const nothing of [null, {}, { columns: { time: [1] } }]) assert.deepEqual(pathRows(nothing), []);
});

test('a line breaks where nothing was heard, where a value is not known, and never runs through a doubtful point', () => {
    const rows = [row(0), row(10), row(400), row(410), row(420, null), row(430), row(440), row(450, 90_000, 8), row(460)];
    const { paths, hollow, top } = series(rows, altitude, box);
    assert.equal(paths.length, 3);
    assert.deepEqual(hollow.length, 1);
    // A doubtful height does not stretch the scale.
    assert.equal(top, 1000);
    assert.deepEqual(silences(rows), [{ from: 10, to: 400 }]);
    assert.deepEqual(silences([row(0), row(10, 1000, 2)]), [{ from: 0, to: 10 }]);
    // A point alone between two silences is drawn.
    assert.equal(series([row(0), row(500), row(1000)], altitude, box).paths.length, 3);
});

test('an altitude of 0 ft is an altitude, and one below the sea is in the picture', () => {
    const { paths } = series([row(0, 0), row(10, 0)], altitude, box);
    assert.match(paths[0], /^M0 100L5 100$/);
    const low = series([row(0, -300), row(10, 1000)], altitude, box);
    assert.match(low.paths[0], /^M0 100L/);
});

test('ticks are round and hold the highest value', () => {
    const random = seeded(3);
    for (let round = 0; round < 500; round++) {
        const highest = 10 ** (random() * 6 - 1);
        const ticks = niceTicks(highest);
        assert.ok(ticks.length >= 2 && ticks.length <= 6 && ticks.at(-1) >= highest * 0.999, `${highest}: ${ticks}`);
        assert.equal(ticks[0], 0);
    }
    assert.deepEqual(niceTicks(37_000), [0, 10_000, 20_000, 30_000, 40_000]);
});

test('a long line is thinned without losing its highest and lowest', () => {
    const random = seeded(5);
    const rows = Array.from({ length: 20_000 }, (_, i) => row(i / 20, 1000 + random() * 1000));
    rows[7777][3] = 5000;
    const { paths, top } = series(rows, altitude, box);
    const heights = [...paths[0].matchAll(/[ML][\d.]+ ([\d.-]+)/g)].map(([, y]) => Number(y));
    assert.ok(heights.length < 500 * 4 + 10, String(heights.length));
    assert.ok(Math.abs(Math.min(...heights) - (100 - 5000 / top * 100)) < 0.2);
});

test('the axis has round moments of the reader\u2019s clock, no more than there is room for', () => {
    assert.deepEqual(timeTicks({ from: 100, to: 3700, width: 300 }).map((tick) => tick.time), [1800, 3600]);
    assert.deepEqual(timeTicks({ from: 100, to: 3700, width: 300, offset: 900 }).map((tick) => tick.time), [900, 2700]);
    assert.ok(timeTicks({ from: 0, to: 31 * 86_400, width: 600 }).length <= 7);
});

test('shades stay inside the picture', () => {
    assert.deepEqual(shades([{ from: -50, to: 100 }, { from: 990, to: 5000 }, { from: 4000, to: 5000 }], box), [{ x: 0, width: 50 }, { x: 495, width: 5 }]);
});

test('a moment in a silence reads as nothing', () => {
    const rows = [row(0), row(10), row(400), row(410)];
    assert.equal(rowAt(rows, 5), rows[0]);
    assert.equal(rowAt(rows, 35), rows[1]);
    assert.equal(rowAt(rows, 200), null);
    assert.equal(rowAt(rows, 400), rows[2]);
    assert.equal(rowAt(rows, 500), null);
    assert.equal(rowAt(rows, -1), null);
    assert.equal(rowAt([], 3), null);
});

test('the table says every silence, and first and last', () => {
    const rows = [...Array.from({ length: 600 }, (_, i) => row(i * 10)), ...Array.from({ length: 600 }, (_, i) => row(9000 + i * 10))];
    const lines = tableLines(rows);
    assert.deepEqual(lines.filter((line) => line.row === undefined), [{ from: 5990, to: 9000 }]);
    assert.equal(lines[0].time, 0);
    assert.equal(lines.at(-1).time, 14_990);
    assert.ok(lines.length < 60, String(lines.length));
    assert.deepEqual(tableLines([]), []);
});
