// "Everything here between": a box drawn on the map by mouse or finger, two times, and the list of who was there.
import { announce } from './announcer.js';
import { momentOf } from './days.js';
import { byId, element, setText, show, tame } from './dom.js';
import { askArea } from './historyapi.js';
import { language, number, t } from './language.js';
import { mercatorX, mercatorY, normalLongitude, shortWay } from './mercator.js';
import { timeMode, units } from './preferences.js';
import { change, state } from './state.js';
import { clockTime } from './time.js';
import { withUnit } from './units.js';

const longest = 86_400_000;

export class AreaSearch {
    #built = '';
    #answer = null;
    #asked = null;
    #control = null;
    #corner = null;

    /** - Parameter on: `{map, realm(), now(), choose(hex, ms)}`. */
    constructor(on) {
        this.on = on;
        this.region = byId('area-region');
        this.frame = byId('area-frame');
        this.board = byId('area-board');
        this.board.addEventListener('pointerdown', (event) => this.#begin(event));
        this.board.addEventListener('pointermove', (event) => this.#drag(event));
        for (const name of ['pointerup', 'pointercancel']) this.board.addEventListener(name, (event) => this.#end(event));
    }

    /** Opens with the hour before what is shown, or closes. */
    toggle() {
        if (state.area) return this.close();
        const end = Math.floor(this.on.now() / 60_000) * 60_000;
        change({ area: { box: null, from: end - 3_600_000, to: end }, table: false, wide: false }, { push: true });
    }

    close() {
        this.drawing(false);
        change({ area: null }, { push: true });
    }

    /** Whether the box is being drawn; Escape ends that first. */
    get isDrawing() { return !this.board.hidden; }

    drawing(isOn) {
        show(this.board, isOn);
        this.#corner = null;
        this.drawButton?.setAttribute('aria-pressed', String(isOn));
        if (isOn) announce(t('area.how'));
        else this.moved();
    }

    /** The state, the language or the units changed. */
    update() {
        show(this.region, state.area !== null);
        if (!state.area) {
            this.drawing(false);
            this.#control?.abort();
            this.#control = this.#asked = this.#answer = null;
            return;
        }
        const key = `${language()} ${units()} ${timeMode()}`;
        if (this.#built !== key) this.#build(key);
        if (document.activeElement !== this.from) this.from.value = inputText(state.area.from);
        if (document.activeElement !== this.to) this.to.value = inputText(state.area.to);
        setText(this.place, state.area.box ? boxText(state.area.box) : t('area.none'));
        this.moved();
        const asked = JSON.stringify([state.area, this.on.realm()]);
        if (state.area.box && asked !== this.#asked) this.#search(asked);
    }

    /** The map moved: the box goes with it. */
    moved() {
        const box = state.area?.box ?? null;
        show(this.frame, box !== null && !this.isDrawing);
        if (!box || this.isDrawing) return;
        const view = this.on.map.view();
        const [west, south, east, north] = box;
        const width = ((east - west + 360) % 360) / 360 * view.world;
        const left = view.width / 2 + shortWay(mercatorX(west) + width / view.world / 2 - view.x) * view.world - width / 2;
        const y = (latitude) => view.height / 2 + (mercatorY(latitude) - view.y) * view.world;
        place(this.frame, left, y(north), width, y(south) - y(north));
    }

    async #search(asked) {
        this.#asked = asked;
        this.#control?.abort();
        const control = this.#control = new AbortController();
        const { box, from, to } = state.area;
        this.#answer = null;
        if (!(to > from) || to - from > longest) return this.#say(t('area.range'));
        this.#say(t('area.asking'));
        try {
            this.#answer = await askArea({ from: from / 1000, to: to / 1000, area: box, realm: this.on.realm() }, control.signal);
            if (this.#control !== control) return;
            this.#list();
        } catch (error) {
            if (this.#control !== control || error.name === 'AbortError') return;
            this.#say(t(error.status === 429 || error.code === 'busy' ? 'area.busy' : 'area.failed'));
        }
    }

    #say(text) {
        setText(this.verdict, text);
        this.notes.replaceChildren();
        this.results.replaceChildren();
        this.silent.replaceChildren();
    }

    #list() {
        const answer = this.#answer;
        const found = Array.isArray(answer?.aircraft) ? answer.aircraft.slice(0, 1000) : [];
        this.#say(t('area.found', { n: found.length }));
        announce(t('area.found', { n: found.length }));
        const notes = [
            answer.isCut ? t('area.cut', { when: clockTime(answer.next * 1000, timeMode(), { date: true }) }) : null,
            answer.incompleteDays?.length ? t('history.incomplete', { days: answer.incompleteDays.join(', ') }) : null,
            answer.damagedChunks ? t('history.damaged', { n: answer.damagedChunks }) : null,
            answer.withheld ? t('history.withheld', { n: answer.withheld }) : null,
            answer.credits?.length ? tame(answer.credits.join(' · '), 300) : null,
        ].filter(Boolean);
        this.notes.replaceChildren(...notes.map((text) => element('p', { class: 'note', text })));
        this.results.replaceChildren(...found.map((one) => element('li', {}, this.#entry(one))));
        this.#listSilent();
    }

    // Who was heard without a position may have been here or elsewhere: told apart, and as that.
    #listSilent() {
        const heard = Array.isArray(this.#answer?.silent) ? this.#answer.silent.slice(0, 1000) : [];
        if (!heard.length) return;
        this.silent.replaceChildren(
            element('h3', { id: 'area-silent-title', text: t('area.silent', { n: heard.length }) }),
            element('p', { class: 'note', text: [t('area.silentText'), this.#answer.isSilentCut ? t('area.silentCut') : null].filter(Boolean).join(' ') }),
            element('ol', { class: 'results', id: 'area-silent', 'aria-labelledby': 'area-silent-title' }, ...heard.map((one) => element('li', {}, this.#entry(one)))));
    }

    #entry(one) {
        const time = (place) => clockTime(place.time * 1000, timeMode(), { seconds: false });
        const height = (feet) => withUnit('altitude', feet, units());
        const heights = one.lowestAltitude === undefined ? null : one.lowestAltitude === one.highestAltitude ? height(one.lowestAltitude) : `${height(one.lowestAltitude)} \u2013 ${height(one.highestAltitude)}`;
        const all = one.positions ?? one.observations;
        const rows = one.positions === undefined ? t('area.observations', { n: all }) : t('days.positions', { n: all });
        const claimed = one.claimed === 0 ? null : one.claimed === all ? t('area.claimed') : t('area.partlyClaimed', { n: one.claimed });
        return element('button', { type: 'button', onclick: () => this.on.choose(one.hex, one.first.time * 1000) },
            element('b', { text: tame(one.callsign ?? one.registration ?? one.hex, 16) }),
            element('span', { class: 'mono', text: tame([one.hex.toUpperCase(), one.registration, one.type].filter(Boolean).join(' · '), 40) }),
            element('span', { text: `${time(one.first)} \u2013 ${time(one.last)}` }),
            element('span', { text: [heights, rows, claimed].filter(Boolean).join(' · ') }));
    }

    #build(key) {
        this.#built = key;
        const field = (name, id) => element('input', {
            type: 'datetime-local', id, step: '60', required: true, min: '1970-01-01T00:00',
            onchange: (event) => { const time = momentOf(`${event.target.value}Z`); if (time !== null) change({ area: { ...state.area, [name]: time } }); },
        });
        this.from = field('from', 'area-from');
        this.to = field('to', 'area-to');
        this.drawButton = element('button', { type: 'button', class: 'button main', id: 'area-draw', 'aria-pressed': 'false', text: t('area.draw'), onclick: () => this.drawing(!this.isDrawing) });
        const view = element('button', { type: 'button', class: 'button', id: 'area-view', text: t('area.view'), onclick: () => this.#useView() });
        const close = element('button', { type: 'button', class: 'tool', id: 'area-close', 'aria-label': t('area.close'), text: '\u2715', onclick: () => this.close() });
        this.place = element('p', { class: 'note', id: 'area-place' });
        this.verdict = element('p', { class: 'verdict', id: 'area-verdict', role: 'status' });
        this.notes = element('div');
        this.results = element('ol', { class: 'results', id: 'area-results', 'aria-labelledby': 'area-title' });
        this.silent = element('div');
        this.region.replaceChildren(
            element('div', { class: 'table-head' }, element('h2', { id: 'area-title', text: t('area.title') }), close),
            element('div', { class: 'area-body', tabindex: '0', role: 'region', 'aria-labelledby': 'area-title' },
                element('div', { class: 'area-fields' },
                    element('label', { for: 'area-from' }, t('area.from'), this.from), element('label', { for: 'area-to' }, t('area.to'), this.to),
                    this.drawButton, view),
                this.place, this.verdict, this.notes, this.results, this.silent));
        this.#asked = null;
    }

    #useView() {
        const { west, south, east, north } = this.on.map.view().bounds();
        this.drawing(false);
        const edges = east - west >= 360 ? [-180, Math.max(-85, south), 180, Math.min(85, north)] : [normalLongitude(west), Math.max(-85, south), normalLongitude(east), Math.min(85, north)];
        this.#take(edges);
    }

    #take(box) {
        change({ area: { ...state.area, box: box.map((edge) => Math.round(edge * 1e4) / 1e4) } }, { push: true });
    }

    #point(event) {
        const box = this.board.getBoundingClientRect();
        return [Math.max(0, Math.min(box.width, event.clientX - box.left)), Math.max(0, Math.min(box.height, event.clientY - box.top))];
    }

    #begin(event) {
        if (!event.isPrimary || event.button !== 0) return;
        event.preventDefault();
        this.board.setPointerCapture(event.pointerId);
        this.#corner = this.#point(event);
    }

    #drag(event) {
        if (!this.#corner || !event.isPrimary) return;
        const [x0, y0] = this.#corner;
        const [x1, y1] = this.#point(event);
        show(this.frame, true);
        place(this.frame, Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0));
    }

    #end(event) {
        if (!this.#corner || !event.isPrimary) return;
        const [x0, y0] = this.#corner;
        const [x1, y1] = this.#point(event);
        this.#corner = null;
        // A tap is no box; the next try may be one.
        if (event.type === 'pointercancel' || Math.abs(x1 - x0) < 8 || Math.abs(y1 - y0) < 8) return show(this.frame, false);
        const view = this.on.map.view();
        const [west, north] = view.at(Math.min(x0, x1), Math.min(y0, y1));
        const [east, south] = view.at(Math.max(x0, x1), Math.max(y0, y1));
        this.drawing(false);
        this.#take(east - west >= 360 ? [-180, south, 180, north] : [normalLongitude(west), south, normalLongitude(east), north]);
    }
}

function place(node, left, top, width, height) {
    Object.assign(node.style, { left: `${left}px`, top: `${top}px`, width: `${Math.max(0, width)}px`, height: `${Math.max(0, height)}px` });
}

function inputText(time) {
    return new Date(time).toISOString().slice(0, 16);
}

function boxText([west, south, east, north]) {
    const side = (value, letters) => `${number(Math.abs(value), 2)}° ${letters[value < 0 ? 1 : 0]}`;
    return `${side(south, 'NS')} \u2013 ${side(north, 'NS')}, ${side(west, 'EW')} \u2013 ${side(east, 'EW')}`;
}
