// The timeline as a picture (SVG), and a table that says the same.
import { brief, element, tame } from './dom.js';
import { broadTable } from './flightparts.js';
import { t } from './language.js';
import { timeMode } from './preferences.js';
import { extentOf, marksOf, placed, rowsOf } from './visitline.js';
import { hourIn, offsetText, shortDayIn } from './visittime.js';
import { aircraftName, readingText, weightWord, windowLines, windowText } from './visitwords.js';

const laneHeight = 16;
const headHeight = 24;
const axisHeight = 34;
const shown = ['announced', 'tail', 'narrowed', 'claimed', 'observed', 'inferred', 'impossible'];

/** The timeline. - Parameter options: `candidates` with a row of their own; `word` that says the data are simulated, or `null`; `now`: seconds. */
export function timelineView(page, { candidates, word, now }) {
    const rows = rowsOf(page.visit, candidates);
    const extent = extentOf(rows);
    if (!extent) return [element('p', { class: 'soft', text: t('line.none') })];
    const frame = element('div', { class: 'line-frame' });
    const names = new Map(candidates.map((one) => [one.hex, aircraftName(one)]));
    let drawn = 0;
    const draw = () => {
        const width = Math.max(280, Math.round(frame.clientWidth || 800));
        if (width === drawn) return;
        drawn = width;
        frame.replaceChildren(paint(rows, extent, width, { names, word, now }));
    };
    new ResizeObserver(draw).observe(frame);
    return [legend(rows), frame, tableOf(rows, names)];
}

function legend(rows) {
    const kinds = new Set(rows.flatMap((row) => row.lanes.flatMap((lane) => lane.bars.map((bar) => (bar.kind === 'bound' ? 'announced' : bar.kind)))));
    return element('ul', { class: 'line-legend' }, ...shown.filter((kind) => kinds.has(kind)).map((kind) => element('li', {}, sample(kind), ` ${t(`bar.${kind}`)}`)));
}

function sample(kind) {
    const node = svg('svg', { width: 26, height: 12, viewBox: '0 0 26 12', 'aria-hidden': 'true' }, ...patterns('legend'));
    node.append(barNode({ kind, weight: 0.6 }, { x: 1, width: 24, isOpenStart: false, isOpenEnd: false }, 1, 'legend', 10));
    return node;
}

// Of the kind that the brand's drawing in the page is.
function svg(tag, attributes = {}, ...children) {
    const made = document.createElementNS(document.querySelector('.brand svg').namespaceURI, tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined) made.setAttribute(name, String(value));
    made.append(...children);
    return made;
}

function words(x, y, text, className) {
    return svg('text', { x, y, class: className }, document.createTextNode(text));
}

