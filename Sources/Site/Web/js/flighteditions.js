// Editions beside a flight or a silence that is open: what was published of it, how it differs by now, and publishing it.
import { element } from './dom.js';
import { askDifference, askEditions, publish, troubleOf } from './editionapi.js';
import { momentOf } from './editiondoc.js';
import { editionNodes, publishForm } from './editionparts.js';
import { t } from './language.js';
import { Place } from './pageparts.js';
import { askRight } from './writing.js';

export class FlightEditions {
    #place;
    #node;
    #key = '';
    #right = null;
    #list = null;
    #difference = null;
    #trouble = null;

    /** - Parameter node: where it stands, below what is open. */
    constructor(node) {
        this.#node = node;
        this.#place = new Place(node);
    }

    /**
     * Shows what is published of something; nothing of `null`.
     * - Parameter of: `{kind, hex, realm, at, from, to, key}`: a moment in it and its ends, seconds; `key` differs where it, the language or the log is another one.
     */
    async show(of) {
        const key = of?.key ?? '';
        if (key === this.#key) return;
        this.#key = key;
        [this.#list, this.#difference, this.#trouble] = [null, null, null];
        this.#node.replaceChildren();
        this.#place.forget();
        if (of) await this.#ask(of);
    }

    async #ask(of) {
        const key = this.#key;
        try {
            this.#right ??= await askRight();
            const all = await askEditions({ aircraft: of.hex });
            if (this.#key !== key) return;
            this.#list = all.filter((one) => isOf(one, of));
            this.#draw(of);
            if (!this.#list.length) return;
            const difference = await askDifference(pathOf(of), questionOf(of));
            if (this.#key !== key) return;
            [this.#difference, this.#trouble] = [difference, difference ? null : 'editions.failed'];
        } catch (error) {
            if (this.#key !== key) return;
            this.#trouble = troubleOf(error);
        }
        this.#draw(of);
    }

    #draw(of) {
        const { mayWrite } = this.#right ?? { mayWrite: false };
        // A site that publishes nothing says nothing of it to readers.
        if (!this.#list?.length && !mayWrite) return;
        const isGap = of.kind === 'gap';
        this.#place.draw([this.#key, this.#list, this.#difference, this.#trouble], () => [
            element('h3', { id: 'editions-title', tabindex: '-1', text: t('editions.heading') }), ...editionNodes({
                lead: isGap ? 'editions.leadGap' : 'editions.leadFlight', none: isGap ? 'editions.noneGap' : 'editions.noneFlight', list: this.#list ?? [], difference: this.#difference, trouble: this.#trouble, mayWrite, publish: () => this.#publish(of),
            }),
        ]);
    }

    #publish(of) {
        // Only the last edition of just this flight or silence is corrected: the site says which that is.
        return publishForm({
            title: of.kind === 'gap' ? 'publish.titleGap' : 'publish.titleFlight', last: this.#difference?.since ?? null,
            ask: (signal) => askDifference(pathOf(of), questionOf(of), signal),
            publish: (note) => publish(pathOf(of), { kind: of.kind, at: of.at, ...of.realm ? { realm: of.realm } : {}, ...note }),
            done: async () => {
                [this.#difference, this.#trouble] = [null, null];
                await this.#ask(of);
            },
        });
    }
}

// Rows that come later move the moment by which a flight is named: what was published of it may lie under another one of it.
function isOf(edition, { kind, from, to }) {
    const moment = momentOf(edition);
    return edition.subject === kind && moment !== null && from - 1 <= moment && moment <= to + 1;
}

function pathOf({ hex }) {
    return `aircraft/${hex}`;
}

function questionOf({ kind, at, realm }) {
    return { kind, at, realm };
}
