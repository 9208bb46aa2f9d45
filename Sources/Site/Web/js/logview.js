// The log as one column of time, newest first: legs with their silences, stops, silences alone.
import { element, tame } from './dom.js';
import { columnOf } from './flightlog.js';
import { airportNode, endNode, flownText, knownMark, storiesNode } from './flightparts.js';
import { className, dayName, intervalText, legTitle, timeText } from './flightwords.js';
import { has, t } from './language.js';
import { units } from './preferences.js';
import { spanText } from './time.js';
import { withUnit } from './units.js';

/**
 * The column, under the days on which things began.
 * - Parameter context: `{airports, realm, mode, chosen: {leg, gap}, link({leg} or {gap})}`; links are followed by who listens for clicks.
 */
export function logView(log, context) {
    const node = element('div', { class: 'log', id: 'log' });
    let [day, list] = [null, null];
    for (const item of columnOf(log)) {
        const name = dayName(item.time, context.mode);
        if (name !== day) {
            day = name;
            list = element('ol', { class: 'column' });
            node.append(element('h3', { class: 'day', text: name }), list);
        }
        // The log tells the likeliest three; what is opened tells all.
        const within = { ...context, most: 3, how: { mode: context.mode, day: name } };
        list.append({ leg: legItem, stop: stopItem, gap: gapItem }[item.kind](item, within));
    }
    return node;
}

function legItem({ of: leg, gaps }, context) {
    const isChosen = context.chosen.leg === leg.id;
    const figures = [
        flownText(leg), leg.highest === null || leg.highest === undefined ? null : t('leg.highest', { altitude: withUnit('altitude', leg.highest, units()) }),
        Number.isFinite(leg.fastest) ? t('leg.fastest', { speed: withUnit('speed', leg.fastest, units()) }) : null, leg.greatCircle >= 1000 ? t('leg.greatCircle', { distance: withUnit('distance', leg.greatCircle, units()) }) : null,
    ].filter(Boolean).join(' \u00b7 ');
    return element('li', { class: `item leg${isChosen ? ' chosen' : ''}` },
        element('a', { class: 'title', href: context.link({ leg: leg.id }), 'data-leg': leg.id, 'aria-current': isChosen ? 'true' : null, text: legTitle(leg) }),
        leg.isLost ? element('p', { class: 'lost', text: t('leg.lost') }) : null,
        leg.landing || !leg.isLost ? endNode(leg.landing, 'leg.landing', context) : null,
        ...gaps.map((gap) => gapNode(gap, context)), diversionNode(leg, context), ...leg.notes.map((note) => noteNode(note, context)),
        endNode(leg.takeoff, 'leg.takeoff', context), figures ? element('p', { class: 'figures', text: figures }) : null);
}

function stopItem({ of: stop }, context) {
    const kind = has(`stop.${stop.kind}`) ? t(`stop.${stop.kind}`) : tame(stop.kind ?? '', 30);
    const airport = stop.airport ? airportNode(stop.airport, { ...context, time: stop.arrival.latest }) : t('end.nowhere');
    // Of one that is not sure nobody is to read an airport as if it were.
    const isSure = stop.kind !== 'uncertain';
    return element('li', { class: 'item stop' },
        element('p', { class: 'title' }, kind, ...isSure ? [': ', airport] : []),
        isSure || !stop.airport ? null : element('div', { class: 'end' }, element('span', { class: 'what', text: t('stop.likeliest') }), airport),
        element('div', { class: 'end' }, element('span', { class: 'what', text: t('stop.departure') }), element('span', { class: 'when', text: intervalText(stop.departure, stop.known, context.how) })),
        element('div', { class: 'end' }, element('span', { class: 'what', text: t('stop.arrival') }), element('span', { class: 'when', text: intervalText(stop.arrival, stop.known, context.how) }), knownMark(stop.known)));
}

function gapItem({ of: gap }, context) {
    return element('li', { class: 'item alone' }, gapNode(gap, context));
}

/** A silence as the log tells it: how long, what may have happened, what it means. */
function gapNode(gap, context) {
    const isChosen = context.chosen.gap === gap.id;
    return element('div', { class: `gap${isChosen ? ' chosen' : ''}` },
        element('a', { class: 'title', href: context.link({ gap: gap.id }), 'data-gap': gap.id, 'aria-current': isChosen ? 'true' : null, text: gapTitle(gap, context.how) }),
        gap.hypotheses.length ? storiesNode(gap.hypotheses, context) : null,
        gap.verdict ? element('p', { class: 'verdict', text: t('gap.means', { what: className(gap.verdict.class) }) }) : null);
}

/** `Nothing heard 14:30:05 – 14:52:10 UTC (22 min)`. */
export function gapTitle(gap, how) {
    if (!gap.to) return t('gap.goesOn', { from: timeText(gap.from?.time, how) });
    return t('gap.title', { when: intervalText({ earliest: gap.from?.time, latest: gap.to.time }, 'observed', how), span: spanText(gap.to.time - gap.from?.time) });
}

/** From where a flight was diverted; `null` where nothing says so. */
export function diversionNode({ diversion }, context) {
    if (!diversion) return null;
    return element('div', { class: 'end note' }, element('span', { class: 'what', text: t('leg.diverted') }), airportNode(diversion.airport, { ...context, time: diversion.latest }), knownMark(diversion.known));
}

/** A touch-and-go or a go-around. */
export function noteNode(note, context) {
    const kind = has(`leg-note.${note.kind}`) ? t(`leg-note.${note.kind}`) : tame(note.kind ?? '', 30);
    const node = element('div', { class: 'end note' }, element('span', { class: 'what', text: kind }), element('span', { class: 'when', text: intervalText(note, 'observed', context.how) }));
    if (note.airport) node.append(airportNode(note.airport, { ...context, time: note.latest }));
    if (note.runway) node.append(element('span', { class: 'runway', text: t('end.runway', { runway: tame(note.runway, 6) }) }));
    return node;
}
