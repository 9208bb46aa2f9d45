// One alert with all it rests on. It says what was observed and what follows from it, never who is aboard.
import { pictureNode, picturePaths } from './alertpicture.js';
import { messagesNode } from './alertmessages.js';
import { brief, element, tame } from './dom.js';
import { broadTable, knownMark, pairs } from './flightparts.js';
import { mapLink } from './flightquery.js';
import { number, t } from './language.js';
import { writeRule } from './ruletext.js';
import { spanText } from './time.js';
import { visitLink } from './visitquery.js';
import { alertChips, linesOf, said, spanOf, timeNode, wordOr } from './watchparts.js';
import { alertsLink, watchesLink } from './watchquery.js';

/** The parts of an alert. `others`: the alert that corrects it and the one it corrects, where they could be read. */
export function alertView(alert, { now, mayWrite, others = {} }) {
    const title = tame(said(alert.title), 300);
    const heading = element('h1', { id: 'one-title', tabindex: '-1' }, alert.correctedBy ? element('s', { text: title }) : title);
    return [
        element('header', { class: 'alert-head' }, heading, element('p', { class: 'chips' }, ...alertChips(alert)),
            element('p', { class: 'soft' }, timeNode(alert.time, { seconds: true, now }), alert.made !== null && alert.made - alert.time > 120 ? ` \u00b7 ${t('one.made', { when: timeText(alert.made) })}` : null)),
        ...corrections(alert, others),
        element('section', { 'aria-labelledby': 'told-title', class: 'told-part' }, element('h2', { id: 'told-title', text: t('one.told') }), element('div', { class: 'told-columns' },
            element('div', {}, ...linesOf(said(alert.body)).map((line) => element('p', { class: 'alert-line', text: line })), alert.suppressed ? element('p', { class: 'soft', text: t('one.suppressed', { n: alert.suppressed }) }) : null, linksNode(alert)), pictureOf(alert))),
        ...alert.evidence ? evidenceParts(alert, now) : [element('p', { class: 'callout', text: t(mayWrite ? 'one.noEvidence' : 'one.evidenceKept') })],
        alert.evidence ? messagesNode(alert, { name: (hex) => nameOf(alert, hex), mayWrite }) : null,
        deliveriesNode(alert, mayWrite),
    ].flat().filter(Boolean);
}

function timeText(time) {
    return timeNode(time, { seconds: true }).textContent;
}

// A corrected alert stays, struck through, and leads to what corrects it.
function corrections(alert, { correcting, corrected }) {
    const link = (id, other) => element('a', { href: alertsLink({ id }), text: other ? brief(said(other.title), 120) : t('one.open') });
    return [
        alert.correctedBy ? element('p', { class: 'callout', id: 'corrected-by' }, `${t('one.correctedBy')} `, link(alert.correctedBy, correcting)) : null,
        alert.corrects ? element('p', { class: 'callout', id: 'corrects' }, `${t('one.corrects')} `, element('s', {}, link(alert.corrects, corrected))) : null,
    ];
}

function linksNode(alert) {
    const links = [
        alert.link ? element('a', { class: 'button main', id: 'to-map', href: alert.link, text: t('one.map') }) : null, ...alert.aircraft.slice(0, 3).map((hex) => element('a', { class: 'button', href: `/flights?hex=${hex}`, text: t('one.flights', { name: nameOf(alert, hex) }) })),
        alert.visit ? element('a', { class: 'button', href: visitLink({ id: alert.visit }), text: t('one.visit') }) : null,
    ];
    return element('p', { class: 'actions' }, ...links);
}

function nameOf(alert, hex) {
    const facts = alert.evidence?.aircraft.find((one) => one.hex === hex);
    return facts?.registration ? tame(facts.registration, 20) : hex.toUpperCase();
}

function pictureOf(alert) {
    const paths = alert.evidence ? picturePaths(alert.evidence) : [];
    if (!paths.length) return null;
    const names = paths.map((path) => nameOf(alert, path.hex)).join(', ');
    return element('figure', { class: 'picture' }, pictureNode(paths, { names: (hex) => nameOf(alert, hex), title: t('one.picture', { names }), word: alert.isSimulated ? t('simulated.word') : null }), element('figcaption', { class: 'soft', text: t('one.pictureText') }));
}

