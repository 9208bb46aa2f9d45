// The page of an aircraft's flights: which days, the log, and beside it a flight, a silence, or where it can be.
import { announce } from './announcer.js';
import { daysUpTo } from './days.js';
import { byId, element, setText, show, tame } from './dom.js';
import { askFlights, troubleOf } from './flightsapi.js';
import { basisOf, csvOf, openLeg, pathTime, readLog } from './flightlog.js';
import { FlightMap } from './flightmap.js';
import { notes } from './flightparts.js';
import { logLink, mapLink, parseLog } from './flightquery.js';
import { basisLines, creditLine, firstText, timeText } from './flightwords.js';
import { gapView } from './gapview.js';
import { addressOf, hexOf } from './frames.js';
import { askDays } from './historyapi.js';
import { addWords, language, t } from './language.js';
import { legView } from './legview.js';
import { logView } from './logview.js';
import { startPage, strips } from './page.js';
import { goTo, leaves } from './pagelink.js';
import { timeMode, units } from './preferences.js';
import { RangeForm } from './rangeform.js';
import { reachView } from './reachview.js';

let query = parseLog(location.search);
let site = null;
let log = null;
/** What the log that is here was asked for. */
let asked = null;
let trouble = null;
let turn = 0;
let map = null;
/** What is drawn beside the log. */
let detailed = null;
/** What was published of it; loaded with the first flight or silence that is opened. */
let editions = null;

const narrow = matchMedia('(max-width: 1000px)');
const form = new RangeForm(byId('choice'), {
    change: (range) => go({ ...query, ...range, leg: null, gap: null, reach: false }), realm: (realm) => go({ ...query, realm, leg: null, gap: null, reach: false }),
});

byId('who').addEventListener('submit', (event) => {
    event.preventDefault();
    const address = addressOf(byId('who-hex').value.trim().toLowerCase());
    setText(byId('who-error'), address === null ? t('flights.noHex') : '');
    if (address !== null) go({ ...parseLog(''), hex: hexOf(address) });
});
for (const id of ['log-place', 'detail']) byId(id).addEventListener('click', followed);
byId('detail-close').addEventListener('click', close);
setText(byId('detail-close'), '\u2715');
narrow.addEventListener('change', placeDetail);
addEventListener('keydown', (event) => { if (event.key === 'Escape' && isOpen() && !event.target.closest?.('input, select, dialog')) close(); });
addEventListener('popstate', () => { query = parseLog(location.search); turned(false); });

await startPage((document) => {
    site = document;
    if (site && !map) map = new FlightMap(site);
    map?.words();
    draw();
    if (site) turned(false);
}, ['units', 'time', 'language', 'theme'], { realm: () => (log?.basis?.realm ?? null) });

function go(next, isStep = true) {
    query = next;
    goTo(logLink(query), isStep);
    turned(true);
}

// A leg or a silence is opened beside the log; the link does the same in a tab of its own.
function followed(event) {
    // Below a narrow page's entry the details lie in the log: one click, one step.
    if (event.defaultPrevented) return;
    const link = event.target.closest('a[data-leg], a[data-gap], a[data-reach]');
    if (!link || leaves(event)) return;
    event.preventDefault();
    go({ ...query, leg: link.dataset.leg ?? null, gap: link.dataset.gap ?? null, reach: link.dataset.reach !== undefined });
}

/** The question changed, or what it is answered with: asks where that is not here, draws, and leads the reader to what was chosen. */
async function turned(isChosen) {
    if (!site || !query.hex) return draw();
    const mine = ++turn;
    if (query.from === null) {
        const range = await lastDays(query.hex);
        if (mine !== turn) return;
        query = { ...query, ...range };
        goTo(logLink(query), false);
    }
    const key = [query.hex, query.from, query.to, query.realm, language()].join(' ');
    if (key !== asked) {
        asked = key;
        log = trouble = null;
        draw();
        try {
            const answer = readLog(await askFlights({ hex: query.hex, from: query.from / 1000, to: query.to / 1000, realm: query.realm }));
            if (asked !== key) return;
            log = answer;
            trouble = answer ? null : 'flights.failed';
            announce(t(answer ? 'flights.found' : 'flights.failed', { n: answer?.legs.length ?? 0 }));
        } catch (error) {
            if (asked !== key) return;
            trouble = troubleOf(error);
            announce(t(trouble));
        }
    }
    draw();
    if (isChosen && isOpen()) lead();
}

