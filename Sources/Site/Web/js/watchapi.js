// What the pages of watches ask (docs/http-api.md).
import { readAlert, readAlerts, readExamples, readOutlet, readOutlets, readPreview, readWatch, readWatches, readWatching } from './watchdoc.js';
import { request } from './writing.js';

async function json(method, target, body, signal) {
    const answer = await request(method, target, body, signal);
    return answer.status === 204 ? null : answer.json();
}

const watch = (id) => `watches/${encodeURIComponent(id)}`;
const outlet = (name, rest = '') => `outlets/${encodeURIComponent(name)}${rest}`;

/** All rules, for who may know them. */
export async function askWatches() {
    return readWatches(await json('GET', 'watches'));
}

/** One rule. */
export async function askWatch(id) {
    return readWatch(await json('GET', watch(id)));
}

/** Names of areas that rules may ask for; none where the server keeps none. */
export async function askAreas() {
    try {
        return ((await json('GET', 'watches/areas')).areas ?? []).map((one) => String(one?.name ?? '')).filter(Boolean).slice(0, 500);
    } catch {
        return [];
    }
}

/** Rules to begin with. */
export async function askExamples() {
    return readExamples(await json('GET', 'watches/examples'));
}

/** Keeps a rule, as a new one or as the next version of `id`. */
export async function keepWatch(yaml, id = null) {
    return readWatch(await (id === null ? json('POST', 'watches', { yaml }) : json('PUT', watch(id), { yaml })));
}

/** Puts a rule to work or to rest. */
export async function enableWatch(id, enabled) {
    return readWatch(await json('PATCH', watch(id), { enabled }));
}

/** Its alerts stay. */
export function removeWatch(id) {
    return request('DELETE', watch(id));
}

/** What a rule would have told in the last days. */
export async function askPreview(yaml, days, signal) {
    return readPreview(await json('POST', 'watches/preview', { yaml, days }, signal));
}

/** Alerts, the newest first. `question`: `{since, before, watch, visit, limit}`, each maybe absent. */
export async function askAlerts(question = {}) {
    const given = Object.entries(question).filter(([, value]) => value !== null && value !== undefined);
    return readAlerts(await json('GET', `alerts?${new URLSearchParams(given)}`));
}

/** One alert, with its evidence for who may know it. */
export async function askAlert(id) {
    return readAlert(await json('GET', `alerts/${encodeURIComponent(id)}`));
}

/** How we watched since a time. */
export async function askWatching(since) {
    return readWatching(await json('GET', `watching${since === null ? '' : `?since=${since}`}`));
}

/** Where alerts go. */
export async function askOutlets() {
    return readOutlets(await json('GET', 'outlets'));
}

/** Adds an outlet. */
export async function addOutlet(body) {
    return readOutlet(await json('POST', 'outlets', body));
}

/** What waits for it becomes dead letters. */
export function removeOutlet(name) {
    return request('DELETE', outlet(name));
}

/** Sends a message that says it is a test: `null` where it arrived, else why not. */
export async function testOutlet(name) {
    const answer = await json('POST', outlet(name, '/test'));
    return answer?.delivered === true ? null : String(answer?.error ?? '');
}

/** Sends the dead letters again; how many. */
export async function sendAgain(name) {
    return Number((await json('POST', outlet(name, '/again')))?.again ?? 0);
}
