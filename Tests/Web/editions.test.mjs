import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded, web } from './support.mjs';

const { editionLink, readDifference, readEdition, readEditions } = await import(`${web}/js/editiondoc.js`);
const digest = 'ab'.repeat(32);
const edition = { number: 2, subject: 'visit', id: 'v1', title: 'A visit', published: 1_795_377_968, world: 'simulated', simulated: true, aircraft: true, digest, page: '/editions/2/', earlier: 1, changes: 3 };

test('editions are read newest first, and what is none is left out', () => {
    const read = readEditions({ editions: [{ ...edition, number: 1, world: 'real', simulated: undefined, earlier: undefined }, edition, { number: 0 }, null, { number: '3' }, {}] });
    assert.deepEqual(read.map((one) => one.number), [2, 1]);
    assert.deepEqual(read[0], { number: 2, title: 'A visit', published: 1_795_377_968, isSimulated: true, tellsAircraft: true, digest, earlier: 1, changes: 3 });
    assert.equal(read[1].isSimulated, false);
    assert.equal(read[1].earlier, null);
    assert.deepEqual(readEditions(null), []);
    assert.equal(readEdition(undefined), null);
    assert.equal(readEdition({ number: 1, digest: 'x<script>' }).digest, null);
});

test('what differs is read with its two sides, and more changes than are told are counted', () => {
    const changes = [{ anchor: 'claim-1', part: 'words', subject: 'claim 1', before: 'a', after: 'b' }, { anchor: 'claim-2', part: 'words', after: 'c' }, { anchor: 'claim-3', part: 'words' }, 7];
    const read = readDifference({ visit: 'v1', world: 'real', aircraft: false, sentences: 40, since: edition, changedSentences: 2, changesTotal: 700, changes });
    assert.deepEqual(read.changes, [{ anchor: 'claim-1', subject: 'claim 1', before: 'a', after: 'b' }, { anchor: 'claim-2', subject: 'claim-2', before: null, after: 'c' }]);
    assert.deepEqual([read.since.number, read.sentences, read.changed, read.total, read.tellsAircraft, read.isSimulated], [2, 40, 2, 700, false, false]);
    assert.equal(readDifference({ changes: [] }).since, null);
    assert.equal(readDifference({}), null);
    assert.equal(readDifference(null), null);
});

test('an edition and its objections stand under one address in each language', () => {
    assert.equal(editionLink(3, 'en'), '/editions/3/');
    assert.equal(editionLink(3, 'id'), '/editions/3/id.html');
    assert.equal(editionLink(3, 'en', 'objections'), '/editions/3/objections.html');
    assert.equal(editionLink(3, 'id', 'objections'), '/editions/3/objections-id.html');
});

test('nothing in a document throws', () => {
    const random = seeded(11);
    const any = [null, undefined, 0, -1, 1e300, NaN, '', 'x', true, [], {}, [null], { number: 1 }, [{ before: 1 }]];
    const pick = () => any[Math.floor(random() * any.length)];
    for (let turn = 0; turn < 2_000; turn++) {
        const document = Object.fromEntries(['editions', 'changes', 'since', 'sentences', 'changedSentences', 'changesTotal', 'world'].map((name) => [name, pick()]));
        assert.ok(Array.isArray(readEditions(document)));
        const read = readDifference(document);
        if (read) assert.ok(read.total >= read.changes.length && Number.isSafeInteger(read.changed));
    }
});
