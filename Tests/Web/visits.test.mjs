import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded, useWords, web } from './support.mjs';

const { groupsOf, readCandidates, readPlan, readSentence, readVisit, readVisits, readWatches, visitId } = await import(`${web}/js/visitdoc.js`);
const { TextIndex, areAircraft, base64Of, byteCount, namesOf, piecesOf, unitOfField } = await import(`${web}/js/visittext.js`);
const { fieldOfTime, isoOffset, rangeIn, timeOfField, zoneOfStop } = await import(`${web}/js/visittime.js`);
const { extentOf, marksOf, placed, rowsOf, tailLength } = await import(`${web}/js/visitline.js`);
const { parseVisit, visitLink, webLink } = await import(`${web}/js/visitquery.js`);
const { flownTime, stopScene } = await import(`${web}/js/visitmap.js`);
const words = await import(`${web}/js/visitwords.js`);
const { claimChange } = await import(`${web}/js/visitedit.js`);
const { spansOf } = await import(`${web}/js/visitpaper.js`);

// 2024-06-18 00:00 UTC.
const day = Date.UTC(2024, 5, 18) / 1000;
const hour = 3600;
const readings = [
    { from: day + 9 * hour, to: day + 15 * hour, zone: 'place', weight: 0.6 }, { from: day + 15 * hour, to: day + 21 * hour, zone: 'subject', weight: 0.25 }, { from: day + 11 * hour, to: day + 17 * hour, zone: 'outlet', weight: 0.15 },
];
const stop = (id, more = {}) => ({ id, name: `Place ${id}`, airports: [{ code: 'ZKPY', latitude: 39.2, longitude: 125.7, weight: 1, timeZone: 'Asia/Pyongyang' }], announced: { from: day + 9 * hour, to: day + 21 * hour, readings, lateTail: true }, ...more });
const visit = (more = {}) => readVisit({ id: 'v1', stops: [stop(1)], ...more });

test('the bytes of a text and the units of a browser are led to each other, whatever letters it has', () => {
    const text = 'Putin \u2014 \u041a\u0440\u0435\u043c\u043b\u044c \ud83d\udee9 di Pyongyang';
    const index = new TextIndex(text);
    assert.equal(index.size, Buffer.byteLength(text));
    for (let unit = 0; unit <= text.length; unit++) {
        // Half of a pair is no beginning of anything.
        if ((text.charCodeAt(unit) & 0xfc00) === 0xdc00) continue;
        assert.equal(index.byte(unit), Buffer.byteLength(text.slice(0, unit)), `unit ${unit}`);
        assert.equal(index.unit(index.byte(unit)), unit);
    }
    const random = seeded(7);
    for (let turn = 0; turn < 300; turn++) {
        const any = Array.from({ length: 40 }, () => String.fromCodePoint(Math.floor([0x7f, 0x7ff, 0xd7ff, 0x10ffff - 0xe000][Math.floor(random() * 4)] * random()) + (random() < 0.2 ? 0xe000 : 0))).join('');
        const whole = new TextIndex(any);
        const [a, b] = [Math.floor(random() * any.length), Math.floor(random() * any.length)];
        const span = whole.span(a, b);
        if (span && !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(span.words)) assert.equal(Buffer.from(any).subarray(span.start, span.end).toString(), span.words);
    }
});

test('marked words are without blanks at their ends; none are none', () => {
    const index = new TextIndex('  singgah di Yakutsk,  ');
    assert.deepEqual(index.span(0, 12), { start: 2, end: 12, words: 'singgah di' });
    assert.deepEqual(index.span(12, 0), { start: 2, end: 12, words: 'singgah di' });
    assert.equal(index.span(0, 2), null);
    assert.equal(index.span(5, 5), null);
    assert.deepEqual(index.span(-9, 999).words, 'singgah di Yakutsk,');
});