/** The week up to the day it was last heard, or up to now. */
async function lastDays(hex) {
    const now = (site.now ?? Date.now() / 1000) * 1000;
    try {
        const { lastHeard } = await askDays(hex, query.realm);
        return daysUpTo(Number.isFinite(lastHeard) ? Math.min(now, lastHeard * 1000) : now, 7);
    } catch {
        return daysUpTo(now, 7);
    }
}

function isOpen() {
    return query.leg !== null || query.gap !== null || query.reach;
}

/** Back to the log, to where the reader was. */
function close() {
    const was = query.leg ?? query.gap;
    go({ ...query, leg: null, gap: null, reach: false });
    (was ? byId('log')?.querySelector(`[data-leg="${CSS.escape(was)}"], [data-gap="${CSS.escape(was)}"]`) : byId('reach-link'))?.focus();
}

function lead() {
    const title = byId('detail-title');
    title?.focus({ preventScroll: true });
    if (title && narrow.matches) byId('detail').scrollIntoView({ block: 'start' });
}

// Beside the log where there is room, else below what was chosen: nobody has to go past a long log.
function placeDetail() {
    const node = byId('detail');
    const chosen = narrow.matches ? byId('log-place').querySelector('[aria-current]')?.closest('li') : null;
    if (chosen) chosen.append(node);
    else if (narrow.matches) byId('log-place').before(node);
    else byId('beside').append(node);
    map?.words();
}

function draw() {
    show(byId('asked'), query.hex !== null);
    show(byId('who'), query.hex === null);
    if (!query.hex) return;
    const { realm } = query;
    drawHead();
    if (query.from !== null) form.draw({ ...query, realms: site?.history ?? [], realm: realm ?? log?.basis.realm ?? (site?.simulated ? 'simulated' : site?.history?.[0]) ?? null, now: (site?.now ?? Date.now() / 1000) * 1000 });
    const basis = log?.basis ?? basisOf(null);
    strips();
    byId('basis').replaceChildren(notes(log ? [
        basis.isCut ? t('flights.cut', { when: timeText(basis.next, { mode: timeMode() }) }) : null, ...basisLines(basis), log.coverage === 'withheld' && log.gaps.length ? t('flights.coverageWithheld') : null,
    ] : [], { isWarned: true }), notes(log ? [creditLine(basis)] : []));
    drawLog();
    drawDetail();
}

function drawHead() {
    const name = log?.registration ?? query.hex.toUpperCase();
    setText(byId('name'), t('flights.heading', { name: tame(name, 24) }));
    setText(byId('sub'), [query.hex.toUpperCase(), log?.type ? tame(log.type, 10) : null, log && ['ground', 'airborne', 'lost'].includes(log.state) ? t(`flight-state.${log.state}`) : null].filter(Boolean).join(' \u00b7 '));
    setText(byId('first'), (log && firstText(log.first, timeMode())) ?? '');
    const links = [element('a', { href: mapLink(query.hex), text: t('flights.onMap') })];
    if (log && (log.state === 'lost' || openLeg(log) && log.state !== 'ground')) {
        links.push(element('a', { href: logLink({ ...query, leg: null, gap: null, reach: true }), id: 'reach-link', 'data-reach': '', 'aria-current': query.reach ? 'true' : null, text: t('flights.reach') }));
    }
    if (log) {
        const asking = new URLSearchParams({ from: query.from / 1000, to: query.to / 1000, ...(query.realm ? { realm: query.realm } : {}), lang: language() });
        links.push(
            element('button', { type: 'button', class: 'button', id: 'csv', text: t('flights.csv'), onclick: save }),
            element('a', { class: 'button', id: 'json', href: `/api/v1/aircraft/${query.hex}/flights?${asking}`, download: `${fileName()}.json`, text: t('flights.json') }));
    }
    byId('links').replaceChildren(...links);
    byId('links').onclick = followed;
}

