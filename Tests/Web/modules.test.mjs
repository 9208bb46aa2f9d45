import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadedBy, loadedLaterBy, pages, read, scripts, web } from './support.mjs';

const { View, mercatorX, mercatorY, longitudeOf, latitudeOf, shortWay } = await import(`${web}/js/mercator.js`);
const { isCallsign, parseCoordinates } = await import(`${web}/js/omnibox.js`);
const { Sky } = await import(`${web}/js/sky.js`);
const { ordered, visible, inBounds } = await import(`${web}/js/filter.js`);
const { emptyFilter } = await import(`${web}/js/hash.js`);
const { partOfSky } = await import(`${web}/js/viewing.js`);
const { Screen } = await import(`${web}/js/screen.js`);

test('Mercator there and back', () => {
    for (const [longitude, latitude] of [[0, 0], [179.99, -84], [-122.4, 37.8], [106.8, -6.2]]) {
        assert.ok(Math.abs(longitudeOf(mercatorX(longitude)) - longitude) < 1e-9);
        assert.ok(Math.abs(latitudeOf(mercatorY(latitude)) - latitude) < 1e-9);
    }
    assert.ok(Math.abs(shortWay(mercatorX(-179) - mercatorX(179)) - 2 / 360) < 1e-12);
});

test('copies of the world cover a wide screen', () => {
    assert.equal(new View(0, 0, 4, 1280, 800).copies, 0);
    assert.equal(new View(0, 0, 0, 1280, 800).copies, 1);
    assert.equal(new View(0, 0, 0, 2000, 800).copies, 2);
});

test('coordinates in the ways people write them', () => {
    for (const text of ['KLM1023', 'klm*', 'N12', '4ca1fa']) assert.equal(isCallsign(text), true, text);
    for (const text of ['', 'K', 'K*', 'PH-BXA', 'KLM 12', 'KLM**', 'ABCDEFGHI', '52.3, 4.8']) assert.equal(isCallsign(text), false, text);
    assert.deepEqual(parseCoordinates('52.3, 4.8'), [52.3, 4.8]);
    assert.deepEqual(parseCoordinates('6.1S 106.8E'), [-6.1, 106.8]);
    assert.deepEqual(parseCoordinates('-6.12,106.65'), [-6.12, 106.65]);
    for (const text of ['KLM 12', '12 34', '99.0, 1.0', '52.3', 'PH-BXA']) assert.equal(parseCoordinates(text), null, text);
});

function sky(rows) {
    const made = new Sky();
    const column = (Type, name, none) => Type.from(rows.map((row) => row[name] ?? none));
    made.applyFull({
        time: 1e12, count: rows.length, sequence: 1, address: column(Uint32Array, 'address', 0), latitude: column(Int32Array, 'latitude', -(2 ** 31)),
        longitude: column(Int32Array, 'longitude', -(2 ** 31)), altitude: column(Int16Array, 'altitude', -(2 ** 15)), speed: column(Uint16Array, 'speed', 65535),
        track: column(Uint16Array, 'track', 65535), verticalRate: column(Int16Array, 'rate', -(2 ** 15)), flags: column(Uint16Array, 'flags', 0), age: column(Uint16Array, 'age', 0),
    });
    return made;
}

test('what is not known is last, whichever way is sorted', () => {
    const three = sky([{ address: 1 }, { address: 2, altitude: 100 }, { address: 3, altitude: -4 }]);
    const addresses = (sort) => ordered(three, null, sort, null).map((slot) => three.address[slot]);
    assert.deepEqual(addresses('altitude'), [3, 2, 1]);
    assert.deepEqual(addresses('-altitude'), [2, 3, 1]);
});

test('an altitude of 0 ft is an altitude; not known is in no range', () => {
    const three = sky([{ address: 1 }, { address: 2, altitude: 0 }, { address: 3, altitude: 400 }]);
    assert.deepEqual([...visible(three, { ...emptyFilter, maximumAltitude: 100 })], [0, 1, 0]);
    assert.equal(visible(three, { ...emptyFilter, inView: true }), null);
});

