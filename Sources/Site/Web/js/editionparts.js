// What pages show of editions: a list of them, and how something differs by now from what was published.
import { brief, element, tame } from './dom.js';
import { editionLink, objectionsLink } from './editiondoc.js';
import { addWords, language, t } from './language.js';
import { chip, small } from './pageparts.js';
import { momentIn } from './visittime.js';

/** Changes that stand on the page at once. */
const shownChanges = 100;

// An edition in a list.
function editionNode(one, mayWrite) {
    const name = { n: String(one.number) };
    return element('li', { id: `edition-${one.number}` },
        element('a', { href: editionLink(one.number, language()), text: t('editions.one', name) }), ' ', element('span', { class: 'soft', text: one.published === null ? '' : `${momentIn('UTC', one.published) ?? ''} UTC` }), one.isSimulated ? ' ' : null, one.isSimulated ? chip('simulated', t('simulated.word')) : null, ' ',
        element('a', { href: editionLink(one.number, language(), 'objections'), text: t('editions.objections'), 'aria-label': t('editions.objectionsOf', name) }), mayWrite ? ' ' : null, mayWrite ? element('a', { class: 'to-write', href: objectionsLink(one.number), text: t('editions.write'), 'aria-label': t('editions.writeOf', name) }) : null,
        one.earlier ? element('p', { class: 'soft', text: t('editions.corrects', { n: String(one.earlier), changes: t('editions.changes', { n: one.changes }) }) }) : null,
        one.digest ? element('p', { class: 'soft small-print' }, 'SHA-256 ', element('code', { class: 'mono', translate: 'no', text: one.digest })) : null);
}

/**
 * All that is shown of the editions of something. `lead`, `none`: keys of the words; `list`: newest first; `difference`: as it was read, `trouble`: a key, or `null`;
 * `mayWrite`: with ways to publish and to take objections down.
 */
export function editionNodes({ lead, none, list, difference, trouble, mayWrite, publish }) {
    return [
        element('p', { class: 'soft', text: t(lead) }),
        list.length ? element('ul', { class: 'editions', id: 'edition-list' }, ...list.map((one) => editionNode(one, mayWrite))) : element('p', { id: 'no-editions', text: t(none) }),
        list.length ? element('p', {}, element('a', { href: `/editions/${language() === 'id' ? '?lang=id' : ''}`, text: t('editions.all') })) : null,
        trouble ? element('p', { class: 'callout', id: 'editions-trouble', text: t(trouble) }) : null,
        difference?.since ? element('div', { id: 'since-edition' }, ...differenceNodes(difference)) : null,
        mayWrite ? element('div', { class: 'actions' }, small('publish', t('publish.button'), publish, { className: 'button main' })) : null,
    ].filter(Boolean);
}

// How what is shown differs from what was published.
function differenceNodes(difference) {
    const since = String(difference.since.number);
    if (!difference.total) return [element('p', { class: 'good-line', id: 'since-text', text: t('differs.none', { n: since }) })];
    const sentence = t('differs.text', { since, changes: t('differs.sentences', { n: difference.changed }) });
    return [
        element('h3', { text: t('differs.title') }), element('p', { id: 'since-text', text: difference.changed ? sentence : t('differs.others', { since }) }),
        element('details', { id: 'since-changes' }, element('summary', { text: t('differs.show', { n: difference.total }) }), changesNode(difference)),
    ];
}

/** The changes one by one. */
export function changesNode({ changes, total }) {
    const shown = changes.slice(0, shownChanges);
    return element('div', {}, element('ul', { class: 'edition-changes' }, ...shown.map((one) => element('li', {}, element('b', { text: brief(one.subject, 80) }), ' ', chip(one.before === null ? 'good' : 'wait', t(one.before === null ? 'differs.new' : one.after === null ? 'differs.gone' : 'differs.changed')),
        element('dl', {}, ...[['differs.before', one.before], ['differs.after', one.after]].filter(([, words]) => words !== null).map(([key, words]) => element('div', {}, element('dt', { text: t(key) }), element('dd', { text: tame(words, 2000) }))))))),
    total > shown.length ? element('p', { class: 'soft', text: t('differs.more', { n: total - shown.length }) }) : null);
}

/** The form that publishes, loaded with its first use: `openPublish` of editionpublish.js. */
export async function publishForm(options) {
    const [{ openPublish }] = await Promise.all([import('./editionpublish.js'), addWords('publish')]);
    openPublish(options);
}
