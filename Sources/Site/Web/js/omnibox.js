// The search field: address, registration (also of who is not heard), callsign, squawk, coordinates, airports and cities; a callsign also in the past.
import { BearerSearch } from './bearers.js';
import { brief, byId, element } from './dom.js';
import { addressOf, hexOf } from './frames.js';
import { language, t } from './language.js';
import { PlaceSearch } from './placesearch.js';
import { timeMode } from './preferences.js';
import { clockTime } from './time.js';
import { coordinates } from './units.js';

const most = 9;
const mostUses = 40;

export class Omnibox {
    #results = [];
    #active = -1;
    #list = null;
    // What the past is being asked, or gave; typing on ends it.
    #asked = null;
    // Places that were shown last: they stay while the next ones are asked for, so that nothing flickers.
    #towns = [];
    // Enter was pressed before the places had come.
    #isWaiting = false;
    #isStale = false;
    #text = '';
    // The reader went to a row by himself: it stays his, whatever comes.
    #hasMoved = false;
    #places = new PlaceSearch(() => this.#arrived());
    #bearers = new BearerSearch(() => this.#arrived());
    #areBearersStale = false;

    /** - Parameter on: `{select(address), go(latitude, longitude, zoom), isPartial(), past: {isThere(), uses(callsign), choose(hex, time)}}`. */
    constructor(sky, on) {
        this.sky = sky;
        this.on = on;
        this.input = byId('search');
        this.box = byId('search-results');
        this.input.addEventListener('input', () => this.#search());
        this.input.addEventListener('focus', () => { this.#fetchList(); this.#search(); });
        this.input.addEventListener('blur', () => setTimeout(() => this.#leave(), 150));
        this.input.addEventListener('keydown', (event) => this.#key(event));
        // Before the field loses the focus, so that a click reaches its row.
        this.box.addEventListener('pointerdown', (event) => event.preventDefault());
    }

    focus() {
        this.input.focus();
        this.input.select();
    }

    /** New data came: what was looked for in vain may be there now. */
    update() {
        if (document.activeElement === this.input && !this.#asked && this.#results.every((result) => result.ask || result.town || result.page || result.isKnown)) this.#search();
    }

    // When the stream brings a part of the sky only, the names of all of it come from the list.
    async #fetchList() {
        if (!this.on.isPartial()) {
            this.#list = null;
            return;
        }
        try {
            const answer = await fetch('/api/v1/aircraft');
            if (answer.ok) this.#list = (await answer.json()).aircraft ?? null;
            this.#search();
        } catch {
            this.#list = null;
        }
    }

    #search() {
        this.#asked = null;
        const text = this.input.value.trim();
        if (!text || document.activeElement !== this.input) {
            this.#towns = [];
            return this.#close();
        }
        const kept = this.#results[this.#active];
        this.#results = [];
        const place = parseCoordinates(text);
        if (place) this.#results.push({ place, title: coordinates(...place), detail: t('search.place') });
        const aircraft = this.#aircraft(text.toLowerCase());
        this.#results.push(...aircraft, ...knownOf(text, aircraft));
        if (this.on.past.isThere() && isCallsign(text)) this.#results.push({ ask: text.toUpperCase(), title: t('search.past', { call: text.toUpperCase() }), detail: t('search.pastDays') });
        // Behind everything else, so that what comes later moves nothing.
        this.#results.push(...this.#townsFor(text));
        const bearers = this.#bearers.rows(text, aircraft);
        this.#areBearersStale = bearers === null;
        this.#results.push(...bearers ?? []);
        this.#hasMoved &&= this.#text === text;
        // New data of the sky do not end it, another text does.
        this.#isWaiting &&= this.#text === text;
        this.#text = text;
        const same = this.#hasMoved && kept ? this.#results.findIndex((result) => sameResult(result, kept)) : -1;
        this.#active = same >= 0 ? same : this.#first();
        this.#draw();
    }

    // What is there goes before a question that would have to be asked.
    #first() {
        const there = this.#results.findIndex((result) => !isGuess(result));
        return there >= 0 ? there : this.#results.length ? 0 : -1;
    }

    /** Something that was asked about the text has not come yet. */
    get #isWaited() {
        return this.#isStale || this.#areBearersStale;
    }

    #townsFor(text) {
        const places = this.#places.places(text, language());
        if (places) this.#towns = places.flatMap((place) => [{ town: place, title: place.name, detail: placeDetail(place) }, ...(this.on.past.isThere() ? pageOf(place) : [])]);
        this.#isStale = places === null;
        return this.#towns;
    }

    // Places or registrations have come: they take their rows at the end; what the reader is on stays, and who sent the text waits for the other.
    #arrived() {
        if (document.activeElement !== this.input || this.#asked || this.box.hidden) return;
        const wasWaiting = this.#isWaiting;
        this.#search();
        if (wasWaiting && this.#active >= 0) this.#choose(this.#active);
        else this.#isWaiting = wasWaiting && this.#isWaited;
    }

    async #ask(call) {
        const asked = this.#asked = { call, says: t('search.asking') };
        this.#results = [];
        this.#active = -1;
        this.#draw();
        try {
            const uses = (await this.on.past.uses(call)).filter((use) => Number.isFinite(use?.first?.time));
            if (this.#asked !== asked) return;
            asked.says = t('search.pastNone', { call });
            this.#results = uses.slice(0, mostUses).map((use) => ({
                use: { hex: use.hex, time: use.first.time * 1000 }, title: `${use.callsign ?? call}`,
                detail: [clockTime(use.first.time * 1000, timeMode(), { date: true, seconds: false }), use.registration, use.hex?.toUpperCase()].filter(Boolean).join(' · '),
            }));
            this.#active = this.#results.length ? 0 : -1;
        } catch {
            if (this.#asked !== asked) return;
            asked.says = t('area.failed');
        }
        if (document.activeElement === this.input) this.#draw();
    }

    #aircraft(needle) {
        const found = [];
        const consider = (address, callsign, registration, squawk) => {
            let best = 9;
            for (const part of [callsign, registration, registration?.replace('-', ''), hexOf(address), squawk]) {
                const value = part?.toLowerCase();
                if (!value) continue;
                if (value === needle) best = 0;
                else if (value.startsWith(needle)) best = Math.min(best, 1);
                else if (value.includes(needle)) best = Math.min(best, 2);
            }
            if (best === 9) return;
            const hex = hexOf(address).toUpperCase();
            const title = callsign ?? registration ?? hex;
            found.push({ best, address, title, detail: [registration, hex, squawk].filter((part) => part && part !== title).join(' · ') });
        };
        for (let slot = 0; slot < this.sky.count; slot++) {
            const address = this.sky.address[slot];
            const strings = this.sky.strings.get(address);
            consider(address, strings?.callsign, strings?.registration, strings?.squawk);
        }
        for (const one of this.#list ?? []) {
            const address = addressOf(one.hex);
            if (address !== null && this.sky.slot(address) < 0) consider(address, one.callsign, one.registration, one.squawk);
        }
        found.sort((a, b) => a.best - b.best || (a.title < b.title ? -1 : 1));
        return found.slice(0, most);
    }

