// What pages ask of editions (docs/http-api.md). `of` is the path of a visit or an aircraft: `visits/ID`, `aircraft/HEX`.
import { readDifference, readEdition, readEditions } from './editiondoc.js';
import { language } from './language.js';
import { request } from './writing.js';

/** The query of a question, in the language of the page, without what is not said. */
export const asking = (values) => `?${new URLSearchParams(Object.entries({ ...values, lang: language() }).filter(([, value]) => value !== null && value !== undefined))}`;

/** What was published; `{visit}` or `{aircraft}` of one alone. */
export async function askEditions(of = {}) {
    return readEditions(await (await request('GET', `editions${asking(of)}`)).json());
}

/** How something differs by now from its last edition; of a visit as that one was made where nothing else is said. */
export async function askDifference(of, values = {}, signal = undefined) {
    return readDifference(await (await request('GET', `${of}/editions/difference${asking(values)}`, undefined, signal)).json());
}

/** Publishes it as it is; the edition. */
export async function publish(of, body) {
    return readEdition(await (await request('POST', `${of}/editions${asking({})}`, body)).json());
}

/** Why it cannot be said what differs, as a key of the words. */
export function troubleOf({ status, code }) {
    if (code === 'nothing-to-compare') return 'editions.nothingToCompare';
    if (code === 'nothing-heard') return 'editions.nothingHeard';
    if (code === 'no-flight') return 'editions.noFlight';
    if (code === 'no-history') return 'editions.noHistory';
    return status === 429 || code === 'busy' ? 'editions.busy' : 'editions.failed';
}
