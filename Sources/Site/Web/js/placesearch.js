// Places for the search field: asked for a moment after the last letter, remembered, and never in the way of what the page knows itself.
import { askPlaces } from './historyapi.js';

const pause = 180;
const remembered = 60;

export class PlaceSearch {
    #answers = new Map();
    #timer = 0;
    #question = null;
    #isThere = true;

    /** - Parameter onanswer: called when the text that was asked about last has its answer, or has none. */
    constructor(onanswer) {
        this.onanswer = onanswer;
    }

    /** Places for a text in a language: what is known at once, `null` while the server is asked. */
    places(text, language) {
        const words = text.trim().toLowerCase();
        if (!this.#isThere || !isPlaceName(words)) {
            this.#stop();
            return [];
        }
        const key = `${language} ${words}`;
        const known = this.#answers.get(key);
        if (known) {
            this.#stop();
            return known;
        }
        if (this.#question?.key === key && this.#question.failed) return [];
        if (this.#question?.key !== key) {
            this.#stop();
            const question = this.#question = { key, cut: new AbortController() };
            this.#timer = setTimeout(() => this.#ask(question, words, language), pause);
        }
        return null;
    }

    async #ask(question, words, language) {
        let places = [];
        try {
            const answer = await askPlaces(words, language, question.cut.signal);
            if (answer === null) this.#isThere = false;
            places = (answer ?? []).filter(isPlace);
        } catch (error) {
            if (error?.name === 'AbortError' || this.#question !== question) return;
            // Not asked again for the same text until another was typed; not remembered either.
            question.failed = true;
            return this.onanswer();
        }
        this.#answers.set(question.key, places);
        if (this.#answers.size > remembered) this.#answers.delete(this.#answers.keys().next().value);
        if (this.#question !== question) return;
        this.#question = null;
        this.onanswer();
    }

    #stop() {
        clearTimeout(this.#timer);
        this.#question?.cut.abort();
        this.#question = null;
    }
}

/** Whether a text may name a place: two letters or more and no digits, which callsigns, registrations and coordinates have. */
export function isPlaceName(text) {
    return text.length <= 80 && (text.match(/\p{L}/gu)?.length ?? 0) >= 2 && !/[\d;°*]/.test(text);
}

/** Whether an answer's entry is a place one can go to. */
export function isPlace(place) {
    return ['airport', 'city'].includes(place?.kind) && typeof place.name === 'string' && Number.isFinite(place.latitude) && Number.isFinite(place.longitude)
        && Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180;
}
