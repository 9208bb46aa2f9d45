// The map page: makes the parts and ties them together.
import { isRefused, signIn } from './access.js';
import { announce } from './announcer.js';
import { Bar } from './bar.js';
import { SkyClock } from './clock.js';
import { CoverageToggle } from './coveragetoggle.js';
import { byId, setText, show, tame } from './dom.js';
import { visible } from './filter.js';
import { addressOf, kinds } from './frames.js';
import { History } from './history.js';
import { IdentityView } from './identity.js';
import { drawCredits, drawLegend } from './legend.js';
import { listenForKeys, openHelp } from './keys.js';
import { preferredLanguage, t, useLanguage } from './language.js';
import { Live } from './live.js';
import { makeMap } from './map.js';
import { drawMapTools } from './maptools.js';
import { Menu } from './menu.js';
import { choiceNotice, provenanceNotice, stoppedNotice } from './notices.js';
import { Omnibox } from './omnibox.js';
import { Panel } from './panel.js';
import { Picture } from './picture.js';
import { theme, toggles, units } from './preferences.js';
import { announceSelection, pickOn, select, selectNone, selectedAddresses } from './selection.js';
import { Sheet } from './sheet.js';
import { Sky } from './sky.js';
import { change, followAddress, onState, startState, state } from './state.js';
import { Table } from './table.js';
import { onSystemTheme, useTheme } from './theme.js';
import { liveRows } from './trail.js';
import { aboveSheet, fitRows, fitTo, followed, keepView, partOfSky } from './viewing.js';

startState();
useTheme(state.theme);
await useLanguage(preferredLanguage(state.language));

const site = await fetch('/api/v1/site').then((answer) => (isRefused(answer) ? signIn() : answer.json())).then((made) => made ?? {}).catch(() => ({}));
const liveSky = new Sky();
/** The sky and the clock that are shown: the live ones, or those of the past. */
let sky = liveSky;
let fitted = state.latitude !== null;
let provenance = null;
let viewIsOurs = false;
let past = null;
let coverage = null;

const live = new Live(liveSky, {
    state: () => bar?.tick(),
    frame: (kind) => updated(kind),
    event: (event) => siteEvent(event),
    flags: (flags) => flagged(flags),
});
const liveClock = new SkyClock(liveSky, live);
let clock = liveClock;
liveClock.pace = site.timeLapse ?? 1;

const map = makeMap(byId('map'), {
    site, theme: theme(), language: document.documentElement.lang,
    start: { longitude: state.longitude ?? 20, latitude: state.latitude ?? 20, zoom: state.zoom ?? 1.6 },
    on: {
        move: () => { picture?.moved(); viewMoved(); past?.moved(); coverage?.moved(); },
        rendered: () => picture?.rendered(),
        dragged: () => change({ follow: false }),
    },
});
const picture = new Picture({
    map, sky, clock, canvases: { trails: byId('trails'), aircraft: byId('aircraft'), labels: byId('labels') },
    look: () => ({ theme: theme(), units: units(), word: past?.isPast ? past.word() : provenance === 'simulated' ? t('simulated.word') : null }),
});
const isPartial = () => past.isPast || live.view !== null;
const table = new Table({ sky, clock, picture, map, on: { select: chosen }, isPartial });
const identity = new IdentityView({
    select: (hex) => { chosen(addressOf(hex)); centre(); }, realm: () => (past?.isThere ? past.realm : null), moment: () => (past?.isThere ? state.moment : null),
});
const panel = new Panel({
    sky, clock,
    on: {
        follow: toggleFollow, centre: () => centre(), copy: copyLink, identity: (node, hex, lead) => identity.show(node, hex, lead),
        wasHeard: (hex) => identity.wasHeard(hex),
        flights: (hex) => past?.flightsLink(hex) ?? null,
        days: (node, hex) => { if (past.isThere) past.calendar.show(node, hex); },
    },
});
const sheet = new Sheet({ opened: () => { if (!state.table && !state.area && !state.selected.length) change({ table: true }, { push: true }); } });
const bar = new Bar({ sky, clock, live, picture, site });
const menu = new Menu();
const omnibox = new Omnibox(sky, {
    select: (address) => { chosen(address); centre(); },
    go: (latitude, longitude, zoom = 9) => map.ease(longitude, latitude, Math.max(map.view().zoom, zoom)),
    isPartial: () => !past.isPast && live.view !== null,
    past: { isThere: () => past?.isThere === true, uses: (callsign) => past.uses(callsign), choose: (hex, time) => past.choose(hex, time) },
});
past = new History({
    site, map, picture, live, sky: liveSky, clock: liveClock,
    on: { show: showSky, drawn: pastDrawn, fit: (rows) => fitRows(map, rows) },
});