function drawLog() {
    const place = byId('log-place');
    byId('beside').append(byId('detail'));
    if (trouble) return place.replaceChildren(element('p', { class: 'verdict bad', id: 'trouble', text: t(trouble) }));
    if (!log) return place.replaceChildren(element('p', { class: 'soft', text: t('flights.asking') }));
    if (!log.legs.length && !log.stops.length && !log.gaps.length) return place.replaceChildren(element('p', { class: 'soft', id: 'empty', text: t('flights.none') }));
    place.replaceChildren(logView(log, { airports: log.airports, realm: query.realm, mode: timeMode(), chosen: query, link: linkTo }));
}

function linkTo(what) {
    return logLink({ ...query, leg: null, gap: null, reach: false, ...what });
}

function drawDetail() {
    const node = byId('detail');
    show(node, log !== null && isOpen());
    placeDetail();
    byId('asked').classList.toggle('open', log !== null && isOpen());
    if (!log || !isOpen()) {
        detailed = null;
        editions?.then((part) => part.show(null)).catch(() => {});
        return;
    }
    const key = [asked, query.leg, query.gap, query.reach, timeMode(), units()].join(' ');
    if (detailed === key) return;
    detailed = key;
    const word = log.basis.isSimulated ? t('simulated.word') : log.basis.realm === 'imported' ? t('imported.word') : null;
    const isPast = query.to < (site.now ?? Infinity) * 1000;
    const context = {
        airports: log.airports, realm: query.realm, mode: timeMode(), link: linkTo, hex: query.hex, map, word, isNow: () => detailed === key, reachAt: isPast ? query.to / 1000 : null,
    };
    const leg = log.legs.find((one) => one.id === query.leg);
    const gap = log.gaps.find((one) => one.id === query.gap);
    if (query.reach) reachView(byId('detail-body'), context);
    else if (leg) legView(byId('detail-body'), log, leg, context);
    else if (gap) gapView(byId('detail-body'), log, gap, context);
    else byId('detail-body').replaceChildren(element('h2', { id: 'detail-title', tabindex: '-1', text: t('flights.noSuch') }), element('p', { class: 'soft', text: t('flights.noSuchText') }));
    showEditions(leg && !query.reach ? leg : null, gap && !query.reach && !leg ? gap : null);
}

// What of it is published. A page that cannot load that shows the rest all the same.
async function showEditions(leg, gap) {
    const of = editionsOf(leg, gap);
    if (!of && !editions) return;
    editions ??= Promise.all([import('./flighteditions.js'), addWords('editions')]).then(([{ FlightEditions }]) => new FlightEditions(byId('editions-part')));
    try {
        await (await editions).show(of);
    } catch {
        editions = null;
    }
}

// A moment well inside: strangers may be told of less of it than who publishes.
function editionsOf(leg, gap) {
    const shared = { hex: query.hex, realm: query.realm ?? log.basis.realm, key: [asked, query.leg, query.gap].join(' ') };
    if (leg) {
        const { from, to } = pathTime(log, leg);
        return { ...shared, kind: 'flight', from: from + 600, to: to - 600, at: Math.round((from + to) / 2) };
    }
    const from = gap?.from?.time;
    if (!Number.isFinite(from)) return null;
    const to = Number.isFinite(gap.to?.time) ? gap.to.time : null;
    return { ...shared, kind: 'gap', from, to: to ?? from, at: to === null ? Math.ceil(from) + 1 : Math.round((from + to) / 2) };
}

function fileName() {
    return `flights-${query.hex.replace('~', 'x')}-${new Date(query.from).toISOString().slice(0, 10)}`;
}

function save() {
    const address = URL.createObjectURL(new Blob([csvOf(log)], { type: 'text/csv' }));
    element('a', { href: address, download: `${fileName()}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
