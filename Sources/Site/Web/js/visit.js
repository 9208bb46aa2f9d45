// The page of a visit: the draft to be confirmed, and the dossier that becomes of it.
import { announce } from './announcer.js';
import { byId, element, setText, show, tame } from './dom.js';
import { language, t } from './language.js';
import { notice } from './notices.js';
import { startPage, strips } from './page.js';
import { carried, goTo } from './pagelink.js';
import { Place } from './pageparts.js';
import { timeMode } from './preferences.js';
import { addReport, askCandidates, askPlan, askText, askVisit, changeVisit, deleteVisit, makeWatches } from './visitapi.js';
import { candidateControls, candidatesView, isOnlyWaiting, rankingProblem } from './visitcandidates.js';
import { claimsView } from './visitclaims.js';
import { isWriting, tellOpenForm } from './visitdialog.js';
import { groupsOf } from './visitdoc.js';
import { Editions } from './visiteditions.js';
import { headView } from './visithead.js';
import { timelineView } from './visitlineview.js';
import { askPath, stopScene } from './visitmap.js';
import { Paper } from './visitpaper.js';
import { logView, pointsView } from './visitpoints.js';
import { parseVisit, visitLink } from './visitquery.js';
import { reportTitle, reportsView } from './visitreports.js';
import { stopsView } from './visitstops.js';
import { settingsView, watchView } from './visitwatch.js';
import { visitTitle } from './visitwords.js';
import { askRight } from './writing.js';

/** How often the page asks again while it is looked at, ms. */
const visitPace = 30_000;
const rankingPace = 90_000;
// What is to be done stands first: of a draft its questions and stops, of a visit where it stands.
const orders = {
    draft: ['points', 'stops', 'timeline', 'candidates', 'claims', 'reports', 'watch', 'log', 'editions', 'settings', 'assumptions'],
    confirmed: ['timeline', 'candidates', 'claims', 'editions', 'points', 'stops', 'reports', 'watch', 'log', 'settings', 'assumptions'],
};

let query = parseVisit(location.search);
let site = null;
let visit = null;
let trouble = null;
let right = { mayWrite: false, needsSignIn: false };
let ranking = null;
let rankingTrouble = null;
let asked = { visit: '', ranking: '', text: '', path: '' };
let cut = null;
let map = null;
let path = { hex: null, rows: [], isCut: false };
let watching = { watches: null, plan: null, trouble: null };
const forms = () => import('./visitedit.js');
const texts = new Map();
let paperReport = null;
const places = Object.fromEntries(['head', 'points', 'stops-place', 'line-place', 'controls', 'candidates-place', 'claims-place', 'reports-place', 'watch-place', 'log-place', 'settings-place', 'assumptions-place', 'nav'].map((name) => [name, new Place(byId(name))]));

/** What the parts of the page are given. */
const page = {
    get visit() { return visit; }, get mayWrite() { return right.mayWrite; }, get realm() { return ranking?.realm ?? query.realm; }, get isLater() { return query.isLater; }, get heard() { return ranking?.claims ?? []; },
    act, run, choose, watch, remove,
    report: async (body) => { took(await guardedAsk(() => addReport(visit.id, body))); announce(t('report.added')); },
    // The forms come with their first use: most readers change nothing.
    edit: {
        stop: async (stop, preset) => (await forms()).editStop(page, stop, preset), claim: async (preset, claim) => (await forms()).editClaim(page, preset, claim), subject: async () => (await forms()).editSubject(page),
        title: async () => (await forms()).editTitle(page), report: async () => (await forms()).writeReport(page), dateline: async (report) => (await forms()).editDateline(page, report),
    },
};
const paper = new Paper(page, byId('paper'));
const editions = new Editions(page);

