// Who the aircraft is, on its panel: what is shown and by whom, what contradicts, who stands near, what it called itself.
import { brief, element, tame } from './dom.js';
import { askIdentity } from './historyapi.js';
import { conflictText, memberships, mergedSisters, originText, rateText, relationName, settlesText, validText, valueText } from './identitywords.js';
import { has, t } from './language.js';
import { timeMode } from './preferences.js';
import { licenceText } from './terms.js';
import { clockTime } from './time.js';

export class IdentityView {
    #key = null;
    #shown = null;
    #document = null;

    /** - Parameter on: `{select(hex), realm(), moment()}`; the moment in ms, `null` for now. */
    constructor(on) {
        this.on = on;
    }

    /** Shows the identity of an aircraft in a node, and in `lead` how much of it is contested; asks once for each aircraft, world and moment. */
    async show(node, hex, lead) {
        this.node = node;
        this.lead = lead;
        this.#shown = hex;
        const moment = this.on.moment();
        // To the hour: the replay's clock must not ask every second.
        const at = moment === null ? null : new Date(Math.floor(moment / 3_600_000) * 3_600_000).toISOString().slice(0, 19) + 'Z';
        const key = [hex, this.on.realm(), at].join(' ');
        if (this.#key === key && this.#document) return this.draw();
        // What is known of the same aircraft stays until the answer is there.
        if (this.#document?.hex !== hex) {
            this.#document = null;
            lead.replaceChildren();
            node.replaceChildren(heading(), element('p', { class: 'note', text: t('identity.loading') }));
        }
        this.#key = key;
        let document = null;
        try {
            document = await askIdentity(hex, { at, realm: this.on.realm() });
        } catch {
            document = null;
        }
        if (this.#key !== key) return;
        if (!Array.isArray(document?.shown)) {
            this.#document = null;
            this.#key = null;
            lead.replaceChildren();
            node.replaceChildren(heading(), element('p', { class: 'note', text: t('identity.failed') }));
            return;
        }
        this.#document = document;
        this.draw();
    }

    /** Asks anew where another world or moment is looked at. */
    refresh() {
        if (this.#shown && this.node?.isConnected) this.show(this.node, this.#shown, this.lead);
    }

    /** Whether an aircraft was ever heard, as far as the answer that is here tells. */
    wasHeard(hex) {
        return this.#document?.hex === hex && this.#document.heard?.days > 0;
    }

    /** Draws: also in another language or time mode. */
    draw() {
        if (!this.#document || !this.node?.isConnected) return;
        const wasOpen = this.node.querySelector('details')?.open ?? false;
        this.#drawLead();
        const focused = this.node.contains(document.activeElement) ? document.activeElement.id : null;
        this.node.replaceChildren(...[
            heading(), ...this.#notes(), this.#table(), ...this.#conflicts(), ...this.#sisters(), ...this.#callsigns(), this.#all(wasOpen),
        ].filter(Boolean));
        if (focused) this.node.querySelector(`#${CSS.escape(focused)}`)?.focus();
    }

    // One line under the head that leads down to what contradicts.
    #drawLead() {
        const open = (this.#document.conflicts ?? []).filter((one) => one.state === 'open').length;
        const wasFocused = this.lead.contains(document.activeElement);
        this.lead.replaceChildren(...open ? [element('button', { type: 'button', id: 'identity-open', text: t('identity.open', { n: open }), onclick: () => this.#lead() })] : []);
        if (wasFocused) this.lead.firstChild?.focus();
    }

    #lead() {
        const title = this.node.querySelector('#identity-conflicts');
        const body = this.node.parentElement;
        // Not `scrollIntoView`, which moves the page behind the sheet too.
        body.scrollTop += title.getBoundingClientRect().top - body.getBoundingClientRect().top;
        title.focus({ preventScroll: true });
    }

    #notes() {
        const { address, shown, facts, withheld } = this.#document;
        const note = (text) => element('p', { class: 'note', text });
        return [
            address?.range && has(`range.${address.range}`) ? note(t(`range.${address.range}`)) : null,
            address?.privacy ? note(t('identity.privacy')) : null,
            // What is withheld is said by somebody: only where nothing is does nobody say anything.
            withheld > 0 ? note(t('identity.withheld', { n: withheld })) : facts?.some((fact) => fact.known !== 'inferred') ? null : note(t('identity.nobody')),
            shown.some((one) => one.others?.length) ? note(t('identity.picked')) : null,
        ];
    }

    #table() {
        const { address, shown, facts } = this.#document;
        const rows = [...shown.map((one) => shownRow(one, address)), ...memberships(facts).map(membershipRow)];
        return rows.length ? element('table', { class: 'facts' }, element('tbody', {}, ...rows)) : null;
    }

    #conflicts() {
        const conflicts = this.#document.conflicts ?? [];
        if (!conflicts.length) return [];
        return [element('h3', { id: 'identity-conflicts', tabindex: '-1', text: t('identity.conflicts') }), element('ul', { class: 'conflicts' }, ...conflicts.map((one) => {
            const who = (one.sources ?? []).map((name) => tame(name, 60)).join(', ');
            const state = one.state === 'open' ? t('identity.settles', { what: settlesText(one) })
                : t(`conflict-state.${one.state === 'refuted' ? 'refuted' : 'explained'}`, { reason: tame(one.reason ?? '', 300) });
            return element('li', { class: one.state === 'open' ? 'open' : '' }, element('b', { text: conflictText(one) }),
                element('span', { text: t('identity.seenSince', { who: who || '?', when: this.#day(one.since) }) }), element('span', { text: state }));
        }))];
    }

    #sisters() {
        const sisters = mergedSisters(this.#document.sisters);
        if (!sisters.length) return [];
        return [element('h3', { text: t('identity.sisters') }), element('p', { class: 'note', text: t('identity.sistersNote') }),
            element('ul', { class: 'sisters' }, ...sisters.map((one, index) => element('li', {},
                element('a', {
                    id: `sister-${index}`, href: `#a=${one.hex}`, text: tame(one.registration ?? one.hex.toUpperCase(), 24),
                    onclick: (event) => {
                        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                        event.preventDefault();
                        this.on.select(one.hex);
                    },
                }),
                element('span', { text: [
                    one.registration ? one.hex.toUpperCase() : null, one.type, one.operator, ...one.grounds.map((ground) => t(`sister.${ground === 'neighbour' ? 'neighbour' : 'oneBit'}`)),
                ].filter(Boolean).map((part) => tame(part, 80)).join(' · ') }))))];
    }

    #callsigns() {
        const callsigns = this.#document.heard?.callsigns ?? [];
        if (!callsigns.length) return [];
        return [element('h3', { text: t('identity.callsigns') }), element('ul', { class: 'sisters' }, ...callsigns.map((one) => element('li', {},
            element('b', { text: tame(one.callsign, 12) }),
            element('span', { text: one.days === 1 ? t('identity.callsignDay', { when: this.#day(one.last) }) : t('identity.callsignDays', { n: one.days, first: this.#day(one.first), last: this.#day(one.last) }) }))))];
    }

    #all(isOpen) {
        const facts = this.#document.facts ?? [];
        const rule = this.#document.address?.registration?.rule;
        if (!facts.length) return null;
        const rows = facts.map((fact) => element('li', { class: fact.knownTo ? 'former' : '' },
            element('b', { text: `${relationName(fact.relation)}: ${fact.denies ? t('identity.denies', { value: valueText(fact.relation, fact.value) }) : valueText(fact.relation, fact.value)}` }),
            element('span', { text: [
                originText(fact, rule), ...fact.known === 'inferred' ? [] : [
                    has(`source-kind.${fact.kind}`) ? t(`source-kind.${fact.kind}`) : tame(fact.kind, 20), t('identity.licence', { licence: licenceText(fact.licence) }),
                ],
                has(`confidence.${fact.confidence}`) ? t(`confidence.${fact.confidence}`) : null, validText(fact.validFrom, fact.validTo) || null,
                fact.knownTo ? t('identity.heldUntil', { from: this.#day(fact.knownFrom), to: this.#day(fact.knownTo) })
                    : fact.knownFrom ? t('identity.held', { when: this.#day(fact.knownFrom) }) : null,
                fact.airframe ? t('identity.ofAirframe') : null, fact.known !== 'inferred' && fact.reason ? tame(fact.reason, 300) : null,
            ].filter(Boolean).join(' · ') })));
        return element('details', { open: isOpen }, element('summary', { id: 'identity-all', text: t('identity.all', { n: facts.length }) }),
            element('ul', { class: 'conflicts' }, ...rows), this.#document.isCut ? element('p', { class: 'note', text: t('identity.cut') }) : null);
    }

    #day(seconds) {
        return Number.isFinite(seconds) ? clockTime(seconds * 1000, timeMode(), { date: true, seconds: false }) : t('value.unknown');
    }
}

// What is shown of a relation of which an aircraft has one at a time.
function shownRow(one, address) {
    const rule = one.known === 'inferred' ? address?.registration : null;
    const origin = [
        knownMark(one, rule?.rule), confidenceMark(one),
        one.holds === 'perhaps' ? element('span', { text: t('identity.perhaps') }) : null,
        rule && rateText(rule) ? element('span', { text: rateText(rule) }) : null,
    ];
    const others = one.others?.length
        ? element('div', { class: 'contested', text: t('identity.others', { values: one.others.map((value) => brief(value)).join(' · ') }) }) : null;
    return factRow(one.relation, tame(one.value, 80), element('div', { class: 'origin' }, ...origin), others);
}

// A kind or a list, with everybody who says so: none is picked.
function membershipRow({ relation, value, claims, denials }) {
    const origin = (fact) => element('div', { class: 'origin' }, knownMark(fact), confidenceMark(fact),
        ...[validText(fact.validFrom, fact.validTo), fact.airframe ? t('identity.ofAirframe') : null].filter(Boolean).map((text) => element('span', { text })));
    if (!claims.length) return factRow(relation, t('identity.denies', { value: valueText(relation, value) }), ...denials.map(origin));
    const who = [...new Set(denials.map((fact) => tame(fact.source, 60)))].join(', ');
    return factRow(relation, valueText(relation, value), ...claims.map(origin), who ? element('div', { class: 'contested', text: t('identity.deniedBy', { who }) }) : null);
}

function factRow(relation, value, ...below) {
    return element('tr', {}, element('th', { scope: 'row', text: relationName(relation) }), element('td', {}, element('div', { class: 'said', text: value }), ...below));
}

function knownMark(fact, rule) {
    const known = ['observed', 'inferred', 'claimed'].includes(fact.known) ? fact.known : 'unknown';
    return element('span', { class: `known ${known}`, text: originText(fact, rule) });
}

function confidenceMark(fact) {
    return fact.confidence !== 'probable' && has(`confidence.${fact.confidence}`) ? element('span', { text: t(`confidence.${fact.confidence}`) }) : null;
}

function heading() {
    return element('h3', { id: 'identity-title', text: t('identity.title') });
}
