// The log of an aircraft's flights as `/api/v1/aircraft/{hex}/flights` gives it: read, put into one column of time, written as a table. Pure and
// total: what is not of that form is passed over.
import { readBasis } from './past.js';

const knowns = ['observed', 'inferred', 'unknown'];
const most = 2000;

/** Reads the document; `null` when it is none. Times stay seconds. */
export function readLog(document) {
    if (!document || !Array.isArray(document.legs)) return null;
    return {
        ...document, basis: basisOf(document), airports: airportsOf(document),
        heardFrom: seconds(document.heardFrom), heardTo: seconds(document.heardTo),
        legs: entries(document.legs).map(readLeg).filter(Boolean), stops: entries(document.stops).map(readStop),
        gaps: entries(document.gaps).map(readGap), revisions: entries(document.revisions).map((one) => ({ ...one, reason: kebab(one.reason), before: readStories(one.before), after: readStories(one.after) })),
        doubtful: entries(document.doubtful).map((one) => ({ ...one, reason: kebab(one.reason), ...spanOf(one) })),
        first: document.first ?? null, coverage: ['learned', 'none', 'withheld'].includes(document.coverage) ? document.coverage : 'none',
    };
}

/** What an answer rests on, and whether it was cut. */
export function basisOf(document) {
    return { ...readBasis(document), isCut: document?.isCut === true, next: seconds(document?.next), realm: document?.realm ?? null, isSimulated: document?.simulated === true };
}

/** Airports by their identifier. */
export function airportsOf(document) {
    return new Map(Object.entries(document?.airports ?? {}).filter(([, one]) => one && typeof one === 'object'));
}

/** An area as pieces, each its outer ring and its holes, longitude first; plain rings are pieces of one. */
export function piecesOf(polygons) {
    const isRing = (ring) => Array.isArray(ring) && ring.length > 2 && ring.every((point) => Array.isArray(point) && Number.isFinite(point[0]) && Number.isFinite(point[1]));
    return (Array.isArray(polygons) ? polygons : []).map((piece) => (isRing(piece) ? [piece] : Array.isArray(piece) ? piece.filter(isRing) : [])).filter((piece) => piece.length);
}

/** An end of a leg; `null` where there is none. */
export function readEnd(end) {
    if (!end || typeof end !== 'object') return null;
    return {
        known: knowns.includes(end.known) ? end.known : 'unknown', ...spanOf(end), heard: seconds(end.heard), runway: text(end.runway),
        airports: entries(end.airports).filter((one) => typeof one.id === 'string' && one.probability > 0),
    };
}

function readLeg(leg) {
    const takeoff = readEnd(leg.takeoff);
    if (typeof leg.id !== 'string' || !takeoff) return null;
    return { ...leg, takeoff, landing: readEnd(leg.landing), callsigns: entries(leg.callsigns, 'string'), notes: entries(leg.notes), gaps: entries(leg.gaps, 'number'), diversion: readDiversion(leg.diversion) };
}

function readDiversion(one) {
    return one && typeof one === 'object' && typeof one.airport === 'string' ? { airport: one.airport, known: knowns.includes(one.known) ? one.known : 'unknown', ...spanOf(one) } : null;
}

function readStop(stop) {
    return { ...stop, known: knowns.includes(stop.known) ? stop.known : 'unknown', arrival: spanOf(stop.arrival), departure: spanOf(stop.departure) };
}

function readGap(gap) {
    return {
        ...gap, id: String(gap.id), from: gap.from ?? null, to: gap.to ?? null,
        hypotheses: readStories(gap.hypotheses), verdict: gap.verdict && typeof gap.verdict === 'object' ? readVerdict(gap.verdict) : null,
    };
}

/** What may have happened in a silence, likeliest first. */
export function readStories(stories) {
    return entries(stories).map((one) => ({ ...one, landing: readEnd(one.landing), takeoff: readEnd(one.takeoff) })).sort((one, other) => other.probability - one.probability);
}

function readVerdict(verdict) {
    return { ...verdict, earlier: entries(verdict.earlier), cells: entries(verdict.cells).map((cell) => ({ ...cell, ...spanOf(cell), looks: entries(cell.looks).map((look) => ({ ...look, standing: kebab(look.standing) })) })) };
}

/**
 * Legs, stops and silences in one column, newest first: `{kind: 'leg'|'stop'|'gap', time, of}`. A silence inside a leg stands with its leg
 * (`gaps`, newest first), any other alone.
 */
export function columnOf(log) {
    const inside = new Set();
    const items = log.legs.map((leg) => {
        const gaps = leg.gaps.map((place) => log.gaps[place]).filter(Boolean).sort((one, other) => beginOf(other) - beginOf(one));
        for (const gap of gaps) inside.add(gap);
        return { kind: 'leg', time: beginOfLeg(leg), of: leg, gaps };
    });
    for (const stop of log.stops) items.push({ kind: 'stop', time: firstOf(stop.arrival.earliest, stop.arrival.latest, stop.departure.earliest, stop.departure.latest), of: stop });
    for (const gap of log.gaps) if (!inside.has(gap)) items.push({ kind: 'gap', time: beginOf(gap), of: gap });
    // What begins at the same moment: the leg before the stop that it ends in.
    return items.filter((item) => item.time !== null).sort((one, other) => other.time - one.time || rank(other) - rank(one));
}

/** When a leg began, as near as can be told, seconds. */
export function beginOfLeg(leg) {
    const ofName = Number(leg.id.split('-').at(-1)) / 1000;
    return firstOf(leg.takeoff.heard, leg.takeoff.earliest, leg.takeoff.latest, Number.isFinite(ofName) ? ofName : null, leg.landing?.earliest);
}