test('pieces of a text are the text, and overlapping marks keep both', () => {
    const text = 'a b\u00e9c d \ud83d\udee9 e';
    const index = new TextIndex(text);
    const spans = [{ start: 2, end: 7, stop: 1 }, { start: 4, end: 9, claim: 2 }, { start: 500, end: 900 }, { start: 3, end: 3 }];
    const pieces = piecesOf(index, spans);
    assert.equal(pieces.map((piece) => piece.text).join(''), text);
    assert.ok(pieces.some((piece) => piece.marks.length === 2));
    assert.ok(pieces.every((piece) => piece.text.length > 0));
    assert.deepEqual(piecesOf(new TextIndex(''), spans), []);
    const random = seeded(3);
    for (let turn = 0; turn < 200; turn++) {
        const any = Array.from({ length: 8 }, () => ({ start: Math.floor(random() * 20), end: Math.floor(random() * 20) }));
        assert.equal(piecesOf(index, any).map((piece) => piece.text).join(''), text);
    }
});

test('a place in a field is one in the text, where lines end with two signs too', () => {
    const text = 'one\r\ntwo\nthree\r\n';
    const field = text.replaceAll('\r\n', '\n');
    assert.equal(text.slice(unitOfField(text, 4), unitOfField(text, 7)), 'two');
    assert.equal(text.slice(unitOfField(text, 8), unitOfField(text, field.length)), 'three\r\n');
    assert.equal(byteCount('\u00e9\ud83d\udee9'), 6);
    assert.equal(base64Of(Uint8Array.from({ length: 70_000 }, (_, i) => i % 256)), Buffer.from(Uint8Array.from({ length: 70_000 }, (_, i) => i % 256)).toString('base64'));
});

