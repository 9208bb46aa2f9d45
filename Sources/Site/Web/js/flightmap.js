// The map of the flight pages: a path as trails are drawn, areas of reach as light fills with an outline, cells of coverage, airports.
import { colourIndex, cssColour, cssOfIndex, palette } from './colours.js';
import { element, tame } from './dom.js';
import { t } from './language.js';
import { makeMap } from './map.js';
import { mercatorX, mercatorY, shortWay } from './mercator.js';
import { theme } from './preferences.js';
import { paintStamp } from './stamp.js';
import { Trails, pointFlag } from './trail.js';
import { fitRows } from './viewing.js';

const inks = {
    dark: { area: '111,208,234', cell: '255,202,128', text: '#eef3f7', halo: 'rgba(8,13,18,0.86)', mark: '#ffffff' },
    light: { area: '6,100,127', cell: '150,84,0', text: '#101820', halo: 'rgba(255,255,255,0.9)', mark: '#10161c' },
};
const font = '600 12px system-ui, "Noto Sans", "DejaVu Sans", sans-serif';

/** A scene without anything in it. `rows` as `pathRows` gives them; `areas`: `{pieces, label}`; `cells`: `{south, west, degrees, share}`; `places`: `{id, latitude, longitude}`; `runways`: pairs of `[latitude, longitude]`; `order`: places that are named one after the other, joined by a thin line that is no track; `zoom` where all of it is small. */
export const emptyScene = Object.freeze({ rows: [], areas: [], cells: [], places: [], runways: [], ends: [], order: [], word: null, zoom: null });

/** What is drawn as a line, and what as hollow points: a doubtful point is never joined; what was unheard before it stays unheard. */
export function splitRows(rows) {
    const [sound, doubtful] = [[], []];
    let isSilent = false;
    for (const row of rows) {
        if (row[4] & pointFlag.doubtful) {
            doubtful.push(row);
            isSilent ||= (row[4] & pointFlag.gap) !== 0;
            continue;
        }
        sound.push(isSilent ? [...row.slice(0, 4), row[4] | pointFlag.gap, ...row.slice(5)] : row);
        isSilent = false;
    }
    return { sound, doubtful };
}

export class FlightMap {
    #scene = emptyScene;
    #doubtful = [];
    #marker = null;
    #stamp = null;
    #queued = 0;

    /** Makes the map; `node` is to be put where it shall stand, `start` brings it to life once it stands there. */
    constructor(site, label = 'flights.mapLabel') {
        Object.assign(this, { site, label });
        this.ground = element('div', { class: 'ground' });
        this.canvases = ['areas', 'trail', 'marks'].map((name) => element('canvas', { class: name, 'aria-hidden': 'true' }));
        this.tools = element('div', { class: 'map-tools' });
        this.credits = element('p', { class: 'credits' });
        this.node = element('div', { class: 'flight-map' }, this.ground, ...this.canvases, this.tools, this.credits);
        this.trails = new Trails(this.canvases[1], () => this.#queue());
    }

    start() {
        if (this.map) return this.#resize();
        this.map = makeMap(this.ground, {
            site: this.site, theme: theme(), language: document.documentElement.lang, start: { longitude: 20, latitude: 20, zoom: 1 },
            on: { move: () => this.#queue(), rendered: () => this.#queue(), dragged: () => {} },
        });
        new ResizeObserver(() => this.#resize()).observe(this.node);
        this.words();
        this.#resize();
    }

    /** The language or the theme changed. */
    words() {
        if (!this.map) return;
        this.map.restyle(theme(), document.documentElement.lang);
        this.map.focusable.setAttribute('aria-label', t(this.label));
        const button = (label, text, action) => element('button', { type: 'button', 'aria-label': t(label), title: t(label), text, onclick: action });
        this.tools.replaceChildren(
            button('map.zoomIn', '+', () => this.map.zoomBy(1)), button('map.zoomOut', '\u2212', () => this.map.zoomBy(-1)), button('flights.fit', '\u2922', () => this.fit()));
        const { basemap } = this.site;
        const credit = basemap ? basemap.attribution?.replace(/<[^>]*>/g, '') ?? t('credits.basemap') : t('credits.none');
        this.credits.replaceChildren(`${tame(credit, 300)} \u00b7 `, element('a', { href: '/about#credits', text: t('credits.more') }));
        this.#stamp = null;
        this.#queue();
    }

    /** Shows a scene, and moves the map so that all of it can be seen. */
    show(scene) {
        this.#scene = { ...emptyScene, ...scene };
        const { sound, doubtful } = splitRows(this.#scene.rows);
        this.#doubtful = doubtful;
        this.#marker = null;
        this.#stamp = null;
        this.trails.source = async () => sound;
        this.trails.select(new Set());
        this.trails.select(new Set([1]));
        this.fit();
        this.#queue();
    }

    /** Marks a place: where the reader's moment of the profile is. */
    mark(row) {
        this.#marker = row;
        this.#queue();
    }

    fit() {
        const { rows, areas, cells, places, ends, runways, order } = this.#scene;
        const all = [
            ...rows, ...order.map(([latitude, longitude]) => [0, latitude, longitude]), ...ends.map(([latitude, longitude]) => [0, latitude, longitude]), ...cells.map((cell) => [0, cell.south, cell.west]), ...cells.map((cell) => [0, cell.south + cell.degrees, cell.west + cell.degrees]),
            ...areas.flatMap((area) => area.pieces.flat(2).map(([longitude, latitude]) => [0, latitude, longitude])), ...runways.flat().map(([latitude, longitude]) => [0, latitude, longitude]),
            ...places.map((place) => [0, place.latitude, place.longitude]),
        ].filter(([, latitude, longitude]) => Number.isFinite(latitude) && Number.isFinite(longitude));
        if (!this.map || !all.length) return;
        fitRows(this.map, all, [100, 76]);
        const { longitude, latitude } = this.map.view();
        if (this.#scene.zoom !== null) this.map.jump(longitude, latitude, this.#scene.zoom);
    }

    #resize() {
        if (!this.map) return;
        const ratio = Math.min(2, devicePixelRatio || 1);
        const { clientWidth: width, clientHeight: height } = this.node;
        for (const canvas of [this.canvases[0], this.canvases[2]]) Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
        this.trails.resize(width, height, ratio);
        this.map.resize();
        this.#queue();
    }

    #queue() {
        if (this.#queued) return;
        this.#queued = requestAnimationFrame(() => {
            this.#queued = 0;
            this.#draw();
        });
    }

    #draw() {
        if (!this.map || !this.node.isConnected) return;
        const view = this.map.view();
        this.trails.draw(view, theme(), () => null);
        this.#drawAreas(this.#clean(this.canvases[0], view), view);
        this.#drawMarks(this.#clean(this.canvases[2], view), view);
    }

    #clean(canvas, view) {
        const context = canvas.getContext('2d');
        const ratio = canvas.width / Math.max(1, view.width);
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.clearRect(0, 0, view.width, view.height);
        return context;
    }

