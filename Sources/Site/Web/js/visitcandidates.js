// Aircraft consistent with the announced visit: groups first, then their members, words before numbers, and always that it may be none of them.
import { brief, element, tame } from './dom.js';
import { knownMark } from './flightparts.js';
import { mapLink } from './flightquery.js';
import { shareText } from './flightwords.js';
import { t } from './language.js';
import { chip, small } from './pageparts.js';
import { groupsOf } from './visitdoc.js';
import { sentenceNode } from './visitparts.js';
import { daysText, hourIn, momentIn } from './visittime.js';
import { aircraftName, strength, windowText, worded } from './visitwords.js';

/** How many groups stand open at first. */
const openGroups = 1;
/** How many stand there at once; the others are less likely and one step further. */
const firstGroups = 6;

/** The controls above: with or without later claims, which world. */
export function candidateControls(page, { realms, realm, isLater, hasLater }) {
    const choose = (later, key) => element('button', { type: 'button', class: 'tool', id: later ? 'with-later' : 'without-later', 'aria-pressed': String(isLater === later), text: t(key), onclick: () => page.choose({ isLater: later }) });
    const choice = realms.length > 1 ? element('select', { id: 'candidate-realm', onchange: (event) => page.choose({ realm: event.target.value }) }, ...realms.map((name) => element('option', { value: name, text: t(`realm.${name}`) }))) : null;
    if (choice) choice.value = realm ?? '';
    return element('div', { class: 'controls' },
        element('div', { class: 'presets', role: 'group', 'aria-label': t('later.label') }, choose(false, 'later.without'), choose(true, 'later.with')),
        element('p', { class: 'soft', text: t(hasLater ? 'later.hint' : 'later.noneHint') }), choice ? element('label', {}, t('history.realm'), choice) : null);
}

/** All of the ranking. `ranking`: the document; `shown`: the aircraft whose path is on the map. */
export function candidatesView(page, ranking, shown) {
    const { visit } = page;
    if (!ranking.usedStops.length && !ranking.candidates.length) return [notice(page, ranking), element('p', { class: 'callout', id: 'no-used', text: t(visit.stops.some((one) => one.isConfirmed) ? 'candidates.noTimes' : 'candidates.noConfirmed') })];
    const groups = groupsOf(ranking);
    const cards = groups.map((group, place) => ({ share: group.share, node: groupCard(page, ranking, group, place, shown) }));
    // Where none of them is likelier than a group, it stands before it.
    const place = ranking.none.share === null ? -1 : cards.findIndex((one) => one.share !== null && one.share < ranking.none.share);
    const none = place < 0 ? Math.min(cards.length, firstGroups) : Math.min(place, firstGroups);
    cards.splice(none, 0, { node: noneCard(page, ranking) });
    const further = cards.splice(firstGroups + 1);
    return [
        notice(page, ranking), basis(ranking), ranking.checked ? element('p', { class: 'soft', id: 'ranking-checked', text: tame(ranking.checked, 300) }) : null, ranking.isYoung ? young(page, ranking) : null,
        element('ol', { class: 'groups' }, ...cards.map((one) => one.node)),
        further.length ? element('details', { id: 'further', class: 'further' }, element('summary', { text: t('group.further', { n: further.length }) }), element('ol', { class: 'groups', start: String(cards.length + 1) }, ...further.map((one) => one.node))) : null,
        settling(page, ranking), excluded(page, ranking), ranking.credits.length ? element('p', { class: 'soft small-print', text: t('candidates.credits', { who: tame(ranking.credits.join(' \u00b7 '), 300) }) }) : null,
    ].filter(Boolean);
}

function notice(page, ranking) {
    return element('div', { class: 'consistent' }, sentenceNode(ranking.notice.text ? ranking.notice : { text: t('candidates.notice'), rests: [] }, page, { className: 'sentence' }), ranking.isSimulated ? chip('simulated', t('simulated.word')) : null);
}

function basis({ compared, archiveDays, computed, watched }) {
    const parts = [
        compared === null ? null : t('candidates.compared', { n: compared }), archiveDays === null ? null : archiveDays < 1 ? t('candidates.archiveShort') : t('candidates.archive', { n: Math.floor(archiveDays) }),
        watched.from !== null && watched.to !== null ? t('candidates.watched', { when: daysText(watched.from, watched.to) }) : null, computed === null ? null : t('candidates.computed', { when: `${momentIn('UTC', computed)} UTC` }),
    ].filter(Boolean);
    return element('p', { class: 'soft basis', text: parts.join(' \u00b7 ') });
}

