// Objections to editions, and the sentences they can be to, as the page uses them: shaped, bounded, and nothing in them throws. Pure.
import { count, finite, list, text } from './editiondoc.js';

/** Sentences of a section, and objections, at most. */
const most = 10_000;
const outcomes = ['open', 'upheld', 'partly', 'rejected'];

/** The sections of an `edition.json` in a language: `[{title, sentences: [{anchor, words}]}]`, without those that have no sentence. */
export function readSections(document, language) {
    const said = (words) => text(words?.[language]) ?? text(words?.en);
    return list(document?.sections, (section) => {
        const sentences = (Array.isArray(section.sentences) ? section.sentences.slice(0, most) : []).map((one) => ({ anchor: one?.anchor, words: said(one?.words) })).filter((one) => isAnchor(one.anchor) && one.words !== null);
        return sentences.length ? { title: said(section.title) ?? '', sentences } : null;
    });
}

/** The sections with the sentences alone in which every word of a text stands, or their anchor begins so. */
export function sectionsWith(sections, words) {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = ({ anchor, words: sentence }) => wanted.every((one) => anchor.startsWith(one) || sentence.toLowerCase().includes(one));
    return sections.map((section) => ({ ...section, sentences: section.sentences.filter(fits) })).filter((section) => section.sentences.length);
}

/** What was objected to an edition, the newest first; `null` where the document is none. */
export function readChallenges(document) {
    if (!Array.isArray(document?.challenges)) return null;
    return document.challenges.slice(-most).map((one) => readChallenge(one ?? {})).filter((one) => one !== null).sort((a, b) => b.number - a.number);
}

function readChallenge(one) {
    const number = count(one.number);
    const objection = text(one.objection);
    return !number || objection === null ? null : {
        number, anchor: isAnchor(one.sentence) ? one.sentence : null, words: text(one.words), received: finite(one.received), objection, evidence: text(one.evidence),
        outcome: outcomes.includes(one.outcome) ? one.outcome : 'open', outcomeText: text(one.outcomeText), answer: text(one.answer), answered: finite(one.answered), isTold: one.told === true,
    };
}

/** Which edition an address of that page names; `null` where it names none. */
export function parseObjections(search) {
    const found = /^[1-9]\d{0,8}$/.exec(new URLSearchParams(search.replace(/^\?/, '')).get('edition') ?? '');
    return found ? Number(found[0]) : null;
}

function isAnchor(value) {
    return typeof value === 'string' && /^[a-z0-9-]{1,80}$/.test(value);
}
