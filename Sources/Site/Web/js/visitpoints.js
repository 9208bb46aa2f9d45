// What the reports leave open, asked as questions; and the log of everything that was changed.
import { element, tame } from './dom.js';
import { t } from './language.js';
import { guarded, small } from './pageparts.js';
import { sentenceNode } from './visitparts.js';
import { momentIn } from './visittime.js';
import { worded } from './visitwords.js';

// What a question is answered with, beside "it stays open".
const ways = {
    city_absent: 'stop', region_only: 'stop', unknown_place: 'stop', no_zone: 'stop', no_time: 'stop', order_unclear: 'stop', no_return: 'newStop', return_unnamed: 'newStop', no_stop: 'newStop', no_subject: 'subject', no_dateline: 'dateline', empty_source: 'report', aircraft_unknown: null,
    year_inferred: 'dateline', competing_tracks: null,
};

/** The open questions; nothing where none is open. */
export function pointsView(page) {
    const { openPoints, stops, reports } = page.visit;
    if (!openPoints.length) return null;
    return [element('h2', { id: 'points-title', tabindex: '-1', text: t('points.title', { n: openPoints.length }) }), element('p', { class: 'soft', text: t('points.lead') }), element('ul', { class: 'points' }, ...openPoints.map((point) => {
        const stop = stops.find((one) => one.id === point.stop) ?? null;
        const way = ways[point.kind] ?? null;
        // Questions are those of the first report.
        const act = { dateline: reports.length ? () => page.edit.dateline(page.visit.reports[0]) : null, stop: stop ? () => page.edit.stop(stop) : null, newStop: () => page.edit.stop(null, { at: stops.length }), subject: () => page.edit.subject(), report: () => page.edit.report() }[way];
        return element('li', { class: 'point' },
            element('div', {}, sentenceNode(point.sentence.text ? point.sentence : { text: worded(`point.${point.kind}`, point.kind), rests: [] }, page, { tag: 'p', className: 'question' }),
                stop || point.span ? element('p', { class: 'soft' }, stop ? element('a', { href: `#stop-${stop.id}`, text: tame(stop.name, 60) }) : null, point.span?.words ? ` \u201c${tame(point.span.words, 200)}\u201d` : null) : null),
            page.mayWrite ? element('div', { class: 'actions' },
                act ? small(`point-${point.index}-answer`, t(`point-way.${way}`), act, { className: 'button' }) : null,
                small(`point-${point.index}-close`, t('points.close'), () => page.run({ kind: 'answer', point: point.index }), { className: 'button', label: t('points.closeLabel', { question: tame(point.sentence.text || point.kind, 120) }) })) : null);
    }))];
}

/** The log of changes, newest first, each with the step back where it can be made. */
export function logView(page) {
    const changes = [...page.visit.changes].reverse();
    if (!changes.length) return [element('p', { class: 'soft', text: t('log.empty') })];
    return [element('p', { class: 'soft', text: t('log.lead') }), element('ol', { class: 'log-list', reversed: true, start: String(changes.length) }, ...changes.map((one) => element('li', { class: one.isTakenBack ? 'taken' : null, id: `change-${one.number}`, tabindex: '-1' },
        element('time', { class: 'soft', text: one.at === null ? t('value.unknown') : `${momentIn('UTC', one.at)} UTC` }),
        element('span', { class: 'what' }, sentenceNode(one.what, page, { tag: 'span' }), one.by ? element('span', { class: 'soft', text: ` ${t('log.by', { who: tame(one.by, 60) })}` }) : null, one.isTakenBack ? element('span', { class: 'soft', text: ` ${t('log.taken')}` }) : null),
        one.canTakeBack && page.mayWrite ? guarded(`back-${one.number}`, { text: t('log.back'), question: t('log.backSure'), yes: t('log.backYes'), action: () => page.run({ kind: 'takeBack', change: one.number }) }) : null)))];
}
