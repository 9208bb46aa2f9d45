// A flight's page: both ends, map, profile, stops beside it, silences, what happened on the way, what was doubtful.
import { element, tame } from './dom.js';
import { askFlown, troubleOf } from './flightsapi.js';
import { pathTime } from './flightlog.js';
import { mapLink } from './flightquery.js';
import { endNode, flownText, notes, pairs } from './flightparts.js';
import { legTitle, timeText } from './flightwords.js';
import { diversionNode, gapTitle, noteNode } from './logview.js';
import { has, t } from './language.js';
import { units } from './preferences.js';
import { profileView } from './profileview.js';
import { withUnit } from './units.js';

/**
 * Draws a leg into a node; the path comes a little later.
 * - Parameter context: as the log's, and `{hex, map, isNow(), word}`; `isNow()` is false once something else is shown.
 */
export async function legView(node, log, leg, context) {
    const within = { ...context, how: { mode: context.mode } };
    const place = element('div');
    const status = element('p', { class: 'soft', role: 'status', text: t('flights.asking') });
    const gaps = leg.gaps.map((index) => log.gaps[index]).filter(Boolean);
    const { from, to } = pathTime(log, leg);
    node.replaceChildren(...[
        element('h2', { id: 'detail-title', tabindex: '-1', text: legTitle(leg) }),
        leg.isLost ? element('p', { class: 'lost', text: t('leg.lost') }) : null,
        element('div', { class: 'ends' }, endNode(leg.takeoff, 'leg.takeoff', within), endNode(leg.landing, 'leg.landing', within)),
        pairs([
            ['leg.callsigns', leg.callsigns.map((call) => tame(call, 10)).join(', ')], ['leg.duration', flownText(leg)],
            ['leg.firstHeard', leg.takeoff.heard === null ? null : timeText(leg.takeoff.heard, { mode: context.mode, seconds: true })],
            ['leg.lastHeard', Number.isFinite(leg.landing?.heard) ? timeText(leg.landing.heard, { mode: context.mode, seconds: true }) : null],
            ['leg.highestName', Number.isFinite(leg.highest) ? withUnit('altitude', leg.highest, units()) : null], ['leg.fastestName', Number.isFinite(leg.fastest) ? withUnit('speed', leg.fastest, units()) : null],
            ['leg.greatCircleName', leg.greatCircle >= 1000 ? withUnit('distance', leg.greatCircle, units()) : null],
        ]),
        context.map.node, place, status,
        gaps.length ? element('h3', { text: t('leg.gaps') }) : null,
        gaps.length ? element('ul', { class: 'links' }, ...gaps.map((gap) => element('li', {}, element('a', { href: context.link({ gap: gap.id }), 'data-gap': gap.id, text: gapTitle(gap, within.how) })))) : null,
        diversionNode(leg, within),
        leg.notes.length ? element('h3', { text: t('leg.notes') }) : null, ...leg.notes.map((note) => noteNode(note, within)),
        ...doubtfulLines(log, from, to),
        element('p', {}, element('a', { href: mapLink(context.hex, (leg.takeoff.heard ?? from + 600) * 1000, context.realm), text: t('leg.onMap') })),
    ].filter(Boolean));
    context.map.start();
    context.map.show({ word: context.word });
    try {
        const { rows, isCut } = await askFlown({ hex: context.hex, from, to, realm: context.realm });
        if (!context.isNow()) return;
        status.remove();
        context.map.show({ rows, places: endPlaces(leg, context.airports), word: context.word });
        place.replaceChildren(profileView(rows, { from: rows[0]?.[0] ?? from, to: rows.at(-1)?.[0] ?? to, word: context.word, onmoment: (row) => context.map.mark(row) }));
        if (isCut) place.append(notes([t('flights.pathCut')]));
    } catch (error) {
        if (context.isNow()) status.textContent = t(troubleOf(error));
    }
}

// The likeliest airports of both ends, as far as their places are known.
function endPlaces(leg, airports) {
    const found = [...leg.takeoff.airports.slice(0, 2), ...leg.landing?.airports.slice(0, 2) ?? []].map((one) => ({ id: one.id, ...airports.get(one.id) }));
    return found.filter((one) => Number.isFinite(one.latitude) && Number.isFinite(one.longitude));
}

/** What was left out of legs between two times, and why; it stays in the archive. */
function doubtfulLines(log, from, to) {
    const found = log.doubtful.filter((one) => one.latest >= from && one.earliest <= to);
    if (!found.length) return [];
    const counts = new Map();
    for (const one of found) counts.set(one.reason, (counts.get(one.reason) ?? 0) + (one.count ?? 0));
    return [element('h3', { text: t('leg.doubtful') }), element('p', { class: 'soft', text: t('leg.doubtfulNote') }), element('ul', { class: 'links' }, ...[...counts].map(([reason, n]) => element('li', {
        text: t('leg.doubtfulCount', { n, why: has(`doubt.${reason}`) ? t(`doubt.${reason}`) : tame(reason ?? '', 40) }),
    })))];
}