    #draw() {
        const rows = this.#results.map((result, index) => {
            const [title, detail] = [brief(result.title, 40), brief(result.detail, 60)];
            // Where something is cut, who points at the row or hears it is told all of it.
            const whole = title.endsWith('\u2026') || detail.endsWith('\u2026') ? [result.title, result.detail].map((part) => brief(part, 200)).filter(Boolean).join(', ') : null;
            return element('li', {
                role: 'option', id: `search-result-${index}`, 'aria-selected': String(index === this.#active), title: whole, 'aria-label': whole, onclick: () => this.#choose(index),
            }, element('b', { text: title }), element('span', { text: detail }));
        });
        if (!rows.length) rows.push(element('li', { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false', text: this.#asked?.says ?? t(this.#isWaited ? 'search.asking' : 'search.none') }));
        this.box.replaceChildren(...rows);
        this.box.hidden = false;
        this.input.setAttribute('aria-expanded', 'true');
        if (this.#active >= 0) this.input.setAttribute('aria-activedescendant', `search-result-${this.#active}`);
        else this.input.removeAttribute('aria-activedescendant');
    }

    // Who came back meanwhile keeps what they look for.
    #leave() {
        if (document.activeElement !== this.input) this.#close();
    }

    #close() {
        this.#isWaiting = false;
        this.box.hidden = true;
        this.input.setAttribute('aria-expanded', 'false');
        this.input.removeAttribute('aria-activedescendant');
    }

    #key(event) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step && this.#results.length) {
            event.preventDefault();
            this.#active = (this.#active + step + this.#results.length) % this.#results.length;
            this.#hasMoved = true;
            this.#draw();
        } else if (event.key === 'Enter' && !this.box.hidden && (this.#active >= 0 || this.#isWaited)) {
            event.preventDefault();
            const result = this.#results[this.#active];
            // Sent before the places have come: they may be what is meant, and those shown may be of an older text.
            if (this.#isWaited && (!result || result.town || result.page || isGuess(result) && !this.#hasMoved)) this.#isWaiting = true;
            else this.#choose(this.#active);
        } else if (event.key === 'Escape') {
            event.stopPropagation();
            if (this.box.hidden || !this.input.value) this.input.blur();
            this.input.value = '';
            this.#close();
        }
    }

    #choose(index) {
        const result = this.#results[index];
        this.#isWaiting = false;
        if (result.ask) return this.#ask(result.ask);
        this.#close();
        this.input.blur();
        if (result.place) this.on.go(...result.place);
        else if (result.town) this.on.go(result.town.latitude, result.town.longitude, result.town.kind === 'airport' ? 11 : 10);
        else if (result.page) location.assign(result.page);
        else if (result.use) this.on.past.choose(result.use.hex, result.use.time);
        else this.on.select(result.address);
    }
}

