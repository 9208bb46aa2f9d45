// A silence's page: what was known before and after, every story of it, what it means and on what that rests, where the aircraft can have been.
import { element, tame } from './dom.js';
import { airportsOf, piecesOf } from './flightlog.js';
import { askBetween, troubleOf } from './flightsapi.js';
import { airportNode, broadTable, knownMark, notes, pairs, storiesNode } from './flightparts.js';
import { silentRows } from './flightmap.js';
import { className, intervalText, shareText, shareWithInterval, standingName, storyText, timeText, trendName, verdictFigures, verdictText } from './flightwords.js';
import { gapTitle } from './logview.js';
import { has, number, t } from './language.js';
import { units } from './preferences.js';
import { showReach } from './reachview.js';
import { spanText } from './time.js';
import { bandText, coordinates, heading, withUnit } from './units.js';

/** Draws a silence into a node; where the aircraft can have been comes a little later. */
export async function gapView(node, log, gap, context) {
    const within = { ...context, how: { mode: context.mode } };
    const reach = element('section', { class: 'reach', 'aria-labelledby': 'reach-title' }, element('h3', { id: 'reach-title', text: t('reach.title') }), element('p', { class: 'soft', role: 'status', text: t('flights.asking') }));
    node.replaceChildren(...[
        element('h2', { id: 'detail-title', tabindex: '-1', text: gapTitle(gap, within.how) }),
        gap.doubtful > 0 ? element('p', { class: 'soft', text: t('gap.doubtful', { n: gap.doubtful }) }) : null,
        ...verdictNodes(gap, log, within),
        element('h3', { text: t('gap.stories') }), gap.hypotheses.length ? storiesNode(gap.hypotheses, within, { isFull: true }) : element('p', { class: 'soft', text: t('gap.noStory') }),
        ...gap.hypotheses.length > 1 ? [element('p', { class: 'soft', text: t('gap.storiesNote') })] : [],
        context.map.node, element('p', { class: 'soft', text: [t('gap.mapNote'), gap.verdict?.cells.length ? t('gap.mapCells') : null].filter(Boolean).join(' ') }), pointsNode(gap, within), reach, ...evidenceNodes(gap.verdict, within), ...revisionNodes(log, gap, within),
    ].filter(Boolean));
    context.map.start();
    const scene = { rows: silentRows(gap.from, gap.to), ends: endsOf(gap), cells: cellsOf(gap.verdict), word: context.word };
    context.map.show(scene);
    if (!gap.to) return showReach(reach, scene, context);
    await showBetween(reach, gap, scene, within);
}

function verdictNodes(gap, log, context) {
    const node = element('section', { class: 'meaning', 'aria-labelledby': 'meaning-title' }, element('h3', { id: 'meaning-title', text: t('gap.meaning') }));
    const { verdict } = gap;
    if (!verdict) {
        node.append(element('p', { text: t(`gap.unjudged.${log.coverage}`) }));
        return [node];
    }
    node.append(
        element('p', { class: 'judgement' }, element('b', { text: className(verdict.class) }), ' ', knownMark(verdict.known)), element('p', { text: verdictText(verdict) }),
        element('ul', { class: 'numbers' }, ...verdictFigures(verdict, context.how).map((text) => element('li', { text }))),
        element('p', { class: 'soft', text: t('verdict.judged', { when: timeText(verdict.judged, { mode: context.mode }) }) }));
    if (verdict.earlier.length) {
        node.append(element('h4', { text: t('verdict.earlier') }), element('ul', { class: 'links' }, ...verdict.earlier.map((one) => element('li', {
            text: t('verdict.earlierLine', { what: className(one.class), share: shareText(one.offAtLeast), when: timeText(one.judged, { mode: context.mode }) }),
        }))));
    }
    return [node];
}

/** What was known of it last before, and first after. */
function pointsNode(gap, context) {
    const side = (point, name) => element('div', { class: 'side' }, element('h4', { text: t(name) }), point ? pairs([
        ['profile.time', timeText(point.time, { mode: context.mode, seconds: true })],
        ['field.position', Number.isFinite(point.latitude) && Number.isFinite(point.longitude) ? coordinates(point.latitude, point.longitude) : t('gap.discOnly')],
        ['place.airport', point.airport ? airportNode(point.airport, { ...context, time: point.time }) : null],
        ['column.altitude', point.isOnGround ? t('state.ground') : Number.isFinite(point.altitude) ? [withUnit('altitude', point.altitude, units()), trendName(point.trend)].filter(Boolean).join(', ') : null],
        ['column.speed', Number.isFinite(point.groundSpeed) ? withUnit('speed', point.groundSpeed, units()) : null], ['column.track', Number.isFinite(point.track) ? `${heading(point.track)}°` : null],
    ]) : element('p', { text: t('gap.notHeardSince') }));
    return element('div', { class: 'sides' }, side(gap.from, 'gap.before'), side(gap.to, 'gap.after'));
}

