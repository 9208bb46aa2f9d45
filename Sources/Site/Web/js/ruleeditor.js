// A rule that is written: the form and its text beside each other, each made of the other; what is wrong stands at its place in both.
import { announce } from './announcer.js';
import { byId, element, setText, show, tame } from './dom.js';
import { has, language, t } from './language.js';
import { RuleForm } from './ruleform.js';
import { FormError, freshModel, modelOf, treeOf, withBrowser } from './rulemodel.js';
import { RulePreview } from './rulepreview.js';
import { RuleTextError, readRule, writeRule } from './ruletext.js';
import { keepWatch } from './watchapi.js';

// A request has at most 16 KiB.
const mostBytes = 16_000;

export class RuleEditor {
    #waiting = 0;
    #isBusy = false;

    /** - Parameters: `watch`: the rule that is changed, or `null`; `text`: what to begin with, or `null` for an empty form (a new rule that names no outlet is told to the open page); `outlets()`, `areas()`, `site()`; `kept(watch)` and `left()`. */
    constructor(node, { watch = null, text = null, outlets, areas = () => [], site, kept, left }) {
        Object.assign(this, { node, watch, outlets, areas, site, kept, left });
        this.begun = watch ? text ?? '' : this.#fresh(text);
        this.value = this.begun;
        this.draw();
    }

    /** Whether something was typed that is not kept. */
    get isChanged() { return this.value !== this.begun; }