/** What is offered for an address that is not in the sky: its panel, with what lists say and when it was heard. */
export function knownOf(text, aircraft) {
    const address = addressOf(text);
    if (address === null || aircraft.some((one) => one.address === address)) return [];
    // Six letters are rather a name: `facade`.
    return [{ address, isKnown: true, isName: !/\d|~/.test(text), title: t('search.known', { hex: hexOf(address).toUpperCase() }), detail: t('search.knownDetail') }];
}

/** The row below an airport that leads to its page. */
export function pageOf({ kind, name, code, icao }) {
    const id = code ?? icao;
    return kind === 'airport' && id ? [{ page: `/airport?id=${encodeURIComponent(id)}`, title: t('search.airport', { id }), detail: name }] : [];
}

// A row that is only perhaps what is meant: anything that is there goes before it.
function isGuess(result) {
    return result.ask !== undefined || result.isName === true;
}

function sameResult(one, other) {
    return other !== undefined && ['title', 'detail', 'address', 'ask'].every((key) => one[key] === other[key]);
}

/** What stands beside a place's name: what it is, its codes, its town, its country. */
export function placeDetail(place) {
    const country = place.countryName ?? place.country;
    const where = [place.city === place.name ? null : place.city, country].filter(Boolean).join(', ');
    return [t(place.kind === 'airport' ? 'place.airport' : 'place.city'), place.iata, place.icao, where].filter(Boolean).join(' · ');
}

/** Whether a text may be a callsign, or with `*` the beginning of some. */
export function isCallsign(text) {
    return /^(?:[A-Za-z0-9]{2,8}|[A-Za-z0-9]{2,8}\*)$/.test(text);
}

/** `52.3, 4.8` or `6.1S 106.8E` as latitude and longitude, or `null`. */
export function parseCoordinates(text) {
    const found = /^\s*([+-]?\d{1,2}(?:\.\d+)?)\s*°?\s*([NSns])?\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*([EWew])?\s*$/.exec(text);
    if (!found) return null;
    // Two whole numbers alone could be a flight number with a blank; a point or a letter makes it a place.
    if (!/[.,;°NSEWnsew]/.test(text)) return null;
    const latitude = Number(found[1]) * (/[Ss]/.test(found[2] ?? '') ? -1 : 1);
    const longitude = Number(found[3]) * (/[Ww]/.test(found[4] ?? '') ? -1 : 1);
    return Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180 ? [latitude, longitude] : null;
}
