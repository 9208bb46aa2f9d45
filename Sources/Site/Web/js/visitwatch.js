// From a visit to its watches and to a plan for polled sources; who may see it; what goes out; its end.
import { brief, element, tame } from './dom.js';
import { broadTable } from './flightparts.js';
import { number, t } from './language.js';
import { guarded, sentenceNode } from './visitparts.js';
import { exportLink } from './visitapi.js';
import { visitTitle } from './visitwords.js';

/** The watches and the plan. `watches` and `plan`: documents, or `null` where they were not asked for or are not told. */
export function watchView(page, { watches, plan, trouble }) {
    return [
        element('p', { class: 'soft', text: t('watch.lead') }),
        element('div', { class: 'actions' }, element('button', { type: 'button', class: 'button main', id: 'make-watches', text: t(watches ? 'watch.again' : 'watch.make'), onclick: () => page.watch() })),
        trouble ? element('p', { class: 'error', role: 'alert', text: trouble }) : null, watches ? rulesNode(page, watches) : null, plan ? planNode(page, plan) : null,
    ].filter(Boolean);
}

function rulesNode(page, { rules, isKept }) {
    return element('div', { id: 'rules' }, element('p', { class: isKept ? 'good-line' : 'callout', text: t(isKept ? 'watch.kept' : 'watch.notKept') }),
        element('ul', { class: 'rules' }, ...rules.map((rule, place) => element('li', {}, element('b', { text: brief(rule.name, 80) }), sentenceNode(rule.sentence, page),
            rule.yaml ? element('details', { id: `rule-${place}` }, element('summary', { text: t('watch.rule') }), element('pre', { tabindex: '0', translate: 'no', text: tame(rule.yaml.replaceAll('\n', '\u2424'), 4000).replaceAll('\u2424', '\n') })) : null))));
}

function planNode(page, plan) {
    const node = element('div', { id: 'plan' }, element('h3', { text: t('plan.title') }));
    if (!plan.isConfigured) {
        node.append(element('p', { class: 'soft', text: t('plan.none') }));
        return node;
    }
    if (plan.notice.text) node.append(sentenceNode(plan.notice, page, { className: 'callout' }));
    node.append(queriesNode(plan.queries));
    if (plan.perHour !== null) node.append(element('p', { text: t('plan.total', { n: Math.round(plan.perHour) }) }));
    if (plan.notCovered.length) node.append(element('h4', { text: t('plan.notCovered') }), element('ul', {}, ...plan.notCovered.map((one) => sentenceNode(one, page, { tag: 'li' }))));
    if (plan.ifPaused) node.append(element('div', { id: 'if-paused' }, sentenceNode(plan.ifPaused.sentence, page), queriesNode(plan.ifPaused.queries)));
    return node;
}

function queriesNode(queries) {
    return broadTable(t('plan.title'), [t('plan.provider'), t('plan.what'), t('plan.perHour')], queries.map((one) => element('tr', {}, element('th', { scope: 'row', text: brief(one.provider, 60) }), element('td', { text: brief(one.what, 200) }), element('td', { text: one.perHour === null ? '\u2013' : number(one.perHour) }))));
}

/** Exports: files that anybody who may read the page may have. */
export function exportsNode(page) {
    return element('div', { class: 'exports', role: 'group', 'aria-label': t('export.label') }, ...['json', 'geojson', 'csv'].map((format) => element('a', {
        class: 'button', id: `export-${format}`, href: exportLink(page.visit.id, format, page), download: `${fileName(page.visit)}.${format}`, text: t(`export.${format}`),
    })), element('button', { type: 'button', class: 'button', id: 'print', text: t('export.print'), onclick: () => print() }));
}

function fileName({ id, subject }) {
    const who = (subject.name ?? subject.role ?? '').normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40).toLowerCase();
    return ['visit', who, id].filter(Boolean).join('-');
}

/** Who may see it, its state, and its end. */
export function settingsView(page) {
    const { visit } = page;
    const out = element('ul', { class: 'goes-out' }, ...['goes.subject', 'goes.quotes', 'goes.claims', 'goes.candidates'].map((key) => element('li', { text: t(key) })));
    const kept = element('ul', { class: 'goes-out kept' }, ...['kept.texts', 'kept.files', 'kept.people', 'kept.hidden'].map((key) => element('li', { text: t(key) })));
    return [
        element('p', {}, element('b', { text: t(visit.isPublic ? 'share.isPublic' : 'share.isPrivate') })),
        element('div', { class: 'two-lists' }, element('div', {}, element('h4', { text: t(visit.isPublic ? 'share.out' : 'share.wouldGoOut') }), out), element('div', {}, element('h4', { text: t('share.stays') }), kept)),
        element('div', { class: 'actions' },
            visit.isPublic ? element('button', { type: 'button', class: 'button', id: 'make-private', text: t('share.makePrivate'), onclick: () => page.run({ kind: 'setPublic', public: false }) })
                : guarded('make-public', { text: t('share.makePublic'), question: t('share.sure'), yes: t('share.yes'), action: () => page.run({ kind: 'setPublic', public: true }) }),
            visit.status === 'confirmed' ? element('button', { type: 'button', class: 'button', id: 'close-visit', text: t('visit.close'), onclick: () => page.run({ kind: 'setStatus', status: 'closed' }) }) : null,
            visit.status === 'closed' ? element('button', { type: 'button', class: 'button', id: 'reopen-visit', text: t('visit.reopen'), onclick: () => page.run({ kind: 'setStatus', status: 'confirmed' }) }) : null,
            guarded('delete-visit', { text: t('visit.delete'), question: t('visit.deleteSure', { title: visitTitle(visit) }), yes: t('visit.deleteYes'), isDanger: true, action: () => page.remove() })),
    ];
}
