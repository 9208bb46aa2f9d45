import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, seeded, web, words } from './support.mjs';

const { bars, byKind, digitsOf, kinds, levelRows, levelScale, line, newest, perSecond, readReception, rings, sectors, sectorCount, shareOfSamples, spread, wholeTicks } = await import(`${web}/js/reception.js`);
const { parseReceiver, receiverLink } = await import(`${web}/js/receptionquery.js`);

const document_ = (slots, more = {}) => ({ id: 's1', name: 'roof', span: 'hour', slotSeconds: 60, from: 6000, to: 9570, hasRadio: true, counted: true, slots, ...more });
const slot = (from, more = {}) => ({ from, watchedSeconds: 60, messages: 600, messagesPerSecond: 10, kinds: { squitter: 500, 'all-call': 100 }, aircraft: 5, positioned: 3, repaired: 6, refused: 60, dropped: 0, ...more });

test('each minute has its place, and those that are missing are empty', () => {
    const report = readReception(document_([slot(6000), slot(6120), slot(9540, { watchedSeconds: 30 })]));
    assert.equal(report.slots.length, 60);
    assert.deepEqual(report.slots.map((one, place) => one && place).filter((one) => one !== null), [0, 2, 59]);
    assert.equal(report.until, 9600);
    assert.equal(readReception(document_([slot(900 * 7)], { span: 'day', from: 900 * 7 })).slots.length, 96);
});

test('what is no document of reception is none, and no number is taken that is none', () => {
    for (const nothing of [null, {}, { span: 'week' }, document_(null), document_([], { from: 'x' })]) assert.equal(readReception(nothing), null);
    const report = readReception(document_([null, slot(6000, { messages: -1, aircraft: '7', noiseDBFS: NaN, kinds: null, watchedSeconds: 'x' }), slot(1), slot(1e9)], { levels: [1, 2], farthestKilometres: new Array(36).fill(-4) }));
    assert.deepEqual([report.slots[0].messages, report.slots[0].aircraft, report.slots[0].noiseDBFS, report.slots[0].watched], [null, null, null, 0]);
    assert.equal(report.levels, null);
    assert.deepEqual(report.farthest, new Array(sectorCount).fill(null));
    assert.equal(report.slots.filter(Boolean).length, 1);
});

test('rates are of the seconds in which it was open, shares of the samples that should have come', () => {
    const [one] = readReception(document_([slot(6000, { watchedSeconds: 30, samples: 900, lostSamples: 100, clippedSamples: 9 })])).slots;
    assert.equal(perSecond(one, 'refused'), 2);
    assert.equal(perSecond({ ...one, watched: 0.5 }, 'refused'), null);
    assert.equal(perSecond(null, 'refused'), null);
    assert.equal(shareOfSamples(one, 'lostSamples'), 0.1);
    assert.equal(shareOfSamples(one, 'clippedSamples'), 0.01);
    assert.equal(shareOfSamples({ ...one, samples: 0 }, 'lostSamples'), null);
});

test('now is the newest minute that is ten seconds old, or the only one', () => {
    assert.equal(newest(readReception(document_([slot(6000), slot(6060, { watchedSeconds: 4 })]))).from, 6000);
    assert.equal(newest(readReception(document_([slot(6060, { watchedSeconds: 4 })]))).from, 6060);
    assert.equal(newest(readReception(document_([]))), null);
});

test('kinds stand by how many there were, and their shares make one', () => {
    const rows = byKind(readReception(document_([slot(6000), slot(6060, { kinds: { 'all-call': 1900, nonsense: 7 } })])));
    assert.deepEqual(rows.map((row) => row.kind), ['all-call', 'squitter']);
    assert.ok(Math.abs(rows.reduce((sum, row) => sum + row.share, 0) - 1) < 1e-12);
    assert.deepEqual(byKind(readReception(document_([]))), []);
    for (const kind of kinds) assert.ok(words.en[`receiver.kind.${kind}`], kind);
    const schema = JSON.parse(read('openapi.json')).components.schemas.ReceptionSlot.properties.kinds.properties;
    assert.deepEqual(Object.keys(schema).sort(), [...kinds].sort());
});

