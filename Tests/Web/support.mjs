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
export const words = { en: JSON.parse(read('lang/en.json')), id: JSON.parse(read('lang/id.json')) };

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
