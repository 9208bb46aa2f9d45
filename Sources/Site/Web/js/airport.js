// An airport's page: who came and who went in a day, who stands there, its runways.
import { announce } from './announcer.js';
import { dayLength, dayOf, dayStart, dayText } from './days.js';
import { byId, element, setText, show, tame } from './dom.js';
import { airportsOf, basisOf, readEnd } from './flightlog.js';
import { FlightMap } from './flightmap.js';
import { broadTable, chancesNode, knownMark, notes, pairs } from './flightparts.js';
import { airportLink, logLink, parseAirport } from './flightquery.js';
import { askMovements, troubleOf } from './flightsapi.js';
import { basisLines, creditLine, dayName, intervalText, shareText, timeText } from './flightwords.js';
import { stateName } from './identitywords.js';
import { language, t } from './language.js';
import { startPage, strips } from './page.js';
import { goTo } from './pagelink.js';
import { timeMode, units } from './preferences.js';
import { coordinates, withUnit } from './units.js';

let query = parseAirport(location.search);
let site = null;
let answer = null;
let asked = null;
let trouble = null;
let map = null;
/** The answer that the map shows. */
let mapped = null;
/** Which movements are shown: all, `landing` or `takeoff`. */
let kind = 'all';

addEventListener('popstate', () => { query = parseAirport(location.search); turned(); });

await startPage((document) => {
    site = document;
    if (site && !map) {
        map = new FlightMap(site);
        byId('map-place').append(map.node);
    }
    map?.words();
    draw();
    if (site) turned();
}, ['units', 'time', 'language', 'theme'], { realm: () => (answer?.realm ?? null) });

function go(range) {
    query = { ...query, ...range };
    goTo(airportLink(query), true);
    turned();
}

async function turned() {
    if (!query.id || !site) return draw();
    if (query.from === null) {
        const day = dayStart((site.now ?? Date.now() / 1000) * 1000);
        query = { ...query, from: day, to: day + dayLength };
        goTo(airportLink(query), false);
    }
    const key = [query.id, query.from, query.to, query.realm, language()].join(' ');
    if (key !== asked) {
        asked = key;
        answer = trouble = null;
        draw();
        try {
            const given = await askMovements({ id: query.id, from: query.from / 1000, to: query.to / 1000, realm: query.realm });
            if (asked !== key) return;
            if (Array.isArray(given?.movements)) answer = given;
            else trouble = 'flights.failed';
            announce(t(answer ? 'airport.found' : trouble, { n: answer?.movements.length ?? 0 }));
        } catch (error) {
            if (asked !== key) return;
            trouble = error.status === 404 && error.code !== 'no-history' ? 'airport.unknown' : troubleOf(error);
            announce(t(trouble));
        }
    }
    draw();
}

function draw() {
    const airport = answer?.airport ?? null;
    setText(byId('name'), airport ? tame(airport.name ?? airport.id, 80) : query.id ?? t('airport.heading'));
    setText(byId('sub'), airport ? [tame(airport.id, 10), stateName(airport.country), coordinates(airport.latitude, airport.longitude)].filter(Boolean).join(' \u00b7 ') : '');
    show(byId('asked'), query.id !== null);
    show(byId('nothing'), query.id === null);
    if (!query.id) return;
    drawChoice();
    const basis = basisOf(answer);
    strips();
    byId('basis').replaceChildren(notes(answer ? [basis.isCut ? t('airport.cut', { when: timeText(basis.next, { mode: timeMode() }) }) : null, ...basisLines(basis)] : [], { isWarned: true }), notes(answer ? [creditLine(basis)] : []));
    drawFacts(airport, basis);
    drawGround();
    drawMovements();
}

function drawChoice() {
    if (query.from === null) return;
    const step = (way, name, sign) => element('button', {
        type: 'button', class: 'tool', id: `range-${name}`, 'aria-label': t(`airport.${name}`), title: t(`airport.${name}`), text: sign, disabled: way > 0 && query.to > (site?.now ?? Infinity) * 1000,
        onclick: () => { go({ from: dayStart(query.from) + way * dayLength, to: dayStart(query.from) + (way + 1) * dayLength }); byId(`range-${name}`)?.focus(); },
    });
    const day = element('input', { type: 'date', id: 'airport-day', required: true, min: '1970-01-01', value: dayText(query.from), onchange: (event) => {
        const from = dayOf(event.target.value);
        if (from !== null) go({ from, to: from + dayLength });
    } });
    const which = element('select', { id: 'airport-kind', onchange: (event) => { kind = event.target.value; drawMovements(); } }, ...['all', 'landing', 'takeoff'].map((name) => element('option', { value: name, selected: kind === name, text: t(`airport.kind.${name}`) })));
    const focused = document.activeElement?.id;
    byId('choice').replaceChildren(step(-1, 'earlier', '\u2039'), element('label', {}, t('history.day'), day), step(1, 'later', '\u203a'), element('label', {}, t('airport.kind'), which));
    if (focused && byId('choice').querySelector(`#${CSS.escape(focused)}`)) byId(focused).focus();
}