    #fresh(text) {
        try {
            const tree = text === null ? treeOf(freshModel()) : readRule(text).tree;
            const told = withBrowser(tree, this.outlets());
            return text === null || told !== tree ? writeRule(told) : text;
        } catch (error) {
            // What cannot be read is shown, with what is wrong.
            if (error instanceof RuleTextError) return text;
            throw error;
        }
    }

    /** Draws all in the language of the page; what was typed stays. */
    draw() {
        this.drawn = language();
        this.formNode = element('div', { class: 'rule-form', id: 'rule-form' });
        this.formNote = element('p', { class: 'callout', id: 'form-note', role: 'status', hidden: true });
        this.area = element('textarea', { id: 'rule-text', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', translate: 'no', wrap: 'off', rows: '24', 'aria-describedby': 'text-hint text-error', oninput: () => this.#typed() });
        this.area.value = this.value;
        this.textError = element('p', { class: 'error', id: 'text-error', role: 'alert' });
        this.told = element('p', { class: 'told', id: 'editor-told', role: 'status' });
        this.failed = element('p', { class: 'error', id: 'editor-error', role: 'alert' });
        this.saveButton = element('button', { type: 'submit', class: 'button main', id: 'rule-save', text: t(this.watch ? 'editor.saveVersion' : 'editor.save') });
        const previewNode = element('section', { class: 'preview', id: 'preview', 'aria-labelledby': 'preview-title' });
        this.node.replaceChildren(element('h2', { id: 'editor-title', tabindex: '-1', text: this.watch ? t('editor.change', { name: tame(this.watch.name, 120) }) : t('editor.new') }), this.watch ? element('p', { class: 'soft', text: t('editor.version', { n: this.watch.version + 1 }) }) : '',
            element('form', { id: 'rule-editor', novalidate: true, onsubmit: (event) => { event.preventDefault(); this.#save(); } },
                element('div', { class: 'editor-columns' }, element('div', { class: 'form-side' }, this.formNote, this.formNode), element('div', { class: 'text-side' }, element('label', { class: 'side-title', for: 'rule-text', text: t('editor.text') }), element('p', { class: 'hint', id: 'text-hint', text: t('editor.textHint') }), this.area, this.textError)),
                element('div', { class: 'editor-bar' }, this.told, this.failed, element('div', { class: 'actions' }, this.saveButton, element('button', { type: 'button', class: 'button', id: 'rule-leave', text: t('action.cancel'), onclick: () => this.#leave() })))), previewNode);
        this.form = new RuleForm(this.formNode, { outlets: this.outlets, areas: this.areas, site: this.site, changed: (tree) => this.#formed(tree) });
        const { answer, days } = this.preview ?? {};
        this.preview?.cancel();
        this.preview = new RulePreview(previewNode, { text: () => this.value, refused: (error) => this.#refused(error) });
        if (answer) Object.assign(this.preview, { answer, days });
        this.preview.draw();
        this.#read();
    }

    // The form was changed: its text is written anew.
    #formed(tree) {
        this.value = this.area.value = writeRule(tree);
        this.#clear();
        this.preview.changed();
    }

    #typed() {
        this.value = this.area.value;
        this.preview.changed();
        clearTimeout(this.#waiting);
        this.#waiting = setTimeout(() => this.#read(), 250);
    }

    // The text was changed: the form is made anew, as far as it can be.
    #read() {
        this.#clear();
        try {
            const { tree, lineOf } = readRule(this.value);
            this.lineOf = lineOf;
            this.form.show(modelOf(tree));
            this.#dim(null);
        } catch (error) {
            if (error instanceof RuleTextError) {
                this.lineOf = null;
                this.#textFault(t('editor.line', { line: error.line, what: t(error.key) }), null);
                this.#dim('editor.unreadable');
            } else if (error instanceof FormError) {
                this.#textFault(error.path ? t('editor.unknown', { line: this.lineOf?.(error.path) ?? 1, path: tame(error.path, 80) }) : t('editor.notMap'), null);
                this.#dim('editor.beyondForm');
            } else throw error;
        }
    }

    // A form that is not of this text cannot be used until it is again.
    #dim(key) {
        show(this.formNote, key !== null);
        if (key) setText(this.formNote, t(key));
        this.formNode.inert = key !== null;
        this.formNode.classList.toggle('dimmed', key !== null);
        show(this.formNode, key === null || this.form.model !== null);
    }

    #clear() {
        setText(this.textError, '');
        setText(this.failed, '');
        this.area.removeAttribute('aria-invalid');
        if (this.form.model) this.form.tell('', null);
    }

    #textFault(text, line) {
        setText(this.textError, text);
        this.area.setAttribute('aria-invalid', 'true');
        if (line === null) return;
        const lines = this.area.value.split('\n');
        const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
        this.area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
        const height = parseFloat(getComputedStyle(this.area).lineHeight) || 18;
        this.area.scrollTop = Math.max(0, (line - 5) * height);
    }

    /** What the server has against the rule, at its line and in the form. */
    #refused(error) {
        if (!error) return this.#clear();
        if (error.code !== 'rule') return undefined;
        const line = error.line ?? (error.field && this.lineOf ? this.lineOf(error.field) : this.#lineNaming(error.message));
        const path = error.field ? tame(error.field, 100) : null;
        this.#textFault([line ? t('editor.at', { line }) : null, path, tame(error.message, 300)].filter(Boolean).join(' \u00b7 '), line);
        if (error.field && this.form.model && !this.formNode.inert) this.form.tell(error.field, tame(error.message, 300));
        return undefined;
    }

    // A name the server does not know comes without its place: it is the first line that has it.
    #lineNaming(message) {
        const name = /\u201c([^\u201d]{1,80})\u201d/.exec(message)?.[1];
        const place = name ? this.value.split('\n').findIndex((line) => line.includes(name)) : -1;
        return place < 0 ? null : place + 1;
    }

    async #save() {
        if (this.#isBusy) return;
        clearTimeout(this.#waiting);
        if (new TextEncoder().encode(JSON.stringify({ yaml: this.value })).length > mostBytes) return setText(this.failed, t('editor.tooLong'));
        this.#isBusy = true;
        this.saveButton.disabled = true;
        this.#clear();
        setText(this.told, t('editor.saving'));
        try {
            const watch = await keepWatch(this.value, this.watch?.id ?? null);
            this.begun = this.value;
            setText(this.told, '');
            announce(t('editor.saved', { name: tame(watch?.name ?? '', 120) }));
            this.kept(watch);
        } catch (error) {
            setText(this.told, '');
            this.#refused(error);
            const text = error.status === 401 || error.status === 403 ? t('editor.signInFirst') : error.code === 'rule' ? t('editor.refused') : has(`problem.${error.code}`) ? t(`problem.${error.code}`) : tame(error.message, 300);
            setText(this.failed, text);
            (byId('rule-error')?.parentElement?.querySelector('[aria-invalid]') ?? this.area).focus();
        }
        this.#isBusy = false;
        this.saveButton.disabled = false;
        return undefined;
    }

    #leave() {
        if (!this.isChanged || this.isAsked) {
            this.begun = this.value;
            return this.left();
        }
        return this.warn();
    }

    /** Says that what was typed is not kept; leaving is asked once more. */
    warn() {
        this.isAsked = true;
        setText(this.told, t('editor.leaveSure'));
        byId('rule-leave').textContent = t('editor.leave');
    }
}
