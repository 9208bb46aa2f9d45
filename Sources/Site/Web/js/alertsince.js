// "Since you last looked": kept in this browser, by the clock of the sky that was shown.
import { brief, element } from './dom.js';
import { number, t } from './language.js';
import { spanText } from './time.js';
import { momentText, spanOf } from './watchparts.js';
import { watchesLink } from './watchquery.js';

const key = 'pelacak.looked';
const day = 86_400;

/** When one last looked: `{since, isKept}`; a day ago where nothing is known, or another sky was shown then. */
export function keptLook(site) {
    try {
        const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
        if (kept && kept.simulated === (site.simulated === true) && Number.isFinite(kept.now) && kept.now <= site.now + 5) return { since: Math.floor(kept.now), isKept: true };
    } catch {
        // Without storage it is a day.
    }
    return { since: Math.floor(site.now - day), isKept: false };
}

/** Keeps that one looked now. */
export function lookedAt(site) {
    try {
        localStorage.setItem(key, JSON.stringify({ now: site.now, simulated: site.simulated === true }));
    } catch {
        // As above.
    }
    return { since: Math.floor(site.now), isKept: true };
}

/** What happened meanwhile: alerts, gaps in our own watching, stopped rules, late findings. */
export function sinceView(watching, look, { fresh, looked }) {
    const gaps = watching.gaps.slice(-20);
    const figure = (name, value, key_) => element('div', {}, element('dt', { text: t(key_) }), element('dd', { id: name, text: number(value) }));
    return [
        element('h2', { id: 'since-title', text: look.isKept ? t('since.title', { when: momentText(look.since) }) : t('since.day') }),
        element('dl', { class: 'counters' }, figure('since-alerts', watching.alerts, 'since.alerts'), figure('since-rules', watching.rules, 'since.rules'), figure('since-aircraft', watching.aircraft, 'since.aircraft'), figure('since-late', watching.lateFindings, 'since.late')),
        gaps.length ? element('div', { class: 'callout', id: 'gaps' }, element('h3', { text: t('since.gaps', { n: watching.gaps.length }) }), element('ul', {}, ...gaps.map((gap) => element('li', {}, `${spanOf(gap.from, gap.to)} (${spanText(Math.max(0, (gap.to ?? watching.watermark ?? gap.from) - gap.from))}): `, t(`gap-why.${['stopped', 'noData', 'overrun'].includes(gap.why) ? gap.why : 'stopped'}`)))))
            : element('p', { class: 'good-line', id: 'gaps', text: t('since.noGaps') }),
        ...watching.stopped.map((one) => element('p', { class: 'verdict bad' }, `${t('since.stopped', { when: momentText(one.at) })} `, one.id ? element('a', { href: watchesLink({ edit: one.id }), text: brief(one.name, 80) }) : brief(one.name, 80))),
        watching.lateFindings ? element('p', { class: 'soft', text: t('since.lateText') }) : null,
        watching.watermark === null ? null : element('p', { class: 'soft small-print', text: t('since.upTo', { when: momentText(watching.watermark) }) }),
        element('p', { class: 'actions' }, element('button', { type: 'button', class: 'button', id: 'looked', text: fresh ? t('since.lookedNew', { n: fresh }) : t('since.looked'), onclick: looked })),
    ].filter(Boolean);
}
