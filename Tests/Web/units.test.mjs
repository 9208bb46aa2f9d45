import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { useWords, web } from './support.mjs';

const { fromBase, heading, toBase, withUnit } = await import(`${web}/js/units.js`);
const { ageText, clockTime, spanText } = await import(`${web}/js/time.js`);
const { t } = await import(`${web}/js/language.js`);

before(() => useWords('en'));

test('aviation and metric units, with their names', () => {
    assert.equal(withUnit('altitude', 37000, 'aviation'), '37,000\u00a0ft');
    assert.equal(withUnit('altitude', 37000, 'metric'), '11,278\u00a0m');
    assert.equal(withUnit('speed', 450, 'metric'), '833\u00a0km/h');
    assert.equal(withUnit('rate', -1500, 'metric'), '-7.6\u00a0m/s');
    assert.equal(withUnit('altitude', 0, 'aviation'), '0\u00a0ft');
});

test('numbers and words follow the language', async () => {
    await useWords('id');
    assert.equal(withUnit('altitude', 37000, 'aviation'), '37.000\u00a0ft');
    assert.equal(ageText(12.4), '12 dtk lalu');
    assert.equal(t('map.filtered', { n: 1 }), 'Filter aktif: 1 pesawat cocok');
    await useWords('en');
    assert.equal(t('map.filtered', { n: 1 }), 'Filter on: 1 aircraft matches');
    assert.equal(t('map.filtered', { n: 1200 }), 'Filter on: 1,200 aircraft match');
});

test('what a reader writes in metres is kept in feet', () => {
    assert.equal(Math.round(toBase('altitude', 3048, 'metric')), 10000);
    assert.equal(fromBase('altitude', 10000, 'metric'), 3048);
});

test('tracks have three digits and 360 is 000', () => {
    assert.deepEqual([0, 7.4, 359.6, 360].map(heading), ['000', '007', '000', '000']);
});

test('spans and ages', () => {
    assert.equal(spanText(59.9), '59 s');
    assert.equal(spanText(3725), '1 h 2 min');
    assert.equal(ageText(0.4), 'now');
    assert.equal(ageText(NaN), t('value.unknown'));
});

test('times always carry their zone', () => {
    assert.match(clockTime(1_718_700_000_000, 'utc'), /^08:40:00 UTC$/);
    assert.match(clockTime(1_718_700_000_000, 'local'), /\d\d:\d\d:\d\d \S+/);
    assert.equal(clockTime(NaN, 'utc'), t('value.unknown'));
});
