// The parts of the receiver's page: figures of now, pictures with their words, and tables that say the same.
import { element, tame } from './dom.js';
import { number, t } from './language.js';
import { timeMode, units } from './preferences.js';
import { byKind, levelRows, newest, perSecond, shareOfSamples, spread } from './reception.js';
import { barChart, figure, levelChart, lineChart, rangeChart } from './receptionfigures.js';
import { clockTime } from './time.js';
import { withUnit } from './units.js';

const unknown = () => t('value.unknown');
const rate = (value) => value === null ? unknown() : number(value, value < 10 ? 1 : 0);
const percent = (share) => share === null ? unknown() : share > 0 && share < 0.00001 ? `<\u00a0${number(0.001, 3)}\u00a0%` : `${number(share * 100, share > 0 && share < 0.01 ? 3 : 1)}\u00a0%`;
const decibels = (value, unit = 'unit.dbfs') => value === null ? unknown() : `${number(value, 1)}\u00a0${t(unit)}`;
const far = (kilometres) => kilometres === null ? unknown() : withUnit('distance', kilometres * 1000, units());
const shown = (value) => value === null ? unknown() : number(value);

function gainText(slot) {
    if (slot.gainDecibels !== null) return decibels(slot.gainDecibels, 'receiver.db');
    return slot.gainStep === null ? t('receiver.gain.auto') : t('receiver.gain.step', { step: slot.gainStep });
}

/** What was received last, in figures. */
export function nowOf(report) {
    const slot = newest(report);
    if (!slot) return [];
    const when = clockTime(slot.from * 1000, timeMode(), { seconds: false });
    const pairs = report.isCounted ? [
        ['messages', rate(slot.messagesPerSecond)], ['aircraft', shown(slot.aircraft)], ['positioned', shown(slot.positioned)], ...(report.farthest ? [['farthest', far(slot.farthestKilometres)]] : []),
        ['repaired', rate(perSecond(slot, 'repaired'))], ['refused', rate(perSecond(slot, 'refused'))], ['dropped', shown(slot.dropped)],
    ] : [];
    if (report.hasRadio) pairs.push(['noise', decibels(slot.noiseDBFS)], ['gain', gainText(slot)], ['lost', percent(shareOfSamples(slot, 'lostSamples'))], ['clipped', percent(shareOfSamples(slot, 'clippedSamples'))]);
    return [
        element('h2', { id: 'now-title', text: t(`receiver.now.${report.span}`, { when }) }),
        element('dl', { class: 'counters', 'aria-labelledby': 'now-title' }, ...pairs.map(([name, value]) => element('div', {}, element('dt', { text: t(`receiver.figure.${name}`) }), element('dd', { 'data-figure': name, text: value })))),
    ];
}

/** All pictures that the source gives. */
export function chartsOf({ hour, day, shown: report }, whole) {
    const width = Math.min(whole, whole >= 900 ? (whole - 20) / 2 : whole) - 34;
    const word = report.isSimulated ? t('simulated.word') : null;
    const of = (name) => report.slots.map((slot) => slot?.[name] ?? null);
    const each = (name) => report.slots.map((slot) => perSecond(slot, name));
    const made = [];
    const sentence = (name, values, write) => {
        const all = spread(values);
        return all ? t('receiver.spread', { what: t(`receiver.what.${name}`), last: write(all.last), mean: write(all.mean), most: write(all.highest) }) : t('receiver.noValues');
    };
    if (report.isCounted) {
        const messages = of('messagesPerSecond');
        const messageText = sentence('messages', messages, rate);
        made.push(figure('messages', t('receiver.messages'), messageText, barChart(report, [['', messages]], { width, label: messageText, word, least: 1 }), kindList(report)));
        const aircraftText = `${sentence('aircraft', of('aircraft'), shown)} ${sentence('positioned', of('positioned'), shown)}`;
        made.push(figure('aircraft', t('receiver.aircraft'), aircraftText, barChart(report, [['pale', of('aircraft')], ['', of('positioned')]], { width, label: aircraftText, word, least: 5, isWhole: true }), legend([['pale', t('receiver.heard')], ['', t('receiver.positioned')]])));
        made.push(rangeOf(hour, day, width, word), levelsOf(report, width, word));
        for (const name of ['repaired', 'refused']) {
            const words = sentence(name, each(name), rate);
            made.push(figure(name, t(`receiver.chart.${name}`), words, barChart(report, [[name === 'refused' ? 'pale' : '', each(name)]], { width, height: 80, label: words, word, least: 1 })));
        }
    }
    if (report.hasRadio) {
        const noiseText = sentence('noise', of('noiseDBFS'), decibels);
        made.push(figure('noise', t('receiver.noise'), noiseText, lineChart(report, [['pale', of('noiseHighestDBFS')], ['', of('noiseDBFS')]], { width, label: noiseText, word }), legend([['', t('receiver.noiseMean')], ['pale', t('receiver.noiseHighest')]]), element('p', { class: 'soft summary', text: gainSentence(report) })));
        const shares = ['lostSamples', 'clippedSamples'].map((name) => report.slots.map((slot) => shareOfSamples(slot, name)));
        const lossText = `${sentence('lost', shares[0], percent)} ${sentence('clipped', shares[1], percent)}`;
        made.push(figure('losses', t('receiver.losses'), lossText, barChart(report, [['pale', shares[0].map(hundredfold)], ['loud', shares[1].map(hundredfold)]], { width, label: lossText, word, digits: 1, least: 1 }), legend([['pale', t('receiver.lost')], ['loud', t('receiver.clipped')]])));
    }
    if (report.isCounted) {
        const dropText = sentence('dropped', of('dropped'), shown);
        made.push(figure('dropped', t('receiver.drops'), dropText, barChart(report, [['loud', of('dropped')]], { width, height: 70, label: dropText, word, least: 5, isWhole: true })));
    }
    return made;
}