/** The time for which the path of a leg is asked, ten minutes more on both sides; seconds. */
export function pathTime(log, leg) {
    const { takeoff, landing } = leg;
    // An end that is only known within hours says little of where the path begins: what was heard does.
    const begin = takeoff.known === 'observed' ? firstOf(takeoff.earliest, takeoff.heard) : firstOf(takeoff.heard, beginOfLeg(leg));
    const end = landing?.known === 'observed' ? firstOf(landing.latest, landing.heard) : firstOf(landing?.heard, landing?.latest, log.heardTo, log.to);
    const from = Math.floor((begin ?? log.from) - 600);
    return { from, to: Math.max(from + 1, Math.ceil((end ?? log.to) + 600)) };
}

/** The leg in which an aircraft may still be: the newest, where it has no landing. */
export function openLeg(log) {
    const newest = log.legs.reduce((best, leg) => (best === null || beginOfLeg(leg) > beginOfLeg(best) ? leg : best), null);
    return newest && newest.landing === null ? newest : null;
}

const columns = [
    'realm', 'hex', 'registration', 'type', 'kind', 'id', 'callsigns', 'begin_known', 'begin_earliest', 'begin_latest', 'begin_airports', 'begin_runway',
    'end_known', 'end_earliest', 'end_latest', 'end_airports', 'end_runway', 'notes', 'gap_seconds', 'hypotheses', 'verdict', 'off_at_least', 'passes', 'receivers', 'licences', 'credits',
];

/** The log as comma-separated values, oldest first: times ISO 8601 in UTC, what is not known empty. Every field that a spreadsheet could run is disarmed. */
export function csvOf(log) {
    const { basis } = log;
    const whose = {
        realm: basis.realm ?? '', hex: text(log.hex) ?? '', registration: text(log.registration) ?? '', type: text(log.type) ?? '',
        licences: basis.licences.join(' '), credits: basis.credits.join('; '),
    };
    const rows = columnOf(log).reverse().flatMap((item) => [item, ...[...(item.gaps ?? [])].reverse().map((gap) => ({ kind: 'gap', of: gap }))])
        .map((item) => ({ ...rowOf(item), ...whose }));
    return [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))].map((cells) => cells.map(cellText).join(',')).join('\r\n') + '\r\n';
}

function rowOf({ kind, of }) {
    if (kind === 'leg') {
        return {
            kind, id: of.id, callsigns: of.callsigns.join(' '), ...endCells('begin', of.takeoff), ...endCells('end', of.landing),
            notes: [...of.notes.map((note) => `${note.kind}${note.airport ? ` ${note.airport}` : ''}`), ...of.diversion ? [`diverted ${of.diversion.airport}`] : []].join('; '),
        };
    }
    if (kind === 'stop') {
        return {
            kind: of.kind === 'stop' ? kind : `${kind} (${of.kind})`, begin_known: of.known, ...spanCells('begin', of.arrival), begin_airports: of.airport,
            end_known: of.known, ...spanCells('end', of.departure), end_airports: of.airport,
        };
    }
    const { verdict } = of;
    return {
        kind, id: of.id, ...spanCells('begin', { earliest: of.from?.time, latest: of.from?.time }), begin_known: 'observed', begin_airports: of.from?.airport,
        ...(of.to ? { ...spanCells('end', { earliest: of.to.time, latest: of.to.time }), end_known: 'observed', end_airports: of.to.airport } : {}), gap_seconds: of.seconds,
        hypotheses: of.hypotheses.map((one) => `${one.story}${one.airport ? ` ${one.airport}` : ''} ${one.probability}`).join('; '),
        ...(verdict ? { verdict: verdict.class, off_at_least: verdict.class === 'landed' ? '' : verdict.offAtLeast, passes: verdict.passes, receivers: verdict.listeners } : {}),
    };
}

function endCells(name, end) {
    if (!end) return {};
    return {
        [`${name}_known`]: end.known, ...spanCells(name, end), [`${name}_runway`]: end.runway,
        [`${name}_airports`]: end.airports.map((one) => `${one.id} ${one.probability}`).join('; '),
    };
}

function spanCells(name, span) {
    return { [`${name}_earliest`]: isoText(span.earliest), [`${name}_latest`]: isoText(span.latest) };
}

function isoText(time) {
    return Number.isFinite(time) && Math.abs(time) < 8.64e12 ? new Date(time * 1000).toISOString() : '';
}

function cellText(value) {
    const plain = String(value);
    const armed = typeof value === 'string' && /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
    return /[",\r\n]/.test(armed) ? `"${armed.replaceAll('"', '""')}"` : armed;
}

function beginOf(gap) {
    return firstOf(gap.from?.time, gap.to?.time);
}

// One word whichever way it is written: `tooFew`, `too-few`.
function kebab(word) {
    return String(word ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function rank(item) {
    return { leg: 0, gap: 1, stop: 2 }[item.kind];
}

function firstOf(...values) {
    return values.find((value) => Number.isFinite(value)) ?? null;
}

function spanOf(span) {
    return { earliest: seconds(span?.earliest), latest: seconds(span?.latest) };
}

function seconds(value) {
    return Number.isFinite(value) ? value : null;
}

function text(value) {
    return typeof value === 'string' && value !== '' ? value : null;
}

function entries(list, kind = 'object') {
    return Array.isArray(list) ? list.filter((one) => one !== null && typeof one === kind).slice(0, most) : [];
}
