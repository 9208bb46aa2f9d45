import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useWords, web, words } from './support.mjs';

const { brief } = await import(`${web}/js/dom.js`);
const { conflictText, memberships, mergedSisters, originText, rateText, relationName, settlesText, stateName, validText, valueText } = await import(`${web}/js/identitywords.js`);

const kinds = {
    arithmetic: ['RA-64508', '14fbfc', 'RA-64058'], sources: ['PK-GAA', 'PK-GAB'], 'two-addresses': ['PK-GAA', '8a0401', '8a0402'],
    'outside-block': ['PK-GAA', 'RU'], spreadsheet: ['4.41E+11', '441e09', '4410e8'], 'no-registration': ['TACTICAL'],
};
const relations = ['registration', 'airframe', 'serial', 'type', 'model', 'operator', 'operator-code', 'callsign', 'category', 'fleet', 'list', 'built'];

for (const language of ['en', 'id']) {
    test(`conflicts are told in words, in ${language}`, async () => {
        await useWords(language);
        for (const [kind, values] of Object.entries(kinds)) {
            const told = conflictText({ kind, values, rule: 'RA-nnnnn' });
            assert.ok(!/[{}]/.test(told) && told !== `conflict.${kind}`, told);
            // Every value is in it, addresses as the page writes them, states by name.
            for (const value of values) assert.ok(told.includes(/^[0-9a-f]{6}$/.test(value) ? value.toUpperCase() : stateName(value)), `${told}: ${value}`);
            assert.equal(settlesText({ kind, settles: 'x' }), words[language][`settles.${kind}`]);
        }
        assert.ok(conflictText({ kind: 'arithmetic', values: kinds.arithmetic, rule: 'RA-nnnnn' }).includes('RA-nnnnn'));
    });

    test(`a claim names who claims it, in ${language}`, async () => {
        await useWords(language);
        assert.ok(originText({ known: 'claimed', source: 'made-list' }).includes('made-list'));
        assert.ok(originText({ known: 'observed', source: 'desk' }).includes('desk'));
        assert.ok(originText({ known: 'inferred', source: 'arithmetic' }, 'RA-nnnnn').includes('RA-nnnnn'));
        assert.ok(!originText({ known: 'inferred', source: 'arithmetic' }, 'RA-nnnnn').includes(words[language]['known.claimed']));
        for (const relation of relations) assert.equal(relationName(relation), words[language][`relation.${relation}`]);
    });

    test(`ends of validity that nobody knows are said, in ${language}`, async () => {
        await useWords(language);
        const unknown = words[language]['identity.unknownDay'];
        assert.equal(validText(undefined, undefined), '');
        assert.ok(validText('2003-01', '?').includes('2003-01') && validText('2003-01', '?').includes(unknown));
        assert.ok(validText('2003', undefined).includes('2003') && !validText('2003', undefined).includes(unknown));
        assert.ok(validText(undefined, '2021-05-03').includes('2021-05-03'));
    });
}

const spreadsheet = (...values) => conflictText({ kind: 'spreadsheet', values });
const noRegistration = (...values) => conflictText({ kind: 'no-registration', values });

test('a value that was not kept is not told, one that was stands there once', async () => {
    await useWords('en');
    assert.equal(spreadsheet('4.41E+11', '441e09', '4410e8'), 'A spreadsheet damaged a row: 4.41E+11 stands where 441E09 or 4410E8 may have been meant');
    assert.equal(spreadsheet('1E5'), 'A spreadsheet damaged a row: 1E5 stands there');
    assert.equal(spreadsheet(), words.en['conflict.spreadsheet.row']);
    assert.equal(noRegistration('TACTICAL'), 'TACTICAL stands as registration and is none');
    assert.equal(noRegistration(), words.en['conflict.no-registration.unsaid']);
    await useWords('id');
    assert.equal(spreadsheet('4.41E+11', '441e09', '4410e8'), 'Lembar kerja merusak sebuah baris: tertulis 4.41E+11, mungkin yang dimaksud 441E09 atau 4410E8');
});

for (const language of ['en', 'id']) {
    test(`sentences that a store of an earlier version holds as values are not repeated, in ${language}`, async () => {
        await useWords(language);
        const word = (key) => words[language][key];
        assert.equal(noRegistration('TACTICAL is no registration'), word('conflict.no-registration').replace('{value}', 'TACTICAL'));
        for (const sentence of ['4 letters without a state\'s mark are no registration', 'a registration has no 31 characters', 'no registration has such characters']) {
            assert.equal(noRegistration(sentence), word('conflict.no-registration.unsaid'));
        }
        assert.equal(spreadsheet('a spreadsheet made a number or a date of it'), word('conflict.spreadsheet.row'));
        for (const old of ['exponent', 'lost zeros']) assert.equal(spreadsheet(old, '0000ab'), word('conflict.spreadsheet.meant').replace('{others}', '0000AB'));
    });
}

