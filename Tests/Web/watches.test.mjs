import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, seeded, useWords, web, words } from './support.mjs';

const { alertId, pathOf, plainId, readAlert, readAlerts, readOutlets, readPreview, readTrouble, readWatch, readWatches, readWatching } = await import(`${web}/js/watchdoc.js`);
const { picturePaths } = await import(`${web}/js/alertpicture.js`);
const { alertsLink, parseAlerts, parseWatches, watchesLink } = await import(`${web}/js/watchquery.js`);
const { outletFields, outletKinds, isOutletName } = await import(`${web}/js/outletkinds.js`);
const { choices, fieldKind, fieldsOf, freshValues, happenings, holdings, identityKinds } = await import(`${web}/js/ruleschema.js`);
const { linesOf, said } = await import(`${web}/js/watchparts.js`);
const { nextPage } = await import(`${web}/js/access.js`);
await useWords('en');

const id = 'a'.repeat(32);

test('documents of nothing and of anything make no error', () => {
    const random = seeded(11);
    const anything = (depth) => {
        const kind = Math.floor(random() * (depth > 3 ? 5 : 7));
        if (kind === 5) return Array.from({ length: 3 }, () => anything(depth + 1));
        if (kind === 6) return Object.fromEntries(['id', 'name', 'alerts', 'evidence', 'events', 'title', 'positions', 'outlets', 'gaps', 'bound', 'settings', 'picture', 'aircraft'].map((key) => [key, anything(depth + 1)]));
        return [null, 7, NaN, id, true][kind];
    };
    for (const reader of [readAlert, readAlerts, readOutlets, readPreview, readTrouble, readWatch, readWatches, readWatching]) {
        for (const nothing of [undefined, null, 1, 'x', []]) reader(nothing);
        for (let round = 0; round < 300; round++) reader(anything(0));
    }
});

test('an alert as the interface has it', () => {
    const alert = readAlert({
        id, simulated: true, watch: 'landings', version: 2, name: 'Landings', time: 100.5, made: 107, title: { en: 'x', id: 'y' }, body: { en: 'a\nb' }, aircraft: ['d00001', 'nope'], place: [40.3, 126.8], link: '/#a=d00001', suppressedBefore: 3, public: true, corrects: 'b'.repeat(32), visit: 'v1',
        deliveries: [{ outlet: 'desk', state: 'dead', tries: 3, lastError: 'status 403' }], evidence: { rule: { name: 'x' }, events: [{ kind: 'silent', aircraft: 'd00001', time: 1, gapClass: 'noCoverage' }], bound: { A: ['d00001'] } },
    });
    assert.deepEqual([alert.isSimulated, alert.aircraft, alert.suppressed, alert.corrects, alert.deliveries[0].state, alert.evidence.events[0].gapClass, alert.evidence.bound], [true, ['d00001'], 3, 'b'.repeat(32), 'dead', 'noCoverage', [{ variable: 'A', hex: 'd00001' }]]);
    // To strangers nothing is told of deliveries, which is not the same as none.
    assert.equal(readAlert({ id }).deliveries, null);
    assert.deepEqual(readAlert({ id, deliveries: [] }).deliveries, []);
    assert.equal(readAlert({ id: 'short' }), null);
});

test('only paths of this site and plain identifiers are followed', () => {
    for (const path of ['//elsewhere.example', '/\\elsewhere', 'https://x', 'javascript:1', '/a b', '', null, 3]) assert.equal(pathOf(path), null, String(path));
    assert.equal(pathOf('/#a=d00001&at=2026-01-01T00:00:00Z'), '/#a=d00001&at=2026-01-01T00:00:00Z');
    for (const name of ['../x', 'a/b', '', '.x', 'a b', null]) assert.equal(plainId(name), null, String(name));
    assert.equal(alertId(id.toUpperCase()), null);
    assert.equal(nextPage('next=/watches?edit=landings', 'http://localhost'), '/watches?edit=landings');
});

test('links there and back', () => {
    for (const link of [{ edit: 'landings' }, { isNew: true }, { isNew: true, example: 'relay-pair' }, { visit: 'v2' }, {}]) {
        const parsed = parseWatches(watchesLink(link).replace('/watches', ''));
        assert.deepEqual(parsed, { edit: null, isNew: false, example: null, visit: null, ...link });
    }
    for (const link of [{ id }, { watch: 'landings' }, { visit: 'v2' }, {}]) assert.deepEqual(parseAlerts(alertsLink(link).replace('/alerts', '')), { id: null, watch: null, visit: null, ...link });
    assert.deepEqual(parseAlerts('?id=../..&watch=%2Fetc'), { id: null, watch: null, visit: null });
});

test('the picture is drawn of lines alone, whatever the text holds', () => {
    const evidence = { positions: [], events: [], bound: [{ variable: 'A', hex: 'd00001' }, { variable: 'B', hex: 'd00002' }], picture: '<svg onload="x"><script>1</script><path d="M12 180L40 170M190 82L230 60" stroke="#c2410c"/><path d="" /><path d="M1 2" onclick="y"/></svg>' };
    assert.deepEqual(picturePaths(evidence), [{ hex: 'd00001', pieces: [[[12, 180], [40, 170]], [[190, 82], [230, 60]]], end: [230, 60] }]);
    for (const picture of [null, '', '<path d="MNaN L"/>', '<path d="javascript:alert(1)"/>', 'M1 2']) assert.deepEqual(picturePaths({ ...evidence, picture }), []);
});

