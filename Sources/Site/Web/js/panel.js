// The panel of the selected aircraft: each value with its unit, its age, its source and how it is known.
import { isNamedCategory, shapeOf } from './categories.js';
import { cssColour, palette } from './colours.js';
import { byId, element, setText, show, tame } from './dom.js';
import { factRow } from './facts.js';
import { addressOf } from './frames.js';
import { stateName } from './identitywords.js';
import { has, language, number, t } from './language.js';
import { theme, timeMode, units } from './preferences.js';
import { drawShape } from './shapes.js';
import { change, state } from './state.js';
import { ageText, clockTime } from './time.js';
import { coordinates, heading, withUnit } from './units.js';

const groups = [
    ['identity', ['callsign', 'registration', 'type', 'operator', 'state', 'category', 'squawk', 'emergency', 'alert', 'ident']],
    ['position', ['position', 'onGround', 'nic', 'containment']],
    ['height', ['barometricAltitude', 'geometricAltitude', 'barometricRate', 'geometricRate', 'selectedAltitude', 'managedAltitude', 'qnh']],
    ['movement', ['groundSpeed', 'track', 'trueAirspeed', 'indicatedAirspeed', 'mach', 'trueHeading', 'magneticHeading', 'drift', 'roll', 'trackRate', 'selectedHeading', 'modes', 'tcas']],
    ['air', ['windDirection', 'windSpeed', 'temperature', 'staticPressure', 'humidity']],
    ['quality', ['version', 'nacP', 'nacV', 'sil', 'silType', 'sda', 'gva', 'nicBaro', 'level']],
];
const grouped = new Set(groups.flatMap(([, keys]) => keys));

export class Panel {
    #document = null;
    #hex = null;
    #missing = false;
    #timer = 0;
    #built = '';
    #isPast = false;
    // The aircraft was in the sky since it was selected.
    #wasHere = false;

    constructor({ sky, clock, on }) {
        Object.assign(this, { sky, clock, on });
        this.node = byId('panel');
    }

