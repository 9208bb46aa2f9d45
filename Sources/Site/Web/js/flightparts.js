// Parts that the flight pages share: how an end is known, airports with their probabilities, stories of a silence, pairs of name and value.
import { brief, element, tame } from './dom.js';
import { airportLink } from './flightquery.js';
import { airportText, elsewhere, intervalText, lengthText, shareText, storyText } from './flightwords.js';
import { t } from './language.js';
import { spanText } from './time.js';

/** How something is known: a sign and a word. */
export function knownMark(known) {
    return element('span', { class: `known ${known}`, text: t(`known.${['observed', 'inferred', 'claimed'].includes(known) ? known : 'unknown'}`) });
}

/** An airport as a link to its page on the day of a moment (seconds). */
export function airportNode(id, { airports, realm, time = null }) {
    const day = Number.isFinite(time) ? Math.floor(time / 86_400) * 86_400_000 : null;
    return element('a', { href: airportLink({ id: String(id), from: day, to: day === null ? null : day + 86_400_000, realm }), text: brief(airportText(id, airports), 60) });
}

/** Airports of an end, each with its probability where it is not certain; what is missing to 1 is said. `context.most`: so many at most, the others are elsewhere. */
export function chancesNode(all, context) {
    const list = all.slice(0, context.most ?? all.length);
    if (!list.length) return element('span', { class: 'chances', text: t('end.nowhere') });
    const node = element('span', { class: 'chances' });
    const isSure = list.length === 1 && list[0].probability > 0.995;
    for (const [place, one] of list.entries()) node.append(...place ? [', '] : [], airportNode(one.id, context), ...isSure ? [] : [` ${shareText(one.probability)}`]);
    const rest = elsewhere(list);
    if (rest) node.append(', ', t('end.elsewhere', { share: shareText(rest) }));
    return node;
}

/** An end of a leg: its interval, how it is known, where. `name`: the key of what it is. */
export function endNode(end, name, context) {
    const node = element('div', { class: 'end' }, element('span', { class: 'what', text: t(name) }));
    if (!end) {
        node.append(element('span', { class: 'when', text: t('end.none') }));
        return node;
    }
    node.append(
        element('span', { class: 'when', text: intervalText(end, end.known, context.how) }), knownMark(end.known));
    // In a story that is about one airport, or about none that is known, where it was is said already.
    if (!context.isStory || end.airports.length > 1) node.append(chancesNode(end.airports, { ...context, time: end.latest ?? end.earliest }));
    if (end.runway) node.append(element('span', { class: 'runway', text: t('end.runway', { runway: tame(end.runway, 6) }) }));
    return node;
}

/** Both ways a silence can be told, with their probabilities; the likeliest first. */
export function storiesNode(hypotheses, context, { isFull = false } = {}) {
    const within = { ...context, isStory: true };
    const told = hypotheses.slice(0, context.most ?? hypotheses.length);
    const others = hypotheses.slice(told.length);
    const more = others.length ? [element('li', { text: t('story.more', { n: others.length, share: shareText(others.reduce((sum, one) => sum + (one.probability ?? 0), 0)) }) })] : [];
    return element('ul', { class: 'stories' }, ...told.map((one) => {
        const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
        bar.style.setProperty('--share', String(Math.max(0, Math.min(1, one.probability ?? 0))));
        const item = element('li', {}, bar, element('b', { text: shareText(one.probability) }), element('span', { text: storyText(one, context.airports) }));
        if (isFull) {
            item.append(
                ...one.landing ? [endNode(one.landing, 'leg.landing', within)] : [], ...one.takeoff ? [endNode(one.takeoff, 'leg.takeoff', within)] : [],
                ...Number.isFinite(one.longestDwell) ? [element('span', { class: 'soft longest', text: t('story.longest', { span: spanText(one.longestDwell) }) })] : []);
        }
        return item;
    }), ...more);
}

/** Name and value, line by line; what is `null` is left out. */
export function pairs(rows) {
    return element('dl', { class: 'pairs' }, ...rows.filter(([, value]) => value !== null && value !== undefined && value !== '').map(([key, value]) => element('div', {}, element('dt', { text: t(key) }), element('dd', {}, value))));
}

/** How long a leg took, in words; `null` where that is not bounded. */
export function flownText(leg) {
    return leg.landing ? lengthText(leg.takeoff, leg.landing) : null;
}

/** A table that is scrolled in its own frame where it is too wide. */
export function broadTable(label, heads, rows, { id } = {}) {
    return element('div', { class: 'broad', tabindex: '0', role: 'region', 'aria-label': label }, element('table', { class: 'lines', id }, element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col', text: head })))), element('tbody', {}, ...rows)));
}

/** Lines of small print; `warned` ones are of what is missing. */
export function notes(lines, { isWarned = false } = {}) {
    return element('div', { class: isWarned ? 'notes warned' : 'notes' }, ...lines.filter(Boolean).map((text) => element('p', { text })));
}