function young(page, { missing }) {
    return element('div', { class: 'callout', id: 'young' }, element('h3', { text: t('young.title') }), element('p', { text: t('young.text') }), missing.length ? element('ul', {}, ...missing.map((one) => sentenceNode(one, page, { tag: 'li' }))) : null);
}

function figure(share, key = 'share.figure') {
    if (share === null) return null;
    const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
    bar.style.setProperty('--share', String(share));
    return element('span', { class: 'share' }, bar, element('b', { text: shareText(share) }), key ? element('span', { class: 'soft', text: t(key) }) : null);
}

function groupCard(page, ranking, group, place, shown) {
    const names = group.members.map(aircraftName).join(', ');
    const sentence = group.sentence.text ? sentenceNode(group.sentence, page, { className: 'sentence lead-sentence' }) : null;
    return element('li', { class: `group ${group.ground}` },
        element('div', { class: 'group-head' }, element('div', {}, element('h3', { text: group.members.length > 1 ? t('group.several', { n: group.members.length, names }) : names }), group.ground === 'alone' ? null : element('p', { class: 'soft', text: worded(`group-ground.${group.ground}`, group.ground) })), figure(group.share)),
        sentence, ...group.members.map((one, index) => candidateCard(page, ranking, one, { isOpen: place < openGroups && index === 0, isOne: group.members.length === 1, isShown: one.hex === shown })));
}

function candidateCard(page, ranking, one, { isOpen, isOne, isShown }) {
    const facts = [one.type ? tame(one.type, 10) : null, one.operator ? brief(one.operator, 60) : null, one.roleText ? brief(one.roleText, 120) : worded(`role.${one.role}`, one.role)].filter(Boolean).join(' \u00b7 ');
    // While the archive is young degrees alone are told.
    const terms = [...one.terms].sort((a, b) => Math.abs(sizeOf(b)) - Math.abs(sizeOf(a)) || Math.abs(b.weight ?? 0) - Math.abs(a.weight ?? 0));
    return element('details', { class: 'candidate', id: `candidate-${one.hex}`, open: isOpen },
        element('summary', {}, element('span', { class: 'who' }, element('b', { text: isOne ? t('candidate.why') : aircraftName(one) }), one.registration ? element('span', { class: 'mono soft', text: one.hex.toUpperCase() }) : null, element('span', { class: 'soft', text: facts })), isOne ? null : figure(one.share, 'share.member')),
        stopStrip(page, ranking, one),
        element('ul', { class: 'terms-list' }, ...terms.map((term) => termNode(page, ranking, one, term))),
        one.accompanying !== null && one.accompanying > 0 ? element('p', { class: 'soft', text: t('candidate.accompanying', { share: shareText(one.accompanying) }) }) : null,
        one.lists.length ? element('p', { class: 'soft', text: t('candidate.lists', { lists: one.lists.map((entry) => [entry.list ? brief(entry.list, 80) : null, brief(entry.source, 80), entry.date ? tame(entry.date, 20) : null].filter(Boolean).join(', ')).join('; ') }) }) : null,
        element('div', { class: 'actions' }, element('a', { class: 'button', href: flightsLink(page, one.hex), text: t('candidate.flights') }),
            small(`path-${one.hex}`, t(isShown ? 'candidate.pathHide' : 'candidate.path'), () => page.choose({ shown: isShown ? null : one.hex }), { className: 'button' })));
}

function flightsLink({ realm }, hex) {
    return `/flights?hex=${hex}${realm ? `&realm=${realm}` : ''}`;
}

