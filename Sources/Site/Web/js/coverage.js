// Coverage as a layer of the map: how often others who were known to fly in a cell were heard there. Loaded when it is asked for.
import { byId, element, setText } from './dom.js';
import { ask } from './historyapi.js';
import { number, t } from './language.js';
import { mercatorX, mercatorY, normalLongitude } from './mercator.js';
import { theme, units } from './preferences.js';
import { dayName, shareText } from './flightwords.js';
import { bandText } from './units.js';

/** How an aircraft sends: heard differently well, so learned apart. */
const kinds = ['squitter', 'replies', 'universal-access'];
const inks = { dark: ['255,140,90', '255,202,128', '111,208,234'], light: ['178,62,0', '140,96,0', '0,96,124'] };

/** Which of three steps a probability is on: seldom (below a third), often (below nine of ten), nearly always. */
export function stepOf(probability) {
    return probability < 1 / 3 ? 0 : probability < 0.9 ? 1 : 2;
}

/** An answer's cells as `{south, west, passes, probability, low, high}`; what is not of that form is passed over. */
export function cellsOf(document) {
    const columns = document?.cells ?? {};
    const names = ['latitude', 'longitude', 'passes', 'probability', 'low', 'high'];
    if (names.some((name) => !Array.isArray(columns[name]))) return [];
    const cells = columns.latitude.map((south, i) => ({ south, west: columns.longitude[i], passes: columns.passes[i], probability: columns.probability[i], low: columns.low[i] ?? null, high: columns.high[i] ?? null }));
    return cells.filter((cell) => [cell.south, cell.west, cell.passes, cell.probability].every(Number.isFinite) && cell.passes > 0);
}

/** The cell at a place, or `null`. */
export function cellAt(cells, degrees, longitude, latitude) {
    return cells.find((cell) => latitude >= cell.south && latitude < cell.south + degrees && (longitude - cell.west + 720) % 360 < degrees) ?? null;
}

export class CoverageLayer {
    #document = null;
    #cells = [];
    #band = null;
    #kind = kinds[0];
    #asked = 0;

    /** - Parameter on: `{map, realm(), close()}`. */
    constructor(on) {
        this.on = on;
        this.canvas = element('canvas', { id: 'coverage', 'aria-hidden': 'true' });
        this.board = element('section', { class: 'coverage-board', id: 'coverage-board', 'aria-labelledby': 'coverage-title' });
        byId('map').after(this.canvas);
        byId('legend').before(this.board);
        on.map.surface.addEventListener('pointermove', (event) => this.#read(event));
        on.map.surface.addEventListener('click', (event) => this.#read(event));
        this.words();
        this.#ask();
    }

    remove() {
        this.#asked = -1;
        this.canvas.remove();
        this.board.remove();
    }

    /** The language, the theme or the units changed. */
    words() {
        const bands = this.#document?.bands ?? [];
        const height = (lowest) => (lowest === null || lowest === undefined ? t('coverage.lowest') : t('coverage.from', { altitude: bandText(lowest, units()) }));
        this.choice = element('select', { id: 'coverage-band', onchange: () => { this.#band = Number(this.choice.value); this.#ask(); } }, ...bands.map((one) => element('option', { value: String(one.band), selected: one.band === this.#band, text: height(one.lowest) })));
        this.sent = element('select', { id: 'coverage-kind', onchange: () => { this.#kind = this.sent.value; this.#ask(); } }, ...kinds.map((kind) => element('option', { value: kind, selected: kind === this.#kind, text: t(`coverage.kind.${kind}`) })));
        this.reading = element('p', { class: 'reading', id: 'coverage-reading', role: 'status' });
        this.status = element('p', { class: 'status', id: 'coverage-status' });
        this.board.replaceChildren(
            element('div', { class: 'head' }, element('h2', { id: 'coverage-title', text: t('coverage.title') }), element('button', { type: 'button', class: 'tool', id: 'coverage-close', 'aria-label': t('coverage.close'), text: '\u2715', onclick: () => this.on.close() })),
            element('label', {}, t('coverage.height'), this.choice), element('label', {}, t('coverage.kind'), this.sent),
            // A narrow page keeps its map: what the tints say is one step away there.
            element('details', { open: !matchMedia('(max-width: 760px)').matches }, element('summary', { text: t('coverage.legend') }),
                element('ul', { class: 'steps' }, ...[2, 1, 0].map((step) => element('li', { class: `step-${step}`, text: t(`coverage.step.${step}`) }))), element('p', { text: t('coverage.empty') }), this.status),
            this.reading);
        this.#tell();
        this.draw();
    }

    async #ask() {
        const asked = ++this.#asked;
        try {
            const document = await ask('coverage', { band: this.#band, kind: this.#kind, realm: this.on.realm() });
            if (asked !== this.#asked) return;
            const isFirst = this.#document === null;
            this.#document = document;
            this.#cells = cellsOf(document);
            this.#band ??= Number.isFinite(document.band) ? document.band : document.bands?.at(-1)?.band ?? 0;
            if (isFirst) this.words();
        } catch {
            if (asked === this.#asked) this.#cells = [];
        }
        if (asked !== this.#asked) return;
        this.#tell();
        this.draw();
    }

    #tell() {
        if (!this.#document) return setText(this.status, t('coverage.asking'));
        const { since, listeners, isCut } = this.#document;
        const known = this.#cells.length ? t('coverage.known', { n: this.#cells.length, receivers: number(listeners ?? 0), since: Number.isFinite(since) ? dayName(since, 'utc') : t('value.unknown') }) : t('coverage.none');
        setText(this.status, isCut ? `${known} ${t('coverage.cut')}` : known);
    }

    /** Draws the cells; also when the map moved. */
    draw() {
        const view = this.on.map.view();
        const ratio = Math.min(2, devicePixelRatio || 1);
        const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
        if (this.canvas.width !== width || this.canvas.height !== height) Object.assign(this.canvas, { width, height });
        const context = this.canvas.getContext('2d');
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.clearRect(0, 0, view.width, view.height);
        const degrees = this.#document?.degrees ?? 0.5;
        for (let shift = -1 - view.copies; shift <= 1 + view.copies; shift++) {
            for (const cell of this.#cells) {
                const x = view.width / 2 + (mercatorX(cell.west) + shift - view.x) * view.world;
                const wide = degrees / 360 * view.world;
                if (x > view.width || x + wide < 0) continue;
                const y = view.height / 2 + (mercatorY(cell.south + degrees) - view.y) * view.world;
                const high = view.height / 2 + (mercatorY(cell.south) - view.y) * view.world - y;
                context.fillStyle = `rgba(${inks[theme()][stepOf(cell.probability)]},${0.16 + 0.34 * cell.probability})`;
                context.fillRect(x, y, wide, high);
            }
        }
        // Who moves the map by keyboard reads its middle.
        if (document.activeElement === this.on.map.focusable && this.on.map.focusable.matches(':focus-visible')) this.#readAt(view.longitude, view.latitude);
    }

    // What is known of the cell under the pointer or the finger.
    #read(event) {
        const box = this.on.map.surface.getBoundingClientRect();
        this.#readAt(...this.on.map.view().at(event.clientX - box.left, event.clientY - box.top));
    }

    #readAt(longitude, latitude) {
        const cell = cellAt(this.#cells, this.#document?.degrees ?? 0.5, normalLongitude(longitude), latitude);
        setText(this.reading, cell ? t('coverage.cell', { n: Math.round(cell.passes), share: shareText(cell.probability), low: shareText(cell.low), high: shareText(cell.high) }) : t('coverage.nobody'));
    }
}

