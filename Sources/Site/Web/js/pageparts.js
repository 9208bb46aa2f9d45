// Parts that pages of text share: labels, buttons of a row, buttons that ask once more, places that are drawn anew without losing the reader.
import { byId, element } from './dom.js';
import { t } from './language.js';

/** A small label: what it is (`tone`) and its words. */
export function chip(tone, text) {
    return element('span', { class: `chip ${tone}`, text });
}

/** A button of a row. */
export function small(id, text, onclick, { label = null, className = 'tool', isDisabled = false } = {}) {
    return element('button', { type: 'button', class: className, id, text, 'aria-label': label, title: label, disabled: isDisabled, onclick });
}

/** A button that asks once more before it does what cannot be undone at once. */
export function guarded(id, { text, question, yes, action, isDanger = false, isQuiet = false, label = null }) {
    const place = element('span', { class: 'guard' });
    const ask = () => {
        const sure = element('button', { type: 'button', class: `button ${isDanger ? 'danger' : 'main'}`, id: `${id}-yes`, text: yes, onclick: async () => { rest(); byId(id)?.focus(); await action(); } });
        place.replaceChildren(element('span', { class: 'question', role: 'alert', 'data-language': document.documentElement.lang, text: question }), sure, element('button', { type: 'button', class: 'button', id: `${id}-no`, text: t('action.cancel'), onclick: () => { rest(); byId(id)?.focus(); } }));
        sure.focus();
    };
    const rest = () => place.replaceChildren(element('button', { type: 'button', class: isQuiet ? 'quiet' : isDanger ? 'button danger' : 'button', id, text, 'aria-label': label, onclick: ask }));
    rest();
    return place;
}

/** A place of the page that is drawn anew only when what it shows changed; the focus and what was opened stay. */
export class Place {
    #key = null;

    constructor(node) {
        this.node = node;
    }

    /** - Parameter key: anything that JSON holds; the same key draws nothing. */
    draw(key, make) {
        const text = JSON.stringify(key);
        if (text === this.#key) return false;
        // A question that is open stays until it is answered: what is new comes with the next drawing.
        if (this.node.querySelector('.guard .question')?.dataset.language === document.documentElement.lang) return false;
        this.#key = text;
        const focused = this.node.contains(document.activeElement) ? document.activeElement.id : '';
        const opened = new Map([...this.node.querySelectorAll('details[id]')].map((one) => [one.id, one.open]));
        this.node.replaceChildren(...[make()].flat().filter(Boolean));
        for (const one of this.node.querySelectorAll('details[id]')) if (opened.has(one.id)) one.open = opened.get(one.id);
        if (focused) byId(focused)?.focus({ preventScroll: true });
        return true;
    }

    /** The next drawing is made whatever its key. */
    forget() {
        this.#key = null;
    }
}
