import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded, useWords, web } from './support.mjs';

const { basisOf, columnOf, csvOf, openLeg, pathTime, piecesOf, readLog } = await import(`${web}/js/flightlog.js`);
const { airportLink, fieldsOf, logLink, parseAirport, parseLog, rangeOfFields, stepped } = await import(`${web}/js/flightquery.js`);
const { daysUpTo } = await import(`${web}/js/days.js`);
const words = await import(`${web}/js/flightwords.js`);
const { isCut, silentRows, splitRows } = await import(`${web}/js/flightmap.js`);
const { cellAt, cellsOf, quartersOf, stepOf } = await import(`${web}/js/coverage.js`);
const { bandText } = await import(`${web}/js/units.js`);

// 2026-11-20 00:00 UTC, a day that several tests stand on.
const day = Date.UTC(2026, 10, 20) / 1000;
const end = (known, earliest, latest, more = {}) => ({ known, earliest, latest, airports: [{ id: 'WIII', probability: 1 }], heard: latest, ...more });
const leg = (number, takeoff, landing, more = {}) => ({ id: `484159-${number}`, takeoff, landing, isLost: false, callsigns: ['MADE1'], notes: [], gaps: [], ...more });
const document = (more = {}) => ({ realm: 'real', hex: '484159', from: day, to: day + 86_400, legs: [], stops: [], gaps: [], ...more });
const utc = { mode: 'utc' };

test('a log link there and back, and what makes no sense is left out', () => {
    const query = { hex: '~2a00f3', from: day * 1000, to: (day + 7 * 86_400) * 1000, realm: 'imported', leg: null, gap: '~2a00f3-1780000000000', reach: false };
    const link = logLink(query);
    assert.equal(link, '/flights?hex=~2a00f3&from=2026-11-20&to=2026-11-27&realm=imported&gap=~2a00f3-1780000000000');
    assert.deepEqual(parseLog(link.slice(link.indexOf('?'))), query);
    const nothing = { hex: null, from: null, to: null, realm: null, leg: null, gap: null, reach: false };
    for (const text of ['', '?hex=zz', '?hex=48415g&realm=all&leg=<b>&reach=2', '?from=2026-11-20&to=2026-11-19', '?from=2026-11-20', '?from=2026-01-01&to=2026-03-01']) assert.deepEqual(parseLog(text), nothing, text);
    assert.equal(parseLog('?hex=ABCDEF').hex, 'abcdef');
    // To the second where it is no whole day.
    assert.equal(parseLog('?hex=484159&from=2026-11-20T01:02:03Z&to=2026-11-20T02:00:00Z').from, (day + 3723) * 1000);
});

test('an airport link there and back; more than a day is none', () => {
    const query = { id: 'WIII', from: day * 1000, to: (day + 86_400) * 1000, realm: null };
    assert.deepEqual(parseAirport(airportLink(query).replace('/airport', '')), query);
    assert.equal(parseAirport('?id=wiii').id, 'WIII');
    assert.equal(parseAirport('?id=US-1234').id, 'US-1234');
    for (const text of ['', '?id=', '?id=A', '?id=%3Cscript%3E']) assert.equal(parseAirport(text).id, null, text);
    assert.equal(parseAirport('?id=WIII&from=2026-11-20&to=2026-11-22').from, null);
});

test('days of the form hold both ends, at most 31, and a step is as long as the range', () => {
    const range = rangeOfFields('2026-11-20', '2026-11-26');
    assert.deepEqual(fieldsOf(range), { first: '2026-11-20', last: '2026-11-26' });
    assert.equal(range.to - range.from, 7 * 86_400_000);
    assert.deepEqual(fieldsOf(stepped(range, -1)), { first: '2026-11-13', last: '2026-11-19' });
    assert.deepEqual(fieldsOf(daysUpTo((day + 50_000) * 1000, 7)), { first: '2026-11-14', last: '2026-11-20' });
    assert.notEqual(rangeOfFields('2026-11-01', '2026-12-01'), null);
    for (const [first, last] of [['2026-11-01', '2026-12-02'], ['2026-11-21', '2026-11-20'], ['', '2026-11-20'], ['2026-02-30', '2026-03-01']]) assert.equal(rangeOfFields(first, last), null);
});

