import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded, web } from './support.mjs';

const { joinBases, joinPaths, readReplay, sample, trailRows } = await import(`${web}/js/past.js`);
const { frameOf } = await import(`${web}/js/pastframe.js`);
const { Replay, plan, speeds } = await import(`${web}/js/replay.js`);
const { dayOf, dayStart, dayText, momentOf, momentText, monthLater, weeksOf } = await import(`${web}/js/days.js`);
const { askLastMoment } = await import(`${web}/js/historyapi.js`);
const { Sky } = await import(`${web}/js/sky.js`);

const start = 1_718_668_800;
const minute = 60_000;

/** An answer with one aircraft that flies east along the equator, a row each 10 s. */
function answer({ from = 0, rows = 7, flags = {}, hex = '484159', longitude = 0, step = 1000, first = 0, more = {} } = {}) {
    const list = (value) => Array.from({ length: rows }, (_, i) => value(i));
    return {
        realm: 'real', from: start + from, to: start + from + 60, spacing: 0, points: rows, isCut: false, licences: ['own'], credits: [], incompleteDays: [], damagedChunks: 0, withheld: 0,
        aircraft: [{
            hex, callsign: 'KLM1', time: list((i) => (i ? 100 : first)), latitude: list(() => 0), longitude: list((i) => (i ? step : longitude)),
            altitude: list((i) => 400 + i), groundSpeed: list(() => 3000), track: list(() => 900), verticalRate: list(() => null), source: list(() => 0),
            flags: list((i) => flags[i] ?? 0),
        }],
        ...more,
    };
}

const one = (document) => readReplay(document).paths.get(0x484159);
const at = (path, seconds) => {
    const out = {};
    return sample(path, (start + seconds) * 1000, out) ? out : null;
};

test('between two points an aircraft is on the line between them, with the values of the first', () => {
    const path = one(answer());
    assert.equal(at(path, 0).longitude, 0);
    assert.equal(at(path, 5).longitude, 5000);
    assert.equal(at(path, 10).longitude, 10_000);
    assert.deepEqual([at(path, 15).altitude, at(path, 15).speed, at(path, 15).track, at(path, 15).age], [401, 3000, 16_384, 0]);
    assert.equal(at(path, -1), null);
});

test('over a silence there is nothing: the last place holds half a minute and is not moved', () => {
    const path = one(answer({ flags: { 3: 2 }, rows: 5 }));
    path.time[3] += 10 * minute;
    path.time[4] += 10 * minute;
    assert.equal(at(path, 29).longitude, 20_000);
    assert.equal(at(path, 29).age, 9000);
    assert.equal(at(path, 49).longitude, 20_000);
    assert.equal(at(path, 51), null);
    assert.equal(at(path, 400), null);
    assert.equal(at(path, 630).longitude, 30_000);
});

test('the line goes the short way over the date line', () => {
    const document = answer({ longitude: 17_999_500, step: 0 });
    document.aircraft[0].longitude[1] = -35_999_000;
    const { longitude } = at(one(document), 5);
    assert.ok(Math.abs(Math.abs(longitude) - 180e6) < 10, String(longitude));
});

test('time may jump anywhere, back too', () => {
    const path = one(answer());
    const random = seeded(4);
    for (let round = 0; round < 500; round++) {
        const seconds = random() * 60;
        assert.ok(Math.abs(at(path, seconds).longitude - seconds * 1000) <= 1);
    }
});

test('paths go on from one answer to the next, and stop at the border where silence lies', () => {
    const [first, second] = [readReplay(answer({ rows: 6 })), readReplay(answer({ from: 60, longitude: 6000, first: 0, rows: 6 }))];
    joinPaths(first, second);
    assert.equal(at(first.paths.get(0x484159), 55).longitude, 55_000);
    const [third, silent] = [readReplay(answer({ rows: 6 })), readReplay(answer({ from: 60, longitude: 6000, flags: { 0: 2 } }))];
    joinPaths(third, silent);
    assert.equal(at(third.paths.get(0x484159), 55).longitude, 50_000);
    const [last, gone] = [readReplay(answer({ rows: 6 })), readReplay({ ...answer({ from: 60 }), aircraft: [] })];
    joinPaths(last, gone);
    assert.equal(at(gone.paths.get(0x484159), 65).longitude, 50_000);
    assert.equal(at(gone.paths.get(0x484159), 85), null);
    // Two answers without it, each a few seconds long.
    const [heard, ...silence] = [readReplay(answer({ rows: 6 })), ...[60, 70].map((from) => readReplay({ ...answer({ from }), to: start + from + 10, aircraft: [] }))];
    joinPaths(heard, silence[0]);
    joinPaths(silence[0], silence[1]);
    assert.equal(at(silence[1].paths.get(0x484159), 72).longitude, 50_000);
    assert.equal(at(silence[1].paths.get(0x484159), 85), null);
});

