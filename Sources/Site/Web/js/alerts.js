// The page of alerts: what was told since one last looked, all of it newest first, and one alert with its evidence.
import { AlertBell } from './alertbell.js';
import { alertView } from './alertview.js';
import { announce } from './announcer.js';
import { brief, byId, element, setText, show, tame } from './dom.js';
import { language, t } from './language.js';
import { keptLook, lookedAt, sinceView } from './alertsince.js';
import { Place } from './pageparts.js';
import { startPage } from './page.js';
import { goTo, leaves } from './pagelink.js';
import { timeMode } from './preferences.js';
import { askAlert, askAlerts, askWatching } from './watchapi.js';
import { alertChips, deliveryChip, drawSignIn, linesOf, refusal, said, timeNode, troubleNode } from './watchparts.js';
import { alertsLink, parseAlerts, watchesLink } from './watchquery.js';
import { askRight } from './writing.js';

const pace = 20_000;
const many = 50;

let query = parseAlerts(location.search);
let site = null;
let right = { mayWrite: false, needsSignIn: false };
let list = { key: null, alerts: null, next: null, trouble: null };
let one = { id: null, alert: null, others: {}, trouble: null };
let watching = null;
let look = null;
const places = Object.fromEntries(['since', 'list-place', 'one'].map((name) => [name, new Place(byId(name))]));
const bell = new AlertBell(byId('bell'), (alert) => { announce(tame(said(alert.title), 200)); refresh(); });

addEventListener('popstate', () => { query = parseAlerts(location.search); open(); });
document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="/alerts"]');
    if (!link || leaves(event) || link.closest('nav.pages')) return;
    event.preventDefault();
    query = parseAlerts(new URL(link.href).search);
    goTo(alertsLink(query), true);
    open();
});
for (const name of ['pagehide', 'visibilitychange']) addEventListener(name, () => { if (site && document.visibilityState === 'hidden') lookedAt(site, watching?.wall ?? null); });

await startPage((document_) => {
    site = document_;
    if (site && look === null) look = keptLook(site);
    bell.draw();
    draw();
}, ['time', 'language', 'theme']);
right = await askRight();
await open(true);
setInterval(() => { if (!document.hidden) refresh(); }, pace);

// What the address asks for: one alert, or the list.
async function open(isFirst = false) {
    const isSame = one.id === query.id;
    if (!isSame) one = { id: query.id, alert: null, others: {}, trouble: null };
    draw();
    if (query.id) {
        await askOne();
        // Who comes from elsewhere begins at the top; who was in the list is led to what was opened.
        if (!isSame && !isFirst) {
            byId('one-title')?.focus();
            scrollTo(0, 0);
        }
    }
    await refresh();
}

async function askOne() {
    const { id } = query;
    try {
        const alert = await askAlert(id);
        if (one.id !== id) return;
        one = { ...one, alert, trouble: alert ? null : t('one.missing') };
        draw();
        const [correcting, corrected] = await Promise.all([alert?.correctedBy, alert?.corrects].map((other) => (other ? askAlert(other).catch(() => null) : null)));
        if (one.id === id) one = { ...one, others: { correcting, corrected } };
    } catch (error) {
        if (one.id === id && !one.alert) one = { ...one, trouble: error.status === 404 ? t('one.missing') : error.message };
    }
    draw();
}

async function refresh() {
    const asked = alertsLink({ ...query, id: null });
    try {
        const answer = await askAlerts({ watch: query.watch, visit: query.visit, limit: many });
        // What was opened further down stays.
        const older = (list.alerts ?? []).filter((alert) => list.key === asked && !answer.alerts.some((each) => each.id === alert.id) && answer.alerts.length && alert.time < answer.alerts.at(-1).time);
        list = { key: asked, alerts: [...answer.alerts, ...older], next: older.length ? list.next : answer.next, trouble: null };
    } catch (error) {
        list = { ...list, trouble: refusal(error, right).text };
    }
    if (look) {
        try {
            watching = await askWatching(look.since, look.made);
            right = { ...right, mayWrite: true };
        } catch {
            // Strangers are not told how we watched.
            watching = null;
        }
    }
    draw();
}

