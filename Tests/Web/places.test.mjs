import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { useWords, web } from './support.mjs';

const { PlaceSearch, isPlace, isPlaceName } = await import(`${web}/js/placesearch.js`);
const { knownOf, placeDetail } = await import(`${web}/js/omnibox.js`);

const jakarta = { kind: 'city', name: 'Jakarta', country: 'ID', countryName: 'Indonesia', latitude: -6.2, longitude: 106.8, population: 8_540_121 };
const airport = { kind: 'airport', name: 'Soekarno-Hatta', iata: 'CGK', icao: 'WIII', city: 'Jakarta', country: 'ID', countryName: 'Indonesia', latitude: -6.1, longitude: 106.7 };

test('what may name a place is asked, and nothing else', () => {
    for (const text of ['jakarta', 'cgk', 'São Paulo', 'Ho Chi Minh', 'ły', 'Москва', "N'Djamena"]) assert.equal(isPlaceName(text), true, text);
    for (const text of ['', 'a', 'klm1023', '52.3, 4.8', '4ca1fa', 'klm*', '--', 'x'.repeat(51)]) assert.equal(isPlaceName(text), false, text);
});

test('an entry one cannot go to is passed over', () => {
    assert.equal(isPlace(jakarta), true);
    for (const broken of [null, {}, { ...jakarta, latitude: null }, { ...jakarta, latitude: 91 }, { ...jakarta, kind: 'country' }, { ...jakarta, name: 5 }]) assert.equal(isPlace(broken), false);
});

test('beside a name stands what it is, its codes, its town and country', async () => {
    await useWords('en');
    assert.equal(placeDetail(airport), 'Airport · CGK · WIII · Jakarta, Indonesia');
    assert.equal(placeDetail(jakarta), 'City · Indonesia');
    await useWords('id');
    assert.equal(placeDetail(airport), 'Bandara · CGK · WIII · Jakarta, Indonesia');
});

test('what is known is offered for every address that is not among the aircraft found', async () => {
    await useWords('en');
    const [one] = knownOf('14fa3a', []);
    assert.deepEqual([one.address, one.title, one.isName], [0x14fa3a, 'Show what is known of 14FA3A', false]);
    assert.equal(knownOf('~14FA3A', [])[0].address, 0x114fa3a);
    assert.equal(knownOf('~14FA3A', [])[0].title, 'Show what is known of ~14FA3A');
    assert.deepEqual(knownOf('14fa3a', [{ address: 0x14fa3a }]), []);
    assert.equal(knownOf('14fa3a', [{ address: 0x114fa3a }]).length, 1);
    // A word of six such letters is a place's name before it is an address.
    assert.equal(knownOf('facade', [])[0].isName, true);
    for (const text of ['', '14fa3', '14fa3a0', 'jakarta', '52.3, 4.8']) assert.deepEqual(knownOf(text, []), [], text);
});

function served(answers) {
    const asked = [];
    globalThis.fetch = async (path, { signal } = {}) => {
        const text = new URLSearchParams(path.split('?')[1]).get('q');
        asked.push(path);
        const answer = await answers(text);
        if (signal?.aborted) throw Object.assign(new Error('cut'), { name: 'AbortError' });
        return { ok: true, status: 200, json: async () => answer };
    };
    return asked;
}

const settle = async () => { for (let turn = 0; turn < 20; turn++) await Promise.resolve(); };

test('a pause after the last letter is one question, and what was asked is not asked again', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
        let came = 0;
        const search = new PlaceSearch(() => { came += 1; });
        const asked = served(async (text) => ({ isAvailable: true, places: text === 'jakarta' ? [jakarta, { kind: 'country' }] : [] }));
        for (const text of ['ja', 'jak', 'jaka', 'jakarta']) {
            assert.equal(search.places(text, 'en'), null);
            mock.timers.tick(100);
        }
        assert.equal(asked.length, 0);
        mock.timers.tick(100);
        await settle();
        assert.deepEqual(asked, ['/api/v1/places?q=jakarta&lang=en&kinds=airport%2Ccity&limit=5']);
        assert.equal(came, 1);
        assert.deepEqual(search.places('  Jakarta ', 'en'), [jakarta]);
        assert.equal(search.places('jakarta', 'id'), null);
        assert.deepEqual(search.places('klm1023', 'en'), []);
        mock.timers.tick(1000);
        await settle();
        assert.equal(asked.length, 1, 'what was typed over is not asked');
    } finally {
        mock.timers.reset();
    }
});

test('a server without places is not asked twice; after a failure it is, once something else was typed', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
        let told = 0;
        const search = new PlaceSearch(() => { told += 1; });
        let asked = served(async () => { throw new Error('down'); });
        search.places('jakarta', 'en');
        mock.timers.tick(200);
        await settle();
        assert.equal(told, 1);
        assert.deepEqual(search.places('jakarta', 'en'), []);
        search.places('jakart', 'en');
        asked = served(async () => ({ isAvailable: false, places: [] }));
        assert.equal(search.places('jakarta', 'en'), null);
        mock.timers.tick(200);
        await settle();
        assert.equal(asked.length, 1);
        assert.deepEqual(search.places('bandung', 'en'), []);
        mock.timers.tick(200);
        await settle();
        assert.equal(asked.length, 1);
    } finally {
        mock.timers.reset();
    }
});