    #drawAreas(context, view) {
        const ink = inks[theme()];
        for (const shift of worlds(view)) {
            const at = (longitude, latitude) => [view.width / 2 + (mercatorX(longitude) + shift - view.x) * view.world, view.height / 2 + (mercatorY(latitude) - view.y) * view.world];
            for (const { south, west, degrees, share } of this.#scene.cells) {
                const [[x0, y0], [x1, y1]] = [at(west, south + degrees), at(west + degrees, south)];
                context.fillStyle = `rgba(${ink.cell},${share === null ? 0 : 0.12 + 0.4 * share})`;
                context.fillRect(x0, y0, x1 - x0, y1 - y0);
                context.strokeStyle = `rgba(${ink.cell},0.9)`;
                context.lineWidth = 1;
                context.setLineDash(share === null ? [3, 3] : []);
                context.strokeRect(x0, y0, x1 - x0, y1 - y0);
            }
            context.setLineDash([]);
            for (const area of this.#scene.areas) for (const piece of area.pieces) fillPiece(context, piece, at, `rgba(${ink.area},0.1)`, `rgba(${ink.area},0.85)`);
        }
    }

    #drawMarks(context, view) {
        const ink = inks[theme()];
        context.font = font;
        const at = (longitude, latitude) => view.pixel(mercatorX(longitude), mercatorY(latitude));
        const hollow = (x, y, radius, width) => {
            context.beginPath();
            context.arc(x, y, radius, 0, 2 * Math.PI);
            context.lineWidth = width;
            context.stroke();
        };
        context.strokeStyle = palette(theme()).gap;
        for (const row of this.#doubtful) hollow(...at(row[2], row[1]), 3, 1.5);
        this.#drawOrder(context, view);
        context.strokeStyle = ink.mark;
        for (const [one, other] of this.#scene.runways) {
            context.beginPath();
            context.moveTo(...at(one[1], one[0]));
            context.lineTo(...at(other[1], other[0]));
            context.lineWidth = 3;
            context.stroke();
        }
        for (const [latitude, longitude] of this.#scene.ends) hollow(...at(longitude, latitude), 6, 2.5);
        for (const place of this.#scene.places) {
            const [x, y] = at(place.longitude, place.latitude);
            context.strokeStyle = ink.mark;
            context.lineWidth = place.isLess ? 1.5 : 2.5;
            context.strokeRect(x - 4, y - 4, 8, 8);
            label(context, tame(place.label ?? place.id, 10), x, y - 9, ink);
        }
        for (const area of this.#scene.areas) {
            if (!area.label || !area.pieces.length) continue;
            const highest = area.pieces.flat(2).reduce((best, one) => (one[1] > best[1] ? one : best));
            label(context, area.label, ...at(...highest), ink);
        }
        if (this.#marker) this.#drawMarker(context, at);
        if (this.#scene.word) this.#drawStamp(context, view);
    }

    // The order of places that are named; each by the shorter way from the one before.
    #drawOrder(context, view) {
        const { order } = this.#scene;
        if (order.length < 2) return;
        const xs = [mercatorX(order[0][1])];
        for (const [, longitude] of order.slice(1)) xs.push(xs.at(-1) + shortWay(mercatorX(longitude) - xs.at(-1)));
        context.save();
        context.setLineDash([2, 7]);
        context.lineWidth = 1.5;
        context.strokeStyle = inks[theme()].mark;
        for (const shift of worlds(view)) {
            context.beginPath();
            order.forEach(([latitude], place) => {
                const [x, y] = [view.width / 2 + (xs[place] + shift - view.x) * view.world, view.height / 2 + (mercatorY(latitude) - view.y) * view.world];
                if (place) context.lineTo(x, y);
                else context.moveTo(x, y);
            });
            context.stroke();
        }
        context.restore();
    }

    #drawMarker(context, at) {
        const [, latitude, longitude, altitude, flags] = this.#marker;
        const [x, y] = at(longitude, latitude);
        context.fillStyle = altitude === null && !(flags & pointFlag.ground) ? cssOfIndex(theme(), colourIndex(-32768, 0)) : cssColour(theme(), altitude, (flags & pointFlag.ground) !== 0);
        context.strokeStyle = inks[theme()].mark;
        context.beginPath();
        context.arc(x, y, 7, 0, 2 * Math.PI);
        context.fill();
        context.lineWidth = 2.5;
        context.stroke();
    }

    // As over every picture of aircraft: the word is part of it.
    #drawStamp(context, view) {
        this.#stamp ??= paintStamp(this.#scene.word, theme());
        for (let x = 0; x < view.width; x += this.#stamp.width / 2) {
            for (let y = 0; y < view.height; y += this.#stamp.height / 2) context.drawImage(this.#stamp, x, y, this.#stamp.width / 2, this.#stamp.height / 2);
        }
    }
}

// Shifts of the world, so that what lies beyond the date line is there too.
function worlds(view) {
    const shifts = [];
    for (let shift = -1 - view.copies; shift <= 1 + view.copies; shift++) shifts.push(shift);
    return shifts;
}

// Rings are cut at the 180th meridian: that cut is no edge of anything.
function fillPiece(context, piece, at, fill, stroke) {
    const drawn = piece.map((ring) => ring.map(([longitude, latitude]) => at(longitude, latitude)));
    context.beginPath();
    for (const points of drawn) points.forEach(([x, y], place) => (place ? context.lineTo(x, y) : context.moveTo(x, y)));
    context.fillStyle = fill;
    context.fill('evenodd');
    context.beginPath();
    piece.forEach((ring, index) => {
        for (let i = 1; i < ring.length; i++) {
            if (isCut(ring[i - 1], ring[i])) continue;
            context.moveTo(...drawn[index][i - 1]);
            context.lineTo(...drawn[index][i]);
        }
    });
    context.strokeStyle = stroke;
    context.lineWidth = 1.3;
    context.stroke();
}

/** Whether an edge of a ring lies on the 180th meridian or at the edge of the map. */
export function isCut([lon0, lat0], [lon1, lat1]) {
    return Math.abs(lon0) > 179.99 && Math.abs(lon1) > 179.99 || Math.abs(lat0) > 85 && Math.abs(lat1) > 85;
}

function label(context, text, x, y, ink) {
    context.textAlign = 'center';
    context.lineJoin = 'round';
    context.lineWidth = 3.5;
    context.strokeStyle = ink.halo;
    context.strokeText(text, x, y);
    context.fillStyle = ink.text;
    context.fillText(text, x, y);
}

/** The rows of a path between two places of a silence, so that it is drawn dotted; longitudes by the shorter way. */
export function silentRows(from, to) {
    if (![from?.latitude, from?.longitude].every(Number.isFinite)) return [];
    const row = (point, flags) => [point.time, point.latitude, point.longitude, point.altitude ?? null, flags | (point.isOnGround ? pointFlag.ground : 0), point.groundSpeed ?? null];
    if (![to?.latitude, to?.longitude].every(Number.isFinite)) return [row(from, 0)];
    return [row(from, 0), row(to, pointFlag.gap)];
}
