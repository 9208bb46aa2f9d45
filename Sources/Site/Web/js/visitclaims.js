// Claims beside what was observed: who says what, how surely, and whether it can have been so.
import { brief, element, tame } from './dom.js';
import { t } from './language.js';
import { chip, guarded, small } from './pageparts.js';
import { certaintyChip, quoteNode, sentenceNode } from './visitparts.js';
import { speakerText, windowText, worded } from './visitwords.js';

const signs = { supported: 'good', contradicted: 'bad', not_testable: 'none' };
/** Claims that can narrow a window: they say when it arrived or left. */
const narrowing = new Set(['arrival', 'departure']);

/** All claims as a table; on a narrow page each is a block. */
export function claimsView(page) {
    const { claims, reports } = page.visit;
    if (!claims.length) return [element('p', { class: 'soft', text: t('claims.none') })];
    const heads = ['claims.what', 'claims.who', 'claims.time', 'claims.against'];
    return [
        counted(claims.flatMap((one) => one.verdict ?? [])),
        counted(page.heard, t('claims.heard')),
        element('div', { class: 'broad', role: 'region', tabindex: '0', 'aria-labelledby': 'claims-title' }, element('table', { class: 'lines claims' },
            element('thead', {}, element('tr', {}, ...heads.map((key) => element('th', { scope: 'col', text: t(key) })))),
            element('tbody', {}, ...claims.map((claim) => row(page, claim, reports.find((one) => one.id === claim.report)))))),
    ].filter(Boolean);
}

/** How many of these verdicts there are of each outcome; `null` if there are none. */
function counted(verdicts, label) {
    const chips = Object.keys(signs).map((outcome) => [outcome, verdicts.filter((one) => one.outcome === outcome).length]).filter(([, n]) => n)
        .map(([outcome, n]) => chip(`verdict-${signs[outcome]}`, t(`verdict-count.${outcome}`, { n })));
    return chips.length ? element('p', { class: 'chips counts' }, label ? element('span', { class: 'soft', text: label }) : null, ...chips) : null;
}

function row(page, claim, report) {
    const { visit } = page;
    const about = claim.stops.map((id) => visit.stops.find((one) => one.id === id)).filter(Boolean);
    const kind = claim.kindText ?? worded(`claim-kind.${claim.kind}`, claim.kind);
    return element('tr', { id: `claim-${claim.id}`, tabindex: '-1' },
        element('th', { scope: 'row', 'data-label': t('claims.what') }, element('span', { class: 'claim-kind' }, element('span', { class: 'soft number', text: `${claim.id} ` }), tame(kind, 80)),
            ...claim.isDenied ? [' ', chip('bad', t('claim.denied'))] : [], quoteNode(claim.spans[0] ? { ...claim.spans[0], report: claim.spans[0].report ?? claim.report } : null),
            about.length ? element('span', { class: 'soft' }, t('claim.about'), ' ', ...about.flatMap((stop, place) => [place ? ', ' : null, element('a', { href: `#stop-${stop.id}`, text: brief(stop.name, 40) })]).filter(Boolean)) : null,
            claim.places.length || claim.aircraft.length ? element('span', { class: 'soft', text: [...claim.places.map((one) => brief(one.name, 40)), ...claim.aircraft.map((one) => brief(one, 40))].join(', ') }) : null),
        element('td', { 'data-label': t('claims.who') }, element('span', { text: speakerText(claim.speaker, report) }), element('span', { class: 'chips' }, certaintyChip(claim), claim.isByHand ? chip('hand', t('claim.byHand')) : null)),
        element('td', { 'data-label': t('claims.time'), class: claim.time ? null : 'nothing' }, claim.time ? windowText(claim.time) : element('span', { class: 'soft', text: t('claim.noTime') })),
        element('td', { 'data-label': t('claims.against') }, verdictNode(page, claim), heardNode(page, claim), page.mayWrite ? buttons(page, claim, about) : null));
}

function verdictNode(page, { verdict }) {
    if (!verdict) return element('p', { class: 'soft', text: t('verdict-state.none') });
    return element('div', { class: `judged ${signs[verdict.outcome] ?? 'none'}` }, chip(`verdict-${signs[verdict.outcome] ?? 'none'}`, worded(`verdict-state.${verdict.outcome}`, verdict.outcome)), verdict.sentence.text ? sentenceNode(verdict.sentence, page) : null);
}

// What was heard of aircraft consistent with the visit, in the world whose candidates are shown.
function heardNode(page, { id }) {
    const heard = page.heard.find((one) => one.claim === id);
    return heard?.sentence.text ? element('div', { class: `judged heard ${signs[heard.outcome] ?? 'none'}`, id: `heard-${id}` }, chip(`verdict-${signs[heard.outcome] ?? 'none'}`, t('claim.heard')), sentenceNode(heard.sentence, page)) : null;
}

function buttons(page, claim, about) {
    const narrowable = narrowing.has(claim.kind) && claim.time && !claim.isDenied ? about : [];
    return element('div', { class: 'actions small' },
        claim.isConfirmed ? null : small(`confirm-claim-${claim.id}`, t('claim.confirm'), () => page.run({ kind: 'confirmClaim', claim: claim.id }), { label: t('claim.confirmLabel', { id: String(claim.id) }) }),
        ...narrowable.map((stop) => (stop.narrowed?.claims.includes(claim.id)
            ? small(`widen-${stop.id}-${claim.id}`, t('window.widen'), () => page.run({ kind: 'widen', stop: stop.id }))
            : small(`narrow-${stop.id}-${claim.id}`, t('claim.narrow', { place: brief(stop.name, 30) }), () => page.run({ kind: 'narrow', stop: stop.id, claim: claim.id })))),
        small(`edit-claim-${claim.id}`, t('claim.edit'), () => page.edit.claim({}, page.visit.claims.find((one) => one.id === claim.id) ?? claim), { label: t('claim.editTitle', { id: String(claim.id) }) }),
        guarded(`remove-claim-${claim.id}`, { text: t('claim.remove'), question: t('claim.removeSure', { id: String(claim.id) }), yes: t('claim.removeYes'), isDanger: true, isQuiet: true, label: t('claim.removeLabel', { id: String(claim.id) }), action: () => page.run({ kind: 'removeClaim', claim: claim.id }) }));
}
