// The picture: map, trails, aircraft and labels kept in step, and never drawn more often than the eye can tell.
import { Labels } from './labels.js';
import { measure, metrics } from './metrics.js';
import { Overlay } from './overlay.js';
import { Screen, placeOf } from './screen.js';
import { Trails } from './trail.js';
import { reducedMotion } from './theme.js';

export class Picture {
    /** Address under the pointer, or `null`. */
    hovered = null;
    shows = null;
    selected = new Set();
    /** The sky is one of the past: trails end where they end, not at the aircraft. */
    isPast = false;
    #screen = null;
    #dirty = false;
    #drawn = 0;
    #labelled = 0;
    #queued = 0;

    constructor({ map, sky, clock, canvases, look }) {
        Object.assign(this, { map, sky, clock, look });
        this.trails = new Trails(canvases.trails, () => this.refresh());
        this.overlay = new Overlay(canvases.aircraft);
        this.labels = new Labels(canvases.labels);
        this.overlay.onrestore = () => this.refresh();
        this.resize();
        reducedMotion.addEventListener('change', () => this.refresh());
        this.#wake();
    }

    resize() {
        const ratio = Math.min(2, devicePixelRatio || 1);
        const { clientWidth: width, clientHeight: height } = this.map.container;
        for (const part of [this.trails, this.overlay, this.labels]) part.resize(width, height, ratio);
        this.refresh();
    }

    /** The sky, the filter, the selection or the look changed: fill and draw anew. */
    refresh() {
        const view = this.map.view();
        const look = this.look();
        this.overlay.setTheme(look.theme);
        this.overlay.setWord(look.word);
        this.#screen = null;
        measure('fill', () => this.overlay.fill(this.sky, {
            now: this.clock.now, view, selected: this.selected, shows: this.shows,
        }));
        this.#labelled = 0;
        this.#dirty = true;
        this.#wake();
    }

    /** The view moved: the drawing follows with the map's own. */
    moved() {
        this.#screen = null;
        this.#dirty = true;
        this.#labelled = 0;
        this.#wake();
    }

    /** The map has drawn itself. */
    rendered() {
        if (this.#dirty) this.#draw();
    }

    /** Addresses near a point of the picture, nearest first. */
    pick(x, y, radius) {
        return this.#onScreen().near(x, y, radius).map((slot) => this.sky.address[slot]);
    }

    /** How many aircraft can be seen now. */
    get inView() { return this.#onScreen().slots.length; }

    /** Where an address is drawn, `{x, y}` in Mercator, or `null`. */
    place(address) {
        const slot = this.sky.slot(address);
        if (slot < 0 || !this.sky.hasPosition(slot)) return null;
        return placeOf(this.sky, slot, this.#now(), this.clock.reach);
    }

    // With reduced motion aircraft stand where they were at the time of the frame.
    #now() {
        return reducedMotion.matches ? this.sky.time : this.clock.now;
    }

    #onScreen() {
        this.#screen ??= new Screen(this.sky, this.map.view(), this.#now(), this.clock.reach, this.shows, this.selected);
        return this.#screen;
    }

    #draw() {
        this.#dirty = false;
        this.#drawn = performance.now();
        metrics.frames++;
        const view = this.map.view();
        const look = this.look();
        const first = new Set(this.selected);
        if (this.hovered !== null) first.add(this.hovered);
        measure('draw', () => {
            this.overlay.draw(view, this.clock.now, this.clock.reach, !reducedMotion.matches, iconScale(view.zoom, this.overlay.count));
            this.trails.draw(view, look.theme, (address) => (this.isPast ? null : this.place(address)));
        });
        if (this.#drawn - this.#labelled < 200 && pixelsPerSecond(view, this.clock.pace) < 20) return;
        this.#labelled = this.#drawn;
        this.#screen = null;
        measure('labels', () => this.labels.draw(this.sky, this.#onScreen(), view, { ...look, first }));
    }

    #wake() {
        this.#queued ||= requestAnimationFrame(() => this.#tick());
    }

    #tick() {
        this.#queued = 0;
        if (document.hidden) {
            setTimeout(() => this.#wake(), 500);
            return;
        }
        // Far out nothing moves a quarter of a pixel between two frames: then drawing can wait.
        const pause = 250 / Math.max(0.5, pixelsPerSecond(this.map.view(), this.clock.pace));
        const moves = !reducedMotion.matches && this.sky.count > 0 && this.clock.pace > 0;
        if (this.#dirty || moves && performance.now() - this.#drawn > pause) this.#draw();
        this.#wake();
    }
}

// A fast airliner, 250 m/s.
function pixelsPerSecond(view, pace) {
    return 250 * Math.max(1, pace) * view.world / 40_075_017 / Math.cos(view.latitude * Math.PI / 180);
}

// Half an airliner in pixels. Far out, thousands of full size would hide each other and the map.
function iconScale(zoom, count) {
    const usual = Math.max(9.5, Math.min(20, 8.5 + zoom * 1.1));
    const crowded = 1 - Math.max(0.65, Math.min(1, Math.sqrt(3000 / count)));
    return usual * (1 - crowded * Math.max(0, Math.min(1, (5 - zoom) / 2)));
}
