// An area drawn on a map: by pointer or finger, or by keyboard with the middle of the map as the point.
import { areaKind, cornersOf, distanceOf, kilometresOf, outlineOf, withCorners, withKilometres } from './areashape.js';
import { drawn, element, setText, tame } from './dom.js';
import { language, number, t } from './language.js';
import { makeMap } from './map.js';
import { latitudeOf, longitudeOf, mercatorX, mercatorY, normalLongitude, shortWay } from './mercator.js';
import { theme } from './preferences.js';
import { bounds } from './ruleschema.js';

let library = null;

// MapLibre, where set-up brought it; the plain map serves without.
function broughtLibrary(site) {
    if (!site?.vendor || globalThis.maplibregl) return Promise.resolve();
    library ??= new Promise((done) => {
        document.head.append(element('link', { rel: 'stylesheet', href: '/vendor/maplibre-gl.css' }), element('script', { src: '/vendor/maplibre-gl.js', onload: done, onerror: done }));
    });
    return library;
}

/** Opens the map over the page; `done` is given the area that was drawn, unless it was thrown away. */
export async function drawArea(site, area, done) {
    const before = document.activeElement;
    await broughtLibrary(site);
    const drawing = new Drawing(site ?? {}, area, (chosen) => {
        drawing.close();
        if (chosen) done(chosen);
        const back = before?.isConnected ? before : before?.id ? document.getElementById(before.id) : null;
        back?.focus();
    });
    drawing.open();
}

class Drawing {
    #queued = 0;
    #pressed = null;

