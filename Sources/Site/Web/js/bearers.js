// Aircraft by a registration, for the search field: those that lists name, heard or not.
import { Asked } from './asked.js';
import { addressOf, hexOf } from './frames.js';
import { askBearers } from './historyapi.js';
import { tame } from './dom.js';
import { t } from './language.js';

export class BearerSearch {
    #asked;

    /** - Parameter onanswer: called when the text that was asked about last has its answer, or has none. */
    constructor(onanswer) {
        this.#asked = new Asked({ isQuestion: isRegistration, isEntry: isBearer, ask: (text, kind, signal) => askBearers(text.toUpperCase(), signal) }, onanswer);
    }

    /** Rows for a text without those of aircraft that stand there already; `null` while the server is asked. */
    rows(text, aircraft) {
        const found = this.#asked.entries(text);
        return found?.filter((one) => !aircraft.some((row) => row.address === addressOf(one.hex))).map(row) ?? null;
    }
}

/** Whether a text may be a whole registration: with a hyphen or a digit, and a letter, or digits alone as states paint them. Six hexadecimal digits are an address. */
export function isRegistration(text) {
    return /^[a-z0-9]{1,6}-?[a-z0-9]{1,8}$/i.test(text) && text.length >= 3 && text.length <= 12 && /[\d-]/.test(text) && addressOf(text) === null;
}

/** Whether an answer's entry is an aircraft one can show. */
export function isBearer(one) {
    return typeof one?.hex === 'string' && addressOf(one.hex) !== null && typeof one.registration === 'string' && Array.isArray(one.sources);
}

function row(one) {
    const registration = tame(one.registration, 16);
    const detail = one.known === 'inferred' ? t('search.bearerRule', { registration }) : t('search.bearer', { registration, source: tame(one.sources.join(', '), 60) });
    const address = addressOf(one.hex);
    return { address, isKnown: true, isBearer: true, title: t('search.known', { hex: hexOf(address).toUpperCase() }), detail };
}
