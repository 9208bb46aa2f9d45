// Forms that stand over the page. What was typed stays until it is saved or thrown away, whatever is drawn below meanwhile.
import { element, setText } from './dom.js';
import { t } from './language.js';

let open = null;

/** Whether a form is open. */
export function isWriting() {
    return open !== null;
}

/** Says in the open form that the visit was changed by somebody else. */
export function tellOpenForm(text) {
    if (open) setText(open.told, text);
}

/**
 * Opens a form.
 * - Parameter save: given nothing, does the work; what it throws is told in the form, which stays open. `fields`: nodes. `check()` gives a line that says what is missing, or `null`.
 */
export function openForm({ id, title, fields, save, saveText, check = () => null, wide = false, lead = null }) {
    open?.close();
    const before = document.activeElement;
    const told = element('p', { class: 'told', role: 'status' });
    const error = element('p', { class: 'error', id: `${id}-error`, role: 'alert' });
    const button = element('button', { type: 'submit', class: 'button main', id: `${id}-save`, text: saveText ?? t('action.save') });
    const form = element('form', { class: 'form-fields', novalidate: true }, lead ? element('p', { class: 'soft', text: lead }) : null, ...fields, told, error,
        element('div', { class: 'actions' }, button, element('button', { type: 'button', class: 'button', id: `${id}-cancel`, text: t('action.cancel'), onclick: () => close() })));
    const dialog = element('dialog', { class: wide ? 'over wide' : 'over', id, 'aria-labelledby': `${id}-title` }, element('h2', { id: `${id}-title`, text: title }), form);
    let isBusy = false;
    const close = () => {
        if (open?.dialog !== dialog) return;
        open = null;
        dialog.close();
        dialog.remove();
        (before?.isConnected ? before : before?.id ? document.getElementById(before.id) : null)?.focus();
    };
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        if (isBusy) return;
        const missing = check();
        setText(error, missing ?? '');
        if (missing) return;
        isBusy = true;
        button.disabled = true;
        try {
            await save();
            close();
        } catch (trouble) {
            setText(error, trouble.message);
        }
        isBusy = false;
        button.disabled = false;
    });
    dialog.addEventListener('cancel', (event) => { event.preventDefault(); close(); });
    document.body.append(dialog);
    open = { dialog, told, close };
    dialog.showModal();
    (form.querySelector('[autofocus]') ?? form.querySelector('input, select, textarea, button'))?.focus();
    return { close, error };
}

let made = 0;

/** A field with its label and, where there is one, a line that helps. */
export function field(label, input, hint = null) {
    input.id ||= `field-${++made}`;
    const note = hint ? element('p', { class: 'hint', id: `${input.id}-hint`, text: hint }) : null;
    if (note) input.setAttribute('aria-describedby', note.id);
    return element('div', { class: 'field' }, element('label', { for: input.id, text: label }), input, note);
}

/** A choice among names. */
export function choice(id, entries, value) {
    const node = element('select', { id }, ...entries.map(([name, text]) => element('option', { value: name, text })));
    if (value !== null && value !== undefined) node.value = value;
    return node;
}
