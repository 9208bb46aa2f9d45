// Visits in words: weights, readings, windows, how strong a reason is. Pure but for the language. Whole sentences come from the server.
import { brief, tame } from './dom.js';
import { has, number, t } from './language.js';
import { fieldOfTime, offsetText, rangeIn, zoneOfStop } from './visittime.js';

/** The words of a key that is put together, or what came where there are none. */
export function worded(key, name) {
    return has(key) ? t(key) : tame(name ?? '', 40);
}

/** What a weight among choices means. */
export function weightWord(weight) {
    if (!(weight > 0)) return t('weight.none');
    return t(weight > 0.985 ? 'weight.only' : weight >= 0.5 ? 'weight.first' : weight >= 0.2 ? 'weight.second' : 'weight.small');
}

/** A weight as its share of a hundred; nothing where it is the only one. */
export function weightFigure(weight) {
    return weight > 0.985 || !(weight > 0) ? '' : t('weight.figure', { n: Math.max(1, Math.round(weight * 100)) });
}

/** Whom a visit is about: the name, else the office, else that it is open. */
export function subjectText({ name, role, state }) {
    const parts = [name ?? role ?? null, name && role ? role : null, state].filter(Boolean);
    return parts.length ? parts.map((part) => tame(part, 80)).join(' \u00b7 ') : t('visit.noSubject');
}

/** What a visit is called. */
export function visitTitle(visit) {
    if (visit.title) return brief(visit.title, 120);
    const places = visit.stops.map((stop) => (typeof stop === 'string' ? stop : stop.name)).filter(Boolean).slice(0, 4).map((name) => tame(name, 40));
    const who = visit.subject.name ?? visit.subject.role;
    if (!who && !places.length) return t('visit.untitled');
    return [who ? tame(who, 60) : null, places.join(' \u2192 ') || null].filter(Boolean).join(': ');
}

/** A window by the clock of its place and by UTC: `[[text, clock], …]`; the first is what people there would say. */
export function windowLines({ from, to }, stop) {
    const zone = stop ? zoneOfStop(stop) : null;
    const lines = [];
    if (zone && rangeIn(zone, from, to)) lines.push([openText(rangeIn(zone, from, to), from, to), t('clock.place', { place: brief(stop.name, 40), offset: offsetText(zone, from ?? to) })]);
    const universal = rangeIn('UTC', from, to);
    if (universal) lines.push([openText(universal, from, to), t('clock.utc')]);
    return lines;
}

// A side that is open is said.
function openText(range, from, to) {
    if (from === null) return t('window.before', { to: range });
    return to === null ? t('window.after', { from: range }) : range;
}

/** A window in one line, by UTC; that nothing is said where nothing is. */
export function windowText({ from, to }) {
    const range = rangeIn('UTC', from, to);
    return range ? `${openText(range, from, to)} UTC` : t('window.none');
}

/** How a reading of a time came about. */
export function readingText(reading, stop) {
    return t(has(`reading.${reading.zone}`) ? `reading.${reading.zone}` : 'reading.stated', { place: brief(stop?.name ?? '', 40) });
}

/** How long on the ground: `2 to 9 h`. */
export function dwellText([low, high]) {
    const hours = (value) => number(value, Number.isInteger(value) ? 0 : 1);
    return low === high ? t('dwell.one', { hours: hours(low) }) : t('dwell.range', { low: hours(low), high: hours(high) });
}

/** How strong a term is, for its sign: -3 to 3. */
export function strength(weight) {
    if (!Number.isFinite(weight)) return 0;
    const size = Math.abs(weight);
    if (size < 0.1) return 0;
    return Math.sign(weight) * (size < 1 ? 1 : size < 2.5 ? 2 : 3);
}

/** The name of an aircraft as people say it: registration, else address. */
export function aircraftName({ registration, hex }) {
    return registration ? tame(registration, 20) : hex.toUpperCase();
}

/** A time for the name of a file. */
export function stampOf(time) {
    return fieldOfTime(time, 'UTC').slice(0, 10);
}

/** Who says it: a name, whoever wrote it, and to whom it was told. */
export function speakerText(speaker, report) {
    if (!speaker) return report?.outlet ? t('speaker.outlet', { outlet: brief(report.outlet, 60) }) : t('speaker.writer');
    const name = speaker.name ? brief(speaker.name, 80) : t('speaker.unnamed');
    return [name, speaker.isUnnamed && speaker.name ? t('speaker.notNamed') : null, speaker.toldTo ? t('speaker.via', { outlet: brief(speaker.toldTo, 60) }) : null].filter(Boolean).join(', ');
}