test('the column is newest first, a silence stands with its leg, and a stop between its legs', () => {
    const point = (time) => ({ time, latitude: 1, longitude: 2, isOnGround: false });
    const gaps = [{ id: '484159-1', from: point(day + 200), to: point(day + 300), seconds: 100, hypotheses: [] }, { id: '484159-2', from: point(day + 900), to: null, seconds: 100, hypotheses: [] }];
    const stop = { airport: 'WIII', kind: 'stop', known: 'observed', arrival: { earliest: day + 400, latest: day + 401 }, departure: { earliest: day + 500, latest: day + 501 } };
    const log = readLog(document({
        legs: [leg(1, end('observed', day + 100, day + 101), end('observed', day + 400, day + 401), { gaps: [0, 7] }), leg(2, end('observed', day + 500, day + 501), null)], stops: [stop], gaps,
    }));
    assert.deepEqual(columnOf(log).map((item) => item.kind), ['gap', 'leg', 'stop', 'leg']);
    assert.deepEqual(columnOf(log).at(-1).gaps.map((gap) => gap.id), ['484159-1']);
    assert.equal(openLeg(log).id, '484159-2');
    assert.equal(openLeg(readLog(document({ legs: [leg(1, end('observed', day, day), end('observed', day + 9, day + 9))] }))), null);
});

test('nothing that is not of the form breaks the log', () => {
    assert.equal(readLog(null), null);
    assert.equal(readLog({ legs: 'x' }), null);
    const random = seeded(7);
    const junk = () => [null, undefined, 'x', -1, 1e300, NaN, {}, [], [null], { id: 3 }, { earliest: 'a' }, { airports: [{}] }, true][Math.floor(random() * 13)];
    for (let round = 0; round < 400; round++) {
        const made = Object.fromEntries(['takeoff', 'landing', 'callsigns', 'notes', 'gaps'].map((name) => [name, junk()]));
        const gap = Object.fromEntries(['id', 'from', 'to', 'hypotheses', 'verdict', 'seconds'].map((name) => [name, junk()]));
        const log = readLog(document({ legs: [junk(), { id: '484159-5', ...made }], gaps: [gap, junk()], stops: [junk(), { arrival: junk(), departure: junk() }], revisions: junk(), doubtful: junk(), airports: junk(), first: junk(), coverage: junk() }));
        assert.ok(columnOf(log).every((item) => Number.isFinite(item.time)));
        assert.equal(typeof csvOf(log), 'string');
    }
});

test('the path is asked for from what was heard, not from an end that is only known within hours', () => {
    const log = readLog(document({ heardTo: day + 9000, legs: [
        leg(1, end('observed', day + 1000, day + 1005), end('observed', day + 4000, day + 4005)),
        leg(2, end('unknown', day - 40_000, day + 7000, { airports: [], heard: day + 7000 }), null),
    ] }));
    assert.deepEqual(pathTime(log, log.legs[0]), { from: day + 400, to: day + 4605 });
    assert.deepEqual(pathTime(log, log.legs[1]), { from: day + 6400, to: day + 9600 });
});

test('the table holds what is known and how, and no cell can be run by a spreadsheet', () => {
    const log = readLog(document({
        realm: 'simulated', licences: ['own', 'CC-BY'], credits: ['@made'],
        legs: [leg(1, end('observed', day, day + 5, { runway: '25R' }), end('inferred', day + 100, day + 1000, { airports: [{ id: 'WIII', probability: 0.7 }, { id: 'WIHH', probability: 0.2 }] }), { callsigns: ['=cmd()', 'A"B'], gaps: [0] })],
        gaps: [{ id: '484159-9', from: { time: day + 50 }, to: null, seconds: 33, hypotheses: [{ story: 'flew-on', probability: 0.8 }], verdict: { class: 'off-likely', offAtLeast: 0.97, passes: 12, listeners: 2 } }],
    }));
    const [head, flight, gap] = csvOf(log).trim().split('\r\n');
    assert.ok(head.startsWith('realm,hex,registration,type,kind,id,callsigns,begin_known,begin_earliest'));
    assert.ok(flight.startsWith(`simulated,484159,,,leg,484159-1,"'=cmd() A""B",observed,2026-11-20T00:00:00.000Z,`), flight);
    assert.ok(flight.includes('inferred') && flight.includes('WIII 0.7; WIHH 0.2') && flight.includes('25R'));
    assert.ok(gap.startsWith('simulated,484159,,,gap,484159-9,') && gap.endsWith("flew-on 0.8,off-likely,0.97,12,2,own CC-BY,'@made"), gap);
});