coverage = new CoverageToggle({ site, map, realm: () => (past.isThere ? past.realm : null) });

pickOn(map.surface, { picture, map, onhover: hover });
listenForKeys({
    '/': () => omnibox.focus(), j: () => step(1), k: () => step(-1), f: toggleFollow, t: toggleTable, u: toggles.units, z: toggles.time,
    l: toggles.language, d: toggles.theme, '+': zoomKey(1), '=': zoomKey(1), '-': zoomKey(-1), '?': openHelp, Escape: goBack,
    h: () => past.toggleMode(), a: () => past.isThere && past.area.toggle(), '[': () => past.step(-60), ']': () => past.step(60),
    ' ': (event) => (!past.isPast || event.target.closest?.('button, a, summary, tr') ? false : past.toggle()),
});
byId('skip').addEventListener('click', () => {
    if (!state.table) change({ table: true }, { push: true });
    table.focus();
});
new ResizeObserver(() => {
    map.resize();
    picture.resize();
    coverage.moved();
}).observe(byId('stage'));
document.addEventListener('visibilitychange', visibility);
onSystemTheme(() => { if (!state.theme) restyle(); });
onState(changed);

provenance = site.simulated ? 'simulated' : site.provenance ?? null;
words();
if (!state.table && innerWidth >= 1180 && !location.hash) change({ table: true });
followAddress();
applySelection();
if (state.table || state.area || state.selected.length) sheet.set(1);
if (state.moment === null || !past.isThere) live.connect(partOfSky(map.view(), site.aircraft ?? 0));
past.start();

/** Everything that stands in words. */
function words() {
    drawLegend();
    drawCredits(site);
    tools();
    strips();
    menu.draw();
    bar.build();
    map.restyle(theme(), document.documentElement.lang);
    coverage.words();
    refilter();
    labelSheet();
}

function tools() {
    drawMapTools({
        zoom: (steps) => map.zoomBy(steps), fit: () => fitTo(map, sky), table: toggleTable,
        ...(past.isThere ? { past: () => past.toggleMode(), area: () => past.area.toggle() } : {}), ...(coverage.isThere ? { coverage: () => coverage.toggle() } : {}),
    });
}

function strips() {
    const shown = past.isPast ? (past.realm === 'simulated' ? 'simulated' : 'real') : provenance;
    provenanceNotice({ ...site, simulated: shown === 'simulated', provenance: shown });
    choiceNotice(past.isPast ? {} : site);
    stoppedNotice(site);
    past.strips();
}

/** Shows a sky of the past, or with `null` the live one again. */
function showSky(replay, isNew) {
    clock = replay ?? liveClock;
    sky = replay?.sky ?? liveSky;
    for (const part of [picture, table, panel, bar, omnibox]) Object.assign(part, { sky, clock });
    picture.isPast = bar.isPast = replay !== null;
    panel.turn(replay !== null);
    if (replay) live.pause();
    else live.connect(partOfSky(map.view(), site.aircraft ?? liveSky.count));
    if (isNew) picture.trails.from(replay ? (address) => past.path(address) : liveRows);
    tools();
    strips();
    refilter();
    bar.tick();
    bar.count();
    labelSheet();
}

