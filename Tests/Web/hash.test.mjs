import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded, web } from './support.mjs';

const { defaults, emptyFilter, formatState, parseState } = await import(`${web}/js/hash.js`);

const states = [
    defaults,
    { ...defaults, latitude: -6.1256, longitude: 106.6559, zoom: 9.25, selected: ['7c1a2b', '~2a00f3'], follow: true, table: true },
    {
        ...defaults, latitude: 52.31, longitude: 4.76, zoom: 3, table: true, wide: true, sort: '-altitude', language: 'id', units: 'metric', theme: 'dark', time: 'local',
        filter: { text: 'KLM & co=1', minimumAltitude: -500, maximumAltitude: 10000, source: 'mlat', ground: 'air', position: 'with', inView: true },
    },
    { ...defaults, filter: { ...emptyFilter, minimumAltitude: 0 } },
    { ...defaults, moment: 1_718_700_000_000, speed: 1000, realm: 'imported', selected: ['484159'] },
    { ...defaults, area: { box: [179.5, -10, -179.25, 10.5], from: 1_718_700_000_000, to: 1_718_703_600_000 } },
    { ...defaults, area: { box: null, from: 1_718_700_000_000, to: 1_718_703_600_000 } },
];

for (const [index, state] of states.entries()) {
    test(`state ${index} comes back from its link`, () => assert.deepEqual(parseState(`#${formatState(state)}`), { ...state }));
}

test('a query does the same as a fragment', () => assert.deepEqual(parseState('?a=7C1A2B&table=1').selected, ['7c1a2b']));

test('nonsense gives defaults', () => {
    const state = parseState('#lat=north&lon=1&z=x&a=zz,7c1a2b&table=7&alt=a..b&src=x&sort=<b>&lang=xx&units=&theme=blue&time=noon&at=2024-02-30T00:00:00Z&speed=0&realm=dream&area=1,2,3,4');
    assert.deepEqual(state, { ...defaults, selected: ['7c1a2b'] });
});

test('random text never throws and always gives a state that can be written', () => {
    const random = seeded(2);
    const letters = '#&=%azlon.,~-1290 \u0000\u202e<>';
    for (let round = 0; round < 2000; round++) {
        let text = '#';
        while (random() > 0.04) text += letters[Math.floor(random() * letters.length)];
        assert.deepEqual(parseState(`#${formatState(parseState(text))}`).filter, parseState(text).filter);
    }
});

test('the place is as exact as the zoom asks', () => {
    assert.match(formatState({ ...defaults, latitude: 1.23456789, longitude: 2, zoom: 14 }), /lat=1\.234568&/);
    assert.match(formatState({ ...defaults, latitude: 1.23456789, longitude: 2, zoom: 2 }), /lat=1\.23&/);
});
