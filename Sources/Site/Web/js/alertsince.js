// "Since you last looked": kept in this browser, by the clock of the sky that was shown.
import { brief, element, tame } from './dom.js';
import { mapLink } from './flightquery.js';
import { number, t } from './language.js';
import { spanText } from './time.js';
import { momentText, spanOf, timeNode, wordOr } from './watchparts.js';
import { watchesLink } from './watchquery.js';

const key = 'pelacak.looked';
const day = 86_400;

/** When one last looked: `{since, isKept}`; a day ago where nothing is known, or another sky was shown then. */
export function keptLook(site) {
    try {
        const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
        if (kept && kept.simulated === (site.simulated === true) && Number.isFinite(kept.now) && kept.now <= site.now + 5) return { since: Math.floor(kept.now), made: Number.isFinite(kept.wall) ? kept.wall : null, isKept: true };
    } catch {
        // Without storage it is a day.
    }
    return { since: Math.floor(site.now - day), made: null, isKept: false };
}

/** Keeps that one looked now; `wall` is the server's clock as it told it last: what is found later in old data is new all the same. */
export function lookedAt(site, wall = null) {
    try {
        localStorage.setItem(key, JSON.stringify({ now: site.now, wall, simulated: site.simulated === true }));
    } catch {
        // As above.
    }
    return { since: Math.floor(site.now), made: wall, isKept: true };
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
        happeningsNode(watching),
        watching.lateFindings ? element('p', { class: 'soft', text: t('since.lateText') }) : null,
        watching.watermark === null ? null : element('p', { class: 'soft small-print', text: t('since.upTo', { when: momentText(watching.watermark) }) }),
        element('p', { class: 'actions' }, element('button', { type: 'button', class: 'button', id: 'looked', text: fresh ? t('since.lookedNew', { n: fresh }) : t('since.looked'), onclick: looked })),
    ].filter(Boolean);
}

// What else happened to the aircraft that rules ask for.
function happeningsNode({ happenings, happened, isSimulated }) {
    if (!happenings.length) return null;
    const line = (one) => element('li', {}, timeNode(one.time), ' \u00b7 ', element('a', { href: mapLink(one.hex, one.time * 1000), text: one.name ? tame(one.name, 20) : one.hex.toUpperCase() }), ` ${wordOr(`event.${one.kind}`, one.kind)}`, detailOf(one));
    return element('details', { id: 'happenings' }, element('summary', { text: `${isSimulated ? `${t('simulated.word')}: ` : ''}${t('since.happened', { n: happened })}` }), element('ul', {}, ...happenings.map(line)),
        happened > happenings.length ? element('p', { class: 'soft small-print', text: t('since.happenedMore', { n: happenings.length }) }) : null);
}

function detailOf({ airport, knowing, gapClass }) {
    const parts = [airport ? tame(airport, 10) : null, knowing ? t(`known.${['observed', 'inferred'].includes(knowing) ? knowing : 'unknown'}`) : null, gapClass ? wordOr(`silence.${gapClass}`, gapClass) : null].filter(Boolean);
    return parts.length ? ` (${parts.join(', ')})` : '';
}
