// What the tests of the page's modules share.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';

const here = dirname(fileURLToPath(import.meta.url));
export const web = join(here, '../../Sources/Site/Web');
export const vectors = JSON.parse(readFileSync(join(here, '../TestSupport/Vectors/live-frames.json'), 'utf8')).frames;
export const read = (path) => readFileSync(join(web, path), 'utf8');
export const scripts = readdirSync(join(web, 'js')).filter((name) => name.endsWith('.js'));
export const pages = readdirSync(web).filter((name) => name.endsWith('.html'));
/** The words of single pages, by their beginning: `flights-en.json`. */
export const bundles = [...new Set(readdirSync(join(web, 'lang')).map((name) => /^([a-z]+)-[a-z]{2}\.json$/.exec(name)?.[1]).filter(Boolean))];
/** The words that every page has. */
export const common = { en: JSON.parse(read('lang/en.json')), id: JSON.parse(read('lang/id.json')) };
/** All words there are. */
export const words = Object.fromEntries(['en', 'id'].map((language) => [language, Object.assign({}, common[language], ...bundles.map((name) => JSON.parse(read(`lang/${name}-${language}.json`))))]));
/** The words that a page has: those of all, and those it names. */
export const wordsOf = (page, language) => Object.assign({}, common[language], ...(/<html[^>]*data-words="([^"]*)"/.exec(read(page))?.[1] ?? '').split(' ').filter(Boolean).map((name) => JSON.parse(read(`lang/${name}-${language}.json`))));

/** Bytes of a vector. */
export const bytesOf = (vector) => Uint8Array.from(Buffer.from(vector.hex, 'hex'));

/** A small seeded generator (mulberry32), 0 ..< 1. */
export function seeded(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
}

// The modules look at the browser when they are loaded; this is as much of it as they need.
globalThis.window ??= globalThis;
globalThis.matchMedia ??= () => ({ matches: false, addEventListener() {} });
globalThis.document ??= { documentElement: { dataset: {}, lang: 'en', querySelectorAll: () => [] }, querySelectorAll: () => [] };
globalThis.location ??= { hash: '', search: '', origin: 'http://localhost' };

/** Puts a language file in use without a server. */
export async function useWords(name) {
    const { useLanguage } = await import(`${web}/js/language.js`);
    globalThis.fetch = async () => ({ ok: true, json: async () => words[name] });
    await useLanguage(name);
}

/** What a page loads: its own scripts and what they import, its styles, one language. */
export function loadedBy(page) {
    const text = read(page);
    const files = new Set([page, 'lang/id.json', ...(/<html[^>]*data-words="([^"]*)"/.exec(text)?.[1] ?? '').split(' ').filter(Boolean).map((name) => `lang/${name}-id.json`)]);
    for (const [, name] of text.matchAll(/(?:src|href)="\/web\/([^"]+\.(?:js|css))"/g)) files.add(name);
    for (const name of files) {
        if (!name.endsWith('.js')) continue;
        for (const [, other] of read(name).matchAll(/from '\.\/([a-z]+\.js)'/g)) files.add(`js/${other}`);
    }
    return [...files];
}

/** What a page loads later, with its words: modules that `import('./…')` names, and what they import. */
export function loadedLaterBy(page) {
    const files = loadedBy(page).filter((name) => name.endsWith('.js'));
    const later = new Set();
    const parts = new Set();
    // What is loaded later loads more itself, at once or later still.
    const look = (name) => {
        for (const [, other] of read(name).matchAll(/import\('\.\/([a-z]+\.js)'\)/g)) later.add(`js/${other}`);
        for (const [, part] of read(name).matchAll(/addWords\('([a-z]+)'\)/g)) parts.add(part);
    };
    for (const name of files) look(name);
    for (const name of later) {
        look(name);
        for (const [, other] of read(name).matchAll(/from '\.\/([a-z]+\.js)'/g)) later.add(`js/${other}`);
    }
    return { files: [...later].filter((name) => !files.includes(name)), parts: [...parts] };
}
