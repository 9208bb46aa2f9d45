// What the pages of visits ask (docs/http-api.md).
import { language } from './language.js';
import { readCandidates, readPlan, readVisit, readVisits, readWatches } from './visitdoc.js';
import { request } from './writing.js';

const path = (id, rest = '') => `visits/${encodeURIComponent(id)}${rest}`;
const asking = (values) => `?${new URLSearchParams(Object.entries({ ...values, lang: language() }).filter(([, value]) => value !== null && value !== undefined))}`;

async function json(method, target, body, signal) {
    const answer = await request(method, target, body, signal);
    return answer.status === 204 ? null : answer.json();
}

/** All visits that may be read. */
export async function askVisits() {
    return readVisits(await json('GET', `visits${asking({})}`));
}

/** A visit; `null` where the answer is none. */
export async function askVisit(id) {
    return readVisit(await json('GET', path(id, asking({}))));
}

/** A draft out of a report, or an empty visit; the visit. */
export async function makeVisit(body) {
    return readVisit(await json('POST', `visits${asking({})}`, body));
}

/** Another report; the visit. */
export async function addReport(id, body) {
    return readVisit(await json('POST', path(id, `/reports${asking({})}`), body));
}

/** The whole visit is gone afterwards. */
export function deleteVisit(id) {
    return request('DELETE', path(id));
}

/** A change, made only where nobody made another meanwhile (409); the visit. `after`: how many changes the reader saw. */
export async function changeVisit(id, after, act) {
    return readVisit(await json('POST', path(id, `/changes${asking({})}`), { after, act }));
}

/** The text of a report as it was pasted, for who may know it; `null` for others. */
export async function askText(id, report) {
    try {
        const answer = await request('GET', path(id, `/reports/${report}/text`));
        return (answer.headers.get('Content-Type') ?? '').startsWith('text/plain') ? await answer.text() : null;
    } catch {
        return null;
    }
}

/** A file as it was put in, as bytes; for who may know it. */
export async function askCopy(id, report) {
    return (await request('GET', path(id, `/reports/${report}/text`))).arrayBuffer();
}

/** Aircraft consistent with the visit. */
export async function askCandidates(id, { realm, isLater }, signal) {
    return readCandidates(await json('GET', path(id, `/candidates${asking({ realm, later: isLater ? 1 : 0 })}`), undefined, signal));
}

/** What polled sources would be asked. */
export async function askPlan(id) {
    return readPlan(await json('GET', path(id, `/plan${asking({})}`)));
}

/** Makes the watches of a visit. */
export async function makeWatches(id) {
    return readWatches(await json('POST', path(id, `/watches${asking({})}`)));
}

/** The address of an export; the aircraft go along in JSON alone. */
export function exportLink(id, format, { realm = null, isLater = false } = {}) {
    return `/api/v1/${path(id, `/export${asking(format === 'json' ? { format, realm, later: isLater ? 1 : null } : { format })}`)}`;
}
