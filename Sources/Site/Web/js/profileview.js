// The profile of a flight as a picture (SVG), with a reading of any moment and a table that says the same.
import { element, setText } from './dom.js';
import { number, t } from './language.js';
import { rowAt, series, shades, silences, tableLines, timeTicks } from './profile.js';
import { timeMode, units } from './preferences.js';
import { pointFlag } from './trail.js';
import { clockTime, spanText } from './time.js';
import { fromBase, unitName, withUnit } from './units.js';

const left = 52;
const right = 10;
const heights = { altitude: 150, speed: 90 };
const gapBetween = 40;
const quantities = [
    ['altitude', (row) => row[3], { aviation: 1, metric: 0.3048 }],
    ['speed', (row) => row[5], { aviation: 1, metric: 1.852 }],
];

/**
 * The profile of rows between two times.
 * - Parameter options: `from`, `to` in seconds; `word` that says the data are simulated, or `null`; `onmoment` is given the row that is read, or `null`.
 */
export function profileView(rows, { from, to, word, onmoment }) {
    const node = element('section', { class: 'profile', 'aria-labelledby': 'profile-title' }, element('h3', { id: 'profile-title', text: t('profile.title') }));
    if (!rows.length) {
        node.append(element('p', { class: 'soft', text: t('profile.none') }));
        return node;
    }
    const frame = element('div', { class: 'frame' });
    const reading = element('output', { class: 'reading', for: 'profile-moment' });
    const slider = element('input', { type: 'range', id: 'profile-moment', min: String(Math.ceil(from)), max: String(Math.max(Math.ceil(from), Math.floor(to))), step: '1', value: String(Math.ceil(from)), 'aria-label': t('profile.moment') });
    let cursor = () => {};
    let drawn = 0;
    const read = () => {
        const time = Number(slider.value);
        const row = rowAt(rows, time);
        const text = readingText(time, row);
        setText(reading, text);
        slider.setAttribute('aria-valuetext', text);
        cursor(time);
        onmoment(row);
    };
    slider.addEventListener('input', read);
    const draw = () => {
        const width = Math.max(240, Math.round(frame.clientWidth || 600));
        if (drawn === width) return;
        drawn = width;
        const painted = paint(rows, { from, to, width, word });
        ({ cursor } = painted);
        frame.replaceChildren(painted.picture);
        cursor(Number(slider.value));
    };
    const moveTo = (event) => {
        const box = frame.getBoundingClientRect();
        slider.value = String(Math.round(from + (event.clientX - box.left - left) / Math.max(1, box.width - left - right) * (to - from)));
        read();
    };
    frame.addEventListener('pointerdown', moveTo);
    frame.addEventListener('pointermove', moveTo);
    new ResizeObserver(draw).observe(frame);
    node.append(frame, slider, reading, tableOf(rows));
    read();
    return node;
}

function readingText(time, row) {
    const when = clockTime(time * 1000, timeMode());
    if (!row) return t('profile.silent', { when });
    const height = row[4] & pointFlag.ground ? t('state.ground') : row[3] === null ? t('legend.unknown') : withUnit('altitude', row[3], units());
    const speed = row[5] === null ? null : withUnit('speed', row[5], units());
    return [when, height, speed, row[4] & pointFlag.doubtful ? t('state.doubtful') : null, row[4] & pointFlag.computed ? t('profile.computed') : null].filter(Boolean).join(' \u00b7 ');
}

// Of the kind that the brand's drawing in the page is.
function svg(tag, attributes = {}, ...children) {
    const made = document.createElementNS(document.querySelector('.brand svg').namespaceURI, tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, String(value));
    made.append(...children);
    return made;
}

