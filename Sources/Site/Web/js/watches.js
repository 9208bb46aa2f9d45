// The page of rules: what watches, how it fares, and where a rule is written.
import { AlertBell } from './alertbell.js';
import { announce } from './announcer.js';
import { brief, byId, element, show, tame } from './dom.js';
import { language, number, t } from './language.js';
import { chip, guarded, Place } from './pageparts.js';
import { startPage } from './page.js';
import { goTo, leaves } from './pagelink.js';
import { timeMode } from './preferences.js';
import { RuleEditor } from './ruleeditor.js';
import { visitLink } from './visitquery.js';
import { askAreas, askExamples, askOutlets, askWatch, askWatches, enableWatch, removeWatch } from './watchapi.js';
import { drawSignIn, momentText, refusal, said, timeNode, troubleNode } from './watchparts.js';
import { alertsLink, parseWatches, watchesLink } from './watchquery.js';
import { askRight } from './writing.js';

const pace = 20_000;

let query = parseWatches(location.search);
let site = null;
let right = { mayWrite: false, needsSignIn: false };
let watches = null;
let examples = [];
let outlets = [];
let areas = [];
let trouble = null;
let refused = null;
let editor = null;
const places = Object.fromEntries(['list-place', 'examples-place', 'trouble'].map((name) => [name, new Place(byId(name))]));
const bell = new AlertBell(byId('bell'), (alert) => { announce(tame(said(alert.title), 200)); refresh(); });

addEventListener('popstate', () => {
    // What was typed is not lost by a step back: it is asked first.
    if (editor?.isChanged) {
        goTo(watchesLink(query), true);
        return editor.warn();
    }
    query = parseWatches(location.search);
    return open();
});
document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="/watches"]');
    if (!link || leaves(event) || link.closest('nav')) return;
    event.preventDefault();
    go(parseWatches(new URL(link.href).search));
});
addEventListener('beforeunload', (event) => { if (editor?.isChanged) event.preventDefault(); });

await startPage((document_) => {
    site = document_;
    bell.draw();
    if (editor && editor.drawn !== language()) editor.draw();
    draw();
}, ['time', 'language', 'theme']);
right = await askRight();
await refresh();
if (!refused) [examples, outlets, areas] = await Promise.all([askExamples().catch(() => []), askOutlets().catch(() => []), askAreas()]);
await open();
setInterval(() => { if (!document.hidden && !editor) refresh(); }, pace);

function go(next) {
    query = next;
    goTo(watchesLink(query), true);
    open();
}

// What the address asks for: the list, or a rule that is written.
async function open() {
    draw();
    if (!query.edit && !query.isNew) {
        editor?.preview.cancel();
        editor = null;
        draw();
        return;
    }
    if (refused) return;
    let watch = null;
    try {
        if (query.edit) watch = await askWatch(query.edit);
    } catch (error) {
        trouble = error.message;
        query = parseWatches('');
        return draw();
    }
    const example = examples.find((one) => one.id === query.example);
    editor = new RuleEditor(byId('editor'), {
        watch, text: watch ? watch.yaml : example ? example.yaml : null, outlets: () => outlets.map((one) => one.name), areas: () => areas, site: () => site,
        kept: async () => { await refresh(); go(parseWatches('')); byId('list-title').focus(); }, left: () => { go(parseWatches('')); byId('list-title').focus(); },
    });
    draw();
    byId('editor-title').focus();
    scrollTo(0, 0);
}

async function refresh() {
    try {
        watches = await askWatches();
        refused = null;
        trouble = null;
        right = { mayWrite: true, needsSignIn: false };
    } catch (error) {
        if (watches) trouble = error.message;
        else refused = refusal(error, right);
    }
    draw();
}

async function act(work, said_) {
    try {
        await work();
        trouble = null;
        announce(said_);
    } catch (error) {
        trouble = error.status === 401 || error.status === 403 ? t('editor.signInFirst') : error.message;
    }
    const kept = trouble;
    await refresh();
    trouble = kept;
    draw();
}