/** The sky of the past went on; tables and panels follow twice a second. */
function pastDrawn(isSlow) {
    if (!fitted && sky.positioned() > 0) {
        fitted = true;
        if (!centre()) fitTo(map, sky);
    }
    followed(map, picture, state);
    if (!isSlow) return picture.refresh();
    refilter();
    bar.tick();
    bar.count();
    labelSheet();
}

function updated(kind) {
    if (kind === kinds.time || past.isPast) return;
    if (kind === kinds.full && !fitted && sky.positioned() > 0) {
        fitted = true;
        if (!centre()) fitTo(map, sky);
    }
    picture.trails.step = clock.pace * 3;
    if (kind !== kinds.strings) picture.trails.extend(sky);
    followed(map, picture, state);
    refilter();
    bar.count();
    labelSheet();
}

function refilter() {
    picture.shows = visible(sky, state.filter);
    picture.selected = selectedAddresses();
    picture.refresh();
    table.update();
    panel.draw();
    omnibox.update();
    mapNote();
}

function changed(keys) {
    if (keys.has('theme')) restyle();
    if (keys.has('language')) useLanguage(preferredLanguage(state.language)).then(() => { words(); panel.update(); table.update({ force: true }); });
    if (keys.has('units') || keys.has('time')) { words(); bar.tick(); }
    if (keys.has('selected')) applySelection();
    past.changed(keys);
    if (keys.has('coverage')) { coverage.update(); tools(); }
    if (keys.has('moment') || keys.has('realm')) identity.refresh();
    else if (keys.has('time')) identity.draw();
    if (keys.has('latitude') || keys.has('longitude') || keys.has('zoom')) jumpToState();
    if (['table', 'selected', 'area'].some((key) => keys.has(key))) {
        if (state.table && keys.has('table') && state.area) change({ area: null });
        tools();
        if (sheet.height === 0 && (keys.has('table') ? state.table : keys.has('area') ? state.area : state.selected.length)) sheet.set(1);
        if (!state.table && !state.area && !state.selected.length) sheet.set(0);
    }
    if (keys.has('follow') && state.follow) centre();
    if (['filter', 'sort', 'table', 'wide', 'selected', 'follow', 'area'].some((key) => keys.has(key))) {
        refilter();
        table.update({ force: true });
        labelSheet();
    }
    if (keys.has('filter')) announce(t('table.count', { n: picture.shows ? picture.shows.reduce((sum, one) => sum + one, 0) : sky.count }));
}

function restyle() {
    useTheme(state.theme);
    words();
}

function applySelection() {
    picture.selected = selectedAddresses();
    picture.trails.select(picture.selected);
    panel.update();
    picture.refresh();
}

function viewMoved() {
    if (!picture) return;
    const view = map.view();
    viewIsOurs = true;
    change({ latitude: view.latitude, longitude: view.longitude, zoom: view.zoom });
    viewIsOurs = false;
    keepView(live, view, () => site.aircraft ?? sky.count);
    if (state.filter.inView) table.update();
}

function jumpToState() {
    if (viewIsOurs || state.latitude === null) return;
    const view = map.view();
    const same = Math.abs(view.latitude - state.latitude) < 1e-6 && Math.abs(view.longitude - state.longitude) < 1e-6 && Math.abs(view.zoom - state.zoom) < 1e-3;
    if (!same) map.jump(state.longitude, state.latitude, state.zoom);
}

function chosen(address, added = false) {
    select(address, added);
    announceSelection(sky);
}

function step(way) {
    const current = addressOf(state.selected.at(-1) ?? '');
    const next = table.neighbour(current, way);
    if (next === null) return;
    chosen(next);
    table.reveal(next);
    centreIfHidden(next);
}

