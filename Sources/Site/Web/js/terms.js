// Under which terms a provider's data come, and the operator's word that he has read them.
import { element, setText, show, tame } from './dom.js';
import { number, t } from './language.js';

export const purposes = ['private', 'research', 'newsroom'];
const licences = ['own', 'public-domain', 'CC-BY', 'CC-BY-SA', 'ODbL', 'non-commercial', 'no-redistribution', 'unknown'];

/** A licence tag in words. */
export function licenceText(tag) {
    return licences.includes(tag) ? t(`licence.${tag}`) : tame(tag ?? '', 40);
}

/** A link to another site, opened beside this one; text where the address is none. */
export function outLink(address, text) {
    if (!/^https?:\/\//.test(address ?? '')) return element('span', { text });
    return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer', text });
}

/** A day as the language writes it; `YYYY-MM-DD`. */
export function dayText(day) {
    const time = Date.parse(`${day}T00:00:00Z`);
    return Number.isFinite(time) ? new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(time) : tame(day ?? '', 20);
}

/** Today as the operator's calendar has it, `YYYY-MM-DD`. */
export function today() {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** What a provider allows: licence, credit, rate, terms with the day we read them. */
export function termsFacts(provider) {
    const rows = [['terms.licence', t(provider.redistributable ? 'terms.passOn' : 'terms.keep', { licence: licenceText(provider.licence) })]];
    if (provider.credit) rows.push(['terms.credit', tame(provider.credit, 200)]);
    if (provider.minimumInterval) rows.push(['terms.rate', t('terms.every', { seconds: number(provider.minimumInterval, provider.minimumInterval % 1 ? 1 : 0) })]);
    if (provider.credits) rows.push(['terms.credits', t('terms.perDay', { anonymous: provider.credits.anonymousPerDay, account: provider.credits.withAccountPerDay })]);
    const list = element('dl', { class: 'facts' }, ...rows.map(([key, text]) => element('div', {}, element('dt', { text: t(key) }), element('dd', { text }))));
    if (provider.terms) {
        const read = provider.termsRead ? t('terms.readByUs', { day: dayText(provider.termsRead) }) : t('terms.unread');
        list.append(element('div', {}, element('dt', { text: t('terms.terms') }), element('dd', {}, outLink(provider.terms, t('terms.open')), ` ${read}`)));
    }
    const notes = [];
    if (provider.note) notes.push(element('p', { class: 'hint', lang: 'en', text: tame(provider.note, 300) }));
    if (provider.verified === false) notes.push(element('p', { class: 'hint warned', text: t('terms.unverified') }));
    return element('div', { class: 'terms' }, list, ...notes);
}

/**
 * The purpose and the check mark. `fits` says by purpose `yes`, `unclear` or `no`; `prefix` makes the ids.
 * `value()` gives `{ terms, purpose, termsLink }`, or `null` and says what is missing.
 */
export function confirmation(prefix, { fits = {}, needsLink = false } = {}) {
    const purpose = element('select', { id: `${prefix}-purpose`, 'aria-describedby': `${prefix}-purpose-hint ${prefix}-purpose-error`, onchange: () => explain() },
        element('option', { value: '', text: t('purpose.choose') }), ...purposes.map((one) => element('option', { value: one, text: t(`purpose.${one}`) })));
    const link = element('input', { id: `${prefix}-termsLink`, type: 'url', maxlength: '400', spellcheck: 'false', autocomplete: 'off', 'aria-describedby': `${prefix}-termsLink-hint ${prefix}-termsLink-error` });
    const check = element('input', { id: `${prefix}-terms`, type: 'checkbox', 'aria-describedby': `${prefix}-terms-error` });
    const hint = element('p', { class: 'hint', id: `${prefix}-purpose-hint` });
    const error = (id) => element('p', { class: 'error', id: `${prefix}-${id}-error`, hidden: true });
    const linkField = element('div', { class: 'field' }, element('label', { for: link.id, text: t('terms.link') }), link, element('p', { class: 'hint', id: `${prefix}-termsLink-hint`, text: t(needsLink ? 'terms.link.needed' : 'terms.link.hint') }), error('termsLink'));
    const node = element('div', { class: 'confirmation' },
        element('div', { class: 'field' }, element('label', { for: purpose.id, text: t('purpose.label') }), purpose, hint, error('purpose')),
        linkField,
        element('div', { class: 'field' }, element('label', { class: 'check', for: check.id }, check, element('span', { text: t('terms.confirm') })), error('terms')));
    function explain() {
        const fit = needsLink ? 'unclear' : fits[purpose.value];
        setText(hint, purpose.value && fit && fit !== 'yes' ? t(`fit.${fit}`) : t('purpose.hint'));
        hint.classList.toggle('warned', Boolean(purpose.value && fit && fit !== 'yes'));
        // Where the public terms say no, an agreement of one's own is what can open it.
        show(linkField, needsLink || fit === 'no');
    }
    function fault(id, key) {
        const line = node.querySelector(`#${CSS.escape(`${prefix}-${id}-error`)}`);
        setText(line, t(key));
        show(line, true);
        node.querySelector(`#${CSS.escape(`${prefix}-${id}`)}`)?.focus();
        return null;
    }
    function value() {
        for (const line of node.querySelectorAll('.error')) show(line, false);
        const termsLink = linkField.hidden ? '' : link.value.trim();
        if (!purpose.value) return fault('purpose', 'purpose.missing');
        if (!linkField.hidden && !/^https?:\/\/\S+$/.test(termsLink)) return fault('termsLink', 'terms.link.missing');
        if (!check.checked) return fault('terms', 'terms.missing');
        return { terms: today(), purpose: purpose.value, ...(termsLink ? { termsLink } : {}) };
    }
    explain();
    return { node, value };
}
