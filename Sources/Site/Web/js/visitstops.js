// The announced stops as cards: what they are, where, when by every reading, and the words they rest on.
import { brief, element, tame } from './dom.js';
import { airportLink } from './flightquery.js';
import { language, t } from './language.js';
import { chip, guarded, small } from './pageparts.js';
import { certaintyChip, quoteNode, restsOf, sentenceNode } from './visitparts.js';
import { dwellText, readingText, weightFigure, weightWord, windowLines, windowText, worded } from './visitwords.js';
import { momentIn, zoneOfStop } from './visittime.js';

/** The list of stops in their order. */
export function stopsView(page) {
    const { visit } = page;
    if (!visit.stops.length) return [element('p', { class: 'soft', id: 'no-stops', text: t(page.mayWrite ? 'stops.noneYet' : 'stops.none') }), actions(page)];
    return [actions(page), element('ol', { class: 'stops' }, ...visit.stops.map((stop, place) => stopCard(page, stop, place)))];
}

function actions(page) {
    if (!page.mayWrite) return null;
    const open = page.visit.stops.filter((one) => !one.isConfirmed).length;
    return element('div', { class: 'actions stops-actions' },
        open > 1 ? element('button', { type: 'button', class: 'button main', id: 'confirm-all', text: t('stops.confirmAll', { n: open }), onclick: () => page.run({ kind: 'confirmAll' }) }) : null,
        element('button', { type: 'button', class: 'button', id: 'add-stop', text: t('stop.add'), onclick: () => page.edit.stop(null) }));
}

function stopCard(page, stop, place) {
    return element('li', { class: `stop-card${stop.isConfirmed ? ' confirmed' : ''}`, id: `stop-${stop.id}`, tabindex: '-1' },
        element('div', { class: 'stop-head' }, element('span', { class: 'ordinal', 'aria-hidden': 'true', text: String(place + 1) }),
            element('div', { class: 'stop-name' }, element('h3', { text: brief(stop.name, 80) }), element('p', { class: 'soft', text: [worded(`stop-kind.${stop.kind}`, stop.kind), stop.country ? countryName(stop.country) : null].filter(Boolean).join(' \u00b7 ') })),
            element('div', { class: 'chips' }, chip(stop.isConfirmed ? 'good' : 'wait', t(stop.isConfirmed ? 'stop.confirmed' : 'stop.toConfirm')), certaintyChip(stop), stop.track === 'reported' ? chip('track', t('track.reported')) : null)),
        element('div', { class: 'stop-body' }, whenNode(page, stop), airportsNode(page, stop), restingNode(page, stop)),
        ...page.visit.disagreements.filter((one) => one.stop === stop.id).map((one) => sentenceNode(one.sentence, page, { className: 'disagreement' })),
        page.mayWrite ? buttons(page, stop, place) : null);
}

function whenNode(page, stop) {
    const { announced } = stop;
    const [first, ...others] = windowLines(announced, stop);
    const node = element('div', { class: 'when-node' }, element('h4', { text: t('stop.when') }));
    if (first) node.append(...[first, ...others].map(([text, clock], place) => element('p', { class: place ? 'clock soft' : 'clock main' }, text, ' ', element('span', { class: 'soft', text: clock }))));
    else node.append(element('p', { class: 'clock main', text: t('window.none') }));
    if (!announced.readings.length) node.append(element('p', { class: 'soft', text: t('window.byOrder') }));
    if (announced.readings.length > 1) {
        node.append(element('p', { class: 'soft', text: t(zoneOfStop(stop) ? 'readings.leadPlace' : 'readings.lead', { n: announced.readings.length, place: brief(stop.name, 40) }) }), element('ul', { class: 'readings' }, ...announced.readings.map((one) => element('li', {},
            element('span', { class: 'reading-name', text: readingText(one, stop) }), element('span', { class: 'reading-when' }, ...windowLines(one, stop).map(([text, clock], place, all) => element('span', place ? { class: 'soft', text: ` = ${text} ${clock}` } : { text: all.length > 1 ? text : `${text} ${clock}` }))),
            weighed(one.weight)))));
    } else if (announced.readings.length === 1) node.append(element('p', { class: 'soft', text: readingText(announced.readings[0], stop) }));
    if (announced.hasLateTail) node.append(element('p', { class: 'soft', text: t('window.late') }));
    if (stop.narrowed) {
        node.append(element('div', { class: 'narrowed' }, element('p', {}, t('window.narrowed', { when: windowText(stop.narrowed) }), ...restsOf(stop.narrowed.claims.map((claim) => ({ kind: 'claim', claim })), page)),
            page.mayWrite ? small(`widen-${stop.id}`, t('window.widen'), () => page.run({ kind: 'widen', stop: stop.id })) : null));
    }
    if (stop.dwellHours) node.append(element('p', { class: 'dwell', text: dwellText(stop.dwellHours) }));
    if (stop.stayUntil !== null) node.append(element('p', { class: 'dwell', text: t('dwell.until', { when: `${momentIn('UTC', stop.stayUntil)} UTC` }) }));
    return node;
}