test('what is too long is cut at the edge of a word, and says so', async () => {
    await useWords('en');
    assert.equal(brief('Soekarno-Hatta International Airport Terminal', 40), 'Soekarno-Hatta International Airport…');
    assert.equal(brief('Short', 40), 'Short');
    assert.equal(brief('x'.repeat(50), 40), `${'x'.repeat(39)}…`);
    const long = `${'Republic of Somewhere '.repeat(6)}Air Force`;
    const told = conflictText({ kind: 'sources', values: [long, 'B'] });
    assert.ok(/Somewhere…|of…|Republic…/.test(told), told);
});

test('how often a rule held is said as far as somebody counted', async () => {
    await useWords('en');
    assert.equal(rateText(undefined), '');
    assert.equal(rateText({ rightInLargeList: 0.958 }), 'right for 95.8 % of a large list');
    assert.equal(rateText({ rightInLargeList: 0.9995, rightInStateList: 0.9923 }), 'right for 99.95 % of a large list; for 99.2 % of a list of state aircraft');
    await useWords('id');
    assert.ok(rateText({ rightInLargeList: 0.958 }).includes('95,8 %'));
});

test('what comes from a server that is newer than the page breaks nothing', async () => {
    await useWords('en');
    assert.equal(conflictText({ kind: 'height', values: ['a', 'b'] }), 'a · b');
    assert.equal(conflictText({ kind: 'sources' }), '');
    assert.equal(relationName('owner\u202e'), 'owner');
    assert.equal(settlesText({ kind: 'height', settles: 'a look' }), 'a look');
});

test('a sister that matches twice is listed once, with both grounds', () => {
    const merged = mergedSisters([
        { hex: '14fa3b', registration: 'RA-96023', ground: 'neighbour' }, { hex: '14fa3e', ground: 'one-bit' }, { hex: '14fa3b', type: 'IL96', ground: 'one-bit' },
        { hex: 'none', ground: 'one-bit' },
    ]);
    assert.deepEqual(merged, [
        { hex: '14fa3b', type: 'IL96', registration: 'RA-96023', grounds: ['neighbour', 'one-bit'] }, { hex: '14fa3e', grounds: ['one-bit'] },
    ]);
    assert.deepEqual(mergedSisters(undefined), []);
});

test('an airframe is no engine, and what is written down here is no desk', () => {
    for (const key of ['relation.airframe', 'identity.ofAirframe', 'settles.two-addresses']) {
        assert.ok(!/mesin/i.test(words.id[key]) && /rangka pesawat/i.test(words.id[key]), key);
        assert.ok(!/machine/i.test(words.en[key]) && /airframe/i.test(words.en[key]), key);
    }
    assert.equal(words.en['source-kind.person'], 'own notes');
    assert.equal(words.id['source-kind.person'], 'catatan sendiri');
});

test('kinds and lists are those that are held and not refuted, each once with all who say so', () => {
    const military = (source, more) => ({ relation: 'category', value: 'military', source, confidence: 'probable', ...more });
    const facts = [
        { relation: 'list', value: 'x', source: 'a', denies: true }, military('a'), military('b'), military('c', { denies: true }), military('d', { knownTo: 1 }),
        military('e', { confidence: 'refuted' }), { relation: 'type', value: 'B738', source: 'a' },
    ];
    const names = (list) => list.map((fact) => fact.source).join();
    assert.deepEqual(memberships(facts).map((one) => [one.relation, one.value, names(one.claims), names(one.denials)]), [['category', 'military', 'a,b', 'c'], ['list', 'x', '', 'a']]);
    assert.deepEqual(memberships(undefined), []);
});

test('known kinds and lists are told in words, others as they are', async () => {
    await useWords('id');
    for (const kind of ['military', 'government', 'police', 'civil']) assert.equal(valueText('category', kind), words.id[`identity-category.${kind}`]);
    assert.equal(valueText('list', 'state aircraft'), 'pesawat negara');
    assert.equal(valueText('list', 'my own\u202e'), 'my own');
    assert.equal(valueText('operator', 'military'), 'military');
});