function draw() {
    const shared = [language(), timeMode()];
    drawSignIn(refused?.isSignIn === true);
    show(byId('list-part'), !editor);
    show(byId('editor'), editor !== null);
    places.trouble.draw([trouble, refused, language()], () => [refused ? element('p', { class: 'callout', id: 'refused' }, refused.text, ' ', element('a', { href: '/alerts', text: t('watches.toAlerts') })) : null, troubleNode(trouble, 'watch-trouble')]);
    show(byId('rules-part'), !refused);
    if (refused) return;
    const all = watches?.filter((one) => query.visit === null || one.visit === query.visit) ?? null;
    show(byId('all-link'), query.visit !== null);
    places['list-place'].draw([shared, all, site === null], () => {
        if (!all) return element('p', { class: 'soft', text: t('watches.asking') });
        if (!all.length) return element('p', { class: 'soft', id: 'no-rules', text: t(query.visit ? 'watches.emptyVisit' : 'watches.empty') });
        return element('ul', { class: 'cards watch-cards' }, ...all.map(card));
    });
    places['examples-place'].draw([shared, examples], () => element('ul', { class: 'example-list' }, ...examples.map((one) => element('li', {}, element('a', { href: watchesLink({ isNew: true, example: one.id }), text: brief(one.name, 120) }), element('p', { class: 'soft', text: tame(said(one.sentence), 600) })))));
}

function card(watch) {
    const state = watch.stopped !== null ? ['bad', t('rule-state.stopped')] : watch.isEnabled ? ['good', t('rule-state.on')] : ['wait', t('rule-state.off')];
    const name = brief(watch.name, 120);
    const safe = watch.id;
    // What was written by hand is changed by hand: the server says so where it is tried.
    const isOff = !watch.isEnabled || watch.stopped !== null;
    return element('li', { class: 'card watch-card', 'data-id': watch.id },
        element('div', { class: 'head' }, element('h3', { text: name }), element('span', { class: 'chips' }, watch.isPublic ? chip('public', t('alerts.public')) : null, watch.visit ? element('a', { class: 'chip', href: visitLink({ id: watch.visit }), text: t('watches.ofVisit') }) : null), element('span', { class: `status ${state[0]}`, text: state[1] })),
        element('p', { class: 'sentence', text: tame(said(watch.sentence), 2000) }), watch.stopped === null ? null : element('p', { class: 'detail bad', text: t('watches.stoppedWhy', { when: momentText(watch.stopped) }) }),
        element('p', { class: 'detail' }, watch.lastAlert === null ? t('watches.noAlert') : element('a', { href: alertsLink({ watch: watch.id }) }, `${t('watches.lastAlert')} `, timeNode(watch.lastAlert, { now: site?.now ?? null })), ` \u00b7 ${t('watches.recent', { n: watch.recent })} \u00b7 ${t('one.version', { n: watch.version })}`, watch.size ? ` \u00b7 ${t('watches.size', { n: watch.size, size: number(watch.size) })}` : null, watch.by ? ` \u00b7 ${t('watches.by', { who: brief(watch.by, 60) })}` : null),
        element('div', { class: 'actions' },
            element('button', { type: 'button', class: 'button', id: `switch-${safe}`, 'aria-label': t(isOff ? 'watches.turnOnOf' : 'watches.turnOffOf', { name }), text: t(watch.stopped !== null ? 'watches.again' : isOff ? 'watches.turnOn' : 'watches.turnOff'), onclick: () => act(() => enableWatch(watch.id, isOff), t(isOff ? 'watches.isOn' : 'watches.isOff', { name })) }),
            element('a', { class: 'button', id: `edit-${safe}`, href: watchesLink({ edit: watch.id }), 'aria-label': t('watches.editOf', { name }), text: t('watches.edit') }),
            guarded(`delete-${safe}`, { text: t('watches.delete'), label: t('watches.deleteOf', { name }), question: t('watches.deleteSure', { name }), yes: t('watches.deleteYes'), isDanger: true, action: () => act(() => removeWatch(watch.id), t('watches.deleted', { name })) })));
}
