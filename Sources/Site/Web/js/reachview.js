// Where an aircraft that is not heard any more can be: isochrones on the map, arrivals per airport with their intervals. Never a track.
import { element } from './dom.js';
import { airportsOf, piecesOf } from './flightlog.js';
import { askReach, troubleOf } from './flightsapi.js';
import { airportNode, broadTable, notes } from './flightparts.js';
import { silentRows } from './flightmap.js';
import { intervalText, shareText, timeText } from './flightwords.js';
import { t } from './language.js';
import { units } from './preferences.js';
import { spanText } from './time.js';
import { withUnit } from './units.js';

/** Draws the page of reach into a node. */
export async function reachView(node, context) {
    const section = element('section', { class: 'reach', 'aria-labelledby': 'reach-title' }, element('h3', { id: 'reach-title', text: t('reach.title') }), element('p', { class: 'soft', role: 'status', text: t('flights.asking') }));
    node.replaceChildren(element('h2', { id: 'detail-title', tabindex: '-1', text: context.reachAt === null ? t('reach.heading') : t('reach.headingAt', { when: timeText(context.reachAt, { mode: context.mode }) }) }), context.map.node, section);
    context.map.start();
    context.map.show({ word: context.word });
    await showReach(section, { word: context.word }, context);
}

/** Asks where it can be and fills a section; the map gets the isochrones over a scene. */
export async function showReach(section, scene, context) {
    const status = section.querySelector('[role=status]');
    const how = { mode: context.mode };
    try {
        const answer = await askReach({ hex: context.hex, at: context.reachAt ?? null, realm: context.realm });
        if (!context.isNow()) return;
        if (!answer.from) return void (status.textContent = t('reach.none'));
        const airports = airportsOf(answer);
        const isochrones = (Array.isArray(answer.isochrones) ? answer.isochrones : []).map((one) => ({ ...one, pieces: piecesOf(one.polygons) }));
        const around = isochrones.filter((one) => !one.everywhere && one.pieces.length).map((one) => ({ pieces: one.pieces, label: t('reach.after', { span: spanText(one.time - answer.from.time) }) }));
        context.map.show({ ...scene, rows: scene.rows?.length ? scene.rows : silentRows(answer.from, null), ends: Number.isFinite(answer.from.latitude) ? [[answer.from.latitude, answer.from.longitude]] : [], areas: around });
        const arrivals = Array.isArray(answer.arrivals) ? answer.arrivals : [];
        const rows = arrivals.map((one) => element('tr', {}, element('th', { scope: 'row' }, airportNode(one.id, { ...context, airports, time: one.middle })),
            element('td', { text: one.share === null || one.share === undefined ? t('value.unknown') : shareText(one.share) }), element('td', { text: timeText(one.middle, how) }),
            element('td', { text: intervalText({ earliest: one.low, latest: one.high }, 'inferred', how) }), element('td', { text: timeText(one.earliest, how) }), element('td', { text: shareText(one.landed) })));
        status.remove();
        section.append(
            notes([
                t('reach.lastSeen', { when: timeText(answer.from.time, { ...how, seconds: true }) }), t('reach.speed', { speed: withUnit('speed', answer.speed / 1.852, units()) }), Number.isFinite(answer.end) ? t('reach.end', { when: timeText(answer.end, how) }) : null,
                around.length ? t('reach.isochrones', { n: around.length }) : null, isochrones.some((one) => one.everywhere) ? t('reach.everywhere') : null, t('reach.notTrack'),
            ]),
            ...rows.length ? [element('h4', { text: t('reach.arrivals') }), element('p', { class: 'soft', text: t('reach.arrivalsNote') }), broadTable(t('reach.arrivals'), ['place.airport', 'reach.share', 'reach.middle', 'reach.interval', 'reach.earliest', 'reach.landed'].map((key) => t(key)), rows, { id: 'arrivals' })] : []);
    } catch (error) {
        if (context.isNow()) status.textContent = t(troubleOf(error));
    }
}