// What is known of the aircraft at each stop that was compared, in their order.
function stopStrip({ visit }, ranking, one) {
    const used = visit.stops.filter((stop) => ranking.usedStops.includes(stop.id));
    return element('ul', { class: 'stop-strip' }, ...used.map((stop) => {
        const seen = one.stops.find((each) => each.stop === stop.id);
        const known = seen?.known ?? 'unknown';
        const when = seen && (seen.from !== null || seen.to !== null) ? windowText(seen) : null;
        return element('li', { class: known }, element('span', { class: 'soft', text: `${visit.stops.indexOf(stop) + 1} ${brief(stop.name, 30)}` }),
            known === 'impossible' ? element('span', { class: 'known impossible', text: t('seen.impossible') }) : knownMark(known), seen?.airport || when ? element('span', { class: 'when', text: [seen.airport ? tame(seen.airport, 10) : null, when].filter(Boolean).join(' ') }) : null);
    }));
}

function sizeOf(term) {
    return term.strength === null ? strength(term.weight) : Math.max(-3, Math.min(3, Math.trunc(term.strength)));
}

function termNode({ realm, ...page }, ranking, one, term) {
    const size = sizeOf(term);
    // What the sentence links to already is not told twice.
    const told = new Set(term.sentence.rests.filter((rest) => rest.kind === 'observation').map((rest) => Math.floor(rest.time ?? -1)));
    const further = term.observations.filter((time) => !told.has(Math.floor(time)));
    const sign = size === 0 ? '\u00b7' : (size > 0 ? '\u25b2' : '\u25bc').repeat(Math.abs(size));
    return element('li', { class: size > 0 ? 'for' : size < 0 ? 'against' : 'even' }, element('span', { class: 'sign', 'aria-hidden': 'true', text: sign }),
        element('div', {}, sentenceNode(term.sentence, { ...page, realm }),
            further.length ? element('p', { class: 'soft' }, ...further.slice(0, 4).flatMap((time) => [element('a', { class: 'rest', href: mapLink(one.hex, time * 1000, realm), text: t('rest.heard', { when: `${hourIn('UTC', time)} UTC` }) }), ' '])) : null));
}

function noneCard(page, { none, isYoung }) {
    return element('li', { class: 'group none', id: 'none' },
        element('div', { class: 'group-head' }, element('h3', { text: t('none.title') }), figure(none.share, null)), sentenceNode(none.sentence.text ? none.sentence : { text: t('none.text'), rests: [] }, page, { className: 'sentence lead-sentence' }),
        none.nobody !== null && !isYoung ? element('p', { class: 'soft', text: t('none.nobody', { share: shareText(none.nobody) }) }) : null);
}

function settling(page, ranking) {
    if (!ranking.settling.length) return null;
    return element('div', { class: 'settling', id: 'settling' }, element('h3', { text: t('settling.title') }), element('p', { class: 'soft', text: t('settling.lead') }),
        element('ol', {}, ...ranking.settling.slice(0, 8).map((one) => element('li', {}, sentenceNode(one.sentence.text ? one.sentence : { text: t('settling.line', { airport: one.airport, when: windowText(one) }), rests: [] }, page, { tag: 'span' })))));
}

function excluded(page, ranking) {
    if (!ranking.excludedTotal && !ranking.excluded.length) return null;
    const total = Math.max(ranking.excludedTotal, ranking.excluded.length);
    return element('details', { id: 'excluded' }, element('summary', { text: t('excluded.title', { n: total }) }), element('p', { class: 'soft', text: t('excluded.lead') }),
        element('ul', { class: 'excluded' }, ...ranking.excluded.map((one) => element('li', {}, element('a', { href: flightsLink(page, one.hex), text: aircraftName(one) }), ' ', sentenceNode(one.sentence, page, { tag: 'span' })))),
        ranking.excluded.length < total ? element('p', { class: 'soft', text: t('excluded.more', { n: total - ranking.excluded.length }) }) : null);
}

/** Why there are no candidates, as a key of the words. */
export function rankingProblem({ status, code }, visit) {
    if (code === 'nothing-to-compare') return visit.stops.some((one) => one.isConfirmed) ? 'candidates.noTimes' : 'candidates.noConfirmed';
    if (code === 'nothing-heard') return 'candidates.nothingHeard';
    if (status === 404) return 'candidates.noHistory';
    return status === 429 || code === 'busy' ? 'candidates.busy' : 'candidates.failed';
}

/** What is not wrong, only not there yet. */
export function isOnlyWaiting(key) {
    return ['candidates.noTimes', 'candidates.noConfirmed', 'candidates.nothingHeard', 'candidates.busy'].includes(key);
}
