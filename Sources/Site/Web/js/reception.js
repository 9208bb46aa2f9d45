// What a source received, as the receiver's page reads it, and where it stands in pictures. Pure; nothing throws.
import { niceTicks } from './profile.js';

export const kinds = ['squitter', 'surveillance', 'comm-b', 'all-call', 'air-air', 'uat', 'report', 'other'];
export const sectorCount = 36;
const levelCount = 60;
const lengths = { hour: [60, 60], day: [900, 96] };
const counts = ['messages', 'aircraft', 'positioned', 'repaired', 'refused', 'dropped', 'samples', 'lostSamples', 'clippedSamples'];
const measures = ['messagesPerSecond', 'farthestKilometres', 'noiseDBFS', 'noiseHighestDBFS', 'gainDecibels', 'gainStep'];

/** Reads a document: `slots` has a place for each minute or quarter of the span, `null` where the source was not open; `null` for what is none. */
export function readReception(document) {
    const [length, count] = lengths[document?.span] ?? [];
    if (!length || !Number.isFinite(document.from) || !Number.isFinite(document.to) || !Array.isArray(document.slots)) return null;
    const slots = new Array(count).fill(null);
    for (const slot of document.slots) {
        const place = Math.round((slot?.from - document.from) / length);
        if (place >= 0 && place < count) slots[place] = readSlot(slot);
    }
    return {
        id: String(document.id ?? ''), name: String(document.name ?? ''), span: document.span, length, from: document.from, to: document.to, until: document.from + length * count,
        isSimulated: document.simulated === true, hasRadio: document.hasRadio === true, isCounted: document.counted !== false, slots,
        farthest: listOf(document.farthestKilometres, sectorCount), levels: listOf(document.levels, levelCount),
    };
}

function readSlot(slot) {
    const read = { from: slot.from, watched: positive(slot.watchedSeconds) ?? 0, kinds: {} };
    for (const name of counts) read[name] = positive(slot[name]);
    for (const name of measures) read[name] = Number.isFinite(slot[name]) ? slot[name] : null;
    for (const kind of kinds) read.kinds[kind] = positive(slot.kinds?.[kind]) ?? 0;
    return read;
}

function listOf(list, count) {
    if (!Array.isArray(list) || list.length !== count) return null;
    return list.map((one) => positive(one));
}

function positive(value) {
    return Number.isFinite(value) && value >= 0 ? value : null;
}

/** A count of a slot for each second in which the source was open; `null` where that is not known. */
export function perSecond(slot, name) {
    return slot && slot.watched >= 1 && slot[name] !== null ? slot[name] / slot.watched : null;
}

/** The share of a slot's samples that stood at the end of their range, or were lost; `null` without samples. */
export function shareOfSamples(slot, name) {
    if (!slot || !slot.samples) return null;
    const all = name === 'lostSamples' ? slot.samples + (slot.lostSamples ?? 0) : slot.samples;
    return (slot[name] ?? 0) / all;
}

/** The newest slot that says something of now: at least ten seconds of it are over, unless there is no other. */
export function newest(report) {
    const open = report.slots.filter(Boolean);
    return open.findLast((slot) => slot.watched >= 10) ?? open.at(-1) ?? null;
}

/** Messages of the whole span by kind, the most first: `[{kind, count, share}]`. */
export function byKind(report) {
    const sums = kinds.map((kind) => ({ kind, count: report.slots.reduce((sum, slot) => sum + (slot?.kinds[kind] ?? 0), 0) }));
    const all = sums.reduce((sum, one) => sum + one.count, 0);
    return sums.filter((one) => one.count > 0).map((one) => ({ ...one, share: one.count / all })).sort((a, b) => b.count - a.count);
}

/** Mean, highest and last of what is known among values; `null` where nothing is. */
export function spread(values) {
    const known = values.filter((value) => value !== null);
    if (!known.length) return null;
    return { mean: known.reduce((sum, one) => sum + one, 0) / known.length, lowest: Math.min(...known), highest: Math.max(...known), last: known.at(-1) };
}

