// What the link of the flight pages holds: who or where, which days, what is chosen. Pure; nothing throws.
import { dayLength, dayOf, dayStart, dayText, momentOf, momentText } from './days.js';
import { addressOf, hexOf } from './frames.js';

const realms = ['real', 'imported', 'simulated'];

/** The longest log that is asked for at once, days; docs/http-api.md. */
export const mostDays = 31;

/** The lengths that are offered, days. */
export const lengths = [1, 7, 31];

/**
 * Reads the query of a flight log: `{hex, from, to, realm, leg, gap, reach}`; times in ms. What is absent or makes no sense is `null`.
 * - Parameter text: `?hex=484159&from=2026-11-20&to=2026-11-27&leg=484159-1781234567890`; `to` is where the days end, as in the interface.
 */
export function parseLog(text) {
    const given = new URLSearchParams(text.replace(/^\?/, ''));
    const address = addressOf((given.get('hex') ?? '').toLowerCase());
    return {
        hex: address === null ? null : hexOf(address), ...rangeOf(given, mostDays * dayLength), realm: realmOf(given),
        leg: identifierOf(given.get('leg')), gap: identifierOf(given.get('gap')), reach: given.get('reach') === '1',
    };
}

/** Reads the query of an airport's page: `{id, from, to, realm}`; at most a day. */
export function parseAirport(text) {
    const given = new URLSearchParams(text.replace(/^\?/, ''));
    const id = (given.get('id') ?? '').toUpperCase();
    return { id: /^[A-Z0-9-]{2,10}$/.test(id) ? id : null, ...rangeOf(given, dayLength), realm: realmOf(given) };
}

/** The link of a flight log. */
export function logLink({ hex, from = null, to = null, realm = null, leg = null, gap = null, reach = false }) {
    return `/flights${queryOf({ hex, from: timeText(from), to: timeText(to), realm, leg, gap, reach: reach ? '1' : null })}`;
}

/** The link of an airport's page. */
export function airportLink({ id, from = null, to = null, realm = null }) {
    return `/airport${queryOf({ id, from: timeText(from), to: timeText(to), realm })}`;
}

/** The link of the map at a moment, with an aircraft chosen. */
export function mapLink(hex, moment = null, realm = null) {
    const past = moment === null ? '' : `&at=${momentText(moment)}${realm ? `&realm=${realm}` : ''}`;
    return `/#a=${hex}${past}`;
}

/** A range as many days earlier or later as it is long. */
export function stepped({ from, to }, way) {
    return { from: from + way * (to - from), to: to + way * (to - from) };
}

/** First and last day of a range as the fields of a form have them. */
export function fieldsOf({ from, to }) {
    return { first: dayText(from), last: dayText(to - 1) };
}

/** The range of two days of a form, both of them in it; `null` where they are none, in the wrong order, or too far apart. */
export function rangeOfFields(first, last) {
    const [from, end] = [dayOf(first), dayOf(last)];
    if (from === null || end === null || end < from || end - from >= mostDays * dayLength) return null;
    return { from, to: end + dayLength };
}

function rangeOf(given, most) {
    const [from, to] = [instantOf(given.get('from')), instantOf(given.get('to'))];
    return from !== null && to !== null && to > from && to - from <= most ? { from, to } : { from: null, to: null };
}

function instantOf(text) {
    return dayOf(text) ?? momentOf(text);
}

function realmOf(given) {
    return realms.includes(given.get('realm')) ? given.get('realm') : null;
}

function identifierOf(text) {
    return /^~?[0-9a-f]{6}-\d{1,16}$/.test(text ?? '') ? text : null;
}

function timeText(time) {
    if (time === null) return null;
    return time === dayStart(time) ? dayText(time) : momentText(time);
}

function queryOf(values) {
    const parts = Object.entries(values).filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%7E', '~')}`);
    return parts.length ? `?${parts.join('&')}` : '';
}
