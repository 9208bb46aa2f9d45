// The page of outlets: where alerts go, how that fares, and what could not be delivered.
import { announce } from './announcer.js';
import { brief, byId, element, show, tame } from './dom.js';
import { language, t } from './language.js';
import { OutletForm } from './outletform.js';
import { guarded, Place } from './pageparts.js';
import { startPage } from './page.js';
import { pairs } from './flightparts.js';
import { timeMode } from './preferences.js';
import { askOutlets, askWatching, removeOutlet, sendAgain, testOutlet } from './watchapi.js';
import { drawSignIn, refusal, said, timeNode, troubleNode, wordOr } from './watchparts.js';
import { askRight } from './writing.js';

const pace = 10_000;

let site = null;
let right = { mayWrite: false, needsSignIn: false };
let outlets = null;
let heartbeat = null;
let refused = null;
let trouble = null;
let drawn = null;
/** What became of a test, by name: `{state: 'running' | 'good' | 'bad'}`, and with `bad` why, by language, or the `text` of a refusal. */
const trials = new Map();
/** The path of a feed that was just made is told once. */
let feed = null;
const places = Object.fromEntries(['list-place', 'trouble', 'feed-place', 'beat-place'].map((name) => [name, new Place(byId(name))]));
const form = new OutletForm(byId('outlet-form'), { added });

await startPage((document_) => {
    site = document_;
    draw();
}, ['time', 'language', 'theme']);
right = await askRight();
await refresh();
setInterval(() => { if (!document.hidden) refresh(); }, pace);

function added(outlet) {
    if (outlet?.feed) feed = { name: outlet.name, path: outlet.feed };
    announce(t('outlets.added', { name: outlet?.name ?? '' }));
    refresh();
    byId('list-title').focus();
}

async function refresh() {
    try {
        outlets = await askOutlets();
        refused = null;
        ({ heartbeat } = await askWatching(null).catch(() => ({ heartbeat: null })));
    } catch (error) {
        if (outlets) trouble = error.message;
        else refused = refusal(error, right);
    }
    draw();
}

async function act(work, told) {
    trouble = null;
    try {
        const text = await work();
        announce(text ?? told);
    } catch (error) {
        trouble = error.status === 401 || error.status === 403 ? t('editor.signInFirst') : tame(error.message, 300);
    }
    const kept = trouble;
    await refresh();
    trouble = kept;
    draw();
}

async function test(name, isFeed) {
    trials.set(name, { state: 'running' });
    draw();
    try {
        const why = await testOutlet(name);
        trials.set(name, why === null ? { state: 'good', isFeed } : { state: 'bad', why });
    } catch (error) {
        trials.set(name, { state: 'bad', text: tame(error.message, 300) });
    }
    announce(`${name}: ${trialText(trials.get(name))}`);
    draw();
}

function trialText({ state, isFeed, why, text }) {
    if (state === 'running') return t('outlets.testing');
    if (state === 'good') return t(isFeed ? 'outlets.inFeed' : 'outlets.arrived');
    return why ? t('outlets.notArrived', { why: tame(said(why), 200) }) : text;
}

function draw() {
    if (drawn !== language()) {
        drawn = language();
        form.draw();
    }
    const shared = [language(), timeMode()];
    drawSignIn(refused?.isSignIn === true);
    places.trouble.draw([shared, trouble, refused], () => [refused ? element('p', { class: 'callout', id: 'refused', text: refused.text }) : null, troubleNode(trouble, 'outlet-trouble')]);
    show(byId('columns'), refused === null);
    places['feed-place'].draw([shared, feed], () => (feed ? feedNode() : []));
    places['beat-place'].draw([shared, heartbeat], beatNodes);
    places['list-place'].draw([shared, outlets, [...trials]], () => {
        if (!outlets) return refused ? [] : element('p', { class: 'soft', text: t('outlets.asking') });
        return element('ul', { class: 'cards' }, ...outlets.map(card));
    });
}

function feedNode() {
    const address = `${location.origin}${feed.path}${language() === 'en' ? '' : `?lang=${language()}`}`;
    return element('div', { class: 'callout', id: 'feed' }, element('p', { text: t('outlets.feedOnce', { name: feed.name }) }), element('p', {}, element('code', { text: address })), element('p', { class: 'actions' },
        globalThis.isSecureContext ? element('button', { type: 'button', class: 'button', text: t('outlets.copy'), onclick: async () => { await navigator.clipboard.writeText(address).then(() => announce(t('outlets.copied')), () => {}); } }) : null, element('button', { type: 'button', class: 'button', id: 'feed-gone', text: t('outlets.noted'), onclick: () => { feed = null; draw(); } })));
}

