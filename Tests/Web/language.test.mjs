import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundles, common, loadedBy, loadedLaterBy, pages, read, scripts, words, wordsOf } from './support.mjs';

const sources = scripts.map((name) => [name, read(`js/${name}`)]);
const html = pages.map((name) => [name, read(name)]);

// Keys in full, and beginnings of keys that are put together (`t(`known.${way}`)`).
const used = new Set();
const families = new Set();
for (const [, text] of sources) {
    for (const [, key] of text.matchAll(/'([a-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)+)'/g)) used.add(key);
    for (const [, key] of text.matchAll(/`([a-z][A-Za-z-]*\.(?:[A-Za-z-]+\.)*)\$\{/g)) families.add(key);
    for (const [, key] of text.matchAll(/`([a-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)+)`/g)) used.add(key);
}
for (const [, text] of html) for (const [, key] of text.matchAll(/data-i18n(?:-[a-z-]+)?="([^"]+)"/g)) used.add(key);

test('both languages have the same keys', () => {
    assert.deepEqual(Object.keys(words.en), Object.keys(words.id));
});

test('every key of the pages and of t(…) has words', () => {
    for (const [name, text] of html) {
        for (const [, key] of text.matchAll(/data-i18n(?:-[a-z-]+)?="([^"]+)"/g)) assert.ok(words.en[key], `${name}: ${key}`);
    }
    for (const [name, text] of sources) {
        for (const [, key] of text.matchAll(/\bt\('([^']+)'/g)) assert.ok(words.en[key], `${name}: ${key}`);
        for (const [, key] of text.matchAll(/\bt\(`([^`$]+)\$\{/g)) {
            assert.ok(Object.keys(words.en).some((one) => one.startsWith(key)), `${name}: ${key}…`);
        }
    }
});

test('a page has the words of everything that it loads, and no key stands twice', () => {
    for (const page of pages) {
        const own = wordsOf(page, 'en');
        for (const file of loadedBy(page).filter((name) => name.endsWith('.js'))) {
            for (const [, key] of read(file).matchAll(/\bt\('([^']+)'/g)) assert.ok(own[key] !== undefined, `${page}: ${file}: ${key}`);
        }
        const later = loadedLaterBy(page);
        const all = Object.assign({}, own, ...later.parts.map((name) => JSON.parse(read(`lang/${name}-en.json`))));
        // Of what is shared with other pages only that is used which has words here.
        for (const file of later.files.filter((name) => !name.includes('flight'))) for (const [, key] of read(file).matchAll(/\bt\('([^']+)'/g)) assert.ok(all[key] !== undefined, `${page}: ${file}: ${key}`);
        for (const [, key] of read(page).matchAll(/data-i18n(?:-[a-z-]+)?="([^"]+)"/g)) assert.ok(own[key] !== undefined, `${page}: ${key}`);
    }
    const sizes = bundles.map((name) => Object.keys(JSON.parse(read(`lang/${name}-en.json`))).length);
    assert.equal(Object.keys(words.en).length, Object.keys(common.en).length + sizes.reduce((sum, one) => sum + one, 0));
});

test('no key is without use', () => {
    const unused = Object.keys(words.en).filter((key) => !used.has(key) && ![...families].some((family) => key.startsWith(family)));
    // Put together from a label: `t(`${label}.short`)`.
    assert.deepEqual(unused.filter((key) => !/^filter\.(from|to)\.short$/.test(key)), []);
});

test('places in the words are the same in both languages, and plural forms are those of the language', () => {
    const places = (entry) => [...new Set([...JSON.stringify(entry).matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
    for (const key of Object.keys(words.en)) {
        assert.deepEqual(places(words.id[key]), places(words.en[key]), key);
        for (const language of ['en', 'id']) {
            const entry = words[language][key];
            if (typeof entry !== 'object') continue;
            assert.deepEqual(Object.keys(entry).sort(), new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort(), key);
        }
    }
});

test('the text in the pages is the English one, and none stands there without a key', () => {
    for (const [name, text] of html) {
        const body = text.replace(/<!doctype[^>]*>/i, '').replace(/<script[\s\S]*?<\/script>/g, '').replace(/<svg[\s\S]*?<\/svg>/g, '')
            .replace(/<(\w+)[^>]*translate="no"[^>]*>[\s\S]*?<\/\1>/g, '');
        for (const [, key, shown] of body.matchAll(/data-i18n="([^"]+)"[^>]*>([^<]*)</g)) assert.equal(shown, words.en[key], `${name}: ${key}`);
        const without = body.replace(/<(\w+)[^>]*data-i18n="[^"]*"[^>]*>[^<]*<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
        assert.equal(without.trim().replace(/\s+/g, ' '), '', name);
    }
});

test('no sentence stands in the code', () => {
    for (const [name, text] of sources) {
        if (['shaders.js'].includes(name)) continue;
        const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '').replace(/\s\/\/ .*$/gm, '');
        for (const [, literal] of code.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)) {
            const looksLikeWords = /^[A-Z][a-z]+( [a-z]+)*[.!?]?$/.test(literal) || /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(literal);
            const isCode = /^[a-z-]+( [a-z-]+)*$/.test(literal) && !/[a-z]+ [a-z]+ [a-z]+ [a-z]+/.test(literal) || /[#.[\]():>"]/.test(literal) || knownNames.has(literal);
            assert.ok(!looksLikeWords || isCode, `${name}: ${literal}`);
        }
    }
});

// Names of the browser's and of GeoJSON's own, not words for people.
const knownNames = new Set([
    'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End', 'Enter', 'Escape', 'Esc', 'Bearer', 'Feature', 'FeatureCollection',
    'LineString', 'AbortError', 'FrameError', 'Content-Type', 'Noto Sans', 'DejaVu Sans', 'POST', 'GET',
]);
