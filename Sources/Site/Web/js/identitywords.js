// What registers and lists say of an aircraft, in words. Pure but for the language.
import { brief, tame } from './dom.js';
import { addressOf } from './frames.js';
import { has, language, number, t } from './language.js';

const sentences = [
    /^(exponent|lost zeros)$/, /^a spreadsheet /, /^nothing stands where /, /^\d+ letters without /, /^a registration has no /, /^no registration has /,
];

/** A relation's name: what a statement is about. */
export function relationName(relation) {
    return has(`relation.${relation}`) ? t(`relation.${relation}`) : tame(relation, 30);
}

/** A statement's value; kinds and lists that the language files know are told in words. */
export function valueText(relation, value) {
    if (relation === 'category' && has(`identity-category.${value}`)) return t(`identity-category.${value}`);
    if (relation === 'list' && has(`identity-list.${value}`)) return t(`identity-list.${value}`);
    return tame(value, 80);
}

/**
 * Kinds and lists of which an aircraft can have several at a time: each value with the statements that claim it and those that deny it,
 * as far as they are held now and nobody refuted them.
 */
export function memberships(facts) {
    const found = new Map();
    for (const fact of facts ?? []) {
        if (!['category', 'list'].includes(fact.relation) || fact.knownTo || fact.confidence === 'refuted') continue;
        const key = `${fact.relation} ${fact.value}`;
        if (!found.has(key)) found.set(key, { relation: fact.relation, value: fact.value, claims: [], denials: [] });
        found.get(key)[fact.denies ? 'denials' : 'claims'].push(fact);
    }
    return [...found.values()].sort((one, other) => one.relation.localeCompare(other.relation));
}

/** How it is known, and by whom: a claim is never told without its source. */
export function originText(fact, rule) {
    if (fact.known === 'inferred') return rule ? t('identity.rule', { rule: tame(rule, 30) }) : t('known.inferred');
    const who = tame(fact.source ?? '', 60);
    return fact.known === 'observed' ? `${t('known.observed')} · ${who}` : t('known.claimedBy', { who });
}

/** `from 2003-01 until an unknown day`; empty where both ends are open. */
export function validText(from, to) {
    const day = (text) => (text === '?' ? t('identity.unknownDay') : tame(text, 10));
    if (from && to) return t('identity.fromTo', { from: day(from), to: day(to) });
    if (from) return t('identity.from', { from: day(from) });
    return to ? t('identity.to', { to: day(to) }) : '';
}

/** How often the rule of the state gave the listed address; empty where nobody counted. */
export function rateText(registration) {
    const parts = [
        ['identity.rightInLargeList', registration?.rightInLargeList], ['identity.rightInStateList', registration?.rightInStateList],
    ].filter(([, share]) => Number.isFinite(share)).map(([key, share]) => t(key, { share: `${number(share * 100, share > 0.999 ? 2 : 1)} %` }));
    return parts.join('; ');
}

/** What contradicts what. */
export function conflictText(conflict) {
    const given = (conflict.values ?? []).filter((value) => typeof value === 'string' && value !== '');
    if (conflict.kind === 'spreadsheet') return spreadsheetText(given);
    if (conflict.kind === 'no-registration') return noRegistrationText(given);
    const values = given.map(shown);
    const [value, ...others] = values;
    const kind = `conflict.${conflict.kind}`;
    if (!has(kind) || !value) return values.join(' · ');
    const what = {
        value, values: list(values), others: list(others), rule: tame(conflict.rule ?? '', 30),
        state: stateName(given[1]) ?? others[0] ?? '',
    };
    return t(kind, what);
}

// What was found first, then what it may have been.
function spreadsheetText([found, ...addresses]) {
    const value = found === undefined || isSentence(found) ? null : shown(found);
    const others = list(addresses.map(shown), 'disjunction');
    return t(`conflict.spreadsheet.${value ? (others ? 'both' : 'found') : others ? 'meant' : 'row'}`, { value, others });
}

// The text, or nothing where it may be a name.
function noRegistrationText([found]) {
    const named = /^(\S+) is no registration$/.exec(found ?? '')?.[1] ?? found;
    if (named === undefined || isSentence(named)) return t('conflict.no-registration.unsaid');
    return t('conflict.no-registration', { value: shown(named) });
}

// Stores of earlier versions hold a sentence where the value should be: the page says it in its own words.
function isSentence(text) {
    return sentences.some((pattern) => pattern.test(text));
}

/** What would settle it. */
export function settlesText(conflict) {
    return has(`settles.${conflict.kind}`) ? t(`settles.${conflict.kind}`) : tame(conflict.settles ?? '', 120);
}

/** A state's name in the language; the code where there is none. */
export function stateName(code) {
    if (!/^[A-Z]{2}$/.test(code ?? '')) return code ? tame(code, 40) : null;
    try {
        return new Intl.DisplayNames([language()], { type: 'region' }).of(code);
    } catch {
        return code;
    }
}

/** Sisters, each once with all that speaks for it; in the order in which they came. */
export function mergedSisters(sisters) {
    const merged = new Map();
    for (const { ground, ...one } of sisters ?? []) {
        if (addressOf(one.hex) === null) continue;
        const known = merged.get(one.hex);
        merged.set(one.hex, { ...one, ...known, grounds: [...new Set([...known?.grounds ?? [], ground])] });
    }
    return [...merged.values()];
}

// Addresses are written as everywhere on the page.
function shown(value) {
    const text = brief(value);
    return /^~?[0-9a-f]{6}$/.test(text) ? text.toUpperCase() : text;
}

function list(values, type = 'conjunction') {
    return new Intl.ListFormat(language(), { type }).format(values);
}