function centreIfHidden(address) {
    const place = picture.place(address);
    if (!place) return;
    const view = map.view();
    const [x, y] = view.pixel(place.x, place.y);
    if (x < 20 || y < 20 || x > view.width - 20 || y > view.height - 20) centre();
}

/** Brings the selected aircraft into the middle; false when there is none with a position. */
function centre() {
    const address = addressOf(state.selected.at(-1) ?? '');
    const slot = address === null ? -1 : sky.slot(address);
    if (slot < 0 || !sky.hasPosition(slot)) return false;
    const zoom = Math.max(map.view().zoom, 5);
    map.ease(sky.longitude[slot] / 1e6, aboveSheet(sky.latitude[slot] / 1e6, zoom), zoom);
    return true;
}

function toggleFollow() {
    if (state.selected.length) change({ follow: !state.follow });
}

function toggleTable() {
    change({ table: !state.table, wide: false }, { push: true });
    if (state.table) table.focus();
}

function zoomKey(steps) {
    // MapLibre hears these keys itself while the map has the focus.
    return (event) => (event.target === map.focusable && globalThis.maplibregl ? false : map.zoomBy(steps));
}

function goBack() {
    if (menu.close()) return true;
    if (past.area.isDrawing) return past.area.drawing(false);
    if (document.activeElement?.matches?.('input, select')) return document.activeElement.blur();
    if (state.follow) return change({ follow: false });
    if (state.selected.length) return selectNone();
    if (state.area) return past.area.close();
    if (state.table) return change({ table: false, wide: false }, { push: true });
    if (past.isPast) return past.leave();
    return false;
}

function hover(address) {
    if (picture.hovered === address) return;
    picture.hovered = address;
    byId('stage').classList.toggle('pointing', address !== null);
    picture.moved();
}

async function copyLink(button) {
    try {
        await navigator.clipboard.writeText(location.href);
        setText(button, t('panel.copied'));
    } catch {
        setText(button, t('panel.copyByHand'));
    }
    setTimeout(() => setText(button, t('panel.copy')), 3000);
}

function siteEvent(event) {
    if (event.kind !== 'site') return;
    // Credits that are not named any more are gone, and so is what stood still.
    delete site.credits;
    delete site.historyStopped;
    Object.assign(site, event.site ?? event);
    delete site.kind;
    drawCredits(site);
    liveClock.pace = site.timeLapse ?? liveClock.pace;
    become(site.simulated ? 'simulated' : site.provenance ?? provenance);
    strips();
}

// The label of each frame counts at once, before any event.
function flagged(flags) {
    become(flags & 1 ? 'simulated' : flags & 2 ? 'undetermined' : 'real');
}

function become(next) {
    if (next === provenance) return;
    provenance = next;
    strips();
    picture?.refresh();
}

function visibility() {
    if (document.hidden) {
        setTimeout(() => { if (document.hidden) live.pause(); }, 60_000);
    } else if (live.paused && !past.isPast) {
        live.connect(partOfSky(map.view(), site.aircraft ?? sky.count));
        picture.trails.reload();
    }
}

function mapNote() {
    const note = byId('map-note');
    const without = sky.count > 0 && sky.positioned() === 0;
    const filtered = picture.shows !== null;
    show(note, without || filtered || !picture.overlay.available);
    if (!picture.overlay.available) setText(note, t('map.noWebGL'));
    else if (without) setText(note, t('map.noPositions'));
    else if (filtered) setText(note, t('map.filtered', { n: picture.shows.reduce((sum, one) => sum + one, 0) }));
}

function labelSheet() {
    const hex = state.selected.at(-1);
    const name = hex ? tame(sky.strings.get(addressOf(hex))?.callsign ?? hex.toUpperCase(), 16) : t('count.aircraftTitle', { n: sky.count });
    if (!hex && state.area) sheet.label(t('area.title'), '');
    else sheet.label(name, hex ? t('sheet.aircraft') : t('sheet.table'));
}