byId('paper-report').addEventListener('change', (event) => { paperReport = Number(event.target.value); drawPaper(); });
document.addEventListener('click', followed);
// What stands above stays above: the links to the sections stick below the strips.
new ResizeObserver(() => document.documentElement.style.setProperty('--strips', `${byId('notices').offsetHeight}px`)).observe(byId('notices'));
// The map comes when it is come near to: drawing it costs more than all the rest.
new IntersectionObserver(async (seen, observer) => {
    if (!site || !seen.some((one) => one.isIntersecting)) return;
    observer.disconnect();
    const { FlightMap } = await import('./flightmap.js');
    map = new FlightMap(site, 'visit.mapLabel');
    drawMap();
}, { rootMargin: '300px' }).observe(byId('map-place'));
addEventListener('popstate', () => { query = parseVisit(location.search); ask(); });
addEventListener('hashchange', lead);
addEventListener('beforeprint', () => { for (const one of document.querySelectorAll('main details:not([open])')) if (one.id !== 'mark-keyboard') Object.assign(one, { open: true }).dataset.printed = '1'; });
addEventListener('afterprint', () => { for (const one of document.querySelectorAll('details[data-printed]')) { one.open = false; delete one.dataset.printed; } });

await startPage((document) => {
    site = document;
    map?.words();
    ask();
}, ['time', 'language', 'theme'], { realm: () => (ranking?.isSimulated ? 'simulated' : ranking?.realm ?? null) });
right = await askRight();
await ask(true);
lead();
setInterval(() => { if (!document.hidden) ask(true); }, visitPace);
setInterval(() => { if (!document.hidden) { asked.ranking = ''; askRanking(); } }, rankingPace);
document.addEventListener('visibilitychange', () => { if (!document.hidden) ask(true); });

/** Asks for the visit where it is not here in this language, or anew; draws. */
async function ask(isAnew = false) {
    if (!site || query.id === null) return draw();
    const key = `${query.id} ${language()}`;
    if (isAnew || key !== asked.visit) {
        const mine = asked.visit = key;
        try {
            const answer = await askVisit(query.id);
            if (asked.visit !== mine) return;
            if (answer && visit && visit.id === answer.id && answer.version !== visit.version) told(answer);
            visit = answer;
            if (answer && answer.mayWrite !== null) right = { ...right, mayWrite: answer.mayWrite, needsSignIn: right.needsSignIn && !answer.mayWrite };
            trouble = answer ? null : 'visit.failed';
        } catch (error) {
            if (asked.visit !== mine) return;
            // What is here stays while the site cannot be asked.
            if (!visit || error.status === 404) { visit = null; trouble = error.status === 404 ? 'visit.missing' : 'visit.failed'; }
        }
    }
    draw();
    askRanking();
    askPlanOnce();
    editions.ask(draw);
}

// Somebody else changed it: said once, and what is being typed stays.
function told(answer) {
    const newest = answer.changes.at(-1);
    const what = newest ? tame(newest.what.text, 160) : '';
    announce(t('visit.changedElsewhere', { what }));
    if (isWriting()) tellOpenForm(t('visit.changedElsewhere', { what }));
    else notice('elsewhere', { text: t('visit.changedElsewhere', { what }), dismiss: () => notice('elsewhere', null) });
}

/** A change; throws what is to be told. */
async function act(change) {
    took(await guardedAsk(() => changeVisit(visit.id, visit.version, change)));
    announce(t('visit.saved'));
}

/** A change from a button: what goes wrong is told in a strip. */
async function run(change) {
    try {
        await act(change);
        notice('trouble', null);
    } catch (error) {
        notice('trouble', { tone: 'bad', text: error.message, dismiss: () => notice('trouble', null) });
        announce(error.message);
    }
}