test('a diversion is read where it is one, and told in the table', () => {
    const told = (diversion) => readLog(document({ legs: [leg(1, end('observed', day, day + 5), end('observed', day + 900, day + 905), { diversion })] }));
    const log = told({ airport: 'WIHH', known: 'inferred', earliest: day + 400, latest: day + 460 });
    assert.deepEqual(log.legs[0].diversion, { airport: 'WIHH', known: 'inferred', earliest: day + 400, latest: day + 460 });
    assert.ok(csvOf(log).includes('diverted WIHH'));
    for (const nothing of [undefined, null, 'WIHH', {}, { airport: 7 }]) assert.equal(told(nothing).legs[0].diversion, null);
});

test('words are one whichever way they are written', () => {
    const verdict = { class: 'undetermined', cells: [{ looks: [{ standing: 'tooFew' }, { standing: 'gone-quiet' }] }] };
    const log = readLog(document({ gaps: [{ id: '484159-1', from: { time: day }, to: null, hypotheses: [], verdict }], doubtful: [{ reason: 'markedWhenHeard' }, { reason: 'beyond-horizon' }], revisions: [{ reason: 'sameCallsign' }] }));
    assert.deepEqual(log.gaps[0].verdict.cells[0].looks.map((look) => look.standing), ['too-few', 'gone-quiet']);
    assert.deepEqual([...log.doubtful, ...log.revisions].map((one) => one.reason), ['marked-when-heard', 'beyond-horizon', 'same-callsign']);
});

test('areas come as pieces with holes or as plain rings', () => {
    const ring = [[0, 0], [1, 0], [1, 1], [0, 0]];
    assert.deepEqual(piecesOf([ring]), [[ring]]);
    assert.deepEqual(piecesOf([[ring, ring]]), [[ring, ring]]);
    for (const nothing of [null, undefined, 'x', [[]], [[[0]]], [[['a', 'b'], ['c', 'd'], ['e', 'f']]]]) assert.deepEqual(piecesOf(nothing), [], JSON.stringify(nothing));
    assert.ok(isCut([180, 3], [180, 9]) && isCut([-180, 3], [180, 9]) && !isCut([179, 3], [180, 9]));
});

test('observed ends are told to the second, inferred ones between, unknown ones as far as they are bounded', async () => {
    await useWords('en');
    const at = (span, known, how = utc) => words.intervalText(span, known, how);
    const [hour, name] = [day + 14 * 3600, words.dayName(day, 'utc')];
    assert.equal(at({ earliest: hour + 190, latest: hour + 195 }, 'observed', { mode: 'utc', day: name }), '14:03:10 \u2013 14:03:15 UTC');
    assert.equal(at({ earliest: hour + 190.1, latest: hour + 190.8 }, 'observed', { mode: 'utc', day: name }), '14:03:10 UTC');
    assert.equal(at({ earliest: hour + 60, latest: hour + 1320 }, 'inferred', { mode: 'utc', day: name }), 'between 14:01 and 14:22 UTC');
    assert.equal(at({ earliest: hour + 60, latest: hour + 1320 }, 'inferred'), 'between Nov 20, 2026, 14:01 and 14:22 UTC');
    // Over midnight both have their day.
    assert.equal(at({ earliest: day + 86_000, latest: day + 87_000 }, 'inferred'), 'between Nov 20, 2026, 23:53 and Nov 21, 2026, 00:10 UTC');
    assert.equal(at({ earliest: hour, latest: hour + 60 }, 'inferred', { mode: 'utc', day: name }), 'between 14:00:00 and 14:01:00 UTC');
    assert.equal(at({ earliest: null, latest: null }, 'unknown'), 'not known when');
    assert.equal(at({ earliest: hour, latest: null }, 'unknown', { mode: 'utc', day: name }), 'not known when; not before 14:00 UTC');
    assert.equal(at({ earliest: null, latest: hour }, 'inferred', { mode: 'utc', day: name }), 'not after 14:00 UTC');
    assert.equal(at({ earliest: hour, latest: hour + 7200 }, 'unknown', { mode: 'utc', day: name }), 'not known when; between 14:00 and 16:00 UTC');
    assert.equal(at(null, 'observed'), 'not known when');
    await useWords('id');
    assert.equal(at({ earliest: hour + 60, latest: hour + 1320 }, 'inferred', { mode: 'utc', day: words.dayName(day, 'utc') }), 'antara 14.01 dan 14.22 UTC');
});