async function showBetween(node, gap, scene, context) {
    const status = node.querySelector('[role=status]');
    try {
        const answer = await askBetween({ hex: context.hex, from: gap.from.time, to: gap.to.time, realm: context.realm });
        if (!context.isNow()) return;
        if (!answer.region) return void (status.textContent = t('reach.none'));
        const airports = airportsOf(answer);
        context.map.show({ ...scene, areas: [{ pieces: piecesOf(answer.region?.polygons), label: null }] });
        const stops = Array.isArray(answer.stops) ? answer.stops : [];
        const rows = stops.map((one) => element('tr', {}, element('th', { scope: 'row' }, airportNode(one.id, { ...context, airports, time: gap.to.time })),
            element('td', { text: intervalText(one.arrival, 'inferred', context.how) }), element('td', { text: intervalText(one.departure, 'inferred', context.how) }), element('td', { text: spanText(one.longestDwell ?? 0) })));
        status.remove();
        node.append(
            notes([
                t(answer.isPossible === false ? 'reach.impossible' : answer.region?.everywhere ? 'reach.everywhere' : 'reach.region'),
                Number.isFinite(answer.neededSpeed) ? t('reach.needed', { speed: withUnit('speed', answer.neededSpeed / 1.852, units()) }) : null, t('reach.notTrack'),
            ]),
            ...rows.length ? [element('h4', { text: t('reach.stops') }), element('p', { class: 'soft', text: t('reach.stopsNote') }), broadTable(t('reach.stops'), [t('place.airport'), t('stop.arrival'), t('stop.departure'), t('reach.longest')], rows)] : [element('p', { class: 'soft', text: t('reach.noStops') })]);
    } catch (error) {
        if (context.isNow()) status.textContent = t(troubleOf(error));
    }
}

// The cells that were looked at, each with what every receiver hears there of others.
function evidenceNodes(verdict, context) {
    if (!verdict?.cells.length) return [];
    const rows = verdict.cells.flatMap((cell) => cell.looks.map((look, place) => element('tr', {},
        ...place ? [] : [element('th', { scope: 'rowgroup', rowspan: String(cell.looks.length) }, cellText(cell), element('span', { class: 'soft', text: intervalText(cell, 'inferred', context.how) }))],
        element('td', { text: number(look.listener ?? 0) }), element('td', { text: standingName(look.standing) }),
        element('td', { text: t('look.heard', { heard: Math.round(look.heard ?? 0), n: Math.round((look.heard ?? 0) + (look.missed ?? 0)) }) }),
        element('td', { text: shareWithInterval(look) }), element('td', { text: shareText(look.taken) }))));
    return [element('details', { class: 'evidence' }, element('summary', { id: 'evidence', text: t('evidence.title', { n: verdict.cells.length }) }), element('p', { class: 'soft', text: t('evidence.note') }),
        broadTable(t('evidence.title', { n: verdict.cells.length }), ['evidence.cell', 'evidence.listener', 'evidence.standing', 'evidence.heard', 'evidence.share', 'evidence.taken'].map((key) => t(key)), rows, { id: 'evidence-cells' }))];
}

function cellText(cell) {
    const side = (value, letters) => `${number(Math.abs(value), 1)}° ${letters[value < 0 ? 1 : 0]}`;
    const height = Number.isFinite(cell.lowest) ? t('evidence.from', { altitude: bandText(cell.lowest, units()) }) : t('evidence.lowest');
    return `${side(cell.south, 'NS')}, ${side(cell.west, 'EW')}; ${height} `;
}

function revisionNodes(log, gap, context) {
    const found = log.revisions.filter((one) => Math.abs(one.gap - gap.from?.time) < 0.01);
    if (!found.length) return [];
    const told = (stories) => stories.map((one) => `${storyText(one, context.airports)} ${shareText(one.probability)}`).join('; ');
    return [element('h3', { text: t('revision.title') }), element('ul', { class: 'links' }, ...found.map((one) => element('li', {
        text: t('revision.line', { when: timeText(one.time, { mode: context.mode }), why: has(`revision.${one.reason}`) ? t(`revision.${one.reason}`) : tame(one.reason ?? '', 40), before: told(one.before), after: told(one.after) }),
    })))];
}

function endsOf(gap) {
    return [gap.from, gap.to].filter((point) => Number.isFinite(point?.latitude) && Number.isFinite(point?.longitude)).map((point) => [point.latitude, point.longitude]);
}

// A cell is tinted by the best chance that counted there, at any height or time; one without any is an empty frame.
function cellsOf(verdict) {
    const found = new Map();
    for (const { south, west, degrees, looks } of verdict?.cells ?? []) {
        if (![south, west, degrees].every(Number.isFinite)) continue;
        const taken = looks.filter((look) => look.standing === 'counted' && Number.isFinite(look.taken)).map((look) => look.taken);
        const key = `${south} ${west}`;
        const shares = [...taken, found.get(key)?.share ?? null].filter((share) => share !== null);
        found.set(key, { south, west, degrees, share: shares.length ? Math.max(...shares) : null });
    }
    return [...found.values()];
}