function paint(rows, { from, to, width, word }) {
    const inner = width - left - right;
    const gaps = silences(rows);
    const offset = timeMode() === 'local' ? -new Date(from * 1000).getTimezoneOffset() * 60 : 0;
    const total = heights.altitude + heights.speed + gapBetween + 58;
    const picture = svg('svg', { width, height: total, viewBox: `0 0 ${width} ${total}`, role: 'img', 'aria-label': summary(rows, gaps) });
    const hatch = svg('pattern', { id: 'silence-hatch', width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, svg('rect', { class: 'hatch-ground', width: 7, height: 7 }), svg('line', { class: 'hatch', x1: 0, y1: 0, x2: 0, y2: 7 }));
    picture.append(svg('defs', {}, hatch));
    let top = 20;
    for (const [name, value, factors] of quantities) {
        const height = heights[name];
        const { paths, hollow, ticks } = series(rows, value, { from, to, width: inner, height, factor: factors[units()] });
        const box = svg('g', { transform: `translate(${left} ${top})`, class: name });
        box.append(svg('text', { class: 'axis-name', x: -left + 2, y: -9 }, document.createTextNode(`${t(`column.${name}`)}, ${unitName(name, units())}`)));
        for (const tick of ticks) {
            box.append(svg('line', { class: 'grid', x1: 0, x2: inner, y1: tick.y, y2: tick.y }), svg('text', { class: 'tick end', x: -6, y: tick.y + 4 }, document.createTextNode(number(tick.value))));
        }
        for (const shade of shades(gaps, { from, to, width: inner })) box.append(svg('rect', { class: 'silence', fill: 'url(#silence-hatch)', x: shade.x, width: shade.width, y: 0, height }));
        for (const path of paths) box.append(svg('path', { class: 'line', d: path }));
        for (const [x, y] of hollow) box.append(svg('circle', { class: 'hollow', cx: x, cy: y, r: 3 }));
        picture.append(box);
        top += height + gapBetween;
    }
    const axis = svg('g', { transform: `translate(${left} ${top - gapBetween + 16})` });
    for (const tick of timeTicks({ from, to, width: inner, offset, room: 64 })) {
        axis.append(svg('text', { class: 'tick middle', x: tick.x, y: 0 }, document.createTextNode(clockTime(tick.time * 1000, timeMode(), { seconds: false }).replace(/\s\S+$/, ''))));
    }
    axis.append(svg('text', { class: 'tick end', x: inner, y: 15 }, document.createTextNode(timeMode() === 'local' ? t('tool.time.local') : t('tool.time.utc'))));
    picture.append(axis);
    if (word) picture.append(svg('text', { class: 'stamp', x: left + inner / 2, y: 30 + heights.altitude / 2 }, document.createTextNode(word)));
    const needle = svg('line', { class: 'needle', y1: 20, y2: top - gapBetween });
    picture.append(needle);
    const cursor = (time) => {
        const x = left + Math.max(0, Math.min(1, (time - from) / Math.max(1, to - from))) * inner;
        needle.setAttribute('x1', x);
        needle.setAttribute('x2', x);
    };
    return { picture, cursor };
}

function summary(rows, gaps) {
    const sound = rows.filter((row) => !(row[4] & pointFlag.doubtful));
    const highest = sound.reduce((most, row) => Math.max(most, row[3] ?? -Infinity), -Infinity);
    const fastest = sound.reduce((most, row) => Math.max(most, row[5] ?? -Infinity), -Infinity);
    return t('profile.summary', {
        n: gaps.length, altitude: Number.isFinite(highest) ? withUnit('altitude', highest, units()) : t('value.unknown'), speed: Number.isFinite(fastest) ? withUnit('speed', fastest, units()) : t('value.unknown'),
    });
}

function tableOf(rows) {
    const lines = tableLines(rows);
    const time = (seconds) => clockTime(seconds * 1000, timeMode());
    const cell = (text) => element('td', { text });
    const body = lines.map((line) => {
        if (line.row === undefined) return element('tr', { class: 'silence' }, element('th', { scope: 'row', text: time(line.from) }), element('td', { colspan: '2', text: t('profile.silence', { span: spanText(line.to - line.from) }) }));
        const [, , , altitude, flags, speed] = line.row;
        return element('tr', {}, element('th', { scope: 'row', text: time(line.time) }),
            cell(flags & pointFlag.ground ? t('state.ground') : altitude === null ? t('value.unknown') : number(fromBase('altitude', altitude, units()))), cell(speed === null ? t('value.unknown') : number(fromBase('speed', speed, units()))));
    });
    return element('details', {}, element('summary', { id: 'profile-table', text: t('profile.table') }),
        element('div', { class: 'broad', tabindex: '0', role: 'region', 'aria-labelledby': 'profile-table' }, element('table', { class: 'lines' }, element('thead', {}, element('tr', {},
            element('th', { scope: 'col', text: t('profile.time') }), element('th', { scope: 'col', text: `${t('column.altitude')}, ${unitName('altitude', units())}` }), element('th', { scope: 'col', text: `${t('column.speed')}, ${unitName('speed', units())}` }))), element('tbody', {}, ...body))));
}