function weighed(weight) {
    const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
    bar.style.setProperty('--share', String(Math.max(0, Math.min(1, weight))));
    return element('span', { class: 'weighed' }, bar, `${weightWord(weight)} `, element('span', { class: 'soft', text: weightFigure(weight) }));
}

function airportsNode(page, stop) {
    const node = element('div', {}, element('h4', { text: t('stop.airports') }));
    if (!stop.airports.length) {
        node.append(element('p', { class: 'soft', text: t('stop.noAirports') }));
        return node;
    }
    const isChoice = stop.airports.length > 1;
    node.append(element('ul', { class: 'airports' }, ...stop.airports.slice(0, 8).map((one) => element('li', {},
        element('a', { href: airportLink({ id: one.code }), text: [tame(one.code, 10), one.name && one.name !== one.code ? brief(one.name, 50) : null].filter(Boolean).join(' ') }), isChoice ? weighed(one.weight) : null,
        isChoice && page.mayWrite ? small(`only-${stop.id}-${tame(one.code, 10)}`, t('stop.only'), () => page.run({ kind: 'editStop', stop: stop.id, airports: [one.code], placeName: stop.name }), { label: t('stop.onlyLabel', { airport: tame(one.code, 10) }) }) : null))));
    if (isChoice) node.append(element('p', { class: 'soft', text: t('stop.airportsOpen') }));
    return node;
}

function restingNode(page, stop) {
    const node = element('div', {}, element('h4', { text: t('stop.restsOn') }));
    const quotes = [...stop.spans, ...stop.mentions.flatMap((one) => one.spans.map((span) => ({ ...span, report: span.report ?? one.report })))].map((span) => quoteNode(span)).filter(Boolean);
    node.append(...quotes.length ? quotes.slice(0, 4) : [element('p', { class: 'soft', text: t('stop.byHand') })]);
    const rests = stop.claims.map((claim) => ({ kind: 'claim', claim }));
    if (rests.length) node.append(element('p', { class: 'soft' }, t('stop.claims'), ...restsOf(rests, page)));
    return node;
}

function buttons(page, stop, place) {
    const id = (name) => `${name}-${stop.id}`;
    const name = brief(stop.name, 60);
    return element('div', { class: 'actions' },
        stop.isConfirmed ? null : element('button', { type: 'button', class: 'button main', id: id('confirm-stop'), 'aria-label': t('stop.confirmLabel', { place: name }), text: t('stop.confirm'), onclick: () => page.run({ kind: 'confirmStop', stop: stop.id }) }),
        element('button', { type: 'button', class: 'button', id: id('edit-stop'), 'aria-label': t('stop.editTitle', { place: name }), text: t('stop.edit'), onclick: () => page.edit.stop(page.visit.stops.find((one) => one.id === stop.id) ?? stop) }),
        small(id('earlier-stop'), '\u2191', () => page.run({ kind: 'moveStop', stop: stop.id, to: place - 1 }), { label: t('stop.earlier', { place: name }), isDisabled: place === 0 }),
        small(id('later-stop'), '\u2193', () => page.run({ kind: 'moveStop', stop: stop.id, to: place + 1 }), { label: t('stop.later', { place: name }), isDisabled: place === page.visit.stops.length - 1 }),
        guarded(id('remove-stop'), { text: t('stop.remove'), question: t('stop.removeSure', { place: name }), yes: t('stop.removeYes'), isDanger: true, isQuiet: true, label: t('stop.removeLabel', { place: name }), action: () => page.run({ kind: 'removeStop', stop: stop.id }) }));
}

/** The name of a state by its code. */
export function countryName(code) {
    try {
        return new Intl.DisplayNames(language(), { type: 'region' }).of(code) ?? code;
    } catch {
        return tame(code, 4);
    }
}