function evidenceParts(alert, now) {
    const { evidence } = alert;
    return [
        evidence.isRestricted ? element('p', { class: 'callout', id: 'restricted', text: t('one.restricted') }) : null,
        evidence.events.length ? element('section', { 'aria-labelledby': 'known-title' }, element('h2', { id: 'known-title', text: t('one.known') }), element('ol', { class: 'events' }, ...evidence.events.map((event) => eventNode(alert, event, now)))) : null,
        evidence.aircraft.length ? element('section', { 'aria-labelledby': 'who-title' }, element('h2', { id: 'who-title', text: t('one.who') }), element('p', { class: 'soft', text: t('one.whoText') }), element('div', { class: 'who-cards' }, ...evidence.aircraft.map((one) => factsNode(alert, one)))) : null,
        positionsNode(alert), heardNode(alert), ruleNode(alert),
    ];
}

// What happened, how it is known, and what it rests on.
function eventNode(alert, event, now) {
    const name = event.hex ? nameOf(alert, event.hex) : '';
    const known = event.knowing ?? (event.kind === 'silent' || event.kind === 'listening' ? 'inferred' : 'observed');
    const when = event.earliest !== null && event.latest !== null && event.latest - event.earliest > 1 ? spanOf(event.earliest, event.latest) : null;
    return element('li', { class: 'event' },
        element('p', { class: 'event-head' }, element('b', { text: `${name} ${wordOr(`event.${event.kind}`, event.kind)}`.trim() }), ' ', knownMark(known)),
        pairs([
            ['one.when', when ? element('span', { text: when }) : timeNode(event.time, { seconds: true, now })],
            ['one.airports', event.airports.length ? event.airports.map((one) => `${tame(one.id, 10)} ${t('one.share', { n: Math.round(one.share * 100) })}`).join(', ') : event.airport ? tame(event.airport, 10) : null],
            ['one.runway', event.runway ? tame(event.runway, 8) : null], ['one.squawk', event.squawk ? `${tame(event.squawk, 8)} (${t(event.isAgreed ? 'one.agreed' : 'one.notAgreed')})` : null], ['one.callsign', event.callsign ? tame(event.callsign, 10) : null],
            ['one.lastHeard', event.lastHeard === null ? null : timeNode(event.lastHeard)], ['one.silentSince', event.since === null ? null : silentSince(event)], ['one.integrity', event.integrity === null ? null : t('one.fell', { before: event.integrityBefore ?? '?', now: event.integrity })],
            ['one.judged', event.judgedAt === null ? null : timeNode(event.judgedAt)], ['one.receivers', receiversText(event.receivers)],
        ]),
        event.gapClass ? element('p', { class: 'silence' }, element('b', { text: wordOr(`silence.${event.gapClass}`, event.gapClass) }), ' ', wordOr(`silence.${event.gapClass}.means`, ''), event.offAtLeast === null || event.offAtLeast < 0.05 ? null : ` ${t('one.offAtLeast', { n: Math.floor(event.offAtLeast * 100) })}`) : null);
}

function silentSince(event) {
    return element('span', {}, timeNode(event.since), event.time === null ? null : ` (${spanText(Math.max(0, event.time - event.since))})`);
}

function receiversText(receivers) {
    return receivers.length ? receivers.map((one) => brief(one, 40)).join(', ') : null;
}

function factsNode(alert, one) {
    const words = (value) => (value ? tame(value, 60) : null);
    return element('div', { class: 'who-card' }, element('h3', {}, element('a', { href: mapLink(one.hex, alert.time === null ? null : alert.time * 1000), text: nameOf(alert, one.hex) }), ' ', element('span', { class: 'mono soft', text: one.hex.toUpperCase() })), pairs([
        ['one.callsign', words(one.callsign)], ['one.type', words(one.type)], ['one.operator', words(one.operator)], ['one.country', words(one.country)], ['one.category', words(one.category)], ['one.fleet', words(one.fleet)], ['one.lists', one.lists.length ? one.lists.map((name) => brief(name, 60)).join(', ') : null],
        ['one.position', one.latitude === null || one.longitude === null ? null : element('span', {}, placeText(one), one.positionTime === null ? null : ' \u00b7 ', one.positionTime === null ? null : timeNode(one.positionTime))],
        ['one.altitude', one.altitude === null ? null : t('one.feet', { n: Math.round(one.altitude) })], ['one.lastHeard', one.lastHeard === null ? null : timeNode(one.lastHeard, { seconds: true })],
    ]));
}