const hundredfold = (share) => share === null ? null : share * 100;

function gainSentence(report) {
    const slot = newest(report);
    const steps = report.slots.map((one) => one?.gainStep ?? null);
    const all = spread(steps);
    if (all && all.lowest !== all.highest) return t('receiver.gain.moved', { now: gainText(slot), low: number(all.lowest), high: number(all.highest) });
    return slot ? t('receiver.gain.is', { now: gainText(slot) }) : '';
}

function legend(rows) {
    return element('ul', { class: 'legend' }, ...rows.map(([name, words]) => element('li', {}, element('span', { class: `swatch ${name}`, 'aria-hidden': 'true' }), ` ${words}`)));
}

function kindList(report) {
    const rows = byKind(report);
    if (!rows.length) return null;
    return element('ul', { class: 'kinds' }, ...rows.map(({ kind, count, share }) => element('li', {}, t(`receiver.kind.${kind}`), ' ', element('b', { text: percent(share) }), ` (${number(count)})`)));
}

const compass = (sector) => `${String(sector * 10).padStart(3, '0')}\u2013${String(sector * 10 + 10).padStart(3, '0')}\u00b0`;

function rangeOf(hour, day, width, word) {
    const title = t('receiver.range');
    const both = { hour: hour.farthest, day: day.farthest };
    if (!both.hour && !both.day) return element('section', { class: 'chart', id: 'range', 'aria-labelledby': 'range-title' }, element('h2', { id: 'range-title', text: title }), element('p', { class: 'soft summary', text: t('receiver.noRange') }));
    const best = (list) => {
        const most = Math.max(...(list ?? []).map((one) => one ?? 0), 0);
        return most > 0 ? t('receiver.rangeBest', { far: far(most), bearing: compass(list.indexOf(most)) }) : unknown();
    };
    const words = t('receiver.rangeText', { hour: best(both.hour), day: best(both.day) });
    const rows = Array.from({ length: 36 }, (_, sector) => [compass(sector), far(both.hour?.[sector] ?? null), far(both.day?.[sector] ?? null)]);
    return figure('range', title, words, rangeChart(both, { width, label: words, word }), legend([['hour', t('receiver.hour')], ['day', t('receiver.day')]]),
        tableNode('range-table', t('receiver.table'), [t('receiver.bearing'), t('receiver.hour'), t('receiver.day')], rows));
}

function levelsOf(report, width, word) {
    const title = t('receiver.levels');
    if (!report.levels) return element('section', { class: 'chart', id: 'levels', 'aria-labelledby': 'levels-title' }, element('h2', { id: 'levels-title', text: title }), element('p', { class: 'soft summary', text: t('receiver.noLevels') }));
    const rows = levelRows(report.levels);
    const all = rows.reduce((sum, row) => sum + row.count, 0);
    const strong = rows.filter((row) => row.level >= -3).reduce((sum, row) => sum + row.count, 0);
    let half = all / 2;
    const median = rows.find((row) => (half -= row.count) <= 0)?.level ?? null;
    const words = t('receiver.levelText', { median: median === null ? unknown() : `${number(median)}\u00a0${t('unit.dbfs')}`, strong: percent(all ? strong / all : 0) });
    return figure('levels', title, words, levelChart(rows, { width, label: words, word }), tableNode('levels-table', t('receiver.table'), [t('receiver.level'), t('receiver.count')], rows.filter((row) => row.count > 0).map((row) => [`${number(row.level)} \u2026 ${number(row.level + 1)}\u00a0${t('unit.dbfs')}`, number(row.count)])));
}

function tableNode(id, words, heads, rows) {
    return element('details', { id }, element('summary', { id: `${id}-title`, text: words }),
        element('div', { class: 'broad', tabindex: '0', role: 'region', 'aria-labelledby': `${id}-title` }, element('table', {}, element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col', text: head })))),
            element('tbody', {}, ...rows.map(([head, ...cells]) => element('tr', {}, element('th', { scope: 'row', text: tame(head, 80) }), ...cells.map((cell) => element('td', { text: cell }))))))));
}

/** All slots as lines, the newest first. */
export function tableOf(report) {
    const columns = [];
    const column = (isThere, name, write) => { if (isThere) columns.push([t(`receiver.figure.${name}`), write]); };
    column(report.isCounted, 'messages', (slot) => rate(slot.messagesPerSecond));
    column(report.isCounted, 'aircraft', (slot) => shown(slot.aircraft));
    column(report.isCounted, 'positioned', (slot) => shown(slot.positioned));
    column(report.isCounted && report.farthest, 'farthest', (slot) => far(slot.farthestKilometres));
    column(report.isCounted, 'repaired', (slot) => rate(perSecond(slot, 'repaired')));
    column(report.isCounted, 'refused', (slot) => rate(perSecond(slot, 'refused')));
    column(report.isCounted, 'dropped', (slot) => shown(slot.dropped));
    column(report.hasRadio, 'noise', (slot) => decibels(slot.noiseDBFS));
    column(report.hasRadio, 'gain', gainText);
    column(report.hasRadio, 'lost', (slot) => percent(shareOfSamples(slot, 'lostSamples')));
    column(report.hasRadio, 'clipped', (slot) => percent(shareOfSamples(slot, 'clippedSamples')));
    const open = report.slots.filter(Boolean).reverse();
    if (!open.length) return [];
    return [tableNode('slots', t(`receiver.slots.${report.span}`), [t('receiver.time'), ...columns.map(([head]) => head)], open.map((slot) => [clockTime(slot.from * 1000, timeMode(), { seconds: false, date: report.span === 'day' }), ...columns.map(([, write]) => write(slot))]))];
}
