// Coverage as a layer of the map: how often others who were known to fly in a cell were heard there. Loaded when it is asked for.
import { byId, element, setText } from './dom.js';
import { ask, boxText } from './historyapi.js';
import { t } from './language.js';
import { mercatorX, mercatorY, normalLongitude } from './mercator.js';
import { theme, units } from './preferences.js';
import { dayName, shareText } from './flightwords.js';
import { bandText } from './units.js';
import { holdsView, partAround } from './viewing.js';

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

/** An area as its four quarters; `null` is the world. West may lie east of east. */
export function quartersOf(area) {
    const [west, south, east, north] = area ?? [-180, -90, 180, 90];
    const wide = east > west ? east - west : east - west + 360;
    const [middle, half] = [normalLongitude(west + wide / 2), (south + north) / 2];
    return [[west, south, middle, half], [middle, south, east, half], [west, half, middle, north], [middle, half, east, north]];
}

/** Asks for an area, and for its quarters where it holds more than one answer does; each answer is given at once. Whether cells are missing at the end. */
async function askAll(question, area, give, depth = 0) {
    const document = await ask('coverage', { ...question, box: boxText(area) });
    if (!give(document)) return false;
    if (!document.isCut) return false;
    if (depth === 1) return true;
    let isCut = false;
    // One after the other: nobody is to wait for the layer of somebody else.
    for (const quarter of quartersOf(area)) isCut = await askAll(question, quarter, give, depth + 1) || isCut;
    return isCut;
}

export class CoverageLayer {
    #document = null;
    #cells = [];
    /** The cells as they are drawn: Mercator edges and colour, by theme. */
    #drawn = null;
    #band = null;
    #kind = kinds[0];
    #asked = 0;
    /** The part of the world that is asked for; `null` for all of it. */
    #area = null;
    #looking = 0;

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
        clearTimeout(this.#looking);
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
        this.#drawn = null;
        this.draw();
    }

    async #ask() {
        const asked = ++this.#asked;
        this.#area = partAround(this.on.map.view());
        // A cell on the edge of two quarters is in both.
        const found = new Map();
        const give = (document) => {
            if (asked !== this.#asked) return false;
            for (const cell of cellsOf(document)) found.set(`${cell.south} ${cell.west}`, cell);
            this.#take(document, [...found.values()]);
            return true;
        };
        try {
            const isCut = await askAll({ band: this.#band, kind: this.#kind, realm: this.on.realm() }, this.#area, give);
            if (asked === this.#asked) this.#document = { ...this.#document, isCut };
        } catch {
            if (asked === this.#asked && !found.size) this.#cells = this.#drawn = [];
        }
        if (asked !== this.#asked) return;
        this.#tell();
        this.draw();
    }

    #take(document, cells) {
        const isFirst = this.#document === null;
        this.#document = document;
        this.#cells = cells;
        this.#drawn = null;
        this.#band ??= Number.isFinite(document.band) ? document.band : document.bands?.at(-1)?.band ?? 0;
        if (isFirst) return this.words();
        this.#tell();
        this.draw();
    }

    #tell() {
        if (!this.#document) return setText(this.status, t('coverage.asking'));
        const { since, listeners, isCut } = this.#document;
        setText(this.status, (this.#cells.length ? [
            t('coverage.known', { n: this.#cells.length, since: Number.isFinite(since) ? dayName(since, 'utc') : t('value.unknown') }), t('coverage.receivers', { n: listeners ?? 0 }), isCut ? t('coverage.cut') : null,
        ] : [t('coverage.none')]).filter(Boolean).join(' '));
    }

    /** The map moved: what it shows now is asked for where that is not here. */
    moved() {
        this.draw();
        clearTimeout(this.#looking);
        this.#looking = setTimeout(() => { if (!holdsView(this.#area, this.on.map.view())) this.#ask(); }, 400);
    }

    /** Draws the cells. */
    draw() {
        const view = this.on.map.view();
        const ratio = Math.min(2, devicePixelRatio || 1);
        const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
        if (this.canvas.width !== width || this.canvas.height !== height) Object.assign(this.canvas, { width, height });
        // Ten thousands of small rectangles: a canvas in memory draws them at once, one of a graphics card without hardware in a minute.
        const context = this.canvas.getContext('2d', { willReadFrequently: true });
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.clearRect(0, 0, view.width, view.height);
        const degrees = this.#document?.degrees ?? 0.5;
        const wide = degrees / 360 * view.world;
        this.#drawn ??= this.#cells.map((cell) => ({
            x: mercatorX(cell.west), top: mercatorY(cell.south + degrees), bottom: mercatorY(cell.south), colour: `rgba(${inks[theme()][stepOf(cell.probability)]},${(0.16 + 0.34 * cell.probability).toFixed(2)})`,
        }));
        const [left, right, up, down] = [view.x - view.width / 2 / view.world - wide / view.world, view.x + view.width / 2 / view.world, view.y - view.height / 2 / view.world, view.y + view.height / 2 / view.world];
        for (let shift = Math.floor(left); shift <= Math.floor(right); shift++) {
            for (const cell of this.#drawn) {
                const at = cell.x + shift;
                if (at < left || at > right || cell.bottom < up || cell.top > down) continue;
                context.fillStyle = cell.colour;
                const y = (cell.top - up) * view.world;
                context.fillRect(view.width / 2 + (at - view.x) * view.world, y, wide, (cell.bottom - up) * view.world - y);
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