// Of a visit that somebody changed meanwhile the newest comes, and the change is not made.
async function guardedAsk(send) {
    try {
        return await send();
    } catch (error) {
        if (error.status === 401) {
            right = { mayWrite: right.mayWrite, needsSignIn: true };
            drawSignIn();
            throw new Error(t('visit.signInFirst'), { cause: error });
        }
        if (error.status !== 409) throw error;
        const before = visit.version;
        const answer = await askVisit(visit.id).catch(() => null);
        if (!answer || answer.version === before) throw error;
        took(answer);
        throw new Error(t('visit.conflict', { what: tame(answer.changes.at(-1)?.what.text ?? '', 160) }), { cause: error });
    }
}

function took(answer) {
    if (!answer) throw new Error(t('visit.failed'));
    visit = answer;
    notice('elsewhere', null);
    draw();
    askRanking();
}

async function remove() {
    try {
        await guardedAsk(() => deleteVisit(visit.id));
        location.assign(carried('/visits'));
    } catch (error) {
        notice('trouble', { tone: 'bad', text: error.message, dismiss: () => notice('trouble', null) });
    }
}

async function watch() {
    try {
        watching = { ...watching, watches: await guardedAsk(() => makeWatches(visit.id)), trouble: null };
        announce(t('watch.made', { n: watching.watches.rules.length }));
        ask(true);
        byId('watch-title').scrollIntoView({ block: 'start' });
        byId('watch-title').focus({ preventScroll: true });
    } catch (error) {
        watching = { ...watching, trouble: error.message };
    }
    draw();
}

async function askPlanOnce() {
    if (!visit || !right.mayWrite || watching.plan) return;
    watching = { ...watching, plan: { isConfigured: false } };
    try {
        watching = { ...watching, plan: await askPlan(visit.id) };
    } catch {
        // Where it is not told there is none.
        watching = { ...watching, plan: null };
    }
    draw();
}

/** Another way to look at the candidates; a step that "back" undoes. */
function choose(what) {
    query = { ...query, ...what };
    goTo(visitLink(query), true);
    draw();
    askRanking();
}

/** The candidates, where what they rest on changed. */
async function askRanking() {
    if (!visit) return;
    const key = [visit.id, visit.version, query.realm, query.isLater, language()].join(' ');
    if (key === asked.ranking) return drawPath();
    asked.ranking = key;
    cut?.abort();
    cut = new AbortController();
    try {
        const answer = await askCandidates(visit.id, query, cut.signal);
        if (asked.ranking !== key) return;
        ranking = answer;
        rankingTrouble = answer ? null : 'candidates.failed';
    } catch (error) {
        if (error.name === 'AbortError' || asked.ranking !== key) return;
        rankingTrouble = rankingProblem(error, visit);
        // What was told of another state of the visit no longer holds.
        if (rankingTrouble !== 'candidates.busy') ranking = null;
    }
    strips();
    draw();
    drawPath();
}

/** The path of the aircraft that is shown on the map. */
async function drawPath() {
    const key = visit && query.shown ? `${query.shown} ${page.realm} ${visit.version}` : '';
    if (key === asked.path) return;
    asked.path = key;
    path = { hex: null, rows: [], isCut: false };
    if (key) {
        try {
            const answer = await askPath(visit, query.shown, page.realm);
            if (asked.path !== key) return;
            path = { hex: query.shown, ...answer };
        } catch {
            path = { hex: query.shown, rows: [], isCut: false };
        }
    }
    drawMap();
    if (query.shown) byId('map-title').scrollIntoView({ block: 'nearest' });
}

// A link to words of a report shows them in its text.
function followed(event) {
    const link = event.target.closest?.('a[data-span]');
    if (!link || !right.mayWrite) return;
    const [report, start] = link.dataset.span.split(' ').map(Number);
    if (!texts.get(report)) return;
    event.preventDefault();
    paperReport = report;
    drawPaper().then(() => paper.show(start));
}

// What a link within the page names may stand in something closed.
function lead() {
    const node = location.hash.length > 1 && !location.hash.includes('=') ? byId(decodeURIComponent(location.hash.slice(1))) : null;
    if (!node) return;
    for (let one = node; one; one = one.parentElement) if (one.tagName === 'DETAILS') one.open = true;
    node.scrollIntoView({ block: 'start' });
    node.focus({ preventScroll: true });
}

