import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { useWords, web } from './support.mjs';

const { BearerSearch, isBearer, isRegistration } = await import(`${web}/js/bearers.js`);

const settle = async () => { for (let turn = 0; turn < 20; turn++) await Promise.resolve(); };

test('what may be a whole registration is asked, and nothing else', () => {
    for (const text of ['PK-GAA', 'pk-gaa', 'N12345', 'n1a', 'RA-96022', 'ra96022', 'G-ABCD', 'a7-hhj', '605', 'RF-94270', '9M-MRO']) assert.equal(isRegistration(text), true, text);
    // An address, a word, a beginning, a part of the past, a place.
    for (const text of ['', 'N1', '14fa3a', 'a00001', 'jakarta', 'pkgaa', 'klm*', '52.3, 4.8', '-6.2', 'PK-', '-GAA', 'x'.repeat(13), 'PK GAA', '~14fa3a']) assert.equal(isRegistration(text), false, text);
});

test('an entry that is no aircraft is passed over', () => {
    const one = { hex: '8a0401', registration: 'PK-GAA', known: 'claimed', sources: ['tar1090-db'] };
    assert.equal(isBearer(one), true);
    for (const broken of [null, {}, { ...one, hex: 'zz' }, { ...one, registration: 5 }, { ...one, sources: null }]) assert.equal(isBearer(broken), false);
});

test('who bears a registration is offered with who says so, in both languages, and no aircraft twice', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
        await useWords('en');
        let came = 0;
        const asked = [];
        const search = new BearerSearch(() => { came += 1; });
        globalThis.fetch = async (path) => {
            asked.push(path);
            const aircraft = [
                { hex: '8a0401', registration: 'PK-GAA', known: 'claimed', sources: ['tar1090-db', 'desk'] },
                { hex: '~8a0402', registration: 'PK-GAA', known: 'inferred', sources: ['arithmetic'] }, { hex: 'none' },
            ];
            return { ok: true, status: 200, json: async () => ({ registration: 'PK-GAA', aircraft, withheld: 0 }) };
        };
        assert.equal(search.rows('pk-gaa', []), null);
        mock.timers.tick(200);
        await settle();
        assert.deepEqual(asked, ['/api/v1/identity?registration=PK-GAA']);
        assert.equal(came, 1);
        const rows = search.rows(' PK-GAA ', []);
        assert.deepEqual(rows.map((row) => [row.address, row.title, row.detail]), [
            [0x8a0401, 'Show what is known of 8A0401', 'PK-GAA as tar1090-db, desk says'],
            [0x18a0402, 'Show what is known of ~8A0402', 'PK-GAA by the rule of its state'],
        ]);
        assert.deepEqual(search.rows('pk-gaa', [{ address: 0x8a0401 }]).map((row) => row.address), [0x18a0402]);
        assert.equal(asked.length, 1, 'remembered');
        await useWords('id');
        assert.equal(search.rows('pk-gaa', [])[0].detail, 'PK-GAA menurut tar1090-db, desk');
        assert.deepEqual(search.rows('jakarta', []), []);
    } finally {
        mock.timers.reset();
    }
});
