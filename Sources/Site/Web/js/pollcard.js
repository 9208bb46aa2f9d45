// What a polled source shows in its card: whose data, under which terms, when it asks next, and the form that confirms the terms.
import { element, setText, show, tame } from './dom.js';
import { number, t } from './language.js';
import { confirmation, dayText, licenceText, outLink, purposes } from './terms.js';
import { ageText } from './time.js';

/** The part of a card that changes only with the terms; `confirm(body)` sends the operator's word. */
export function pollPart(source, confirm) {
    const { poll } = source;
    if (!poll) return null;
    const node = element('div', { class: 'poll' });
    const facts = element('dl', { class: 'facts' });
    const row = (key, ...content) => facts.append(element('div', {}, element('dt', { text: t(key) }), element('dd', {}, ...content)));
    row('terms.licence', t(poll.redistributable ? 'terms.passOn' : 'terms.keep', { licence: licenceText(poll.licence) }));
    if (poll.credit) row('terms.credit', outLink(poll.home, tame(poll.credit, 200)));
    const isConfirmed = Boolean(poll.termsRead && poll.purpose);
    if (isConfirmed) {
        const purpose = purposes.includes(poll.purpose) ? t(`purpose.${poll.purpose}`) : tame(poll.purpose, 20);
        row('terms.terms', ...(poll.terms ? [outLink(poll.terms, t('terms.open')), ' '] : []), t('terms.readByYou', { day: dayText(poll.termsRead), purpose }));
    }
    node.append(facts, element('p', { class: 'detail poll-now' }), element('p', { class: 'detail warned poll-warning', hidden: true }));
    if (poll.credit && source.specification && (!isConfirmed || poll.fit === 'no')) {
        const form = confirmation(`confirm-${source.id}`, { needsLink: !poll.terms, fits: poll.fit === 'no' && poll.purpose ? { [poll.purpose]: 'no' } : {} });
        const send = element('button', { type: 'button', class: 'button main', text: t('poll.confirm'), onclick: () => { const body = form.value(); if (body) confirm(body); } });
        const intro = element('p', {}, t('poll.off', { provider: tame(poll.provider, 60) }), ' ', poll.terms ? outLink(poll.terms, t('terms.open')) : null);
        node.append(element('div', { class: 'confirm-terms', role: 'group', 'aria-label': t('terms.terms') }, intro, form.node, send));
    }
    return node;
}

/** What of a source decides whether that part is drawn anew. */
export function pollKey(source) {
    const { poll } = source;
    return poll ? [poll.licence, poll.credit, poll.terms, poll.termsRead, poll.purpose, poll.fit] : null;
}

/** The part that changes with each poll. */
export function fillPoll(node, source, now = Date.now()) {
    const line = node.querySelector('.poll-now');
    if (!line || !source.poll) return;
    const { poll } = source;
    const parts = [];
    if (source.state !== 'paused' && source.state !== 'refused' && Number.isFinite(poll.nextIn)) parts.push(t('poll.next', { seconds: Math.ceil(poll.nextIn) }));
    if (Number.isFinite(poll.creditsLeft)) parts.push(t('poll.creditsLeft', { n: poll.creditsLeft }));
    if (Number.isFinite(poll.lastStatus)) parts.push(t('poll.last', { status: String(poll.lastStatus), age: Number.isFinite(poll.lastAnswer) ? ageText(now / 1000 - poll.lastAnswer) : '' }));
    if (poll.polls) parts.push(t('poll.count', { n: poll.polls, failures: number(poll.failures ?? 0) }));
    setText(line, parts.join(' · '));
    const warning = node.querySelector('.poll-warning');
    const words = poll.fit === 'unclear' ? t('fit.unclear') : poll.warning ? tame(poll.warning, 200) : '';
    setText(warning, words);
    show(warning, words !== '');
}
