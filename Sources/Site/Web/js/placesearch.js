// Places for the search field.
import { Asked } from './asked.js';
import { askPlaces } from './historyapi.js';

export class PlaceSearch {
    #asked;

    /** - Parameter onanswer: called when the text that was asked about last has its answer, or has none. */
    constructor(onanswer) {
        this.#asked = new Asked({ isQuestion: isPlaceName, isEntry: isPlace, ask: askPlaces }, onanswer);
    }

    /** Places for a text in a language: what is known at once, `null` while the server is asked. */
    places(text, language) {
        return this.#asked.entries(text, language);
    }
}

/** Whether a text may name a place: two letters or more and no digits, which callsigns, registrations and coordinates have. */
export function isPlaceName(text) {
    return text.length <= 50 && (text.match(/\p{L}/gu)?.length ?? 0) >= 2 && !/[\d;°*]/.test(text);
}

/** Whether an answer's entry is a place one can go to. */
export function isPlace(place) {
    return ['airport', 'city'].includes(place?.kind) && typeof place.name === 'string' && Number.isFinite(place.latitude) && Number.isFinite(place.longitude)
        && Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180;
}
