// The head of a visit: what it is, whose, when, and what can be taken along.
import { element, tame } from './dom.js';
import { t } from './language.js';
import { statusChips } from './visitparts.js';
import { daysText } from './visittime.js';
import { exportsNode } from './visitwatch.js';
import { subjectText, visitTitle } from './visitwords.js';

/** The head: `page` is what the parts of the page are given; `isWatched`: its rules are at work already. */
export function headView(page, isWatched) {
    const { visit, mayWrite } = page;
    const named = visit.stops.map((one) => one.announced).flatMap((one) => [one.from, one.to]).filter(Number.isFinite);
    const days = named.length ? daysText(Math.min(...named), Math.max(...named)) : null;
    const confirmed = visit.stops.some((one) => one.isConfirmed);
    return [
        element('p', { class: 'chips' }, ...statusChips(visit)),
        element('h1', { text: visitTitle(visit) }),
        element('p', { class: 'sub' }, element('span', { text: subjectText(visit.subject) }), mayWrite ? element('button', { type: 'button', class: 'linkish', id: 'edit-subject', text: t('subject.edit'), onclick: () => page.edit.subject() }) : null, mayWrite ? element('button', { type: 'button', class: 'linkish', id: 'edit-title', text: t('visit.rename'), onclick: () => page.edit.title() }) : null),
        element('p', { class: 'soft', text: [visit.isNamed && visit.title ? visit.stops.map((one) => tame(one.name, 40)).join(' \u2192 ') || null : null, days].filter(Boolean).join(' \u00b7 ') }),
        visit.subject.homes.length ? element('p', { class: 'soft', text: t('subject.homes', { homes: visit.subject.homes.slice(0, 4).map((one) => [tame(one.code, 10), one.name ? tame(one.name, 50) : null].filter(Boolean).join(' ')).join(', ') }) }) : null,
        element('div', { class: 'head-actions' },
            visit.status === 'draft' && mayWrite && confirmed ? element('button', { type: 'button', class: 'button main', id: 'confirm-visit', text: t('visit.confirm'), onclick: () => page.run({ kind: 'setStatus', status: 'confirmed' }) }) : null,
            visit.status === 'confirmed' && mayWrite && !isWatched ? element('button', { type: 'button', class: 'button main', id: 'watch-visit', text: t('watch.make'), onclick: () => page.watch() }) : null, exportsNode(page)),
        visit.status === 'draft' ? element('p', { class: 'draft-line', text: t(confirmed ? 'draft.some' : 'draft.none') }) : null,
    ];
}
