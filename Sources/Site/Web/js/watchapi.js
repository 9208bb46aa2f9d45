// What the pages of watches ask (docs/http-api.md).
import { readAlert, readAlerts, readExamples, readMessages, readOutlet, readOutlets, readPreview, readTrouble, readWatch, readWatches, readWatching } from './watchdoc.js';
import { request } from './writing.js';

async function json(method, target, body, signal) {
    const answer = await request(method, target, body, signal);
    return answer.status === 204 ? null : answer.json();
}

// Seconds around what is kept.
const margin = 60;
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

/** The raw messages an alert rests on. */
export async function askMessages(id) {
    return readMessages(await json('GET', `alerts/${encodeURIComponent(id)}/messages`));
}

/** Has what was heard of the aircraft around these messages kept for good, the raw messages too. */
export async function keepMessages(alert, messages) {
    for (const hex of new Set(messages.map((one) => one.hex))) {
        const times = messages.filter((one) => one.hex === hex).map((one) => one.time);
        await json('POST', 'pins', { hex, from: String(Math.floor(Math.min(...times)) - margin), to: String(Math.ceil(Math.max(...times)) + margin), reason: `alert ${alert.id}` });
    }
}

/** How we watched since a time of the sky, and what became known since one of the wall's clock. */
export async function askWatching(since, made = null) {
    const given = Object.entries({ since, made }).filter(([, value]) => value !== null);
    return readWatching(await json('GET', `watching?${new URLSearchParams(given)}`));
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

/** Sends a message that says it is a test: `null` where it arrived, else why not, by language. */
export async function testOutlet(name) {
    const answer = await json('POST', outlet(name, '/test'));
    return answer?.delivered === true ? null : readTrouble(answer);
}

/** Sends the dead letters again; how many. */
export async function sendAgain(name) {
    return Number((await json('POST', outlet(name, '/again')))?.again ?? 0);
}
