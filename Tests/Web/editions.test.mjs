import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded, web } from './support.mjs';

const { editionLink, momentOf, objectionsLink, readDifference, readEdition, readEditions } = await import(`${web}/js/editiondoc.js`);
const { parseObjections, readChallenges, readSections, sectionsWith } = await import(`${web}/js/objectiondoc.js`);
const digest = 'ab'.repeat(32);
const edition = { number: 2, subject: 'visit', id: 'v1', title: 'A visit', published: 1_795_377_968, world: 'simulated', simulated: true, aircraft: true, digest, page: '/editions/2/', earlier: 1, changes: 3 };

test('editions are read newest first, and what is none is left out', () => {
    const read = readEditions({ editions: [{ ...edition, number: 1, world: 'real', simulated: undefined, earlier: undefined }, edition, { number: 0 }, null, { number: '3' }, {}] });
    assert.deepEqual(read.map((one) => one.number), [2, 1]);
    assert.deepEqual(read[0], { number: 2, subject: 'visit', id: 'v1', title: 'A visit', published: 1_795_377_968, isSimulated: true, tellsAircraft: true, digest, earlier: 1, changes: 3 });
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

test('an edition of a flight or a silence names a moment, one of a visit none', () => {
    assert.equal(momentOf({ subject: 'flight', id: '34718d-1718692260500' }), 1_718_692_260.5);
    assert.equal(momentOf({ subject: 'gap', id: '~34718d-1718692260000' }), 1_718_692_260);
    for (const one of [{ subject: 'visit', id: '34718d-1718692260000' }, { subject: 'flight', id: '34718d' }, { subject: 'flight', id: null }, { subject: null, id: 'x' }]) assert.equal(momentOf(one), null);
});

test('the page of objections names one edition, or none', () => {
    assert.equal(objectionsLink(), '/objections');
    assert.equal(parseObjections(objectionsLink(12).slice('/objections'.length)), 12);
    for (const text of ['', '?edition=', '?edition=0', '?edition=01', '?edition=-1', '?edition=1e3', '?edition=9999999999', '?edition=1x']) assert.equal(parseObjections(text), null, text);
});

const said = (en, id) => ({ en, id });
const content = { sections: [
    { anchor: 'stops', title: said('Stops', 'Persinggahan'), sentences: [{ anchor: 'stop-1', words: said('It lands in Jakarta.', 'Ia mendarat di Jakarta.') }, { anchor: 'stop-2', words: said('It lands in Hanoi.', null) }, { anchor: 'A B', words: said('x', 'x') }, { anchor: 'stop-3' }, null] },
    { anchor: 'none', title: said('None', 'Tidak ada'), sentences: [] }, null, { sentences: 7 },
] };

test('the sentences of an edition are read in the language of the page, each under its anchor', () => {
    assert.deepEqual(readSections(content, 'id'), [{ title: 'Persinggahan', sentences: [{ anchor: 'stop-1', words: 'Ia mendarat di Jakarta.' }, { anchor: 'stop-2', words: 'It lands in Hanoi.' }] }]);
    assert.deepEqual(readSections(null, 'en'), []);
});

test('a sentence is found by all of its words, in any order, or by its anchor', () => {
    const found = (words) => sectionsWith(readSections(content, 'en'), words).flatMap((one) => one.sentences).map((one) => one.anchor);
    assert.deepEqual(found(''), ['stop-1', 'stop-2']);
    assert.deepEqual(found(' jakarta LANDS '), ['stop-1']);
    assert.deepEqual(found('stop-2'), ['stop-2']);
    assert.deepEqual(found('jakarta hanoi'), []);
});

test('objections are read newest first, one that says nothing is left out, and what is not told is not told', () => {
    const read = readChallenges({ edition: 1, challenges: [
        { number: 1, sentence: 'claim-1', received: 5, objection: 'no', outcome: 'open', outcomeText: 'Nobody has decided yet.', told: 'yes' },
        { number: 2, sentence: 'javascript:x', received: 6, objection: 'a\nb', evidence: 'c', outcome: 'guessed', answer: 'd', answered: 7, told: true }, { number: 3, sentence: 'claim-1', objection: '' }, null, 4,
    ] });
    assert.deepEqual(read.map((one) => [one.number, one.anchor, one.outcome, one.isTold, one.answer]), [[2, null, 'open', true, 'd'], [1, 'claim-1', 'open', false, null]]);
    assert.equal(readChallenges({}), null);
    assert.equal(readChallenges(null), null);
});

test('nothing in a document throws', () => {
    const random = seeded(11);
    const any = [null, undefined, 0, -1, 1e300, NaN, '', 'x', true, [], {}, [null], { number: 1 }, [{ before: 1 }]];
    const pick = () => any[Math.floor(random() * any.length)];
    for (let turn = 0; turn < 2_000; turn++) {
        const document = Object.fromEntries(['editions', 'changes', 'since', 'sentences', 'changedSentences', 'changesTotal', 'world'].map((name) => [name, pick()]));
        assert.ok(Array.isArray(readEditions(document)));
        assert.ok(Array.isArray(sectionsWith(readSections({ sections: pick() }, pick()), 'x')));
        assert.ok(readChallenges({ challenges: pick() })?.length !== null);
        const read = readDifference(document);
        if (read) assert.ok(read.total >= read.changes.length && Number.isSafeInteger(read.changed));
    }
});