function draw() {
    show(byId('dossier'), visit !== null);
    show(byId('missing'), visit === null);
    drawSignIn();
    if (!visit) return setText(byId('missing-text'), t(query.id === null ? 'visit.noId' : trouble ?? 'visit.asking'));
    const { mayWrite } = right;
    const shared = [language(), mayWrite, timeMode()];
    const isWatched = watching.watches?.isKept === true || visit.rules.some((one) => one.isAtWork);
    document.title = `${visitTitle(visit)} \u00b7 Pelacak`;
    arrange();
    places.head.draw([shared, visit.title, visit.status, visit.isPublic, visit.subject, visit.stops, query.isLater, query.realm, isWatched], () => headView(page, isWatched));
    places.points.draw([shared, visit.openPoints, visit.stops], () => pointsView(page) ?? []);
    places['stops-place'].draw([shared, visit.stops, visit.disagreements], () => stopsView(page));
    places['claims-place'].draw([shared, visit.claims, visit.stops, visit.reports, page.realm, page.heard], () => claimsView(page));
    places['reports-place'].draw([shared, visit.reports, visit.disagreements], () => reportsView(page));
    places['log-place'].draw([shared, visit.changes], () => logView(page));
    places['assumptions-place'].draw([shared, assumptions()], () => assumptionsView());
    places['watch-place'].draw([shared, watching, visit.rules, visit.alerts], () => watchView(page, { ...watching, isWatched, rules: watching.watches?.rules ?? visit.rules }));
    if (mayWrite) places['settings-place'].draw([shared, visit.status, visit.isPublic, visit.title, visit.stops.map((one) => one.name)], () => settingsView(page));
    editions.draw(shared);
    drawCandidates(shared);
    drawTimeline(shared);
    drawMap();
    drawPaper();
}

function drawSignIn() {
    const next = encodeURIComponent(location.pathname + location.search);
    show(byId('sign-in-hint'), right.needsSignIn);
    byId('sign-in-link').href = `/sign-in#next=${next}`;
}

// The order of the sections, and the links to them with how much there is.
function arrange() {
    const order = orders[visit.status === 'draft' ? 'draft' : 'confirmed'];
    const has = { points: visit.openPoints.length, watch: right.mayWrite || visit.alerts?.length, settings: right.mayWrite, editions: right.mayWrite || editions.count, assumptions: assumptions().length };
    const key = [visit.status, order.map((name) => has[name] ?? true), language(), visit.claims.length, visit.reports.length, visit.stops.length, visit.changes.length, visit.openPoints.length, editions.count];
    const counts = { stops: visit.stops.length, claims: visit.claims.length, reports: visit.reports.length, log: visit.changes.length, points: visit.openPoints.length, editions: editions.count };
    places.nav.draw(key, () => order.filter((name) => has[name] !== false && has[name] !== 0).map((name) => element('a', { href: `#${name}-title`, text: t(`section.${name}`) }, counts[name] ? element('span', { class: 'count', text: String(counts[name]) }) : null)));
    const nodes = order.map((name) => byId(name));
    nodes.forEach((node, place) => { if (place && nodes[place - 1].nextElementSibling !== node) nodes[place - 1].after(node); });
    for (const name of Object.keys(has)) show(byId(name), Boolean(has[name]));
    byId('dossier').dataset.status = visit.status;
}

