// What the page asks of the past, of identities and of places (docs/http-api.md). Errors carry the status and, where the server sent one, its code.
import { isRefused, signIn } from './access.js';
import { trailRows } from './past.js';

const mostPages = 6;

/** Asks the interface; parameters that are `null` are left out. */
export async function ask(path, parameters, signal) {
    const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined));
    const answer = await fetch(`/api/v1/${path}?${query}`, { signal });
    if (isRefused(answer)) signIn();
    const document = await answer.json().catch(() => null);
    if (!answer.ok) throw Object.assign(new Error(String(answer.status)), { status: answer.status, code: document?.code ?? null });
    return document;
}

/** West, south, east, north as the interface takes them; `null` for the world. */
export const boxText = (area) => (area ? area.map((edge) => edge.toFixed(4)).join(',') : null);

/** Everything in an area and a time, as paths. Times in seconds. */
export function askReplay({ from, to, area, spacing, realm }, signal) {
    return ask('history/replay', { from, to, box: boxText(area), spacing: spacing || null, realm }, signal);
}

/** Who was in an area between two times, and who was heard in them without a position. */
export function askArea({ from, to, area, realm }, signal) {
    return ask('history/area', { from, to, box: boxText(area), silent: 1, realm }, signal);
}

/** When something was heard first on the last day that a world has, seconds; `null` where it has none. */
export async function askLastMoment(realm, now) {
    const to = (Math.floor(now / 86_400) + 2) * 86_400;
    const days = (await ask('history/days', { from: to - 3_660 * 86_400, to, realm }))?.days;
    const last = Array.isArray(days) ? days.filter((day) => day.aircraft > 0).at(-1) : null;
    const start = last ? Date.parse(`${last.day}T00:00:00Z`) / 1000 : NaN;
    if (!Number.isFinite(start)) return null;
    const found = await ask('history/area', { from: start, to: start + 86_400, realm, limit: 1 });
    const first = found?.aircraft?.[0]?.first?.time;
    return Number.isFinite(first) ? Math.ceil(first) : start;
}

/** Who used a callsign between two times; with `*` at its end all that begin so. */
export function askUses({ callsign, from, to, realm }, signal) {
    return ask('history/callsigns', { callsign, from, to, realm, limit: 40 }, signal);
}

/** The days an aircraft was heard. */
export function askDays(hex, realm) {
    return ask(`aircraft/${hex}/days`, { realm });
}

/** Who an aircraft is, for a moment (ISO 8601) or now. */
export function askIdentity(hex, { at, realm }) {
    return ask(`identity/${hex}`, { at, realm });
}

/** Which aircraft bear a registration, heard or not. */
export async function askBearers(registration, signal) {
    const document = await ask('identity', { registration }, signal);
    return Array.isArray(document?.aircraft) ? document.aircraft : [];
}

/** Airports and cities by name or code, named in a language; `null` where the server has no list of them. */
export async function askPlaces(text, language, signal) {
    const document = await ask('places', { q: text, lang: language, kinds: 'airport,city', limit: 5 }, signal);
    return document?.isAvailable === true && Array.isArray(document.places) ? document.places : null;
}

/** The manifest of a day, or `null` where there is none (404). */
export async function askDay(day, realm) {
    try {
        return await ask(`history/days/${day}`, { realm });
    } catch (error) {
        if (error.status === 404) return null;
        throw error;
    }
}

/** Counts of a day, or `null` where nothing was heard. */
export async function askCounts(from, realm) {
    return (await ask('history/days', { from, to: from + 86_400, realm }))?.days?.[0] ?? null;
}

/** The path of an aircraft on a day that begins then, as rows of a trail. */
export async function askPath(hex, from, realm) {
    const rows = [];
    let at = from;
    for (let page = 0; page < mostPages; page++) {
        const document = await ask(`aircraft/${hex}/history`, { from: at, to: from + 86_400, realm });
        for (const row of trailRows(document)) rows.push(row);
        if (!document.isCut || !(document.next > at)) break;
        at = document.next;
    }
    return rows;
}
