// Which days: two fields, the usual lengths, a step earlier and later, and which data where there are several.
import { daysUpTo } from './days.js';
import { element } from './dom.js';
import { fieldsOf, lengths, rangeOfFields, stepped } from './flightquery.js';
import { language, t } from './language.js';

export class RangeForm {
    #built = '';
    #range = null;

    /** - Parameter on: `{change({from, to}), realm(name)}`. */
    constructor(node, on) {
        Object.assign(this, { node, on });
    }

    /** Draws it for a range (ms) and the worlds there are. */
    draw({ from, to, realms, realm, now }) {
        const isSame = this.#range?.from === from && this.#range.to === to;
        this.#range = { from, to };
        const key = `${language()} ${realms.join(' ')}`;
        const isNew = this.#built !== key;
        if (isNew) this.#build(key, realms);
        // An answer that comes while days are being written takes away neither them nor what is said of them.
        if (isNew || !isSame) this.#fill(fieldsOf({ from, to }));
        const days = (to - from) / 86_400_000;
        for (const [length, button] of this.presets) {
            button.setAttribute('aria-pressed', String(days === length));
            button.onclick = () => this.#choose(daysUpTo(to > now ? now : to - 1, length));
        }
        this.later.disabled = to > now;
        if (this.realm) this.realm.value = realm ?? '';
    }

    #fill({ first, last }) {
        if (document.activeElement !== this.first) this.first.value = first;
        if (document.activeElement !== this.last) this.last.value = last;
        this.error.textContent = '';
    }

    #build(key, realms) {
        this.#built = key;
        const field = (id) => element('input', { type: 'date', id, required: true, min: '1970-01-01', onchange: () => this.#take() });
        this.first = field('range-first');
        this.last = field('range-last');
        this.error = element('p', { class: 'error', id: 'range-error', role: 'alert' });
        this.presets = lengths.map((n) => [n, element('button', { type: 'button', class: 'tool', id: `range-${n}`, text: t('range.days', { n }) })]);
        const step = (way, name, sign) => element('button', { type: 'button', class: 'tool', id: `range-${name}`, 'aria-label': t(`range.${name}`), title: t(`range.${name}`), text: sign, onclick: () => this.on.change(stepped(this.#range, way)) });
        this.earlier = step(-1, 'earlier', '\u2039');
        this.later = step(1, 'later', '\u203a');
        this.realm = realms.length > 1 ? element('select', { id: 'range-realm', onchange: () => this.on.realm(this.realm.value) }, ...realms.map((name) => element('option', { value: name, text: t(`realm.${name}`) }))) : null;
        this.node.replaceChildren(
            this.earlier, element('label', {}, t('range.first'), this.first), element('label', {}, t('range.last'), this.last), this.later,
            element('div', { class: 'presets', role: 'group', 'aria-label': t('range.presets') }, ...this.presets.map(([, button]) => button)),
            ...this.realm ? [element('label', {}, t('history.realm'), this.realm)] : [], this.error);
    }

    // Chosen by a button, so the fields follow even where it is the range that was.
    #choose(range) {
        this.#range = null;
        this.on.change(range);
    }

    #take() {
        const range = rangeOfFields(this.first.value, this.last.value);
        this.error.textContent = range ? '' : t('range.wrong');
        if (range) this.on.change(range);
    }
}