function drawCandidates(shared) {
    const realms = site?.history ?? [];
    const hasLater = visit.stops.some((one) => one.narrowed);
    // Where nothing is named the site answers with the world of its own sky.
    const realm = query.realm ?? ranking?.realm ?? (site?.simulated && realms.includes('simulated') ? 'simulated' : realms[0]) ?? null;
    places.controls.draw([shared, realms, realm, query.isLater, hasLater], () => candidateControls(page, { realms, realm, isLater: query.isLater, hasLater }));
    places['candidates-place'].draw([shared, ranking, rankingTrouble, query.shown, visit.stops.map((one) => [one.id, one.name, one.isConfirmed])], () => [
        rankingTrouble ? element('p', { class: isOnlyWaiting(rankingTrouble) ? 'callout' : 'verdict bad', id: 'ranking-trouble', text: t(rankingTrouble) }) : null, ...ranking ? candidatesView(page, ranking, query.shown) : rankingTrouble ? [] : [element('p', { class: 'soft', text: t('candidates.asking') })],
    ]);
}

// The likeliest three, and the one whose path is shown.
function ofTimeline() {
    if (!ranking) return [];
    const all = groupsOf(ranking).flatMap((group) => group.members);
    return [...new Set([...all.slice(0, 3), ...all.filter((one) => one.hex === query.shown)])];
}

function word() {
    return ranking?.isSimulated ? t('simulated.word') : ranking?.realm === 'imported' ? t('imported.word') : null;
}

function drawTimeline(shared) {
    const candidates = ofTimeline();
    places['line-place'].draw([shared, visit.stops, visit.claims, candidates.map((one) => [one.hex, one.registration, one.stops]), word()], () => timelineView(page, { candidates, word: word(), now: site?.now ?? Date.now() / 1000 }));
}

function drawMap() {
    if (!visit) return;
    const scene = stopScene(visit);
    const key = JSON.stringify([scene, path.hex, path.rows.length, word()]);
    show(byId('map-part'), scene.places.length > 0);
    const shown = ranking?.candidates.find((one) => one.hex === path.hex);
    const name = shown?.registration ? tame(shown.registration, 20) : path.hex?.toUpperCase();
    setText(byId('map-note'), path.hex ? t(path.rows.length ? path.isCut ? 'map.pathCut' : 'map.path' : 'map.noPath', { name }) : t('map.order'));
    if (!map || !scene.places.length || drawMap.key === key) return;
    drawMap.key = key;
    if (!map.node.isConnected) byId('map-place').append(map.node);
    map.start();
    map.show({ ...scene, rows: path.rows, word: word() });
}

// Full texts are the operator's.
async function drawPaper() {
    const written = visit.reports.filter((one) => one.kind === 'text');
    const chosen = written.find((one) => one.id === paperReport) ?? written[0] ?? null;
    if (!chosen || !right.mayWrite) return show(byId('paper-part'), false);
    if (!texts.has(chosen.id)) {
        texts.set(chosen.id, null);
        texts.set(chosen.id, chosen.text ?? await askText(visit.id, chosen.id));
    }
    const text = texts.get(chosen.id);
    show(byId('paper-part'), Boolean(text));
    byId('stops').classList.toggle('with-paper', Boolean(text));
    if (!text) return;
    const picker = byId('paper-report');
    picker.replaceChildren(...written.map((one) => element('option', { value: String(one.id), text: `${one.id} ${reportTitle(one)}` })));
    picker.value = String(chosen.id);
    show(byId('paper-choice'), written.length > 1);
    const key = JSON.stringify([chosen.id, language(), visit.stops.map((one) => [one.spans, one.mentions]), visit.claims.map((one) => one.spans)]);
    if (asked.text === key) return;
    asked.text = key;
    paper.draw(chosen, text);
}

function assumptions() {
    const all = [...visit.assumptions, ...ranking?.assumptions ?? []];
    return [...new Map(all.map((one) => [one.id, one])).values()];
}

function assumptionsView() {
    return element('dl', { class: 'assumptions' }, ...assumptions().map((one) => element('div', { id: `assumption-${tame(one.id, 60)}`, tabindex: '-1' }, element('dt', { class: 'mono soft', text: tame(one.id, 60) }), element('dd', { text: tame(one.text, 600) }))));
}
