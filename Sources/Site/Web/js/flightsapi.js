// What the pages of flights ask (docs/http-api.md). Times in seconds.
import { ask } from './historyapi.js';
import { language } from './language.js';
import { pathRows } from './profile.js';

const mostPages = 12;

/** The log of an aircraft's flights between two times. */
export function askFlights({ hex, from, to, realm }) {
    return ask(`aircraft/${hex}/flights`, { from, to, realm, lang: language() });
}

/** Where an aircraft can be at a time, from its last sighting before it. */
export function askReach({ hex, at, realm }) {
    return ask(`aircraft/${hex}/reach`, { at, realm, lang: language() });
}

/** Where an aircraft can have been in a silence. */
export function askBetween({ hex, from, to, realm }) {
    return ask(`aircraft/${hex}/between`, { from, to, realm, lang: language() });
}

/** Who came to an airport and who went, and who stands there. */
export function askMovements({ id, from, to, realm }) {
    return ask(`airports/${encodeURIComponent(id)}/movements`, { from, to, realm, lang: language() });
}

/** The path of an aircraft between two times as rows of a profile; `isCut` where it is longer than is asked for. */
export async function askFlown({ hex, from, to, realm }) {
    const rows = [];
    let at = from;
    for (let page = 0; page < mostPages; page++) {
        const document = await ask(`aircraft/${hex}/history`, { from: at, to, realm });
        for (const row of pathRows(document)) rows.push(row);
        if (!document.isCut || !(document.next > at)) return { rows, isCut: false };
        at = document.next;
    }
    return { rows, isCut: true };
}

/** What went wrong, as a key of the words. */
export function troubleOf(error) {
    if (error?.status === 429 || error?.code === 'busy') return 'flights.busy';
    if (error?.status === 404) return error.code === 'no-history' ? 'flights.noHistory' : 'flights.nothingKept';
    return error?.status === 403 ? 'flights.forbidden' : 'flights.failed';
}
