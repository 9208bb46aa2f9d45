// All words come from `/web/lang/*.json`; plurals, numbers and dates from `Intl`.

export const languages = ['en', 'id'];
let words = {};
let current = 'en';
let plural = new Intl.PluralRules('en');
const numberFormats = new Map();

/** The language in use. */
export function language() {
    return current;
}

/** The reader's choice, or the first of the browser's languages that there is. */
export function preferredLanguage(chosen) {
    if (languages.includes(chosen)) return chosen;
    for (const tag of navigator.languages ?? []) {
        const base = tag.toLowerCase().split('-')[0];
        if (languages.includes(base)) return base;
        if (base === 'in') return 'id';
    }
    return 'en';
}

/** Loads a language and puts it into the page: the words of all pages, and those that `data-words` of the page names. */
export async function useLanguage(name) {
    const own = (document.documentElement.dataset.words ?? '').split(' ').filter(Boolean);
    words = Object.assign({}, ...await Promise.all([name, ...own.map((one) => `${one}-${name}`)].map(wordsOf)));
    current = name;
    plural = new Intl.PluralRules(name);
    document.documentElement.lang = name;
    translate(document.documentElement);
}

/** Adds the words of a part that the page loads later; they stay through a change of language. */
export async function addWords(part) {
    const own = new Set((document.documentElement.dataset.words ?? '').split(' ').filter(Boolean));
    if (own.has(part)) return;
    document.documentElement.dataset.words = [...own, part].join(' ');
    words = { ...words, ...await wordsOf(`${part}-${current}`) };
}

async function wordsOf(name) {
    const answer = await fetch(`/web/lang/${name}.json`);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
}

/**
 * The words of a key. `{name}` is replaced from `values`; an entry with plural forms is chosen by `values.n`.
 * Numbers among the values are written as the language writes them.
 */
export function t(key, values = {}) {
    let entry = words[key];
    if (entry && typeof entry === 'object') entry = entry[plural.select(values.n ?? 0)] ?? entry.other;
    if (entry === undefined) return key;
    return entry.replace(/\{(\w+)\}/g, (all, name) => {
        const value = values[name];
        if (value === undefined) return all;
        return typeof value === 'number' ? number(value) : String(value);
    });
}

/** Whether there are words for a key. */
export function has(key) {
    return words[key] !== undefined;
}

/** A number as the language writes it. */
export function number(value, digits = 0) {
    const key = `${current} ${digits}`;
    let format = numberFormats.get(key);
    if (!format) {
        format = new Intl.NumberFormat(current, { minimumFractionDigits: digits, maximumFractionDigits: digits });
        numberFormats.set(key, format);
    }
    return format.format(value);
}

/**
 * Puts words into everything below a node: `data-i18n` is the text, `data-i18n-ATTRIBUTE` an attribute.
 */
export function translate(root) {
    for (const node of root.querySelectorAll('[data-i18n]')) node.textContent = t(node.dataset.i18n);
    for (const attribute of ['aria-label', 'placeholder', 'title', 'alt']) {
        for (const node of root.querySelectorAll(`[data-i18n-${attribute}]`)) {
            node.setAttribute(attribute, t(node.getAttribute(`data-i18n-${attribute}`)));
        }
    }
}
