// The pictures of the receiver's page (SVG), each with what it says in words.
import { drawn, element } from './dom.js';
import { number, t } from './language.js';
import { timeTicks } from './profile.js';
import { timeMode, units } from './preferences.js';
import { bars, digitsOf, levelScale, line, rings, sectors, wholeTicks } from './reception.js';
import { clockTime } from './time.js';
import { unitName } from './units.js';

const left = 46;
const right = 8;
const top = 12;
const foot = 34;

/** A picture with its heading and its words. `word`: that the data are simulated, or `null`. */
export function figure(id, title, summary, picture, ...more) {
    return element('section', { class: 'chart', id, 'aria-labelledby': `${id}-title` }, element('h2', { id: `${id}-title`, text: title }), picture, element('p', { class: 'soft summary', text: summary }), ...more);
}

function text(words, attributes) {
    return drawn('text', attributes, document.createTextNode(words));
}

// The word stands before everything else in the picture.
function sheet(width, height, label, word, ...parts) {
    const picture = drawn('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label }, ...parts);
    if (word) picture.append(text(word, { class: 'stamp', x: width / 2, y: height / 2, 'font-size': Math.min(30, width / 12) }));
    return picture;
}

function axes(group, ticks, inner, digits) {
    const needed = Math.max(digits, digitsOf(ticks));
    for (const tick of ticks) group.append(drawn('line', { class: 'grid', x1: 0, x2: inner, y1: tick.y, y2: tick.y }), text(number(tick.value, needed), { class: 'tick end', x: -6, y: tick.y + 4 }));
}

// The zone stands once, below.
function timeAxis(report, inner, height) {
    const offset = timeMode() === 'local' ? -new Date(report.from * 1000).getTimezoneOffset() * 60 : 0;
    const group = drawn('g', { transform: `translate(${left} ${top + height + 15})` });
    for (const tick of timeTicks({ from: report.from, to: report.until, width: inner, offset, room: 56 })) group.append(text(clockTime(tick.time * 1000, timeMode(), { seconds: false }).replace(/\s\S+$/, ''), { class: 'tick middle', x: tick.x, y: 0 }));
    group.append(text(timeMode() === 'local' ? t('tool.time.local') : t('tool.time.utc'), { class: 'tick end', x: inner, y: 14 }));
    return group;
}

// Where the source was not open nothing is drawn but this.
function closed(report, inner, height) {
    const step = inner / report.slots.length;
    return report.slots.map((slot, index) => slot ? null : drawn('rect', { class: 'closed', x: index * step, y: 0, width: step, height })).filter(Boolean);
}

/** Bars over time, one series upon the other: the later ones stand before the earlier. `series`: `[[class, values]]`; `isWhole`: of what is counted there are no halves. */
export function barChart(report, series, { width, height = 130, label, word, digits = 0, least = 1, isWhole = false }) {
    const inner = width - left - right;
    const group = drawn('g', { transform: `translate(${left} ${top})` });
    const highest = Math.max(least, ...series.flatMap(([, values]) => values.map((value) => value ?? 0)));
    const first = bars(series[0][1], { width: inner, height, least: highest });
    group.append(...closed(report, inner, height));
    axes(group, isWhole ? wholeTicks(first.ticks) : first.ticks, inner, digits);
    for (const [name, values] of series) {
        for (const bar of bars(values, { width: inner, height, least: highest }).bars) group.append(drawn('rect', { class: `pillar ${name}`, x: bar.x, y: bar.y, width: bar.width, height: bar.height }));
    }
    return sheet(width, height + top + foot, label, word, group, timeAxis(report, inner, height));
}

/** Lines over time, for levels. `series`: `[[class, values]]`. */
export function lineChart(report, series, { width, height = 130, label, word }) {
    const inner = width - left - right;
    const group = drawn('g', { transform: `translate(${left} ${top})` });
    const { low, high, ticks } = levelScale(series.flatMap(([, values]) => values));
    group.append(...closed(report, inner, height));
    axes(group, ticks.map((value) => ({ value, y: (high - value) / (high - low) * height })), inner, 0);
    for (const [name, values] of series) for (const path of line(values, { width: inner, height, low, high })) group.append(drawn('path', { class: `line ${name}`, d: path }));
    return sheet(width, height + top + foot, label, word, group, timeAxis(report, inner, height));
}

/** Range by bearing: the day's outline, the hour before it. `hour`, `day`: kilometres by sector, or `null`. */
export function rangeChart({ hour, day }, { width, label, word }) {
    const size = Math.min(width, 440);
    const radius = size / 2 - 34;
    const group = drawn('g', { transform: `translate(${size / 2} ${size / 2})` });
    const factor = units() === 'metric' ? 1 : 1 / 1.852;
    const circles = rings([...(hour ?? []), ...(day ?? [])], { radius, factor });
    const reach = { radius, top: circles.at(-1).value / factor };
    if (day) group.append(drawn('path', { class: 'sector day', d: sectors(day, reach) }));
    if (hour) group.append(drawn('path', { class: 'sector hour', d: sectors(hour, reach) }));
    for (let degrees = 0; degrees < 360; degrees += 30) {
        const [x, y] = [Math.sin(degrees * Math.PI / 180), -Math.cos(degrees * Math.PI / 180)];
        group.append(drawn('line', { class: 'grid', x1: 0, y1: 0, x2: x * radius, y2: y * radius }), text(degrees % 90 ? String(degrees).padStart(3, '0') : t(`receiver.bearing.${degrees}`), { class: degrees % 90 ? 'tick middle' : 'tick middle main', x: x * (radius + 17), y: y * (radius + 17) + 4 }));
    }
    for (const ring of circles) group.append(drawn('circle', { class: 'grid', r: ring.radius, cx: 0, cy: 0 }));
    // Between the spokes, so that no figure is struck through.
    for (const ring of circles) group.append(text(`${number(ring.value, ring.value % 1 ? 1 : 0)}${ring === circles.at(-1) ? `\u00a0${unitName('distance', units())}` : ''}`, { class: 'tick middle ring', x: ring.radius * Math.sin(Math.PI / 12), y: -ring.radius * Math.cos(Math.PI / 12) + 4 }));
    return sheet(size, size, label, word, group);
}

/** Messages by level, the quietest first. `rows`: `[{level, count}]`. */
export function levelChart(rows, { width, height = 150, label, word }) {
    const inner = width - left - right;
    const group = drawn('g', { transform: `translate(${left} ${top})` });
    const made = bars(rows.map((row) => row.count), { width: inner, height });
    axes(group, made.ticks, inner, 0);
    for (const bar of made.bars) group.append(drawn('rect', { class: rows[bar.index].level >= -3 ? 'pillar loud' : 'pillar', x: bar.x, y: bar.y, width: bar.width, height: bar.height }));
    const axis = drawn('g', { transform: `translate(${left} ${top + height + 15})` });
    const step = inner / rows.length;
    rows.forEach((row, index) => {
        if (row.level % 10 === 0) axis.append(text(number(row.level), { class: 'tick middle', x: index * step, y: 0 }));
    });
    axis.append(text(t('unit.dbfs'), { class: 'tick end', x: inner, y: 14 }));
    return sheet(width, height + top + foot, label, word, group, axis);
}