function drawFacts(airport, basis) {
    show(byId('facts'), airport !== null);
    if (!airport) return;
    const runways = Array.isArray(airport.runways) ? airport.runways : [];
    byId('about').replaceChildren(
        pairs([['airport.elevation', Number.isFinite(airport.elevation) ? withUnit('altitude', airport.elevation, units()) : null]]),
        ...runways.length ? [broadTable(t('airport.runways'), [t('airport.runway'), t('airport.length')], runways.map((one) => element('tr', {}, element('th', { scope: 'row', text: tame(one.name ?? '', 20) }), element('td', { text: Number.isFinite(one.length) ? withUnit('length', one.length, units()) : t('value.unknown') }))))] : [element('p', { class: 'soft', text: t('airport.noRunways') })]);
    if (mapped === asked) return;
    mapped = asked;
    map.start();
    const lines = runways.map((one) => one.ends).filter((ends) => Array.isArray(ends) && ends.length === 2 && ends.flat().every(Number.isFinite));
    map.show({ places: lines.length ? [] : [airport], runways: lines, word: basis.isSimulated ? t('simulated.word') : null, zoom: 11 });
}

function drawGround() {
    const list = Array.isArray(answer?.onGround) ? answer.onGround : [];
    show(byId('ground'), answer !== null);
    byId('ground-list').replaceChildren(list.length ? broadTable(t('airport.ground'), ['airport.aircraft', 'field.type', 'airport.since', 'airport.last'].map((key) => t(key)), list.map((one) => element('tr', {},
        element('th', { scope: 'row' }, aircraftNode(one, null)), element('td', { text: tame(one.type ?? t('value.unknown'), 10) }),
        element('td', { text: one.since ? intervalText(one.since, 'inferred', how()) : t('value.unknown') }), element('td', { text: timeText(one.last, how()) }))), { id: 'ground-table' }) : element('p', { class: 'soft', text: t('airport.nobodyOnGround') }));
}

function drawMovements() {
    const place = byId('movements');
    if (trouble) return place.replaceChildren(element('p', { class: 'verdict bad', id: 'trouble', text: t(trouble) }));
    if (!answer) return place.replaceChildren(element('p', { class: 'soft', text: t('flights.asking') }));
    const found = answer.movements.filter((one) => kind === 'all' || one.kind === kind).reverse();
    if (!found.length) return place.replaceChildren(element('p', { class: 'soft', id: 'empty', text: t('airport.none') }));
    const context = { airports: airportsOf(answer), realm: query.realm };
    place.replaceChildren(broadTable(t('airport.movements'), ['airport.what', 'airport.when', 'airport.aircraft', 'airport.call', 'airport.other'].map((key) => t(key)), found.map((one) => {
        const end = readEnd(one.end);
        const other = readEnd(one.other);
        return element('tr', {}, element('th', { scope: 'row' }, element('span', { class: `movement ${one.kind === 'landing' ? 'landing' : 'takeoff'}`, text: t(one.kind === 'landing' ? 'leg.landing' : 'leg.takeoff') }), one.probability < 0.995 ? element('span', { class: 'soft', text: t('airport.here', { share: shareText(one.probability) }) }) : null),
            element('td', {}, end ? intervalText(end, end.known, how()) : t('value.unknown'), ' ', knownMark(end?.known ?? 'unknown'), end?.runway ? element('span', { class: 'soft', text: t('end.runway', { runway: tame(end.runway, 6) }) }) : null),
            element('td', {}, aircraftNode(one, one.leg), one.type ? element('span', { class: 'soft', text: tame(one.type, 10) }) : null), element('td', { text: one.callsign ? tame(one.callsign, 10) : t('value.unknown') }),
            element('td', {}, other ? chancesNode(other.airports, { ...context, time: other.latest ?? other.earliest }) : t(one.kind === 'takeoff' ? 'end.none' : 'value.unknown')));
    }), { id: 'movement-table' }));
}

// The link to a flight asks for the day and both its neighbours, in which the whole leg lies.
function aircraftNode(one, leg) {
    const hex = String(one.hex ?? '');
    const range = { from: dayStart(query.from) - dayLength, to: dayStart(query.to - 1) + 2 * dayLength };
    return element('a', { href: logLink({ hex, ...range, realm: query.realm, leg: typeof leg === 'string' ? leg : null }), text: tame(one.registration ?? hex.toUpperCase(), 24) });
}

function how() {
    return { mode: timeMode(), day: dayName(query.from / 1000, timeMode()) };
}
