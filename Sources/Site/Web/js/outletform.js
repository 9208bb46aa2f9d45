// The form that adds an outlet: a kind, a name, and what that kind is told. A secret is written and never shown again.
import { element, setText, tame } from './dom.js';
import { has, t } from './language.js';
import { isOutletName, outletFields, outletKinds } from './outletkinds.js';
import { addOutlet } from './watchapi.js';

export class OutletForm {
    #isBusy = false;
    #kind = outletKinds[0];
    #values = {};

    /** - Parameter added: is given the outlet that was made. */
    constructor(form, { added }) {
        Object.assign(this, { form, added });
        form.addEventListener('submit', (event) => { event.preventDefault(); this.#save(); });
        this.draw();
    }

    /** Draws the form in the language of the page; what was typed stays. */
    draw() {
        const kind = element('select', { id: 'outlet-kind', 'aria-describedby': 'outlet-kind-hint', onchange: () => { this.#kind = kind.value; this.draw(); this.form.querySelector('#outlet-kind').focus(); } }, ...outletKinds.map((name) => element('option', { value: name, text: t(`outlet-kind.${name}`) })));
        kind.value = this.#kind;
        this.error = element('p', { class: 'error', id: 'outlet-error', role: 'alert' });
        this.button = element('button', { type: 'submit', class: 'button main', id: 'outlet-save', text: t('outlets.add') });
        this.form.replaceChildren(
            this.#field('kind', t('outlets.kind'), kind, t(`outlet-kind.${this.#kind}.hint`)), this.#field('name', t('outlets.name'), this.#input('name', { maxlength: '64', required: true }), t('outlets.nameHint')),
            ...outletFields(this.#kind).map((field) => this.#field(field.key, t(`outlet-field.${field.key}`) + (field.isNeeded ? '' : ` (${t('outlets.optional')})`), field.options ? this.#choice(field) : this.#input(field.key, field.isSecret ? { type: 'password', autocomplete: 'new-password', required: field.isNeeded } : { required: field.isNeeded }), this.#hint(field))),
            this.error, element('div', { class: 'actions' }, this.button));
    }

    #hint(field) {
        const own = [`outlet-hint.${this.#kind}.${field.key}`, `outlet-hint.${field.key}`].find(has);
        return [own ? t(own) : null, field.isSecret ? t('outlets.secret') : null].filter(Boolean).join(' ');
    }

    #input(key, more) {
        return element('input', { type: 'text', id: `outlet-${key}`, value: this.#values[key] ?? '', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': `outlet-${key}-hint outlet-${key}-error`, oninput: (event) => { this.#values[key] = event.target.value; }, ...more });
    }

    #choice({ key, options }) {
        const node = element('select', { id: `outlet-${key}`, 'aria-describedby': `outlet-${key}-hint outlet-${key}-error`, onchange: (event) => { this.#values[key] = event.target.value; } }, ...options.map((name) => element('option', { value: name, text: name === '' ? t('outlets.usual') : t(`outlet-option.${key}.${name}`) })));
        node.value = this.#values[key] ?? '';
        return node;
    }

    #field(key, label, node, hint) {
        return element('div', { class: 'field' }, element('label', { for: `outlet-${key}`, text: label }), node, element('p', { class: 'hint', id: `outlet-${key}-hint`, text: hint }), element('p', { class: 'error', id: `outlet-${key}-error` }));
    }

    #fault(key, text) {
        const line = this.form.querySelector(`#outlet-${CSS.escape(key)}-error`);
        const field = this.form.querySelector(`#outlet-${CSS.escape(key)}`);
        if (!line || !field) return setText(this.error, text);
        setText(line, text);
        field.setAttribute('aria-invalid', 'true');
        field.focus();
        return undefined;
    }

    #clear() {
        for (const line of this.form.querySelectorAll('.error')) setText(line, '');
        for (const field of this.form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
    }

    async #save() {
        if (this.#isBusy) return;
        this.#clear();
        const value = (key) => (this.#values[key] ?? '').trim();
        if (!isOutletName(value('name'))) return this.#fault('name', t('outlets.nameWrong'));
        const fields = outletFields(this.#kind);
        const missing = fields.find((field) => field.isNeeded && !value(field.key));
        if (missing) return this.#fault(missing.key, t('outlets.missing'));
        this.#isBusy = true;
        this.button.disabled = true;
        try {
            const made = await addOutlet({ name: value('name'), kind: this.#kind, settings: Object.fromEntries(fields.map(({ key }) => [key, value(key)]).filter(([, text]) => text !== '')) });
            this.#values = {};
            this.draw();
            this.added(made);
        } catch (error) {
            const text = error.status === 401 || error.status === 403 ? t('editor.signInFirst') : tame(error.message, 300);
            // The key that is wrong is a field of the form, or of `settings`.
            this.#fault(String(error.field ?? '').replace(/^settings\./, ''), text);
        }
        this.#isBusy = false;
        this.button.disabled = false;
        return undefined;
    }
}