function patterns(name) {
    const stripes = svg('pattern', { id: `${name}-hatch`, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, svg('rect', { class: 'hatch-ground', width: 6, height: 6 }), svg('line', { class: 'hatch', x1: 0, y1: 0, x2: 0, y2: 6 }));
    const fade = svg('linearGradient', { id: `${name}-fade` }, svg('stop', { class: 'fade-from', offset: '0' }), svg('stop', { class: 'fade-to', offset: '1' }));
    return [svg('defs', {}, stripes, fade)];
}

function barNode(bar, { x, width, isOpenStart, isOpenEnd }, y, name, height = laneHeight - 4) {
    const kind = bar.kind === 'bound' ? 'announced bound' : bar.kind;
    const fill = bar.kind === 'inferred' ? `url(#${name}-hatch)` : bar.kind === 'tail' ? `url(#${name}-fade)` : null;
    const group = svg('g', { class: `bar-${kind}` });
    const rect = svg('rect', { x, y, width, height, rx: 2, fill });
    if (bar.kind === 'announced') rect.setAttribute('fill-opacity', String(0.25 + 0.6 * Math.min(1, bar.weight ?? 1)));
    group.append(rect);
    // A side that is open ends in an arrow.
    const middle = y + height / 2;
    if (isOpenStart && bar.kind !== 'tail') group.append(svg('path', { class: 'arrow', d: `M${x + 6} ${middle - 4}L${x + 1} ${middle}L${x + 6} ${middle + 4}` }));
    if (isOpenEnd && bar.kind !== 'tail') group.append(svg('path', { class: 'arrow', d: `M${x + width - 6} ${middle - 4}L${x + width - 1} ${middle}L${x + width - 6} ${middle + 4}` }));
    return group;
}

function paint(rows, extent, width, { names, word, now }) {
    const left = width < 560 ? 0 : 150;
    const inner = width - left - 8;
    // Where there is no room beside them, the names of lanes stand above their bars.
    const lift = left ? 0 : 13;
    const height = axisHeight + rows.reduce((sum, row) => sum + headHeight + lanesOf(row).length * (laneHeight + lift), 0) + 6;
    const picture = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': t('line.label', { n: rows.length }) }, ...patterns('line'));
    const isLocal = timeMode() === 'local';
    const offset = isLocal ? -new Date(extent.from * 1000).getTimezoneOffset() * 60 : 0;
    const zone = isLocal ? null : 'UTC';
    const grid = svg('g', { transform: `translate(${left} 0)` });
    for (const mark of marksOf({ ...extent, width: inner, offset, apart: 58 })) {
        grid.append(svg('line', { class: mark.isDay ? 'grid day' : 'grid', x1: mark.x, x2: mark.x, y1: axisHeight - 6, y2: height }));
        grid.append(words(mark.x, 12, mark.isDay ? shortDayIn(zone, mark.time) : hourIn(zone, mark.time), mark.isDay ? 'tick day' : 'tick'));
    }
    picture.append(grid, words(2, left ? 12 : axisHeight - 8, isLocal ? offsetText(null, extent.from) : 'UTC', 'tick clock-name'));
    let y = axisHeight;
    rows.forEach((row, place) => {
        picture.append(svg('line', { class: 'rule', x1: 0, x2: width, y1: y, y2: y }), words(2, y + 16, `${place + 1}  ${brief(row.stop.name, left ? 60 : 40)}`, 'stop-title'));
        y += headHeight;
        for (const { lane, bars } of lanesOf(row)) {
            picture.append(words(left ? 12 : 2, left ? y + 11 : y + 9, laneName(lane, names), `lane-name ${lane.kind}`));
            const group = svg('g', { transform: `translate(${left} 0)` });
            for (const bar of bars) {
                const at = placed(bar, { ...extent, width: inner });
                if (!at) continue;
                const node = barNode(bar, at, y + lift + 1, 'line');
                node.append(svg('title', {}, document.createTextNode(barText(bar, row.stop))));
                group.append(node);
            }
            picture.append(group);
            y += laneHeight + lift;
        }
    });
    if (now >= extent.from && now <= extent.to) {
        const x = left + (now - extent.from) * inner / (extent.to - extent.from);
        picture.append(svg('line', { class: 'now', x1: x, x2: x, y1: axisHeight - 14, y2: height }), words(x + 3, axisHeight - 7, t('line.now'), 'tick now-name'));
    }
    if (word) picture.append(words(left + inner / 2, axisHeight + (height - axisHeight) / 2 + 8, word, 'stamp'));
    return picture;
}

// Each reading has a line of its own: they overlap. The tail goes on from the last.
function lanesOf(row) {
    return row.lanes.flatMap((lane) => {
        if (lane.kind !== 'announced') return [{ lane, bars: lane.bars }];
        const readings = lane.bars.filter((bar) => bar.kind !== 'tail');
        const tail = lane.bars.filter((bar) => bar.kind === 'tail');
        const last = readings.reduce((found, bar) => (found === null || (bar.to ?? 0) >= (found.to ?? 0) ? bar : found), null);
        return readings.map((bar) => ({ lane: { ...lane, zone: readings.length > 1 ? bar.zone : null }, bars: bar === last ? [bar, ...tail] : [bar] }));
    });
}

function laneName(lane, names) {
    if (lane.kind === 'aircraft') return tame(names.get(lane.hex) ?? lane.hex, 20);
    return lane.zone ? t(`lane-zone.${['place', 'subject', 'outlet'].includes(lane.zone) ? lane.zone : 'stated'}`) : t(`lane.${lane.kind}`);
}

function barText(bar, stop) {
    const when = windowLines(bar, stop).map(([text, clock]) => `${text} ${clock}`).join(' = ') || windowText(bar);
    if (bar.kind === 'announced') return `${readingText(bar, stop)}: ${when} (${weightWord(bar.weight)})`;
    return `${t(`bar.${bar.kind === 'bound' ? 'announced' : bar.kind}`)}: ${when}`;
}

function tableOf(rows, names) {
    const lines = rows.flatMap((row, place) => row.lanes.flatMap((lane) => lane.bars.map((bar) => element('tr', {},
        element('th', { scope: 'row', text: `${place + 1} ${brief(row.stop.name, 40)}` }), element('td', { text: lane.kind === 'aircraft' ? tame(names.get(lane.hex) ?? lane.hex, 20) : t(`lane.${lane.kind}`) }),
        element('td', { text: [t(`bar.${bar.kind === 'bound' ? 'announced' : bar.kind}`), bar.kind === 'announced' ? `(${readingText(bar, row.stop)}, ${weightWord(bar.weight)})` : null, bar.airport ? tame(bar.airport, 10) : null].filter(Boolean).join(' ') }),
        element('td', { text: bar.from === null && bar.to === null ? '\u2013' : windowLines(bar, row.stop).map(([text, clock]) => `${text} ${clock}`).join(' = ') })))));
    return element('details', { id: 'line-table' }, element('summary', { text: t('line.table') }), broadTable(t('line.table'), [t('line.stop'), t('line.who'), t('line.what'), t('line.when')], lines));
}