async function more() {
    if (list.next === null) return;
    try {
        const answer = await askAlerts({ watch: query.watch, visit: query.visit, before: list.next, limit: many });
        list = { ...list, alerts: [...list.alerts, ...answer.alerts.filter((alert) => !list.alerts.some((each) => each.id === alert.id))], next: answer.next, trouble: null };
    } catch (error) {
        list = { ...list, trouble: error.message };
    }
    draw();
}

function draw() {
    const shared = [language(), timeMode(), right.mayWrite];
    drawSignIn(right.needsSignIn && !watching);
    show(byId('one-part'), query.id !== null);
    show(byId('all-part'), query.id === null);
    show(byId('since'), watching !== null && query.watch === null && query.visit === null);
    if (query.id) {
        places.one.draw([shared, one], () => (one.alert ? alertView(one.alert, { now: site?.now ?? null, mayWrite: right.mayWrite || one.alert.deliveries !== null, others: one.others }) : [element('h1', { id: 'one-title', tabindex: '-1', text: t('one.heading') }), troubleNode(one.trouble) ?? element('p', { class: 'soft', text: t('alerts.asking') })]));
        document.title = one.alert ? `${tame(said(one.alert.title), 120)} \u00b7 Pelacak` : t('page.alerts.title');
        return;
    }
    document.title = t('page.alerts.title');
    if (watching) places.since.draw([shared, watching, look, fresh().length], () => sinceView(watching, look, { fresh: fresh().length, looked: () => { look = lookedAt(site, watching.wall); refresh(); } }));
    const name = list.alerts?.find((alert) => alert.watch === query.watch)?.name;
    setText(byId('list-title'), query.watch ? t('alerts.ofRule', { name: brief(name ?? query.watch, 80) }) : t(query.visit ? 'alerts.ofVisit' : 'alerts.list'));
    show(byId('all-link'), query.watch !== null || query.visit !== null);
    places['list-place'].draw([shared, list, look], () => [troubleNode(list.trouble), ...listNodes()]);
}

function fresh() {
    return look && look.isKept ? (list.alerts ?? []).filter((alert) => (look.made === null ? alert.time > look.since : alert.made > look.made)) : [];
}

function listNodes() {
    if (!list.alerts) return list.trouble ? [] : [element('p', { class: 'soft', text: t('alerts.asking') })];
    if (!list.alerts.length) return [element('p', { class: 'soft', id: 'no-alerts', text: t(right.mayWrite ? 'alerts.empty' : 'alerts.emptyPublic') }), right.mayWrite ? element('p', {}, element('a', { class: 'button main', href: watchesLink({ isNew: true }), text: t('watches.new') })) : null];
    const known = new Set(fresh());
    return [element('ol', { class: 'alert-list' }, ...list.alerts.map((alert) => row(alert, known.has(alert)))), list.next === null ? null : element('button', { type: 'button', class: 'button', id: 'more', text: t('alerts.more'), onclick: more })];
}

function row(alert, isNew) {
    const title = tame(said(alert.title), 300);
    const link = element('a', { class: 'title', href: alertsLink({ id: alert.id }) }, alert.correctedBy ? element('s', { text: title }) : title);
    const lines = linesOf(said(alert.body)).filter((line) => line !== title).slice(0, 2);
    return element('li', { class: isNew ? 'alert-row fresh' : 'alert-row' },
        element('p', { class: 'soft when' }, timeNode(alert.time, { now: site?.now ?? null })), element('div', {}, link, element('span', { class: 'chips' }, ...alertChips(alert, { isNew }), deliveryChip(alert)),
            ...lines.map((line) => element('p', { class: 'alert-line', text: line })),
            alert.correctedBy ? element('p', {}, element('a', { href: alertsLink({ id: alert.correctedBy }), text: t('alerts.toCorrection') })) : null,
            element('p', { class: 'soft small-print' }, alert.watch ? element('a', { href: alertsLink({ watch: alert.watch }), text: brief(alert.name, 80) }) : null)));
}