test('what stands beside a line of a chart is its value, and of what is counted there are no halves', () => {
    for (const [highest, digits, whole] of [[0, 2, [0, 1]], [9, 1, [0, 5, 10]], [5, 0, [0, 2, 4, 6]], [1500, 0, [0, 500, 1000, 1500]]]) {
        const { ticks } = bars([highest], { width: 100, height: 100 });
        assert.equal(digitsOf(ticks), digits, `${highest}`);
        const told = ticks.map(({ value }) => value.toFixed(digitsOf(ticks)));
        assert.ok(new Set(told).size === told.length && told.every((one, index) => Number(one) === ticks[index].value), `${told}`);
        assert.deepEqual(wholeTicks(ticks).map(({ value }) => value), whole);
    }
});

test('bars and lines stay in their box, and a gap is drawn as nothing', () => {
    const random = seeded(11);
    for (let round = 0; round < 300; round++) {
        const values = Array.from({ length: 60 }, () => random() < 0.2 ? null : random() * 10 ** (random() * 5));
        const box = { width: 300 + random() * 500, height: 120 };
        const made = bars(values, box);
        assert.equal(made.bars.length, values.filter((one) => one !== null).length);
        for (const bar of made.bars) assert.ok(bar.x >= 0 && bar.x + bar.width <= box.width + 0.2 && bar.y >= -0.1 && Math.abs(bar.y + bar.height - 120) < 0.2 && bar.width > 0);
        const levels = values.map((one) => one === null ? null : -one / 2000);
        const scale = levelScale(levels);
        assert.ok(scale.ticks[0] === scale.low && scale.ticks.at(-1) === scale.high && scale.high - scale.low >= 20);
        for (const path of line(levels, { ...box, ...scale })) for (const [, y] of path.matchAll(/[ML][\d.]+ ([\d.-]+)/g)) assert.ok(Number(y) >= -0.1 && Number(y) <= 120.1);
    }
    assert.equal(line([1, null, 2, 3], { width: 40, height: 10, low: 0, high: 10 }).length, 2);
    assert.match(line([1, null], { width: 40, height: 10, low: 0, high: 10 })[0], /^M10 9h0\.1$/);
    assert.deepEqual(bars([], { width: 10, height: 10 }).bars, []);
    assert.deepEqual(levelScale([null]).ticks.length, 3);
    assert.equal(spread([null, null]), null);
});

test('the first sector begins at north and goes with the clock; none reaches over the outermost ring', () => {
    const farthest = new Array(sectorCount).fill(null);
    farthest[9] = 100;
    const circles = rings(farthest, { radius: 200 });
    assert.deepEqual(circles.map((ring) => ring.value), [25, 50, 75, 100]);
    // From east on: at the right, a tenth of a quarter turn downwards.
    assert.equal(sectors(farthest, { radius: 200, top: 100 }), 'M0 0L200 0A200 200 0 0 1 197 34.7Z');
    farthest[9] = 900;
    assert.match(sectors(farthest, { radius: 200, top: 100 }), /^M0 0L200 0/);
    assert.equal(sectors(new Array(36).fill(null), { radius: 200, top: 100 }), '');
    assert.ok(rings([null], { radius: 100, factor: 1 / 1.852 }).at(-1).value >= 5);
});

test('levels stand from quiet to loud, down to the quietest that came', () => {
    const levels = new Array(60).fill(0);
    levels[2] = 7;
    levels[49] = 1;
    const rows = levelRows(levels);
    assert.deepEqual([rows[0], rows.at(-1).level, rows.find((row) => row.count === 7).level], [{ level: -50, count: 1 }, -1, -3]);
    assert.equal(levelRows(new Array(60).fill(0)).length, 40);
});

test('links lead there and back', () => {
    for (const one of [{ source: null, span: 'hour' }, { source: 'roof & hill/2', span: 'day' }, { source: 'x', span: 'hour' }]) assert.deepEqual(parseReceiver(receiverLink(one).replace('/receiver', '')), one);
    assert.deepEqual(parseReceiver('?span=week&source='), { source: null, span: 'hour' });
    assert.equal(parseReceiver(`?source=${'x'.repeat(900)}`).source.length, 200);
});
