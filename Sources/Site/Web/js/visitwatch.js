// From a visit to its watches and to a plan for polled sources; who may see it; what goes out; its end.
import { brief, element, tame } from './dom.js';
import { broadTable } from './flightparts.js';
import { language, number, t } from './language.js';
import { chip, guarded } from './pageparts.js';
import { sentenceNode } from './visitparts.js';
import { exportLink } from './visitapi.js';
import { momentIn } from './visittime.js';
import { visitTitle } from './visitwords.js';
import { alertsLink, watchesLink } from './watchquery.js';

/** The rules of a visit, what they told, and the plan. `isWatched`: they are at work; `plan`: a document, or `null` where it was not asked for or is not told. */
export function watchView(page, { rules, isWatched, plan, trouble }) {
    const { visit, mayWrite } = page;
    const alerts = visit.alerts ? alertsNode(page) : null;
    if (!mayWrite) return [alerts].filter(Boolean);
    return [
        element('p', { class: 'soft', text: t('watch.lead') }),
        visit.status === 'closed' ? null : element('div', { class: 'actions' }, element('button', { type: 'button', class: 'button main', id: 'make-watches', text: t(rules.length ? 'watch.again' : 'watch.make'), onclick: () => page.watch() })),
        trouble ? element('p', { class: 'error', role: 'alert', text: trouble }) : null, rules.length ? element('p', { class: isWatched ? 'good-line' : 'callout', id: 'rules-kept', text: t(isWatched ? 'watch.kept' : 'watch.notKept') }) : null,
        isWatched ? element('p', {}, element('a', { id: 'to-rules', href: watchesLink({ visit: visit.id }), text: t('watch.toRules') })) : null, rules.length ? rulesNode(page, rules) : null, alerts, plan ? planNode(page, plan) : null,
    ].filter(Boolean);
}

function rulesNode(page, rules) {
    return element('div', { id: 'rules' },
        element('ul', { class: 'rules' }, ...rules.map((rule, place) => element('li', {}, element('b', { text: brief(rule.name, 80) }), sentenceNode(rule.sentence, page),
            rule.yaml ? element('details', { id: `rule-${place}` }, element('summary', { text: t('watch.rule') }), element('pre', { tabindex: '0', translate: 'no', text: tame(rule.yaml.replaceAll('\n', '\u2424'), 4000).replaceAll('\u2424', '\n') })) : null))));
}

// What they told: evidence beside what is known already, and no verdict.
function alertsNode(page) {
    const { alerts, alertsNotice, hasMoreAlerts, id } = page.visit;
    const rows = alerts.map((alert) => {
        const title = brief(alert.title[language()] ?? alert.title.en ?? '', 160);
        return element('li', {}, element('span', { class: 'soft', text: `${momentIn('UTC', alert.time) ?? ''} UTC` }), ' ', element('a', { href: alertsLink({ id: alert.id }) }, alert.correctedBy ? element('s', { text: title }) : title), alert.isSimulated ? ' ' : null, alert.isSimulated ? chip('simulated', t('simulated.word')) : null,
            alert.correctedBy ? ' ' : null, alert.correctedBy ? element('a', { href: alertsLink({ id: alert.correctedBy }), text: t('watch.correction') }) : null);
    });
    return element('div', { id: 'visit-alerts' }, element('h3', { text: t('watch.alerts') }), alertsNotice.text ? sentenceNode(alertsNotice, page, { className: 'soft' }) : element('p', { class: 'soft', text: t('watch.alertsText') }), alerts.length ? null : element('p', { class: 'soft', text: t('watch.noAlerts') }), alerts.length ? element('ul', { class: 'visit-alerts' }, ...rows) : null, hasMoreAlerts ? element('p', {}, element('a', { href: alertsLink({ visit: id }), text: t('watch.moreAlerts') })) : null);
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