test('a frame of the past is one that a sky takes', () => {
    const made = readReplay(answer({ flags: { 0: 1, 1: 8 } }));
    const sky = new Sky();
    sky.applyFull(frameOf(made.paths, (start + 2) * 1000, sample, {}));
    sky.applyStrings(made.names);
    const shown = sky.aircraft(0);
    assert.deepEqual([shown.hex, shown.callsign, shown.onGround, shown.altitudeFeet, shown.speedKnots], ['484159', 'KLM1', true, 10_000, 300]);
    sky.applyFull(frameOf(made.paths, (start + 12) * 1000, sample, {}));
    assert.equal(sky.aircraft(0).doubtful, true);
    sky.applyFull(frameOf(made.paths, (start + 1000) * 1000, sample, {}));
    assert.equal(sky.count, 0);
});

test('what is no answer is passed over, and nothing throws', () => {
    for (const document of [null, {}, [], { from: 1, to: 0, aircraft: [] }, { from: 'x', to: 2, aircraft: [] }, { from: 1, to: 2, aircraft: 7 }]) assert.equal(readReplay(document), null);
    const good = answer().aircraft[0];
    const broken = [
        null, {}, { hex: 'zz' }, { ...good, time: [] }, { ...good, time: 'x' }, { ...good, flags: [1] }, { ...good, latitude: good.latitude.map(() => 9e9) },
        { ...good, time: good.time.map(() => -5) }, { ...good, longitude: good.longitude.map(() => 'east') }, { ...good, track: null },
    ];
    for (const aircraft of broken) assert.equal(readReplay({ ...answer(), aircraft: [aircraft] }).paths.size, 0);
    const random = seeded(9);
    const junk = [null, 1, -1, 1e300, 'x', [], {}, NaN, true];
    for (let round = 0; round < 2000; round++) {
        const document = answer();
        const keys = Object.keys(document.aircraft[0]);
        const key = keys[Math.floor(random() * keys.length)];
        const value = junk[Math.floor(random() * junk.length)];
        if (Array.isArray(document.aircraft[0][key]) && random() < 0.7) document.aircraft[0][key][Math.floor(random() * 7)] = value;
        else document.aircraft[0][key] = value;
        const made = readReplay(document);
        const sky = new Sky();
        sky.applyFull(frameOf(made.paths, (start + random() * 70) * 1000, sample, {}));
        for (let slot = 0; slot < sky.count; slot++) assert.ok(Math.abs(sky.latitude[slot]) <= 90e6 && Math.abs(sky.longitude[slot]) <= 180e6);
    }
});

test('what several answers rest on is all of it together', () => {
    const bases = ['2024-06-18', '2024-06-19'].map((day, index) => readReplay({ ...answer(), incompleteDays: [day], credits: ['A'], withheld: index, damagedChunks: 3 - index }).basis);
    assert.deepEqual(joinBases(bases), { credits: ['A'], licences: ['own'], incompleteDays: ['2024-06-18', '2024-06-19'], damagedChunks: 3, withheld: 1 });
    assert.deepEqual(joinBases([]).withheld, 0);
});

test('rows of a trail leave out what has no position', () => {
    const columns = { time: [1, 2], latitude: [50, null], longitude: [4, null], altitude: [100, 200], flags: [0, 2] };
    assert.deepEqual(trailRows({ columns }), [[1, 50, 4, 100, 0]]);
    assert.deepEqual(trailRows({ columns: { time: [1] } }), []);
    assert.deepEqual(trailRows(null), []);
});