test('a probability is never rounded to certainty or to nothing', async () => {
    await useWords('en');
    assert.deepEqual([1, 0.9996, 0.93, 0.004, 0].map(words.shareText), ['100\u00a0%', '> 99\u00a0%', '93\u00a0%', '< 1\u00a0%', '0\u00a0%']);
    assert.equal(words.shareText(null), 'unknown');
    assert.ok(Math.abs(words.elsewhere([{ probability: 0.7 }, { probability: 0.2 }]) - 0.1) < 1e-9);
    assert.equal(words.elsewhere([{ probability: 1 }]), 0);
});

test('how long a flight took is an interval where its ends are', async () => {
    await useWords('en');
    assert.equal(words.lengthText(end('observed', day, day + 5), end('observed', day + 3600, day + 3605)), '1 h 0 min');
    assert.equal(words.lengthText(end('observed', day, day), end('inferred', day + 3600, day + 5400)), '1 h 0 min to 1 h 30 min');
    assert.equal(words.lengthText(end('unknown', null, day), end('observed', day + 9, day + 9)), null);
});

const look = (standing, heard, missed) => ({ listener: 1, standing, heard, missed });
const verdict = (name, looks, more = {}) => ({ class: name, cells: [{ earliest: day, latest: day + 60, looks }], passes: 12.4, listeners: 2, offAtLeast: 0.97, silentAtMost: 0.0006, prior: 0.02, pathsTried: 10, path: 'great-circle', ...more });

test('a verdict is a sentence with its passes, interval and receivers', async () => {
    await useWords('en');
    const text = words.verdictText(verdict('off-likely', [look('counted', 12.4, 0), look('down', 1, 9)]));
    assert.match(text, /^At least 12 passes .* all were heard; this one was not\.$/);
    assert.match(words.verdictText(verdict('off-likely', [look('counted', 9, 1)])), /90\s%/);
    assert.match(words.verdictText(verdict('no-coverage', [look('too-few', 0, 0)])), /^Nobody was ever heard here/);
    assert.match(words.verdictText(verdict('no-coverage', [look('too-few', 1, 40)])), /^Hardly anybody/);
    const lines = words.verdictFigures(verdict('off-likely', [look('counted', 12, 0)]), utc).join('\n');
    for (const part of ['at least 97', '12 passes', '2 receivers', 'between Nov 20, 2026, 00:00:00 and 00:01:00 UTC', '< 1', '10 ways tried; hardest to hear: the great circle']) assert.ok(lines.includes(part), `${part} in ${lines}`);
    // Where nothing counted no probability is told.
    assert.doesNotMatch(words.verdictFigures(verdict('no-coverage', [look('too-few', 0, 0)], { listeners: 0, passes: 0 }), utc).join('\n'), /97|probability/);
});

test('every class, story, standing and reason of the interface has words in both languages', async () => {
    for (const language of ['en', 'id']) {
        await useWords(language);
        for (const name of ['off-likely', 'no-coverage', 'below-horizon', 'receiver-down', 'landed', 'undetermined']) {
            if (name !== 'landed' || language !== 'en') assert.notEqual(words.className(name), name);
            assert.doesNotMatch(words.verdictText(verdict(name, [])), /^(verdict|undefined)/);
        }
        for (const name of ['counted', 'down', 'too-few', 'gone-quiet', 'dependent']) if (name !== 'counted' && name !== 'dependent' || language !== 'en') assert.notEqual(words.standingName(name), name);
        for (const name of ['great-circle', 'heading-kept', 'descent', 'random']) assert.notEqual(words.pathName(name), name);
        for (const story of ['flew-on', 'stopped', 'stopped-elsewhere']) assert.notEqual(words.storyText({ story, airport: 'WIII' }, new Map()), story);
        for (const trend of ['level', 'climbing', 'descending']) assert.ok(words.trendName(trend));
    }
});

