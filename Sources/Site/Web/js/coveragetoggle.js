// The switch of the coverage layer: there only where the site tells it to who asks, and the layer is loaded with the first use.
import { addWords } from './language.js';
import { change, state } from './state.js';

export class CoverageToggle {
    /** Whether this visitor is told how far the receivers hear. */
    isThere = false;
    #layer = null;
    #turn = 0;

    /** - Parameter on: `{site, map, realm()}`. */
    constructor(on) {
        this.on = on;
        this.isThere = on.site.coverage === true;
        this.update();
    }

    toggle() { if (this.isThere) change({ coverage: !state.coverage }, { push: true }); }

    /** The state changed: the layer comes or goes. */
    async update() {
        const turn = ++this.#turn;
        if (!state.coverage || !this.isThere) {
            this.#layer?.remove();
            this.#layer = null;
            return;
        }
        if (this.#layer) return;
        const [{ CoverageLayer }] = await Promise.all([import('./coverage.js'), addWords('coverage')]);
        if (turn !== this.#turn) return;
        this.#layer = new CoverageLayer({ map: this.on.map, realm: this.on.realm, close: () => this.toggle() });
    }

    words() { this.#layer?.words(); }

    moved() { this.#layer?.moved(); }
}
