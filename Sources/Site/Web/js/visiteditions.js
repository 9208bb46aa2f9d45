// Editions on the page of a visit: what was published, how the visit differs from it by now, and publishing it anew.
import { byId, element } from './dom.js';
import { askDifference, askEditions, publish, troubleOf } from './editionapi.js';
import { addWords, language } from './language.js';
import { Place } from './pageparts.js';

/** How long an answer about what differs holds, ms: what is heard goes on. */
const pace = 300_000;

/** The part "Editions". `page`: as the other parts have it. */
export class Editions {
    #page;
    #place = new Place(byId('editions-place'));
    #asked = '';
    #list = [];
    #difference = null;
    #trouble = null;
    #shared = [];
    /** What draws it: loaded where there is something to draw. */
    #parts = null;
    #loading = null;

    constructor(page) {
        this.#page = page;
    }

    /** How many there are. */
    get count() {
        return this.#list.length;
    }

    /** Asks where the visit, the language, or the time is another one; `then` is called when something came. */
    async ask(then = () => {}) {
        const { visit } = this.#page;
        if (!visit) return;
        const key = [visit.id, visit.version, language(), Math.floor(Date.now() / pace)].join(' ');
        if (key === this.#asked) return;
        this.#asked = key;
        try {
            const list = await askEditions({ visit: visit.id });
            if (this.#asked !== key) return;
            this.#list = list;
            then();
            const difference = list.length ? await askDifference(pathOf(visit)) : null;
            if (this.#asked !== key) return;
            [this.#difference, this.#trouble] = [difference, list.length && !difference ? 'editions.failed' : null];
        } catch (error) {
            if (this.#asked !== key) return;
            [this.#difference, this.#trouble] = [null, troubleOf(error)];
            // Whoever asked too often, or found no seat, asks again with the next look at the visit.
            if (this.#trouble === 'editions.busy') this.#asked = '';
        }
        then();
    }

    /** Draws what is known. */
    draw(shared) {
        this.#shared = shared;
        const { visit, mayWrite } = this.#page;
        if (!this.#list.length && !mayWrite) return this.#place.draw([], () => []);
        if (!this.#parts) return this.#load();
        this.#place.draw([shared, this.#list, this.#difference, this.#trouble, visit.isPublic], () => this.#parts.editionNodes({
            lead: 'editions.lead', none: 'editions.none', list: this.#list, difference: this.#difference, trouble: this.#list.length ? this.#trouble : null, mayWrite, publish: () => this.#publish(),
        }));
    }

    async #load() {
        this.#loading ??= Promise.all([import('./editionparts.js'), addWords('editions')]);
        try {
            [this.#parts] = await this.#loading;
            this.draw(this.#shared);
        } catch {
            // Tried again with the next drawing.
            this.#loading = null;
        }
    }

    /** The form that publishes, with what will differ. */
    #publish() {
        const { visit, realm } = this.#page;
        const last = this.#list[0] ?? null;
        const aircraft = element('input', { id: 'publish-aircraft', type: 'checkbox' });
        aircraft.checked = last?.tellsAircraft ?? true;
        return this.#parts.publishForm({
            title: 'publish.title', last, warning: visit.isPublic ? null : 'publish.private', choice: aircraft,
            ask: (signal) => askDifference(pathOf(visit), { realm: aircraft.checked ? realm : null, aircraft: aircraft.checked ? 1 : 0 }, signal),
            publish: (note) => publish(pathOf(visit), { aircraft: aircraft.checked, ...aircraft.checked && realm ? { realm } : {}, ...note }),
            done: async () => {
                this.#asked = '';
                await this.ask(() => this.draw(this.#shared));
            },
        });
    }
}

function pathOf(visit) {
    return `visits/${encodeURIComponent(visit.id)}`;
}