    /** Follows the selection; the last selected aircraft is shown. */
    update() {
        const hex = state.selected.at(-1) ?? null;
        show(this.node, hex !== null);
        if (hex !== this.#hex) {
            this.#hex = hex;
            this.#document = null;
            this.#missing = false;
            this.#wasHere = false;
            clearTimeout(this.#timer);
            if (hex) this.#poll();
        }
        if (hex) this.draw();
    }

    /** The sky is one of the past: the server is not asked how the aircraft fares now. */
    turn(isPast) {
        if (this.#isPast === isPast) return;
        this.#isPast = isPast;
        this.#document = null;
        this.#missing = false;
        clearTimeout(this.#timer);
        if (this.#hex && !isPast) this.#poll();
    }

    async #poll() {
        if (this.#isPast) return;
        const hex = this.#hex;
        try {
            const answer = await fetch(`/api/v1/aircraft/${hex}`, { cache: 'no-store' });
            if (this.#hex !== hex || this.#isPast) return;
            this.#missing = answer.status === 404;
            if (answer.ok) this.#document = await answer.json();
        } catch {
            // The strip about the connection says it.
        }
        if (this.#hex !== hex || this.#isPast) return;
        this.draw();
        this.#timer = setTimeout(() => this.#poll(), document.hidden || this.#missing ? 10_000 : 1500);
    }

    /** Draws from what the stream and the last document say. */
    draw() {
        if (!this.#hex) return;
        const key = `${language()} ${this.#hex}`;
        if (this.#built !== key) this.#build(key);
        const address = addressOf(this.#hex);
        const slot = this.sky.slot(address);
        const live = slot < 0 ? null : this.sky.aircraft(slot);
        const document = this.#document;
        const field = (name) => document?.fields?.find((one) => one.key === name)?.value ?? null;
        const callsign = live?.callsign ?? field('callsign');
        const registration = document?.registration?.value ?? live?.registration ?? null;
        const hex = this.#hex.toUpperCase();
        this.#wasHere ||= Boolean(live || document);
        setText(this.title, tame(callsign ?? registration ?? hex, 24));
        setText(this.sub, [registration, callsign || registration ? hex : null, stateName(document?.state?.value), categoryName(live?.category ?? field('category'))]
            .filter(Boolean).map((part) => tame(part, 60)).join(' · '));
        this.#drawIcon(live);
        this.#drawBadges(live, field);
        this.#drawFigures(live, document);
        this.#drawFacts(live, document);
        this.followButton.setAttribute('aria-pressed', String(state.follow));
        const flights = this.on.flights(this.#hex);
        show(this.flights, flights !== null);
        if (flights !== null && this.flights.getAttribute('href') !== flights) this.flights.setAttribute('href', flights);
        const absent = this.#missing && slot < 0;
        show(this.missing, absent || (!document && slot < 0));
        setText(this.missing, t(this.#isPast ? 'panel.notThen' : !absent ? 'panel.loading' : this.#wasHere || this.on.wasHeard(this.#hex) ? 'panel.gone' : 'panel.absent'));
    }

    #build(key) {
        this.#built = key;
        this.icon = element('canvas', { width: '80', height: '80', 'aria-hidden': 'true' });
        this.title = element('h2', { id: 'panel-title' });
        this.sub = element('p', { class: 'sub' });
        this.badges = element('div', { class: 'badges' });
        this.followButton = element('button', { type: 'button', class: 'tool', id: 'follow', text: t('panel.follow'), onclick: () => this.on.follow() });
        const copy = element('button', { type: 'button', class: 'tool', id: 'copy-link', text: t('panel.copy'), onclick: () => this.on.copy(copy) });
        const centre = element('button', { type: 'button', class: 'tool', text: t('panel.centre'), onclick: () => this.on.centre() });
        this.flights = element('a', { class: 'tool', id: 'panel-flights', text: t('panel.flights') });
        const close = element('button', { type: 'button', class: 'tool', 'aria-label': t('panel.close'), text: '\u2715', onclick: () => change({ selected: [], follow: false }, { push: true }) });
        this.figures = element('dl', { class: 'key-figures' });
        this.contradictions = element('div', { class: 'contradictions' });
        // Who it is stands between the values that name it and all the others.
        this.facts = element('div');
        this.more = element('div');
        this.missing = element('p', { class: 'missing', hidden: true });
        this.identity = element('section', { class: 'identity', 'aria-labelledby': 'identity-title' });
        this.days = element('section', { class: 'days' });
        this.cells = new Map();
        this.node.replaceChildren(
            element('div', { class: 'panel-head' },
                element('div', { class: 'top' }, this.icon, element('div', { class: 'names' }, this.title, this.sub), close),
                this.badges, element('div', { class: 'panel-actions' }, this.followButton, this.flights, centre, copy)),
            element('div', { class: 'panel-body', tabindex: '0', role: 'region', 'aria-label': t('panel.values') }, this.contradictions, this.figures, this.missing, this.facts, this.identity, this.more, this.days),
        );
        this.on.identity(this.identity, this.#hex, this.contradictions);
        this.on.days(this.days, this.#hex);
    }

    #drawIcon(live) {
        const context = this.icon.getContext('2d');
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, 80, 80);
        context.translate(40, 40);
        if (live?.trackDegrees !== null && live) context.rotate(live.trackDegrees * Math.PI / 180);
        const colour = cssColour(theme(), live?.altitudeFeet ?? null, live?.onGround ?? false);
        drawShape(context, shapeOf(live?.category ?? null), 76, colour, palette(theme()).edge);
    }

    #drawBadges(live, field) {
        const list = [];
        const emergency = field('emergency');
        if (live?.alert) list.push(['bad', `\u26a0 ${emergency && emergency !== 'none' ? t('badge.emergency', { what: has(`enum.emergency.${emergency}`) ? t(`enum.emergency.${emergency}`) : tame(emergency, 30) }) : t('state.alert')}`]);
        if (live) list.push(['', t(`source.${live.source}`)]);
        if (live?.onGround) list.push(['', t('state.ground')]);
        if (live?.stale) list.push(['warn', t('state.stale')]);
        if (live?.doubtful) list.push(['warn', t('state.doubtful')]);
        if (live && live.latitude === null) list.push(['', t('state.noPosition')]);
        const key = JSON.stringify(list);
        if (this.badges.dataset.key === key) return;
        this.badges.dataset.key = key;
        this.badges.replaceChildren(...list.map(([tone, text]) => element('span', { class: `badge ${tone}`, text })));
    }

    #drawFigures(live, document) {
        const field = (name) => document?.fields?.find((one) => one.key === name)?.value ?? null;
        const figures = [
            ['altitude', live?.altitudeFeet ?? field('barometricAltitude'), (value) => withUnit('altitude', value, units())],
            ['speed', live?.speedKnots ?? field('groundSpeed'), (value) => withUnit('speed', value, units())],
            ['rate', live?.rateFeetPerMinute ?? field('barometricRate'), (value) => withUnit('rate', value, units())],
            ['track', live?.trackDegrees ?? field('track'), (value) => `${heading(value)}°`],
        ];
        if (!this.figures.childElementCount) {
            this.figures.replaceChildren(...figures.map(([name]) => element('div', {}, element('dt', { text: t(`column.${name}`) }), element('dd'))));
        }
        figures.forEach(([, value, words], index) => {
            setText(this.figures.children[index].lastChild, value === null ? t('value.unknown') : words(value));
        });
    }

    #drawFacts(live, document) {
        if (!document) {
            if (this.cells.size) for (const node of [this.facts, this.more]) node.replaceChildren();
            delete this.facts.dataset.shape;
            this.cells.clear();
            return;
        }
        const rows = new Map();
        for (const field of document.fields ?? []) if (typeof field?.key === 'string') rows.set(field.key, field);
        // Of a list: who claims it is named where a feed would be.
        for (const key of ['registration', 'type', 'operator']) {
            const claim = document[key];
            if (typeof claim?.value === 'string') rows.set(key, { key, ...claim, source: null, feed: claim.source, isContested: claim.contested === true });
        }
        if (document.state) rows.set('state', { key: 'state', ...document.state, value: stateName(document.state.value) });
        const { position } = document;
        if (position) {
            rows.set('position', { key: 'position', ...position, value: coordinates(position.latitude, position.longitude) });
            if (position.containmentMetres !== undefined) {
                rows.set('containment', { key: 'containment', known: 'inferred', value: position.containmentMetres, unit: 'containment', time: position.time });
            }
        } else {
            rows.set('position', { key: 'position', known: 'unknown', value: null });
        }
        const loose = [...rows.keys()].filter((key) => !grouped.has(key));
        const now = this.clock.now || document.now * 1000;
        const layout = [...groups, ['other', loose]].map(([name, keys]) => [name, keys.filter((key) => rows.has(key))]).filter(([, keys]) => keys.length);
        const shape = JSON.stringify(layout);
        if (this.facts.dataset.shape !== shape) {
            this.facts.dataset.shape = shape;
            this.cells.clear();
            const block = ([name, keys]) => [element('h3', { text: t(`group-title.${name}`) }), this.#rows(keys)];
            this.facts.replaceChildren(...layout.filter(([name]) => name === 'identity').flatMap(block));
            this.reception = element('div');
            this.more.replaceChildren(...layout.filter(([name]) => name !== 'identity').flatMap(block), this.reception);
        }
        for (const [key, row] of this.cells) row.draw(rows.get(key), now);
        this.#drawReception(document, now);
    }

    #rows(keys) {
        return element('table', { class: 'facts' }, element('tbody', {}, ...keys.map((key) => {
            const row = factRow(key);
            this.cells.set(key, row);
            return row.node;
        })));
    }

    #drawReception(document, now) {
        const line = (text) => element('p', { class: 'note', text });
        const at = (seconds) => `${ageText((now - seconds * 1000) / 1000)} (${clockTime(seconds * 1000, timeMode(), { date: true })})`;
        const replies = document.commB;
        // What was only polled was heard by nobody of ours.
        const isClaimed = document.support?.heardBy === 0;
        const lines = [
            line(t('panel.messages', { n: document.messages ?? 0 })),
            document.firstSeen ? line(t(isClaimed ? 'panel.firstClaimed' : 'panel.firstSeen', { when: at(document.firstSeen) })) : null,
            document.lastSeen ? line(t(isClaimed ? 'panel.lastClaimed' : 'panel.lastSeen', { when: at(document.lastSeen) })) : null,
            document.support?.quarantinedOnly ? line(t('panel.quarantinedOnly'))
                : document.support?.sole ? line(t('panel.soleFeeder')) : null,
            ...(document.feeds ?? []).map((feed) => line(t('panel.feed', { name: tame(feed.name, 60), n: feed.messages ?? 0 }))),
            replies && replies.chosen + replies.ambiguous + replies.unknown > 0
                ? line(t('panel.commB', { n: replies.chosen, open: replies.ambiguous, unknown: replies.unknown })) : null,
        ].filter(Boolean);
        const advisories = (document.advisories ?? []).map((one) => line(t('advisory.line', {
            when: at(one.last), n: one.messages ?? 0, what: advisoryText(one), how: advisoryBasis(one.confirmedBy),
        })));
        const refusals = (document.refusals ?? []).map((one) => line(`${refusalName(one.reason)}: ${number(one.count ?? 0)}${one.last ? `, ${at(one.last)}` : ''}`));
        const key = lines.concat(advisories, refusals).map((one) => one.textContent).join('\n');
        if (this.reception.dataset.key === key) return;
        this.reception.dataset.key = key;
        this.reception.replaceChildren(
            ...(advisories.length ? [element('h3', { text: t('group-title.advisories') }), ...advisories] : []),
            element('h3', { text: t('group-title.reception') }), ...lines,
            ...(refusals.length ? [element('h3', { text: t('group-title.refusals') }), ...refusals] : []),
        );
    }
}

// What the pilot was told, and against whom.
function advisoryText(one) {
    const words = (one.words ?? []).map((word) => (has(`enum.advisory.${word}`) ? t(`enum.advisory.${word}`) : tame(word, 40)));
    if (one.threat) words.push(t('advisory.threat', { hex: tame(one.threat, 8) }));
    return words.join(', ');
}

function advisoryBasis(way) {
    return has(`enum.advisoryBy.${way}`) ? t(`enum.advisoryBy.${way}`) : tame(way, 40);
}

function refusalName(reason) {
    return has(`refusal.${reason}`) ? t(`refusal.${reason}`) : tame(reason, 60);
}

function categoryName(category) {
    return category && isNamedCategory(category) ? t(`category.${category}`) : category;
}