/** A replay over answers made on the spot, and what was asked. */
function replay({ latest = Infinity, now = () => latest, length = 1000, fails = () => false } = {}) {
    const asked = [];
    const made = new Replay({
        latest: now, on: { loaded() {}, trouble() {} },
        ask: async (question) => {
            asked.push(question);
            if (fails(asked.length)) throw Object.assign(new Error('503'), { status: 503 });
            const rows = Math.min(length, Math.round((question.to - question.from) / 10));
            return { ...answer({ rows, step: 10, first: 0 }), from: question.from, to: question.to, spacing: question.spacing };
        },
    });
    return { made, asked };
}
const settle = () => new Promise((resolve) => { setImmediate(resolve); });

test('replay asks ahead, shows nothing of which it does not know who was there, and stops at now', async () => {
    const { made, asked } = replay({ latest: (start + 2000) * 1000 });
    made.setSpeed(60);
    made.seek(start * 1000, 'real');
    for (let round = 0; round < 5; round++) await settle();
    assert.ok(made.isLoaded && made.sky.count === 1);
    assert.ok(asked[0].from <= start && asked.every((question, index) => index === 0 || Math.abs(question.from - asked[index - 1].to) < 0.002), 'answers follow each other');
    made.play();
    let clock = performance.now();
    let before = made.now;
    for (let round = 0; round < 100; round++) {
        made.step(clock += 500);
        await settle();
        assert.ok(made.now >= before && made.now - before < 31_000);
        before = made.now;
    }
    assert.equal(made.now, (start + 2000) * 1000);
    assert.equal(made.playing, false);
    assert.ok(asked.every((question) => question.to <= start + 2001));
});

test('near the newest instant nothing is asked for in crumbs, and the replay rests there with who was last heard', async () => {
    let latest = (start + 100) * 1000;
    const { made, asked } = replay({ now: () => latest });
    made.setSpeed(60);
    made.seek((start + 40) * 1000, 'real');
    await settle();
    made.play();
    let clock = performance.now();
    for (let round = 0; round < 300; round++) {
        made.step(clock += 16);
        latest += 16;
        await settle();
    }
    assert.ok(asked.length <= 2, `${asked.length} questions`);
    assert.deepEqual([made.playing, made.trouble, made.sky.count], [false, null, 1]);
    assert.ok(latest - made.now < 20_000);
    latest += 60_000;
    made.play();
    for (let round = 0; round < 20; round++) {
        made.step(clock += 100);
        await settle();
    }
    assert.ok(asked.length <= 4 && made.now > (start + 150) * 1000);
});

test('while an answer is missing the clock waits, and after a failure it says so and tries again later', async () => {
    const { made } = replay({ fails: () => true });
    made.seek(start * 1000, 'real');
    await settle();
    assert.deepEqual([made.trouble, made.status], ['failed', 503]);
    made.play();
    made.step(performance.now() + 900);
    assert.equal(made.now, start * 1000);
    made.forget();
});

test('a replay that stands still asks again after a failure, and not once it is left', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const { made, asked } = replay({ latest: (start + 200) * 1000, fails: (count) => count < 3 });
    made.seek(start * 1000, 'real');
    await settle();
    for (const count of [1, 2]) {
        assert.deepEqual([asked.length, made.trouble], [count, 'failed']);
        context.mock.timers.tick(5000);
        await settle();
    }
    assert.deepEqual([asked.length, made.trouble, made.isLoaded], [3, null, true]);
    const other = replay({ fails: () => true });
    other.made.seek(start * 1000, 'real');
    await settle();
    other.made.forget();
    context.mock.timers.tick(20_000);
    await settle();
    assert.equal(other.asked.length, 1);
});

test('a question about another time is not waited for', async () => {
    const asked = [];
    const answers = [];
    const made = new Replay({
        on: { loaded() {}, trouble() {} },
        ask: (question, signal) => {
            asked.push({ ...question, signal });
            return new Promise((resolve) => { answers.push(() => resolve({ ...answer({ rows: 30, step: 10, first: 0 }), from: question.from, to: question.to, spacing: 0 })); });
        },
    });
    made.seek(start * 1000, 'real');
    made.seek((start + 60) * 1000);
    assert.equal(asked.length, 1, 'the answer that is waited for holds this time too');
    made.seek((start + 90_000) * 1000);
    assert.ok(asked.length === 2 && asked[0].signal.aborted && asked[1].from <= start + 90_000);
    answers[0]();
    await settle();
    assert.equal(made.isLoaded, false, 'an answer that was given up is not taken');
    answers[1]();
    await settle();
    assert.equal(made.isLoaded, true);
    made.forget();
});

