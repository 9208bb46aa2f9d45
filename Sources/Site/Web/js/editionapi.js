// What the page of a visit asks of editions (docs/http-api.md).
import { readDifference, readEdition, readEditions } from './editiondoc.js';
import { language } from './language.js';
import { request } from './writing.js';

const asking = (values) => `?${new URLSearchParams(Object.entries({ ...values, lang: language() }).filter(([, value]) => value !== null && value !== undefined))}`;
const flag = (value) => (value === undefined || value === null ? null : value ? 1 : 0);

/** What was published of a visit. */
export async function askEditions(visit) {
    return readEditions(await (await request('GET', `editions${asking({ visit })}`)).json());
}

/** How a visit differs by now from its last edition; as that one was made where nothing else is said. */
export async function askDifference(visit, { realm = null, aircraft = null } = {}, signal = undefined) {
    return readDifference(await (await request('GET', `visits/${encodeURIComponent(visit)}/editions/difference${asking({ realm, aircraft: flag(aircraft) })}`, undefined, signal)).json());
}

/** Publishes the visit as it is; the edition. */
export async function publishVisit(visit, body) {
    return readEdition(await (await request('POST', `visits/${encodeURIComponent(visit)}/editions${asking({})}`, body)).json());
}
