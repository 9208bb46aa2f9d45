// The profile of a flight: altitude and ground speed over time, as lines that break where nothing was heard. Pure.
import { pointFlag } from './trail.js';

const silence = 120;
const timeSteps = [60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800];

/** Rows `[time, latitude, longitude, altitude, flags, speed]` of an aircraft's history, oldest first: as a trail has them, and the speed. */
export function pathRows(document) {
    const { time, latitude, longitude, altitude, flags, groundSpeed } = document?.columns ?? {};
    if (![time, latitude, longitude, altitude, flags].every(Array.isArray)) return [];
    const rows = [];
    for (let i = 0; i < time.length; i++) {
        if (!Number.isFinite(time[i]) || !Number.isFinite(latitude[i]) || !Number.isFinite(longitude[i])) continue;
        rows.push([time[i], latitude[i], longitude[i], finite(altitude[i]), flags[i] | 0, finite(groundSpeed?.[i])]);
    }
    return rows;
}

/** Whether nothing was heard between a row and the one before it. */
export function breaksBefore(rows, i) {
    return i > 0 && ((rows[i][4] & pointFlag.gap) !== 0 || rows[i][0] - rows[i - 1][0] > silence);
}

/** The silences between rows: `[{from, to}]`, seconds. */
export function silences(rows) {
    const found = [];
    for (let i = 1; i < rows.length; i++) if (breaksBefore(rows, i)) found.push({ from: rows[i - 1][0], to: rows[i][0] });
    return found;
}

/**
 * One quantity as lines in a box: `{paths, hollow, top, ticks}`; `paths` are SVG path data, `hollow` points that are doubtful, `ticks` values with
 * their heights, round in the reader's unit.
 * - Parameter value: gives a row's value in base units, or `null`. `factor`: base units to the reader's.
 */
export function series(rows, value, { from, to, width, height, factor = 1 }) {
    const known = rows.filter((row) => value(row) !== null && !(row[4] & pointFlag.doubtful)).map(value);
    const ticks = niceTicks(Math.max(1, known.reduce((high, one) => Math.max(high, one), 0)) * factor);
    const low = Math.min(0, known.reduce((least, one) => Math.min(least, one), 0)) * factor;
    const top = ticks.at(-1);
    const toX = (time) => (time - from) / Math.max(1, to - from) * width;
    const toY = (shown) => height - (shown - low) / Math.max(1e-9, top - low) * height;
    const paths = [];
    const hollow = [];
    let line = [];
    const end = () => {
        // A single point between two silences is a point, not nothing.
        if (line.length === 1) line.push([line[0][0] + 0.01, line[0][1]]);
        if (line.length) paths.push(thinned(line).map(([x, y], place) => `${place ? 'L' : 'M'}${round(x)} ${round(y)}`).join(''));
        line = [];
    };
    rows.forEach((row, i) => {
        if (breaksBefore(rows, i)) end();
        const one = value(row);
        if (row[4] & pointFlag.doubtful) return one === null ? undefined : void hollow.push([round(toX(row[0])), round(toY(one * factor))]);
        if (one === null) return end();
        line.push([toX(row[0]), toY(one * factor)]);
    });
    end();
    return { paths, hollow, top, ticks: ticks.map((tick) => ({ value: tick, y: round(toY(tick)) })) };
}

/** Moments of a time axis, round in the reader's clock: `[{time, x}]`. `offset`: seconds that clock is ahead of UTC. */
export function timeTicks({ from, to, width, offset = 0, room = 90 }) {
    const most = Math.max(1, Math.floor(width / room));
    const step = timeSteps.find((one) => (to - from) / one <= most) ?? timeSteps.at(-1);
    const ticks = [];
    for (let time = Math.ceil((from + offset) / step) * step - offset; time <= to; time += step) ticks.push({ time, x: round((time - from) / Math.max(1, to - from) * width) });
    return ticks;
}

/** Where shaded silences stand: `[{x, width}]`. */
export function shades(gaps, { from, to, width }) {
    const toX = (time) => Math.max(0, Math.min(width, (time - from) / Math.max(1, to - from) * width));
    return gaps.map((gap) => ({ x: round(toX(gap.from)), width: round(Math.max(1, toX(gap.to) - toX(gap.from))) })).filter((one) => one.x < width);
}

/** The row that stands for a moment: the last at or before it, or `null` where nothing was heard then. */
export function rowAt(rows, time) {
    let [low, high] = [0, rows.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (rows[middle][0] <= time) low = middle + 1;
        else high = middle;
    }
    if (low === 0) return null;
    const row = rows[low - 1];
    const isSilent = low < rows.length ? breaksBefore(rows, low) && time - row[0] > 30 : time - row[0] > 30;
    return isSilent ? null : row;
}

/** The same as lines of a table: `{time, row}` at even steps, and `{from, to}` for each silence; about `most` lines and the silences. */
export function tableLines(rows, most = 40) {
    if (!rows.length) return [];
    const [first, last] = [rows[0][0], rows.at(-1)[0]];
    const step = timeSteps.find((one) => (last - first) / one <= most) ?? timeSteps.at(-1);
    const lines = [];
    let next = -Infinity;
    rows.forEach((row, i) => {
        if (breaksBefore(rows, i)) {
            lines.push({ from: rows[i - 1][0], to: row[0] });
            next = -Infinity;
        }
        if (row[4] & pointFlag.doubtful) return;
        if (row[0] < next && i !== rows.length - 1) return;
        lines.push({ time: row[0], row });
        next = Math.floor(row[0] / step) * step + step;
    });
    return lines;
}

/** Even, round steps from 0 to at least a value; three to six of them. */
export function niceTicks(highest) {
    const raw = highest / 4;
    const power = 10 ** Math.floor(Math.log10(raw));
    const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= raw);
    const ticks = [];
    for (let value = 0; ; value += step) {
        ticks.push(Math.round(value * 1000) / 1000);
        if (value >= highest) return ticks;
    }
}

// At most first, lowest, highest and last of each pixel's column: a line of many thousand points draws the same.
function thinned(line) {
    if (line.length < 500) return line;
    const kept = [];
    let column = [];
    const flush = () => {
        if (!column.length) return;
        const heights = column.map(([, y]) => y);
        const places = new Set([0, column.length - 1, heights.indexOf(Math.min(...heights)), heights.indexOf(Math.max(...heights))]);
        for (const place of [...places].sort((a, b) => a - b)) kept.push(column[place]);
        column = [];
    };
    for (const point of line) {
        if (column.length && Math.floor(point[0]) !== Math.floor(column[0][0])) flush();
        column.push(point);
    }
    flush();
    return kept;
}

function finite(value) {
    return Number.isFinite(value) ? value : null;
}

function round(value) {
    return Math.round(value * 10) / 10;
}
