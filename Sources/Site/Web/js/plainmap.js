// A map without any library: lines of latitude and longitude, moved by mouse, touch, wheel and arrow keys. It stands in where
// set-up has not brought MapLibre, so that aircraft can be seen and chosen all the same.
import { basemapInk } from './basemap.js';
import { View, latitudeOf, longitudeOf, mercatorX, mercatorY, normalLongitude } from './mercator.js';
import { t } from './language.js';

export class PlainMap {
    #view;
    #theme;
    #on;
    #pointers = new Map();
    #queued = false;

    constructor(container, { theme, start, on }) {
        this.container = container;
        this.#theme = theme;
        this.#on = on;
        this.canvas = document.createElement('canvas');
        this.canvas.className = 'plainmap';
        this.canvas.tabIndex = 0;
        this.canvas.setAttribute('role', 'region');
        this.canvas.setAttribute('aria-label', t('map.canvas'));
        container.append(this.canvas);
        this.#view = { longitude: start.longitude, latitude: start.latitude, zoom: start.zoom };
        this.#listen();
        this.resize();
    }

    view() {
        const { longitude, latitude, zoom } = this.#view;
        return new View(longitude, latitude, zoom, this.container.clientWidth, this.container.clientHeight);
    }

    jump(longitude, latitude, zoom = this.#view.zoom) {
        const bounded = Math.max(0, Math.min(18, zoom));
        this.#view = { longitude: normalLongitude(longitude), latitude: Math.max(-85, Math.min(85, latitude)), zoom: bounded };
        this.#on.move();
        this.#queue();
    }

    ease(longitude, latitude, zoom) {
        this.jump(longitude, latitude, zoom);
    }

    zoomBy(steps) {
        this.jump(this.#view.longitude, this.#view.latitude, this.#view.zoom + steps);
    }

    restyle(theme) {
        this.#theme = theme;
        this.canvas.setAttribute('aria-label', t('map.canvas'));
        this.#queue();
    }

    resize() {
        const ratio = Math.min(2, devicePixelRatio || 1);
        this.canvas.width = this.container.clientWidth * ratio;
        this.canvas.height = this.container.clientHeight * ratio;
        this.#queue();
    }

    get surface() { return this.canvas; }
    get focusable() { return this.canvas; }

    #queue() {
        if (this.#queued) return;
        this.#queued = true;
        requestAnimationFrame(() => {
            this.#queued = false;
            this.#draw();
            this.#on.rendered();
        });
    }

    #draw() {
        const context = this.canvas.getContext('2d');
        const view = this.view();
        const ink = basemapInk(this.#theme);
        const ratio = this.canvas.width / Math.max(1, view.width);
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.fillStyle = ink.sea;
        context.fillRect(0, 0, view.width, view.height);
        const step = [30, 30, 20, 10, 10, 5, 2, 1, 0.5, 0.25, 0.1, 0.1][Math.min(11, Math.floor(view.zoom))];
        const { west, south, east, north } = view.bounds();
        context.strokeStyle = ink.coast;
        context.fillStyle = ink.town;
        context.font = '10.5px system-ui, sans-serif';
        context.lineWidth = 0.8;
        context.beginPath();
        for (let longitude = Math.ceil(west / step) * step; longitude <= east; longitude += step) {
            const x = view.width / 2 + (mercatorX(longitude) - view.x) * view.world;
            context.moveTo(x, 0);
            context.lineTo(x, view.height);
            context.fillText(`${+normalLongitude(longitude).toFixed(2)}°`, x + 3, view.height - 26);
        }
        for (let latitude = Math.ceil(Math.max(-85, south) / step) * step; latitude <= Math.min(85, north); latitude += step) {
            const y = view.height / 2 + (mercatorY(latitude) - view.y) * view.world;
            context.moveTo(0, y);
            context.lineTo(view.width, y);
            context.fillText(`${+latitude.toFixed(2)}°`, 4, y - 3);
        }
        context.stroke();
    }

    #listen() {
        const { canvas } = this;
        canvas.addEventListener('pointerdown', (event) => {
            canvas.setPointerCapture(event.pointerId);
            this.#pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
        });
        canvas.addEventListener('pointermove', (event) => this.#drag(event));
        for (const name of ['pointerup', 'pointercancel']) {
            canvas.addEventListener(name, (event) => this.#pointers.delete(event.pointerId));
        }
        canvas.addEventListener('wheel', (event) => {
            event.preventDefault();
            this.#zoomAt(event.offsetX, event.offsetY, -event.deltaY / 300);
        }, { passive: false });
        canvas.addEventListener('keydown', (event) => {
            const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
            if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
            event.preventDefault();
            this.#shift(way[0] * 100, way[1] * 100);
        });
    }

    #drag(event) {
        const before = this.#pointers.get(event.pointerId);
        if (!before) return;
        const others = [...this.#pointers].filter(([id]) => id !== event.pointerId);
        const now = { x: event.offsetX, y: event.offsetY };
        if (others.length === 1) {
            const [, other] = others[0];
            const ratio = Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
            this.#zoomAt((now.x + other.x) / 2, (now.y + other.y) / 2, Math.log2(Math.max(0.1, ratio)));
        } else {
            this.#shift(before.x - now.x, before.y - now.y);
            this.#on.dragged();
        }
        this.#pointers.set(event.pointerId, now);
    }

    #shift(x, y) {
        const view = this.view();
        this.jump(longitudeOf(view.x + x / view.world), latitudeOf(view.y + y / view.world));
    }

    #zoomAt(px, py, steps) {
        const before = this.view();
        const zoom = Math.max(0, Math.min(18, before.zoom + steps));
        const factor = 1 - 2 ** (before.zoom - zoom);
        const x = before.x + (px - before.width / 2) / before.world * factor;
        const y = before.y + (py - before.height / 2) / before.world * factor;
        this.jump(longitudeOf(x), latitudeOf(y), zoom);
    }
}
