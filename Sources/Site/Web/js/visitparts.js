// Parts that the page of a visit shares: sentences with what they rest on, chips of its state.
import { brief, element, tame } from './dom.js';
import { mapLink } from './flightquery.js';
import { t } from './language.js';
import { chip } from './pageparts.js';
import { hourIn } from './visittime.js';
import { worded } from './visitwords.js';

/** A sentence, and behind it links to what it rests on. `context`: `{realm}`. */
export function sentenceNode(sentence, context, { tag = 'p', className = 'sentence' } = {}) {
    return element(tag, { class: className }, tame(sentence.text, 2000), ...restsOf(sentence.rests, context));
}

/** What a sentence rests on, as links: a claim, a report, an observation, a list, an assumption. */
export function restsOf(rests, context) {
    return rests.length ? [' ', element('span', { class: 'rests' }, ...rests.slice(0, 12).flatMap((rest, place) => (place ? [' ', restNode(rest, context)] : [restNode(rest, context)])))] : [];
}

function restNode(rest, { realm = null } = {}) {
    if (rest.kind === 'claim') return link(`#claim-${rest.claim}`, t('rest.claim', { id: String(rest.claim) }));
    if (rest.kind === 'change') return link(`#change-${rest.change}`, t('rest.change', { id: String(rest.change) }));
    if (rest.kind === 'report') return link(`#report-${rest.report}`, t('rest.report', { id: String(rest.report) }));
    if (rest.kind === 'assumption') return link(`#assumption-${tame(rest.assumption, 60)}`, t('rest.assumption'));
    if (rest.kind === 'list') return element('span', { class: 'rest', text: t('rest.list', { source: brief(rest.source, 60) }) });
    if (rest.hex && rest.time !== null) return link(mapLink(rest.hex, rest.time * 1000, realm), t('rest.heard', { when: `${hourIn('UTC', rest.time)} UTC` }));
    return rest.hex ? link(`/flights?hex=${rest.hex}`, t('rest.flights')) : element('span', { class: 'rest', text: t('rest.observation') });
}

function link(href, text) {
    return element('a', { class: 'rest', href, text });
}

/** Whether a visit is a draft, confirmed or closed; and who may read it. */
export function statusChips({ status, isPublic }) {
    return [chip(`status-${status}`, t(`visit-status.${status}`)), chip(isPublic ? 'public' : 'private', t(isPublic ? 'visit.public' : 'visit.private'))];
}

/** How sure whoever says it is. */
export function certaintyChip({ certainty, certaintyText }) {
    return certainty ? chip('certainty', certaintyText ? brief(certaintyText, 60) : worded(`certainty.${certainty}`, certainty)) : null;
}

/** Words as they stand in a report, with a link to where they stand. */
export function quoteNode(span, { withReport = true } = {}) {
    if (span?.isLeftOut) return element('p', { class: 'soft', text: t('quote.leftOut') });
    if (!span?.words) return null;
    return element('blockquote', { class: 'quote' }, element('p', { text: `\u201c${brief(span.words, 400)}\u201d` }),
        withReport && span.report !== null ? element('a', { class: 'rest', href: `#report-${span.report}`, 'data-span': `${span.report} ${span.start} ${span.end}`, text: t('rest.report', { id: String(span.report) }) }) : null);
}