test('another world, another place or a finer speed is asked for anew; memory has a bound', async () => {
    const { made, asked } = replay();
    made.seek(start * 1000, 'real');
    await settle();
    made.seek(start * 1000, 'imported');
    await settle();
    assert.equal(asked.at(-1).realm, 'imported');
    const count = asked.length;
    made.look([0, 0, 1, 1], () => true);
    assert.equal(asked.length, count);
    made.look([0, 0, 1, 1], () => false);
    await settle();
    assert.deepEqual(asked[count].area, [0, 0, 1, 1]);
    made.setSpeed(1000);
    for (let round = 0; round < 6; round++) await settle();
    assert.equal(asked.at(-1).spacing, 60);
    made.setSpeed(1);
    await settle();
    assert.equal(asked.at(-1).spacing, 0);
    for (const speed of speeds) assert.ok(plan(speed).length <= 6 * 3600 && plan(speed).length > plan(speed).ahead / 2);
});

test('days and moments as links write them', () => {
    assert.equal(dayText(1_718_700_000_000), '2024-06-18');
    assert.equal(dayStart(1_718_700_000_000), 1_718_668_800_000);
    for (const text of ['2024-06-18', '2024-02-29', '1970-01-01']) assert.equal(dayText(dayOf(text)), text);
    for (const text of ['2024-02-30', '2024-6-1', '', null, 'x', '1969-12-31', '2024-13-01']) assert.equal(dayOf(text), null);
    assert.equal(momentOf('2024-06-18T08:40:00Z'), 1_718_700_000_000);
    assert.equal(momentOf('2024-06-18T08:40Z'), 1_718_700_000_000);
    for (const text of ['2024-06-18', '2024-06-18T25:00:00Z', '2024-02-30T00:00:00Z', '2024-06-18T08:40:00', null]) assert.equal(momentOf(text), null);
    assert.equal(momentText(1_718_700_000_999), '2024-06-18T08:40:00Z');
});

test('a month is whole weeks from Monday with each of its days once', () => {
    for (const [month, first, days] of [['2024-02-10', 3, 29], ['2025-06-30', 6, 30], ['2026-11-01', 6, 30], ['2021-02-01', 0, 28]]) {
        const weeks = weeksOf(dayOf(month));
        assert.ok(weeks.every((week) => week.length === 7));
        const cells = weeks.flat();
        assert.equal(cells.findIndex((day) => day !== null), first);
        assert.deepEqual(cells.filter((day) => day !== null).map((day) => new Date(day).getUTCDate()), Array.from({ length: days }, (_, i) => i + 1));
    }
    assert.equal(dayText(monthLater(dayOf('2024-01-31'), 1)), '2024-02-01');
    assert.equal(dayText(monthLater(dayOf('2024-01-31'), -1)), '2023-12-01');
});

test('a world of imports opens at the first moment of its last day', async () => {
    const asked = [];
    const answers = { 'history/days': { days: [{ day: '2024-06-17', aircraft: 3 }, { day: '2024-06-18', aircraft: 2 }, { day: '2025-01-01', aircraft: 0 }] }, 'history/area': { aircraft: [{ first: { time: 1_718_700_000.25 } }] } };
    const usual = globalThis.fetch;
    globalThis.fetch = async (path) => {
        const [, name, query] = path.match(/^\/api\/v1\/([a-z/]+)\?(.*)$/);
        asked.push([name, new URLSearchParams(query)]);
        return { ok: true, status: 200, headers: new Headers(), json: async () => answers[name] };
    };
    try {
        assert.equal(await askLastMoment('imported', 1_795_700_000), 1_718_700_001);
        assert.equal(asked[1][1].get('from'), String(Date.parse('2024-06-18T00:00:00Z') / 1000));
        assert.equal(asked[1][1].get('limit'), '1');
        // At most what the interface gives at once, and today with it.
        const range = asked[0][1];
        assert.ok(Number(range.get('to')) > 1_795_700_000 && Number(range.get('to')) - Number(range.get('from')) <= 3_660 * 86_400);
        answers['history/area'] = { aircraft: [] };
        assert.equal(await askLastMoment('imported', 1_795_700_000), Date.parse('2024-06-18T00:00:00Z') / 1000);
        answers['history/days'] = { days: [] };
        assert.equal(await askLastMoment('imported', 1_795_700_000), null);
    } finally { globalThis.fetch = usual; }
});
