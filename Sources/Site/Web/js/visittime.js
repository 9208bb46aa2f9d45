// Times of a visit in several clocks: UTC, that of the place, the reader's. Pure but for the language. Seconds since 1970.
import { language } from './language.js';

const formats = new Map();

// A zone that this browser does not know gives no format.
function format(zone, options) {
    const key = `${language()} ${zone} ${JSON.stringify(options)}`;
    if (!formats.has(key)) {
        try {
            formats.set(key, new Intl.DateTimeFormat(language(), { ...options, ...(zone === null ? {} : { timeZone: zone }) }));
        } catch {
            formats.set(key, null);
        }
    }
    return formats.get(key);
}

const full = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const day = { day: 'numeric', month: 'short', year: 'numeric' };

/** `Tue 18 Jun, 18:00 – 24:00` by a clock, without its name; open sides are `null`. The answer is `null` where there is nothing to tell. */
export function rangeIn(zone, from, to) {
    const writer = format(zone, full);
    if (!writer || !isTime(from) && !isTime(to)) return null;
    if (isTime(from) && isTime(to) && to > from) return writer.formatRange(from * 1000, to * 1000);
    return writer.format((from ?? to) * 1000);
}

/** A moment by a clock. */
export function momentIn(zone, time) {
    const writer = format(zone, full);
    return writer && isTime(time) ? writer.format(time * 1000) : null;
}

/** The hour alone: `18:00`. */
export function hourIn(zone, time) {
    return format(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })?.format(time * 1000) ?? '';
}

/** The day alone: `18 Jun`. */
export function shortDayIn(zone, time) {
    return format(zone, { day: 'numeric', month: 'short' })?.format(time * 1000) ?? '';
}

/** Days in words: `18 – 20 Jun 2024`. */
export function daysText(from, to, zone = 'UTC') {
    const writer = format(zone, day);
    if (!writer || !isTime(from) && !isTime(to)) return null;
    return isTime(from) && isTime(to) && to > from ? writer.formatRange(from * 1000, to * 1000) : writer.format((from ?? to) * 1000);
}

/** `UTC+9` of a zone at a time; empty where it is not known. */
export function offsetText(zone, time) {
    const parts = format(zone, { timeZoneName: 'shortOffset', hour: 'numeric' })?.formatToParts(isTime(time) ? time * 1000 : 0) ?? [];
    const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
    return name.replace('GMT', 'UTC');
}

// How many seconds a zone is ahead of UTC at a time.
function offsetOf(zone, time) {
    let writer;
    try {
        writer = new Intl.DateTimeFormat('en', { timeZone: zone ?? undefined, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' });
    } catch {
        return null;
    }
    const parts = Object.fromEntries(writer.formatToParts(time * 1000).map((part) => [part.type, Number(part.value)]));
    return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second) / 1000 - Math.floor(time);
}

/** The time that a field (`2024-06-18T18:00`) means by a clock; `null` for what is none. `zone`: a name, or `null` for the reader's own. */
export function timeOfField(field, zone) {
    const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?$/.exec(field ?? '');
    const plain = match ? Date.parse(`${match[1]}T${match[2]}:00Z`) / 1000 : NaN;
    if (!Number.isFinite(plain)) return null;
    const first = offsetOf(zone, plain);
    if (first === null) return null;
    // The offset that holds at the time itself, not at the guess.
    return plain - (offsetOf(zone, plain - first) ?? first);
}

/** A time as a field has it by a clock; empty for none. */
export function fieldOfTime(time, zone) {
    if (!isTime(time)) return '';
    const offset = offsetOf(zone, time);
    return offset === null ? '' : new Date((time + offset) * 1000).toISOString().slice(0, 16);
}

/** The clock of a stop: that of its likeliest airport; `null` where it is not told. */
export function zoneOfStop(stop) {
    return stop.airports.find((one) => one.timeZone)?.timeZone ?? null;
}

/** An hour's distance from UTC as ISO 8601 writes it: `+07:00`. */
export function isoOffset(minutes) {
    const size = Math.abs(minutes);
    return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}

function isTime(value) {
    return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 8.64e12;
}