function placeText({ latitude, longitude }) {
    return `${number(latitude, 4)}\u00b0, ${number(longitude, 4)}\u00b0`;
}

function positionsNode({ evidence }) {
    const all = [...evidence.positions, ...evidence.events.flatMap((event) => event.positions)];
    const heard = evidence.receivers.length ? element('p', { class: 'soft', text: t('one.heardBy', { names: receiversText(evidence.receivers) }) }) : null;
    if (!all.length) return heard;
    const rows = all.slice(0, 200).map((one) => element('tr', {}, element('td', {}, timeNode(one.time, { seconds: true })), element('td', { text: placeText(one) }), element('td', { text: one.altitude === null ? '\u2013' : t('one.feet', { n: Math.round(one.altitude) }) }), element('td', { text: one.source ? brief(one.source, 30) : '\u2013' }), element('td', { text: receiversText(one.receivers) ?? '\u2013' })));
    return element('section', { 'aria-labelledby': 'positions-title' }, element('h2', { id: 'positions-title', text: t('one.positions') }), heard,
        element('details', { id: 'positions' }, element('summary', { text: t('one.positionsCount', { n: all.length }) }), broadTable(t('one.positions'), ['one.when', 'one.position', 'one.altitude', 'one.source', 'one.receivers'].map((key) => t(key)), rows)));
}

// Which receivers heard it in the last minutes in which it was heard: the archive's numbers of them.
function heardNode(alert) {
    const all = alert.evidence.aircraft.filter((one) => one.heardBy.length);
    if (!all.length) return null;
    const rows = all.flatMap((one) => one.heardBy.slice(0, 30).map((each) => element('tr', {}, element('th', { scope: 'row', text: nameOf(alert, one.hex) }), element('td', {}, timeNode(each.minute)), element('td', { text: receiversText(each.receivers) ?? '\u2013' }))));
    return element('section', { 'aria-labelledby': 'heard-title' }, element('h2', { id: 'heard-title', text: t('one.heard') }), element('p', { class: 'soft', text: t('one.heardText') }),
        element('details', { id: 'heard' }, element('summary', { text: t('one.minutes', { n: rows.length }) }), broadTable(t('one.heard'), ['one.aircraft', 'one.minute', 'one.receivers'].map((key) => t(key)), rows)));
}

function ruleNode({ evidence, watch, version, name }) {
    const text = Object.keys(evidence.rule).length ? writeRule(evidence.rule) : null;
    return element('section', { 'aria-labelledby': 'rule-title' }, element('h2', { id: 'rule-title', text: t('one.rule') }),
        element('p', {}, watch ? element('a', { href: watchesLink({ edit: watch }), text: brief(name, 120) }) : brief(name, 120), ` \u00b7 ${t('one.version', { n: version })}`, evidence.program ? ` \u00b7 ${t('one.program', { version: tame(evidence.program, 40) })}` : null),
        text ? element('details', { id: 'rule-then' }, element('summary', { text: t('one.ruleText') }), element('pre', { tabindex: '0', translate: 'no', text: text.slice(0, 20_000) })) : null);
}

function deliveriesNode({ deliveries }, mayWrite) {
    if (!deliveries || !mayWrite) return null;
    const rows = deliveries.map((one) => element('tr', {}, element('th', { scope: 'row', text: brief(one.outlet, 64) }), element('td', { class: one.state === 'dead' ? 'bad-text' : null, text: wordOr(`delivery.${one.state}`, one.state) }), element('td', { text: number(one.tries) }), element('td', { text: one.lastError ? brief(said(one.lastError), 200) : '\u2013' })));
    return element('section', { 'aria-labelledby': 'deliveries-title' }, element('h2', { id: 'deliveries-title', text: t('one.deliveries') }),
        rows.length ? broadTable(t('one.deliveries'), ['one.outlet', 'one.state', 'one.tries', 'one.lastError'].map((key) => t(key)), rows, { id: 'deliveries' }) : element('p', { class: 'soft', text: t('one.noDeliveries') }),
        rows.length ? element('p', {}, element('a', { href: '/outlets', text: t('one.toOutlets') })) : null);
}