test('bounds over the date line hold both sides', () => {
    const two = sky([{ address: 1, latitude: 0, longitude: 179e6 }, { address: 2, latitude: 0, longitude: -179e6 }]);
    const bounds = { west: 170, east: 190, south: -10, north: 10 };
    assert.ok(inBounds(two, 0, bounds) && inBounds(two, 1, bounds));
});

test('positions are carried on by speed and track, and not without end', () => {
    const one = sky([{ address: 1, latitude: 0, longitude: 0, speed: 6000, track: 16384 }]);
    const view = new View(0, 0, 10, 800, 600);
    const x = (now) => new Screen(one, view, now, 30, null, new Set()).xs[0];
    const perSecond = 600 * 0.514444 / 40_075_016.686 * view.world;
    assert.ok(Math.abs(x(1e12 + 10_000) - 400 - 10 * perSecond) < 1e-6);
    assert.equal(x(1e12 + 60_000), x(1e12 + 30_000));
});

test('a picture finds what is near, nearest first', () => {
    const rows = [[0, 0], [4, 0], [9, 0], [40, 0]].map(([pixels], index) => ({ address: index + 1, latitude: 0, longitude: Math.round(pixels / 512 / 64 * 360e6) }));
    const screen = new Screen(sky(rows), new View(0, 0, 6, 800, 600), 1e12, 30, null, new Set());
    assert.deepEqual(screen.near(403, 300, 12), [1, 0, 2]);
});

test('the stream is asked for a part of the sky only when there is much of it', () => {
    assert.equal(partOfSky(new View(4, 52, 8, 1280, 800), 100), null);
    assert.equal(partOfSky(new View(4, 52, 1, 1280, 800), 10_000), null);
    const [west, south, east, north] = partOfSky(new View(179, 0, 6, 1280, 800), 10_000);
    assert.ok(west > east && south < 0 && north > 0);
});

test('what a page loads without MapLibre is below 130 kB gzip, and every script belongs to a page', () => {
    const seen = new Set();
    for (const page of pages) {
        const files = loadedBy(page);
        const size = files.reduce((sum, name) => sum + gzipSync(read(name)).length, 0);
        assert.ok(size < 130_000, `${page}: ${size}`);
        for (const name of [...files, ...loadedLaterBy(page).files]) seen.add(name);
    }
    assert.deepEqual(scripts.filter((name) => !seen.has(`js/${name}`)), []);
    assert.deepEqual(readdirSync(join(web, 'style')).filter((name) => !seen.has(`style/${name}`)), []);
});

test('no page carries inline script, style or anything from elsewhere', () => {
    for (const name of pages) {
        const text = read(name);
        assert.doesNotMatch(text, /<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=/);
        assert.doesNotMatch(text, /(?:src|href)="(?:https?:)?\/\//);
    }
    for (const name of scripts) assert.doesNotMatch(read(`js/${name}`), /innerHTML|insertAdjacentHTML|document\.write|\beval\(|https?:\/\//, name);
});

test('a single place is shown in the middle, and places on both sides of the date line together', async () => {
    const { fitRows } = await import(`${web}/js/viewing.js`);
    let shown = null;
    const map = { view: () => new View(0, 0, 1, 800, 600), jump: (longitude, latitude, zoom) => { shown = { longitude, latitude, zoom }; } };
    fitRows(map, [[0, 38.7, -121.6]]);
    assert.ok(Math.abs(shown.longitude + 121.6) < 1e-9 && Math.abs(shown.latitude - 38.7) < 1e-6, JSON.stringify(shown));
    fitRows(map, [[0, 0, 179], [0, 0, -177]]);
    assert.ok(Math.abs(Math.abs(shown.longitude) - 179) < 1e-6 && shown.longitude < 0, JSON.stringify(shown));
});
