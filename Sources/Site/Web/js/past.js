// Paths of the past as `/api/v1/history/replay` gives them, and where an aircraft was at an instant. Pure and total: what is not of that
// form is passed over.
import { addressOf, unknown } from './frames.js';
import { flag } from './sky.js';
import { pointFlag } from './trail.js';

/** How long a last position still counts, ms. */
const hold = 30_000;
/** Silence between two answers that is a gap, ms; inside one the server marks it. */
const gap = 120_000;
const mostPoints = 400_000;

/** Reads an answer; `null` when it is none. Times in ms, degrees in millionths, other values as the live stream has them. */
export function readReplay(document) {
    const from = document?.from * 1000;
    const to = document?.to * 1000;
    if (!Number.isFinite(from) || !Number.isFinite(to) || to <= from || !Array.isArray(document.aircraft)) return null;
    const spacing = Number.isFinite(document.spacing) ? document.spacing * 1000 : 0;
    const made = { from, to, spacing, basis: readBasis(document), paths: new Map(), names: [], points: 0 };
    for (const one of document.aircraft) {
        const address = addressOf(one?.hex);
        const path = address === null || made.points > mostPoints ? null : readPath(one, from);
        if (!path) continue;
        made.paths.set(address, path);
        made.points += path.count;
        made.names.push({ address, ...Object.fromEntries(['callsign', 'registration', 'category', 'squawk'].map((key) => [key, text(one[key])])) });
    }
    return made;
}

/** What an answer rests on. */
export function readBasis(document) {
    const list = (value) => (Array.isArray(value) ? value.filter((one) => typeof one === 'string').slice(0, 50) : []);
    const count = (value) => (Number.isInteger(value) && value > 0 ? value : 0);
    return {
        credits: list(document?.credits), licences: list(document?.licences), incompleteDays: list(document?.incompleteDays),
        damagedChunks: count(document?.damagedChunks), withheld: count(document?.withheld),
    };
}

/** What several answers rest on together. */
export function joinBases(bases) {
    const all = (name) => [...new Set(bases.flatMap((one) => one[name]))];
    const most = (name) => Math.max(0, ...bases.map((one) => one[name]));
    return {
        credits: all('credits'), licences: all('licences'), incompleteDays: all('incompleteDays'),
        damagedChunks: most('damagedChunks'), withheld: most('withheld'),
    };
}

function readPath(one, from) {
    const count = Array.isArray(one.time) ? one.time.length : 0;
    const keys = ['latitude', 'longitude', 'altitude', 'groundSpeed', 'track', 'verticalRate', 'source', 'flags'];
    if (!count || keys.some((key) => !Array.isArray(one[key]) || one[key].length !== count)) return null;
    const path = {
        count, at: 0, before: null, after: null,
        time: new Float64Array(count), latitude: new Int32Array(count), longitude: new Int32Array(count),
        altitude: new Int16Array(count), speed: new Uint16Array(count), track: new Uint16Array(count), rate: new Int16Array(count),
        source: new Uint8Array(count), flags: new Uint8Array(count),
    };
    let [time, latitude, longitude] = [0, 0, 0];
    for (let i = 0; i < count; i++) {
        time += one.time[i];
        latitude += one.latitude[i];
        longitude += one.longitude[i];
        if (!Number.isFinite(time) || i && one.time[i] < 0 || !(Math.abs(latitude) <= 9e6) || !(Math.abs(longitude) <= 18e6)) return null;
        path.time[i] = from + time * 100;
        path.latitude[i] = latitude * 10;
        path.longitude[i] = longitude * 10;
        path.altitude[i] = one.altitude[i] ?? unknown.i16;
        path.speed[i] = one.groundSpeed[i] ?? unknown.u16;
        path.track[i] = one.track[i] === null ? unknown.u16 : Math.min(65_534, one.track[i] / 3600 * 65_536);
        path.rate[i] = one.verticalRate[i] ?? unknown.i16;
        path.source[i] = one.source[i];
        path.flags[i] = one.flags[i];
    }
    return path;
}

/** Joins two answers that follow each other, so that paths go on from one to the next; over a silence they do not. */
export function joinPaths(earlier, later) {
    const most = Math.max(gap, 2 * Math.max(earlier.spacing, later.spacing));
    for (const [address, path] of earlier.paths) {
        // One that was silent for the whole of the earlier answer goes on from where it was before.
        const before = path.count ? path : path.before;
        const last = before.count - 1;
        const after = later.paths.get(address);
        if (!after) {
            // Heard shortly before the border, and not after it.
            if (later.from - before.time[last] < hold) later.paths.set(address, { time: nothing, count: 0, at: 0, before, after: null });
            continue;
        }
        if (after.count && (after.flags[0] & pointFlag.gap || after.time[0] - before.time[last] > most)) continue;
        before.after = after;
        after.before = before;
    }
}

const nothing = new Float64Array(0);

/**
 * Where the aircraft of a path was at a time: writes into `out` and returns true, or false when it was not heard then.
 * - Parameter out: `{latitude, longitude, altitude, speed, track, rate, flags, age}`, units of the live stream, age in ms.
 */
export function sample(path, time, out) {
    const { time: times, count } = path;
    // Time goes on mostly by little: from where it was last.
    let at = Math.min(path.at, count);
    while (at > 0 && times[at - 1] > time) at--;
    while (at < count && times[at] <= time) at++;
    path.at = at;
    const [from, i] = at > 0 ? [path, at - 1] : path.before?.count ? [path.before, path.before.count - 1] : [null, 0];
    if (!from) return false;
    const [to, j] = at < count ? [path, at] : path.after?.count ? [path.after, 0] : [null, 0];
    const since = time - from.time[i];
    out.latitude = from.latitude[i];
    out.longitude = from.longitude[i];
    out.age = 0;
    if (to && !(to.flags[j] & pointFlag.gap)) {
        const share = since / Math.max(1, to.time[j] - from.time[i]);
        out.latitude += Math.round((to.latitude[j] - from.latitude[i]) * share);
        out.longitude = turned(out.longitude + Math.round(turned(to.longitude[j] - from.longitude[i]) * share));
    } else {
        if (since > hold) return false;
        out.age = since;
    }
    out.altitude = from.altitude[i];
    out.speed = from.speed[i];
    out.track = from.track[i];
    out.rate = from.rate[i];
    const bits = from.flags[i];
    out.flags = from.source[i] & 15 | (bits & pointFlag.ground ? flag.airGroundKnown | flag.onGround : 0)
        | (bits & pointFlag.doubtful ? flag.doubtful : 0) | (bits & 16 ? flag.geometric : 0);
    return true;
}

/** Rows `[time, latitude, longitude, altitude, flags]` of an aircraft's history, as a trail has them; those without a position are left out. */
export function trailRows(document) {
    const { time, latitude, longitude, altitude, flags } = document?.columns ?? {};
    if (![time, latitude, longitude, altitude, flags].every(Array.isArray)) return [];
    const rows = [];
    for (let i = 0; i < time.length; i++) {
        if (Number.isFinite(latitude[i]) && Number.isFinite(longitude[i])) rows.push([time[i], latitude[i], longitude[i], altitude[i], flags[i]]);
    }
    return rows;
}

function turned(longitude) {
    if (longitude > 180e6) return longitude - 360e6;
    if (longitude < -180e6) return longitude + 360e6;
    return longitude;
}

function text(value) {
    return typeof value === 'string' && value !== '' ? value.slice(0, 40) : null;
}