    constructor(site, area, end) {
        Object.assign(this, { site, area, end, kind: areaKind(area) });
        // A circle that was put nowhere yet waits for its place.
        this.isFresh = this.kind === 'circle' && area.circle?.latitude === 0 && area.circle?.longitude === 0;
        const button = (id, key, action, className = 'button') => element('button', { type: 'button', class: className, id, text: t(key), onclick: action });
        this.ground = element('div', { class: 'ground' });
        this.lines = drawn('svg', { class: 'area-lines', 'aria-hidden': 'true' });
        this.status = element('p', { class: 'soft', id: 'draw-status', role: 'status' });
        this.size = element('input', { type: 'range', id: 'draw-size', min: '0', max: '1000', step: '1', 'aria-label': t(this.kind === 'corridor' ? 'area.width' : 'area.km'), oninput: () => this.#take(withKilometres(this.area, kilometresAt(Number(this.size.value)))) });
        this.undo = button('draw-undo', 'draw.undo', () => this.#take(withCorners(this.area, cornersOf(this.area).slice(0, -1))));
        const zooms = [['+', 1, 'map.zoomIn'], ['\u2212', -1, 'map.zoomOut']].map(([text, step, label]) => element('button', { type: 'button', 'aria-label': t(label), title: t(label), text, onclick: () => this.map.zoomBy(step) }));
        const credit = site.basemap ? site.basemap.attribution?.replace(/<[^>]*>/g, '') ?? t('credits.basemap') : t('credits.none');
        this.frame = element('div', { class: 'flight-map draw-map' }, this.ground, this.lines, element('span', { class: 'crosshair', 'aria-hidden': 'true' }), element('div', { class: 'map-tools' }, ...zooms), element('p', { class: 'credits', text: tame(credit, 300) }));
        this.dialog = element('dialog', { class: 'over wide', id: 'draw-area', 'aria-labelledby': 'draw-title' }, element('h2', { id: 'draw-title', text: t(`draw.title.${this.kind}`) }), element('p', { class: 'soft', text: t(`draw.how.${this.kind}`) }), this.frame,
            kilometresOf(area) === null ? null : element('div', { class: 'draw-size' }, element('label', { for: 'draw-size', text: t(this.kind === 'corridor' ? 'area.width' : 'area.km') }), this.size), this.status,
            element('div', { class: 'actions' }, button('draw-done', 'draw.done', () => this.end(this.area), 'button main'), button('draw-middle', 'draw.middle', () => this.#middle()), this.kind === 'circle' ? null : this.undo, button('draw-cancel', 'action.cancel', () => this.end(null))));
        this.dialog.addEventListener('cancel', (event) => { event.preventDefault(); this.end(null); });
    }

    open() {
        document.body.append(this.dialog);
        this.dialog.showModal();
        this.map = makeMap(this.ground, { site: this.site, theme: theme(), language: language(), start: this.#start(), on: { move: () => this.#queue(), rendered: () => this.#queue(), dragged: () => {} } });
        this.map.focusable.setAttribute('aria-label', t('draw.map'));
        const surface = this.map.surface ?? this.ground;
        surface.addEventListener('pointerdown', (event) => { this.#pressed = [event.clientX, event.clientY]; });
        surface.addEventListener('click', (event) => {
            // A map that was moved was not meant.
            if (this.#pressed && Math.hypot(event.clientX - this.#pressed[0], event.clientY - this.#pressed[1]) > 6) return;
            const box = this.frame.getBoundingClientRect();
            this.#point(...this.map.view().at(event.clientX - box.left, event.clientY - box.top));
        });
        this.watcher = new ResizeObserver(() => { this.map.resize(); this.#queue(); });
        this.watcher.observe(this.frame);
        this.#take(this.area);
    }

    close() {
        this.watcher?.disconnect();
        this.map?.map?.remove?.();
        this.dialog.close();
        this.dialog.remove();
    }

    // All of the area, or the world where nothing is drawn yet.
    #start() {
        const outline = this.isFresh ? [] : outlineOf(this.area);
        if (!outline.length) return { longitude: 60, latitude: 30, zoom: 1 };
        const [first] = outline;
        const xs = outline.map(([, longitude]) => mercatorX(first[1]) + shortWay(mercatorX(longitude) - mercatorX(first[1])));
        const ys = outline.map(([latitude]) => mercatorY(latitude));
        const span = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys), 0.002);
        return { longitude: normalLongitude(longitudeOf((Math.max(...xs) + Math.min(...xs)) / 2)), latitude: latitudeOf((Math.max(...ys) + Math.min(...ys)) / 2), zoom: Math.max(0, Math.min(9, Math.log2(0.45 / span))) };
    }

    #middle() {
        const view = this.map.view();
        this.#point(view.longitude, view.latitude);
    }

    #point(longitude, latitude) {
        const point = [Math.max(-85, Math.min(85, latitude)), normalLongitude(longitude)].map((value) => Math.round(value * 1e4) / 1e4);
        const corners = cornersOf(this.area);
        if (this.kind !== 'circle' && corners.length >= bounds.corners) return;
        this.isFresh = false;
        this.#take(withCorners(this.area, this.kind === 'circle' ? [point] : [...corners, point]));
    }

    #take(area) {
        this.area = area;
        const corners = this.isFresh ? [] : cornersOf(area);
        const km = kilometresOf(area);
        if (km !== null && document.activeElement !== this.size) this.size.value = String(stepOf(km));
        const length = corners.slice(1).reduce((sum, one, place) => sum + distanceOf(corners[place], one), 0);
        const said = this.kind === 'circle' ? corners.length ? t('draw.circle', { latitude: number(corners[0][0], 3), longitude: number(corners[0][1], 3), km: number(km ?? 0) }) : t('draw.nothing') : t(`draw.${this.kind}`, { n: corners.length, km: number(this.kind === 'corridor' ? km ?? 0 : length) });
        setText(this.status, said);
        this.undo.disabled = !corners.length;
        this.#queue();
    }

    #queue() {
        this.#queued ||= requestAnimationFrame(() => { this.#queued = 0; this.#draw(); });
    }

    #draw() {
        if (!this.dialog.isConnected || !this.map) return;
        const view = this.map.view();
        const corners = this.isFresh ? [] : cornersOf(this.area);
        const outline = this.isFresh ? [] : outlineOf(this.area);
        const at = pixelsOf(outline, view);
        const shape = drawn(this.kind === 'corridor' ? 'polyline' : 'polygon', { points: at.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' '), class: this.kind === 'corridor' ? 'corridor' : 'shape' });
        // As wide on the map as it is on the ground, at its middle.
        if (this.kind === 'corridor' && corners.length) shape.style.strokeWidth = `${Math.max(2, 2 * (kilometresOf(this.area) ?? 0) * view.world / (40_075.017 * Math.max(0.05, Math.cos(corners[Math.floor(corners.length / 2)][0] * Math.PI / 180))))}px`;
        const dots = pixelsOf(corners, view).map(([x, y]) => drawn('circle', { cx: x, cy: y, r: 4.5 }));
        this.lines.replaceChildren(shape, ...dots);
    }
}

// Points of a line on the map, each by the shorter way from the one before.
function pixelsOf(points, view) {
    let last = null;
    return points.map(([latitude, longitude]) => {
        const x = mercatorX(longitude);
        last = last === null ? view.x + shortWay(x - view.x) : last + shortWay(x - last);
        return [view.width / 2 + (last - view.x) * view.world, view.height / 2 + (mercatorY(latitude) - view.y) * view.world];
    });
}

// The slider is finer where areas are small: 1 to 3,000 km.
function kilometresAt(step) {
    const km = 3000 ** (step / 1000);
    return km < 10 ? Math.round(km * 10) / 10 : km < 100 ? Math.round(km) : Math.round(km / 10) * 10;
}

function stepOf(km) {
    return Math.round(Math.log(Math.max(1, Math.min(3000, km))) / Math.log(3000) * 1000);
}