function beatNodes() {
    if (!heartbeat) return [element('p', { class: 'soft', text: t('beat.text') }), element('pre', { translate: 'no', tabindex: '0', text: t('beat.example') })];
    const isBad = heartbeat.lastError !== null || heartbeat.lastFailure !== null && (heartbeat.lastSuccess ?? 0) < heartbeat.lastFailure;
    return [element('p', { class: isBad ? 'verdict bad' : 'good-line', id: 'beat', text: t(isBad ? 'beat.bad' : heartbeat.lastSuccess === null ? 'beat.waiting' : 'beat.good') }), pairs([
        ['beat.address', heartbeat.address ? brief(heartbeat.address, 100) : null], ['outlets.lastSuccess', heartbeat.lastSuccess === null ? null : timeNode(heartbeat.lastSuccess)], ['outlets.lastFailure', heartbeat.lastFailure === null ? null : timeNode(heartbeat.lastFailure)], ['outlets.lastError', heartbeat.lastError ? brief(said(heartbeat.lastError), 200) : null]])];
}

function card(outlet) {
    const { name } = outlet;
    const tone = { idle: 'good', sending: 'wait', failing: 'bad' }[outlet.state];
    const trial = trials.get(name);
    // Nothing is sent to what fetches by itself: a test stands in a feed, and open pages are tried where they ring.
    const isFetched = outlet.kind === 'feed' || outlet.kind === 'browser';
    return element('li', { class: 'card outlet-card', 'data-name': name },
        element('div', { class: 'head' }, element('h3', { text: name }), element('span', { class: `status ${tone}`, text: t(`outlet-state.${isFetched && outlet.state === 'idle' ? 'fetched' : outlet.state}`) })), element('p', { class: 'address', text: wordOr(`outlet-kind.${outlet.kind}`, outlet.kind) }),
        outlet.settings.length ? pairs(outlet.settings.map(([key, value]) => [`outlet-field.${key}`, element('span', { class: 'mono', text: brief(value, 120) })])) : null,
        element('dl', { class: 'counters' }, ...[['outlets.pending', outlet.pending], ['outlets.dead', outlet.dead]].map(([key, value]) => element('div', {}, element('dt', { text: t(key) }), element('dd', { class: value && key === 'outlets.dead' ? 'bad-text' : null, text: String(value) })))),
        outlet.lastSuccess === null ? null : element('p', { class: 'detail' }, `${t('outlets.lastSuccess')}: `, timeNode(outlet.lastSuccess)), outlet.lastError ? element('p', { class: 'detail bad' }, `${t('outlets.lastError')}: ${brief(said(outlet.lastError), 200)}`, outlet.lastFailure === null ? null : ' \u00b7 ', outlet.lastFailure === null ? null : timeNode(outlet.lastFailure)) : null,
        outlet.kind === 'browser' ? element('p', { class: 'detail', text: t('outlets.browserText') }) : null, outlet.isFixed ? element('p', { class: 'detail', text: t(isFetched ? 'outlets.always' : 'outlets.fixed') }) : null,
        trial ? element('p', { class: `trial ${trial.state}`, role: 'status', text: trialText(trial) }) : null,
        element('div', { class: 'actions' },
            outlet.kind === 'browser' ? element('a', { class: 'button', href: '/alerts#bell-title', text: t('outlets.tryPages') }) : element('button', { type: 'button', class: 'button', id: `test-${name}`, 'aria-label': t('outlets.testOf', { name }), disabled: trial?.state === 'running', text: t('outlets.test'), onclick: () => test(name, outlet.kind === 'feed') }),
            outlet.dead ? element('button', { type: 'button', class: 'button', id: `again-${name}`, 'aria-label': t('outlets.againOf', { name }), text: t('outlets.again', { n: outlet.dead }), onclick: () => act(async () => t('outlets.sent', { n: await sendAgain(name) })) }) : null,
            outlet.isFixed ? null : guarded(`remove-${name}`, { text: t('outlets.remove'), label: t('outlets.removeOf', { name }), question: t('outlets.removeSure', { name }), yes: t('outlets.removeYes'), isDanger: true, action: () => act(() => removeOutlet(name).then(() => null), t('outlets.removed', { name })) })));
}
