// On narrow screens the table and the panel stand in a sheet from below with three heights.
import { byId, element } from './dom.js';
import { t } from './language.js';

const shares = [0, 0.48, 0.9];
const closedHeight = 64;

export class Sheet {
    height = 0;
    #from = null;

    /** - Parameter on: `opened()` when a person pulls an empty sheet up, `resized()`. */
    constructor(on) {
        this.on = on;
        this.node = byId('sheet');
        this.handle = byId('sheet-handle');
        this.handle.addEventListener('click', () => {
            if (this.#dragged) return;
            this.set((this.height + 1) % shares.length, true);
        });
        this.handle.addEventListener('pointerdown', (event) => this.#start(event));
        this.handle.addEventListener('pointermove', (event) => this.#move(event));
        for (const name of ['pointerup', 'pointercancel']) this.handle.addEventListener(name, (event) => this.#end(event));
        addEventListener('resize', () => this.set(this.height));
        this.set(0);
    }

    #dragged = false;

    /** Sets one of the heights 0, 1, 2. */
    set(height, byPerson = false) {
        this.height = height;
        this.node.dataset.height = String(height);
        this.#apply(this.#pixels(height));
        this.handle.setAttribute('aria-expanded', String(height > 0));
        if (byPerson && height > 0) this.on.opened();
    }

    /** Writes what the closed sheet says. */
    label(title, detail) {
        this.handle.replaceChildren(element('b', { text: title }), element('span', { text: detail }));
        this.handle.setAttribute('aria-label', `${title}, ${detail}. ${t(`sheet.height.${this.height}`)}`);
    }

    #pixels(height) {
        const whole = byId('main').clientHeight;
        return Math.max(closedHeight, Math.round(whole * shares[height]));
    }

    #apply(pixels) {
        document.documentElement.style.setProperty('--sheet', `${pixels}px`);
    }

    #start(event) {
        this.handle.setPointerCapture(event.pointerId);
        this.#from = { y: event.clientY, pixels: this.#pixels(this.height) };
        this.#dragged = false;
    }

    #move(event) {
        if (!this.#from) return;
        const way = this.#from.y - event.clientY;
        if (Math.abs(way) > 6) this.#dragged = true;
        if (this.#dragged) this.#apply(Math.max(closedHeight, Math.min(this.#pixels(2), this.#from.pixels + way)));
    }

    #end(event) {
        if (!this.#from) return;
        const pixels = this.#from.pixels + this.#from.y - event.clientY;
        this.#from = null;
        if (!this.#dragged) return;
        const distances = shares.map((_, height) => Math.abs(this.#pixels(height) - pixels));
        this.set(distances.indexOf(Math.min(...distances)), true);
        setTimeout(() => { this.#dragged = false; });
    }
}