/** Bars of values, `null` for none, in a box: `{bars: [{index, x, y, width, height}], ticks: [{value, y}]}`. */
export function bars(values, { width, height, least = 1 }) {
    const ticks = niceTicks(Math.max(least, spread(values)?.highest ?? 0));
    const top = ticks.at(-1);
    const step = width / values.length;
    const gap = Math.min(2, step / 5);
    const drawn = [];
    values.forEach((value, index) => {
        if (value === null) return;
        const tall = round(value / top * height);
        drawn.push({ index, x: round(index * step + gap / 2), y: round(height - tall), width: round(step - gap), height: tall });
    });
    return { bars: drawn, ticks: ticks.map((value) => ({ value, y: round(height - value / top * height) })) };
}

/** The digits behind the point that tell ticks apart: what stands beside a line is its value, and no half is written as a whole. */
export function digitsOf(ticks) {
    return Math.max(0, ...ticks.map(({ value }) => Number.isInteger(value) ? 0 : Math.abs(value * 10 - Math.round(value * 10)) < 1e-6 ? 1 : 2));
}

/** Of what is counted there are no halves. */
export function wholeTicks(ticks) {
    return ticks.filter(({ value }) => Number.isInteger(value));
}

/** Round bounds that hold all values, for levels, which are below zero: `{low, high, ticks}`. */
export function levelScale(values, step = 10) {
    const known = spread(values);
    const high = Math.ceil(((known?.highest ?? -step) + 0.001) / step) * step;
    const low = Math.min(high - 2 * step, Math.floor(((known?.lowest ?? high) - 0.001) / step) * step);
    const ticks = [];
    for (let value = low; value <= high; value += step) ticks.push(value);
    return { low, high, ticks };
}

/** A line of values as path data; it breaks at `null`. */
export function line(values, { width, height, low, high }) {
    const paths = [];
    let path = [];
    const end = () => {
        // One value between two silences is a point, not nothing.
        if (path.length === 1) path.push('h0.1');
        if (path.length) paths.push(path.join(''));
        path = [];
    };
    values.forEach((value, index) => {
        if (value === null) return end();
        path.push(`${path.length ? 'L' : 'M'}${round((index + 0.5) / values.length * width)} ${round((high - value) / (high - low) * height)}`);
    });
    end();
    return paths;
}

/** Rings about a receiver, in the reader's unit: `[{value, radius}]`, the last the outermost. `farthest`: kilometres; `factor`: kilometres to the unit. */
export function rings(farthest, { radius, factor = 1 }) {
    const ticks = niceTicks(Math.max(10, ...farthest.map((one) => one ?? 0)) * factor).slice(1);
    return ticks.map((value) => ({ value, radius: round(value / ticks.at(-1) * radius) }));
}

/** Sectors about the middle as one path; the first begins at north, and they go with the clock. `top`: kilometres at `radius`. */
export function sectors(farthest, { radius, top }) {
    const at = (reach, sector) => {
        const angle = sector / farthest.length * 2 * Math.PI;
        return `${round(reach * Math.sin(angle))} ${round(-reach * Math.cos(angle))}`;
    };
    return farthest.map((one, sector) => {
        if (!one) return '';
        const reach = Math.min(radius, one / top * radius);
        return `M0 0L${at(reach, sector)}A${round(reach)} ${round(reach)} 0 0 1 ${at(reach, sector + 1)}Z`;
    }).join('');
}

/** The levels that are worth showing, loudest last: `[{level, count}]` from ten below the quietest that came, at the least from -40 dBFS up. */
export function levelRows(levels) {
    const last = levels.findLastIndex((count) => count > 0);
    const shown = levels.slice(0, Math.max(40, last + 1));
    return shown.map((count, place) => ({ level: -1 - place, count: count ?? 0 })).reverse();
}

function round(value) {
    return Math.round(value * 10) / 10;
}
