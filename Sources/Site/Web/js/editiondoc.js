// The documents of editions as the pages use them: shaped, bounded, and nothing in them throws. Pure. Times in seconds since 1970, absent is `null`.

const most = 500;
const subjects = ['visit', 'flight', 'gap'];

/** What was published, the newest first. */
export function readEditions(document) {
    return list(document?.editions, readEdition).sort((a, b) => b.number - a.number);
}

/** An edition; `null` where the document is none. */
export function readEdition(one) {
    const number = count(one?.number);
    return !number ? null : {
        number, subject: subjects.includes(one.subject) ? one.subject : null, id: text(one.id), title: text(one.title), published: finite(one.published), isSimulated: one.simulated === true || one.world === 'simulated', tellsAircraft: one.aircraft === true,
        digest: /^[0-9a-f]{64}$/.test(one.digest) ? one.digest : null, earlier: count(one.earlier), changes: count(one.changes) ?? 0,
    };
}

/** The moment by which an edition of a flight or a silence names it, seconds; `null` of anything else. */
export function momentOf({ subject, id }) {
    const found = subject === 'flight' || subject === 'gap' ? /^~?[0-9a-f]{6}-(\d{1,16})$/.exec(id ?? '') : null;
    return found ? Number(found[1]) / 1000 : null;
}

/** How a visit, a flight or a silence differs from its last edition; `null` where the document is none. */
export function readDifference(document) {
    if (!document || typeof document !== 'object' || !Array.isArray(document.changes)) return null;
    const changes = list(document.changes, (one) => {
        const [before, after] = [text(one.before), text(one.after)];
        return before === null && after === null ? null : { anchor: text(one.anchor) ?? '', subject: text(one.subject) ?? text(one.anchor) ?? '', before, after };
    });
    return {
        since: readEdition(document.since), isSimulated: document.simulated === true || document.world === 'simulated', tellsAircraft: document.aircraft === true, sentences: count(document.sentences) ?? 0,
        changed: count(document.changedSentences) ?? 0, total: Math.max(count(document.changesTotal) ?? 0, changes.length), changes,
    };
}

/** The address of an edition's file in a language. */
export function editionLink(number, language, name = 'index') {
    const file = { en: { index: '', objections: 'objections.html' }, id: { index: 'id.html', objections: 'objections-id.html' } }[language === 'id' ? 'id' : 'en'][name];
    return `/editions/${number}/${file}`;
}

/** The address of the page where objections to an edition are taken down; of all editions without one. */
export function objectionsLink(number = null) {
    return number === null ? '/objections' : `/objections?edition=${number}`;
}

/** Entries of a list, the first 500; what makes one unusable leaves it out. */
export function list(value, read) {
    return Array.isArray(value) ? value.slice(0, most).map((one) => read(one ?? {})).filter((one) => one !== null) : [];
}

/** A text that is not empty, or `null`. */
export function text(value) {
    return typeof value === 'string' && value !== '' ? value : null;
}

/** A number, or `null`. */
export function finite(value) {
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A whole number from 0, or `null`. */
export function count(value) {
    return Number.isSafeInteger(value) && value >= 0 ? value : null;
}