test('first in the archive says since when and how complete, never first ever', async () => {
    await useWords('en');
    const text = words.firstText({ heard: day + 60, since: day, days: 40, complete: 38 }, 'utc');
    assert.equal(text, 'First in our archive Nov 20, 2026, 00:01 UTC (since Fri, Nov 20, 2026, complete on 38 of 40 days)');
    assert.match(words.firstText({ heard: null, since: day, days: 1, complete: 0 }, 'utc'), /^Not in our archive/);
    assert.equal(words.firstText({ heard: null, since: null, days: 0, complete: 0 }, 'utc'), null);
});

test('an answer that was cut and days that are not whole are read', () => {
    const basis = basisOf({ isCut: true, next: day, incompleteDays: ['2026-11-20', 3], credits: ['adsb.lol'], withheld: 2, realm: 'imported' });
    assert.deepEqual([basis.isCut, basis.next, basis.incompleteDays, basis.withheld, basis.realm, basis.isSimulated], [true, day, ['2026-11-20'], 2, 'imported', false]);
    assert.equal(basisOf(null).isCut, false);
});

test('a doubtful point is never part of a line, and the silence before it stays one', () => {
    const row = (time, flags) => [time, 0, time / 100, 1000, flags, 300];
    const { sound, doubtful } = splitRows([row(1, 0), row(2, 2 | 8), row(3, 0), row(4, 8), row(5, 0)]);
    assert.deepEqual(doubtful.map(([time]) => time), [2, 4]);
    assert.deepEqual(sound.map(([time, , , , flags]) => [time, flags]), [[1, 0], [3, 2], [5, 0]]);
});

test('a silence is drawn as one, and a disc without a place not at all', () => {
    const from = { time: day, latitude: 1, longitude: 2, altitude: 37_000, isOnGround: false };
    assert.deepEqual(silentRows(from, { ...from, time: day + 9, isOnGround: true }).map((row) => row[4]), [0, 3]);
    assert.equal(silentRows(from, null).length, 1);
    assert.deepEqual(silentRows({ time: day, latitude: null, longitude: null }, from), []);
});

test('cells of coverage: steps, the one at a place, also over the date line; none without passes', () => {
    const cells = cellsOf({ cells: { latitude: [10, -0.5, 3], longitude: [20, 179.5, 4], passes: [12, 4, 0], probability: [0.95, 0.5, 0.5], low: [0.8, null, 0], high: [0.99, null, 1] } });
    assert.equal(cells.length, 2);
    assert.deepEqual(cells.map((cell) => stepOf(cell.probability)), [2, 1]);
    assert.equal(stepOf(0.2), 0);
    assert.equal(cellAt(cells, 0.5, 20.3, 10.49), cells[0]);
    assert.equal(cellAt(cells, 0.5, 20.51, 10.1), null);
    assert.equal(cellAt(cells, 0.5, 179.99, -0.1), cells[1]);
    assert.equal(cellAt(cells, 0.5, -179.99, -0.1), null);
    for (const nothing of [null, {}, { cells: { latitude: [1] } }]) assert.deepEqual(cellsOf(nothing), []);
});

test('where a layer begins is told in round numbers', async () => {
    await useWords('en');
    assert.deepEqual([bandText(9000, 'aviation'), bandText(9000, 'metric'), bandText(1500, 'aviation')], ['29,500\u00a0ft', '9,000\u00a0m', '4,900\u00a0ft']);
});

test('quarters of an area cover it, also over the date line and of the world', () => {
    assert.deepEqual(quartersOf(null), [[-180, -90, 0, 0], [0, -90, 180, 0], [-180, 0, 0, 90], [0, 0, 180, 90]]);
    assert.deepEqual(quartersOf([170, 0, -170, 10]).map(([west, , east]) => [west, Math.abs(east)]), [[170, 180], [-180, 170], [170, 180], [-180, 170]]);
});