test('positions of the evidence go before the picture: broken at silences, over the date line, within the frame', () => {
    const at = (hex, time, latitude, longitude) => ({ hex, time, latitude, longitude });
    const paths = picturePaths({ picture: null, bound: [], events: [{ hex: 'd00002', positions: [{ hex: null, time: 5, latitude: 1, longitude: 179.9 }] }], positions: [at('d00001', 0, 0, 179.5), at('d00001', 60, 0.5, -179.8), at('d00001', 400, 1, -179.5)] });
    assert.deepEqual(paths.map((path) => [path.hex, path.pieces.map((piece) => piece.length)]), [['d00001', [2, 1]], ['d00002', [1]]]);
    const all = paths.flatMap((path) => path.pieces.flat());
    assert.ok(all.every(([x, y]) => x >= 0 && x <= 320 && y >= 0 && y <= 200));
    const [[first, second]] = paths[0].pieces;
    assert.ok(second[0] > first[0] && second[1] < first[1], 'east is right and north is up');
});

test('texts of both languages, and lines without what is not drawn', () => {
    assert.equal(said({ en: 'x', id: 'y' }), 'x');
    assert.equal(said({ id: 'y' }), 'y');
    assert.equal(said({}), '');
    assert.deepEqual(linesOf('one\n\n\u202etwo\u0007\n'), ['one', 'two']);
});

test('why something failed is told in the language of the page; what was kept in English alone, as it is', async () => {
    const both = { lastError: 'status 403 (it is not allowed)', lastErrorText: { en: 'status 403 (it is not allowed)', id: 'status 403 (tidak diizinkan)' } };
    const alert = readAlert({ id, deliveries: [{ outlet: 'desk', state: 'dead', tries: 3, ...both }, { outlet: 'phone', state: 'pending', tries: 1, lastError: 'timed out' }, { outlet: 'mail', state: 'delivered', tries: 1 }] });
    const [outlet] = readOutlets({ outlets: [{ name: 'desk', kind: 'telegram', ...both }] });
    const trial = readTrouble({ delivered: false, error: both.lastError, errorText: both.lastErrorText });
    await useWords('id');
    assert.deepEqual(alert.deliveries.map((one) => one.lastError && said(one.lastError)), ['status 403 (tidak diizinkan)', 'timed out', null]);
    for (const words of [outlet.lastError, readWatching({ heartbeat: both }).heartbeat.lastError, trial]) assert.equal(said(words), 'status 403 (tidak diizinkan)');
    await useWords('en');
    assert.equal(said(outlet.lastError), 'status 403 (it is not allowed)');
    assert.equal(readOutlets({ outlets: [{ name: 'desk' }] })[0].lastError, null);
    assert.equal(said(readTrouble(null)), '');
});

test('what is wrong with a rule is told in the language of the page', async () => {
    const { RequestError } = await import(`${web}/js/writing.js`);
    const body = { error: 'unknown key “flies”', errorText: { en: 'unknown key “flies”', id: 'kunci “flies” tidak dikenal' }, code: 'rule', field: 'when', line: 3 };
    const told = async (language, given) => {
        await useWords(language);
        return new RequestError(422, given).message;
    };
    assert.equal(await told('id', body), 'kunci “flies” tidak dikenal');
    assert.equal(await told('en', body), 'unknown key “flies”');
    for (const errorText of [undefined, null, 'x', {}, { id: 5 }]) assert.equal(await told('id', { ...body, errorText }), 'unknown key “flies”');
    await useWords('en');
});

test('kinds of outlets are those of the server, and secrets are marked', () => {
    const schema = JSON.parse(read('openapi.json')).components.schemas.OutletRequest.properties.kind.enum;
    assert.deepEqual([...outletKinds].sort(), [...schema].sort());
    for (const kind of outletKinds) for (const field of outletFields(kind)) if (['url', 'token', 'secret', 'topic'].includes(field.key)) assert.ok(field.isSecret, `${kind} ${field.key}`);
    assert.ok(isOutletName('desk-1.a_b') && !isOutletName('.desk') && !isOutletName('a b') && !isOutletName('x'.repeat(65)));
});

test('all that the form offers has words, fields and choices', () => {
    for (const language of ['en', 'id']) {
        const has = (key) => assert.ok(words[language][key], `${language} ${key}`);
        for (const kind of Object.keys(identityKinds)) for (const key of [`who.${kind}`, `who-hint.${kind}`, `example.${kind}`]) has(key);
        for (const kind of [...Object.keys(happenings), ...Object.keys(holdings)]) for (const key of [`do.${kind}`, `do-hint.${kind}`]) has(key);
        for (const [field, names] of Object.entries(choices)) for (const name of names) has(`choice.${field}.${name}`);
        for (const name of choices.gapClass) for (const key of [`silence.${name}`, `silence.${name}.means`]) has(key);
        for (const kind of outletKinds) {
            for (const key of [`outlet-kind.${kind}`, `outlet-kind.${kind}.hint`]) has(key);
            for (const field of outletFields(kind)) {
                has(`outlet-field.${field.key}`);
                for (const name of field.options ?? []) if (name) has(`outlet-option.${field.key}.${name}`);
            }
        }
    }
    for (const kind of [...Object.keys(happenings), ...Object.keys(holdings)]) for (const field of fieldsOf(kind)) assert.ok(fieldKind(kind, field));
    for (const kind of Object.keys(happenings)) for (const field of Object.keys(freshValues(kind, 'A'))) assert.ok(fieldsOf(kind).includes(field), `${kind} ${field}`);
});

test('no word of these pages says who is aboard or that a silence was a switch', () => {
    for (const [key, value] of Object.entries(words.en)) {
        if (!/^(alerts|one|silence|event|since|watches)\./.test(key)) continue;
        const text = JSON.stringify(value);
        assert.doesNotMatch(text.replace(/never who is aboard|none says who is aboard/g, ''), /aboard|on board|passenger|switched off|turned off/i, key);
    }
});