test('a time is read by the clock it is meant by, over the change of clocks too', async () => {
    await useWords('en');
    assert.equal(timeOfField('2024-06-18T18:00', 'Asia/Pyongyang'), day + 9 * hour);
    assert.equal(timeOfField('2024-06-18T18:00', 'UTC'), day + 18 * hour);
    assert.equal(fieldOfTime(day + 9 * hour, 'Asia/Pyongyang'), '2024-06-18T18:00');
    for (const zone of ['Europe/Moscow', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe', 'UTC']) {
        for (const time of [day, day + 5 * hour, Date.UTC(2024, 2, 10, 12) / 1000, Date.UTC(2024, 10, 3, 12) / 1000, Date.UTC(2024, 3, 7) / 1000]) assert.equal(timeOfField(fieldOfTime(time, zone), zone), time, `${zone} ${time}`);
    }
    for (const wrong of ['', '2024-06-18', 'x', '2024-13-01T00:00', null]) assert.equal(timeOfField(wrong, 'UTC'), null);
    assert.equal(timeOfField('2024-06-18T18:00', 'Nowhere/None'), null);
    assert.equal(fieldOfTime(null, 'UTC'), '');
    assert.deepEqual([420, 0, -210, 345].map(isoOffset), ['+07:00', '+00:00', '-03:30', '+05:45']);
    assert.equal(rangeIn('Nowhere/None', day, day), null);
    assert.equal(zoneOfStop(visit().stops[0]), 'Asia/Pyongyang');
});

test('a document is read as far as it makes sense, and whatever comes nothing throws', () => {
    const random = seeded(11);
    const anything = (depth = 0) => {
        const kind = Math.floor(random() * (depth > 4 ? 5 : 7));
        if (kind === 5) return Array.from({ length: 3 }, () => anything(depth + 1));
        if (kind === 6) return Object.fromEntries(['id', 'stops', 'claims', 'announced', 'readings', 'from', 'to', 'rests', 'kind', 'speaker', 'candidates', 'hex', 'terms', 'groups', 'members', 'subject', 'changes', 'rules', 'queries', 'narrowed', 'verdict', 'sentence'].map((name) => [name, random() < 0.6 ? anything(depth + 1) : undefined]));
        return [null, NaN, -1, 'd00001', true][kind];
    };
    for (let turn = 0; turn < 2000; turn++) {
        const document = { ...anything(), id: 'v1', candidates: [anything()] };
        const read = readVisit(document);
        assert.equal(read.id, 'v1');
        rowsOf(read, readCandidates(document).candidates);
        stopScene(read);
        spansOf(read, 1);
        groupsOf(readCandidates(document));
        readVisits({ visits: anything() });
        readPlan(anything());
        readWatches(anything());
        readSentence(anything());
    }
    for (const wrong of [null, 1, {}, { id: '../x' }, { id: '' }]) assert.equal(readVisit(wrong), null);
    assert.equal(visitId('a b'), null);
    assert.equal(readCandidates({}), null);
});

test('while the archive is young nothing is a share, whatever the document says', () => {
    const document = { young: true, candidates: [{ hex: 'd00001', probability: 0.5, accompanying: 0.2 }], groups: [{ id: 0, members: ['d00001'], probability: 0.9 }], none: { probability: 0.1, nobody: 0.01 } };
    const read = readCandidates(document);
    assert.deepEqual([read.candidates[0].share, read.candidates[0].accompanying, read.groups[0].share, read.none.share, read.none.nobody], [null, null, null, null, null]);
    const old = readCandidates({ ...document, young: false });
    assert.deepEqual([old.candidates[0].share, old.groups[0].share, old.none.share], [0.5, 0.9, 0.1]);
    assert.equal(readCandidates({ ...document, young: false, none: { probability: 7 } }).none.share, null);
    assert.equal(readCandidates({ candidates: [], realm: 'simulated' }).isSimulated, true);
});

test('strengths of reasons, claims beside what was heard and what would fit if a source were paused are read', () => {
    const read = readCandidates({ young: true, candidates: [{ hex: 'd00001', terms: [{ term: 'order', strength: 2 }, { term: 'prior' }] }], claims: [{ claim: 3, outcome: 'supported', sentence: { text: 'Heard.' } }, { claim: 'x' }] });
    assert.deepEqual(read.candidates[0].terms.map((one) => [one.strength, one.weight, one.times]), [[2, null, null], [null, null, null]]);
    assert.deepEqual(read.claims.map((one) => [one.claim, one.outcome, one.sentence.text]), [[3, 'supported', 'Heard.']]);
    const plan = readPlan({ queries: [], ifPaused: { sentence: 'Instead:', perHour: 12, queries: [{ provider: 'P', kind: 'circle', what: 'x', perHour: 12 }] } });
    assert.deepEqual([plan.ifPaused.sentence.text, plan.ifPaused.queries.length], ['Instead:', 1]);
    assert.equal(readPlan({ queries: [] }).ifPaused, null);
});

test('every candidate stands in one group, and who is in none has one of its own', () => {
    const read = readCandidates({ candidates: [{ hex: 'd00001' }, { hex: 'd00002' }, { hex: 'd00003', probability: 0.2 }, { hex: 'D00004' }], groups: [{ id: 'a', members: ['d00002', 'd00001', 'ffffff'] }, { id: 'b', members: ['d00001'] }] });
    assert.deepEqual(groupsOf(read).map((group) => group.members.map((one) => one.hex)), [['d00002', 'd00001'], ['d00003']]);
});

test('rows of the timeline: each reading, the tail behind the last, claims with a time, what is known of aircraft', () => {
    const one = visit({
        stops: [stop(1, { narrowed: { from: day, to: day + hour, claims: [4] } }), stop(2, { announced: { to: day + 30 * hour, readings: [] } }), stop(3, { announced: {} })],
        claims: [{ id: 4, kind: 'arrival', stops: [1], time: { from: day, to: day + hour } }, { id: 5, kind: 'arrival', stops: [1], polarity: 'denied', time: { from: day, to: day + hour } }, { id: 6, kind: 'secrecy', stops: [1], time: { from: day } }],
    });
    const aircraft = readCandidates({ candidates: [{ hex: 'd00001', stops: [{ stop: 1, known: 'observed', from: day + 17 * hour, to: day + 17 * hour }, { stop: 2, known: 'impossible', from: day, to: day + hour }, { stop: 3, known: 'unknown' }] }] }).candidates;
    const rows = rowsOf(one, aircraft);
    assert.deepEqual(rows[0].lanes.map((lane) => lane.kind), ['announced', 'narrowed', 'claimed', 'aircraft']);
    assert.deepEqual(rows[0].lanes[0].bars.map((bar) => bar.kind), ['announced', 'announced', 'announced', 'tail']);
    assert.deepEqual([rows[0].lanes[0].bars[3].from, rows[0].lanes[0].bars[3].to], [day + 21 * hour, day + 21 * hour + tailLength]);
    assert.deepEqual(rows[1].lanes.map((lane) => lane.bars[0].kind), ['bound', 'impossible']);
    // Nothing is drawn of what is not known at all.
    assert.deepEqual(rows[2].lanes.map((lane) => lane.bars.length), [0]);
    const extent = extentOf(rows);
    assert.ok(extent.from < day && extent.to > day + 30 * hour);
    assert.equal(extentOf(rowsOf(visit({ stops: [] }), [])), null);
});

test('bars stay in the picture, a moment is seen, and open sides are told', () => {
    const frame = { from: 0, to: 100, width: 1000 };
    assert.deepEqual(placed({ from: 10, to: 20 }, frame), { x: 100, width: 100, isOpenStart: false, isOpenEnd: false });
    assert.deepEqual(placed({ from: 50, to: 50 }, frame), { x: 500, width: 3, isOpenStart: false, isOpenEnd: false });
    assert.deepEqual(placed({ from: null, to: 20 }, frame), { x: 0, width: 200, isOpenStart: true, isOpenEnd: false });
    assert.deepEqual(placed({ from: 90, to: 200 }, frame), { x: 900, width: 100, isOpenStart: false, isOpenEnd: true });
    assert.equal(placed({ from: 101, to: 102 }, frame), null);
    assert.ok(placed({ from: 100, to: 100 }, frame).x <= 997);
    for (const days of [0.2, 1, 3, 9, 40, 300]) {
        const marks = marksOf({ from: day, to: day + days * 86_400, width: 700, apart: 60 });
        assert.ok(marks.length >= 1 && marks.length <= 12, `${days}: ${marks.length}`);
        for (let i = 1; i < marks.length; i++) assert.ok(marks[i].x - marks[i - 1].x >= 59.9, `${days}`);
    }
    assert.ok(marksOf({ from: day - 1, to: day + 86_400, width: 700 })[0].isDay);
});

test('a link there and back, and only links of the web can be followed', () => {
    const query = { id: 'v1', realm: 'simulated', isLater: true, shown: '~d00001' };
    assert.deepEqual(parseVisit(visitLink(query).slice('/visit'.length)), query);
    assert.equal(visitLink({ id: 'v1' }), '/visit?id=v1');
    assert.deepEqual(parseVisit('?id=%2e%2e&realm=all&later=2&show=zz'), { id: null, realm: null, isLater: false, shown: null });
    assert.equal(webLink('HTTPS://example.org/a'), new URL('https://example.org/a').href);
    for (const wrong of ['javascript:alert(1)', 'data:text/html,x', 'example.org', '', 'file:///etc/passwd']) assert.equal(webLink(wrong), null, wrong);
});

test('weights, windows and the strength of a reason are told in words of both languages', async () => {
    for (const [language, expected] of [['en', ['most likely', 'likely too', 'possible', 'not after', 'not before']], ['id', ['paling mungkin', 'mungkin juga', 'bisa jadi', 'paling lambat', 'paling awal']]]) {
        await useWords(language);
        const [first, second, small, before, after] = expected;
        assert.deepEqual([0.6, 0.25, 0.15].map(words.weightWord), [first, second, small]);
        assert.equal(words.weightFigure(1), '');
        assert.ok(words.windowText({ from: null, to: day }).includes(before) && words.windowText({ from: day, to: null }).includes(after));
        const lines = words.windowLines({ from: day + 9 * hour, to: day + 15 * hour }, visit().stops[0]);
        assert.equal(lines.length, 2);
        assert.ok(lines[0][0].includes('18') && lines[0][1].includes('UTC+9') && lines[1][1] === 'UTC', JSON.stringify(lines));
    }
    await useWords('en');
    assert.deepEqual([9, 1.5, 0.2, 0.05, 0, -0.05, -4].map(words.strength), [3, 2, 1, 0, 0, 0, -3]);
    assert.equal(words.visitTitle(visit({ subject: { role: 'the president' } })), 'the president: Place 1');
    assert.equal(words.visitTitle(readVisit({ id: 'v1' })), 'Visit without a title');
    assert.equal(words.dwellText([2, 2]), 'On the ground for 2 h');
});

test('the map joins stops of one itinerary in their order and no others', () => {
    const at = (latitude, longitude) => [{ code: 'AAAA', latitude, longitude, weight: 1 }];
    const one = visit({ subject: { homes: [{ code: 'UUWW', latitude: 55, longitude: 37 }] }, stops: [stop(1, { airports: at(62, 129) }), stop(2, { airports: [] }), stop(3, { airports: at(21, 105) }), stop(4, { track: 'reported', airports: at(1, 1) })] });
    assert.deepEqual(stopScene(one).order, [[55, 37], [62, 129], [21, 105]]);
    assert.deepEqual(stopScene(one).places.map((place) => place.label), ['UUWW', '1 AAAA', '3 AAAA', '4 AAAA']);
    assert.deepEqual(flownTime(one), { from: day - 3 * hour, to: day + 33 * hour });
    assert.equal(flownTime(visit({ stops: [] })), null);
});

test('a refusal is told in words of the page for its code and field, in both languages', async () => {
    const { RequestError } = await import(`${web}/js/writing.js`);
    const told = async (language, body) => {
        await useWords(language);
        return new RequestError(422, body).message;
    };
    const body = { error: 'there is no letter in it', code: 'invalid', field: 'text' };
    assert.match(await told('en', body), /^The text cannot be read/);
    assert.match(await told('id', body), /^Teks tidak dapat dibaca/);
    assert.match(await told('id', { error: 'claim 3 has no time', code: 'refused', field: 'time' }), /^Waktu klaim/);
    assert.match(await told('id', { error: 'x', code: 'invalid', field: 'unheard-of' }), /^Ada yang tidak/);
    // A code that the page has no words for is told as the site tells it.
    assert.equal(await told('id', { error: 'the path is too long', code: 'path' }), 'the path is too long');
});

test('names with commas between are a list, few and short enough to be sent', () => {
    assert.deepEqual(namesOf(' Il-96, ,A332;\n charter '), ['Il-96', 'A332', 'charter']);
    assert.deepEqual(namesOf(' , '), []);
    assert.ok(areAircraft([]) && areAircraft(Array(20).fill('x')) && areAircraft(['\u00e9'.repeat(30)]));
    assert.ok(!areAircraft(Array(21).fill('x')) && !areAircraft(['\u00e9'.repeat(31)]));
});

test('of a claim that is edited only what was changed is sent; what was emptied is taken off', () => {
    const [claim] = visit({ claims: [{ id: 3, kind: 'schedule', certainty: 'planned', polarity: 'affirmed', speaker: { name: 'An office' }, stops: [1], aircraft: ['Il-96'], time: { from: day + 90, to: day + hour } }] }).claims;
    const same = { kind: 'schedule', certainty: 'planned', polarity: 'affirmed', speaker: 'An office', stop: '1', aircraft: ['Il-96'], from: day + 60, to: day + hour };
    // A field has minutes alone: seconds that it cannot show are no change.
    assert.deepEqual(claimChange(claim, same), {});
    assert.deepEqual(claimChange(claim, { ...same, polarity: 'denied' }), { polarity: 'denied' });
    assert.deepEqual(claimChange(claim, { ...same, kind: 'arrival', certainty: 'alleged' }), { claimKind: 'arrival', certainty: 'alleged' });
    assert.deepEqual(claimChange(claim, { ...same, speaker: '', stop: '', aircraft: [] }), { speaker: null, stop: null, aircraft: [] });
    assert.deepEqual(claimChange(claim, { ...same, stop: '2' }), { stop: 2 });
    assert.deepEqual(claimChange(claim, { ...same, to: null }), { from: day + 60, to: null });
    const [bare] = visit({ claims: [{ id: 4, kind: 'stop', certainty: 'reported', stops: [1, 2] }] }).claims;
    const told = { kind: 'stop', certainty: 'reported', polarity: 'affirmed', speaker: '', stop: 'same', aircraft: [], from: null, to: null };
    assert.deepEqual(claimChange(bare, told), {});
    assert.deepEqual(claimChange(bare, { ...told, stop: '' }), { stop: null });
});
