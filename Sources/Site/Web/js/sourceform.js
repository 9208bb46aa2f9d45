// The form that adds a source, and its test: what the first 30 seconds bring, before anything is saved.
import { announce } from './announcer.js';
import { element, setText, show, tame } from './dom.js';
import { has, number, t } from './language.js';
import { PollFields, polled } from './pollform.js';
import { bytes } from './sourcecard.js';
import { ask, send } from './sourceapi.js';
import { told } from './told.js';

// In groups: whom this site calls, who calls this site, whom it asks again and again.
const groups = {
    call: ['beast', 'avr', 'sbs', 'jsonl', 'uat', 'rtltcp'], listen: ['beast-listen', 'avr-listen', 'sbs-listen', 'jsonl-listen', 'uat-listen'], poll: polled,
};
const clocks = ['auto', '12mhz', 'gps', 'none'];
const usualPorts = { beast: 30005, avr: 30002, sbs: 30003, jsonl: 30047, uat: 30978, rtltcp: 1234, 'beast-listen': 30004, 'avr-listen': 30001, 'sbs-listen': 30006, 'jsonl-listen': 30048, 'uat-listen': 30979 };

export class SourceForm {
    #testing = null;

    constructor(form, test, on, providers) {
        Object.assign(this, { form, test, on });
        this.poll = new PollFields(providers, () => this.#explain());
        this.#build();
    }

    /** What the reader has written, to keep it over a change of language. */
    values() {
        return Object.fromEntries([...this.form.elements].filter((input) => input.id && input.type !== 'password' && input.type !== 'checkbox').map((input) => [input.id, input.value]));
    }

    fill(values) {
        // The format first: it makes the fields of a polled source; then the provider, which makes its questions.
        const order = ['source-format', 'source-provider', 'source-query'];
        const entries = Object.entries(values).sort(([a], [b]) => (order.indexOf(b) + 1 ? 1 : 0) - (order.indexOf(a) + 1 ? 1 : 0) || order.indexOf(a) - order.indexOf(b));
        for (const [id, value] of entries) {
            const input = this.form.querySelector(`#${CSS.escape(id)}`);
            if (!input) continue;
            input.value = value;
            if (order.includes(id)) input.dispatchEvent(new Event('change'));
        }
        this.#explain();
    }

    /** The providers are known now, or anew. */
    offer(providers) {
        const values = this.values();
        // Where none was known there was no choice.
        if (!this.poll.providers.length) delete values['source-provider'];
        this.poll.rebuild(providers);
        this.fill(values);
    }

    #build() {
        const input = (id, attributes) => element('input', { id: `source-${id}`, name: id, 'aria-describedby': `source-${id}-hint source-${id}-error`, autocomplete: 'off', ...attributes });
        this.inputs = {
            name: input('name', { type: 'text', maxlength: '40', placeholder: t('form.name.example') }),
            address: input('address', { type: 'text', maxlength: '255', spellcheck: 'false', autocapitalize: 'off' }),
            format: element('select', { id: 'source-format', name: 'format', 'aria-describedby': 'source-format-hint source-format-error', onchange: () => this.#explain() },
                ...Object.entries(groups).map(([name, formats]) => element('optgroup', { label: t(`formats.${name}`) }, ...formats.map((one) => element('option', { value: one, text: t(`format.${one}`) }))))),
            clock: element('select', { id: 'source-clock', name: 'clock', 'aria-describedby': 'source-clock-hint source-clock-error' },
                ...clocks.map((one) => element('option', { value: one, text: t(`clock-kind.${one}`) }))),
        };
        this.place = ['latitude', 'longitude', 'metres'].map((one) => element('input', { id: `source-${one}`, name: one, type: 'text', inputmode: 'decimal', autocomplete: 'off', 'aria-describedby': 'source-place-hint source-place-error' }));
        const field = (id) => element('div', { class: 'field' }, element('label', { for: `source-${id}`, text: t(`form.${id}`) }), this.inputs[id],
            element('p', { class: 'hint', id: `source-${id}-hint`, text: t(`form.${id}.hint`) }), element('p', { class: 'error', id: `source-${id}-error`, hidden: true }));
        this.testButton = element('button', { type: 'button', class: 'button', id: 'source-test', text: t('form.test'), onclick: () => this.#runTest() });
        this.addressField = field('address');
        this.clockField = field('clock');
        this.form.replaceChildren(
            field('name'), field('format'), this.addressField, this.poll.node, this.clockField,
            this.placeField = element('fieldset', { class: 'field' }, element('legend', { text: t('form.place') }),
                element('div', { class: 'triple' }, ...this.place.map((one) => element('label', {}, t(`form.${one.name}`), one))),
                element('p', { class: 'hint', id: 'source-place-hint', text: t('form.place.hint') }), element('p', { class: 'error', id: 'source-place-error', hidden: true })),
            element('p', { class: 'error', id: 'source-form-error', role: 'alert', hidden: true }),
            element('div', { class: 'actions' }, this.testButton, element('button', { type: 'submit', class: 'button main', id: 'source-save', text: t('form.save') })),
        );
        this.form.onsubmit = (event) => {
            event.preventDefault();
            this.#save();
        };
        this.#explain();
    }

    #explain() {
        const format = this.inputs.format.value;
        const listens = format.endsWith('-listen');
        setText(this.form.querySelector('#source-format-hint'), t(`format.${format}.hint`));
        const isPolled = polled.includes(format);
        this.poll.use(format);
        // Whoever is polled has no clock and no place of ours.
        show(this.clockField, !isPolled);
        show(this.placeField, !isPolled);
        show(this.addressField, !isPolled || this.poll.wantsAddress);
        setText(this.addressField.querySelector('label'), t(isPolled ? 'form.url' : 'form.address'));
        if (isPolled) {
            setText(this.form.querySelector('#source-address-hint'), t(format === 'readsb' ? 'form.url.hint' : 'form.url.provider'));
            this.inputs.address.placeholder = t(format === 'readsb' ? 'form.url.example' : 'form.url.provider.example');
            return;
        }
        setText(this.form.querySelector('#source-address-hint'), t(listens ? 'form.address.listen' : 'form.address.hint'));
        this.inputs.address.placeholder = `${listens ? '0.0.0.0' : '192.168.1.20'}:${usualPorts[format]}`;
    }

    /** The body to send, or `null` when something is missing; what is wrong is then said beside its field. */
    #body() {
        this.#clearErrors();
        const body = { name: this.inputs.name.value.trim(), address: this.inputs.address.value.trim(), format: this.inputs.format.value, clock: this.inputs.clock.value };
        let wrong = null;
        const fault = (field, key) => { this.#error(field, t(key)); wrong ??= field; };
        if (!body.name) fault('name', 'form.name.missing');
        if (polled.includes(body.format)) return this.#polledBody(body, fault, () => wrong);
        if (!/^(\[[0-9a-f:.]+\]|[^\s:/]+):\d{1,5}$/i.test(body.address)) fault('address', 'form.address.wrong');
        const [latitude, longitude, metres] = this.place.map((input) => input.value.trim().replace(',', '.'));
        if (latitude || longitude || metres) {
            const place = { latitude: Number(latitude), longitude: Number(longitude), metres: Number(metres || 0) };
            const valid = latitude && longitude && Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180 && Math.abs(place.metres) < 10_000;
            if (valid) body.place = place;
            else fault('place', 'form.place.wrong');
        }
        if (wrong) (this.inputs[wrong] ?? this.place[0]).focus();
        return wrong ? null : body;
    }

    #polledBody(body, fault, wrong) {
        delete body.clock;
        if (!this.poll.wantsAddress) delete body.address;
        else if (!/^(https?:\/\/)?(\[[0-9a-f:.]+\]|[^\s:/]+)(:\d{1,5})?(\/\S*)?$/i.test(body.address)) fault('address', 'form.url.wrong');
        body.poll = this.poll.body((field, key) => { fault(field, key); return null; });
        const first = wrong();
        if (first) (this.inputs[first] ?? this.poll.inputs[first])?.focus();
        return first || !body.poll ? null : body;
    }

    async #save() {
        const body = this.#body();
        if (!body) return;
        this.#testing?.abort();
        try {
            await ask('POST', '', body);
            this.form.reset();
            this.poll.clear();
            this.#explain();
            show(this.test, false);
            this.on.saved(tame(body.name, 60));
        } catch (error) {
            this.#refused(error);
        }
    }

    #refused(error) {
        if (error.status === 401) this.on.needsToken();
        const name = PollFields.fieldNamed(error.field);
        const field = name && this.form.querySelector(`#source-${CSS.escape(name)}-error`) ? name : 'form';
        this.#error(field, error.message);
        this.form.querySelector(`#source-${CSS.escape(field)}`)?.focus();
    }

    #error(field, text) {
        const line = this.form.querySelector(`#source-${field}-error`);
        setText(line, text);
        show(line, true);
        this.form.querySelector(`#source-${CSS.escape(field)}`)?.setAttribute('aria-invalid', 'true');
    }

    #clearErrors() {
        for (const line of this.form.querySelectorAll('.error')) show(line, false);
        for (const input of this.form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
    }

    async #runTest() {
        if (this.#testing) {
            this.#testing.abort();
            return;
        }
        const body = this.#body();
        if (!body) return;
        const control = new AbortController();
        this.#testing = control;
        setText(this.testButton, t('form.stop'));
        this.#startDisplay();
        let last = null;
        this.trouble = '';
        try {
            const answer = await send('POST', '/test', body, control.signal);
            for await (const line of lines(answer.body)) {
                last = line;
                this.#display(line);
            }
            this.#verdict(last);
        } catch (error) {
            if (error.name === 'AbortError') this.#verdict(last);
            else {
                show(this.test, false);
                this.#refused(error);
            }
        } finally {
            this.#testing = null;
            setText(this.testButton, t('form.test'));
        }
    }

    #startDisplay() {
        this.progress = element('progress', { max: '30', value: '0', 'aria-label': t('test.progress') });
        this.lineText = element('p', { class: 'soft' });
        this.counters = element('dl', { class: 'counters' }, ...['frames', 'aircraft', 'positions', 'rejected', 'bytes'].map((one) => element('div', {}, element('dt', { text: t(`counter.${one}`) }), element('dd', { 'data-counter': one, text: number(0) }))));
        this.result = element('p', { class: 'verdict', hidden: true });
        this.test.replaceChildren(element('h3', { text: t('test.title') }), this.progress, this.lineText, this.counters, this.result);
        show(this.test, true);
        this.test.scrollIntoView({ block: 'nearest' });
    }

    #display(line) {
        this.progress.value = line.second ?? 0;
        const state = has(`status.${line.state}`) ? t(`status.${line.state}`) : '';
        const trouble = told(line.detail);
        setText(this.lineText, [state, trouble].filter(Boolean).join(': '));
        // Between two attempts only: while it tries again nothing is wrong for a moment.
        if (trouble) this.trouble = trouble;
        for (const cell of this.counters.querySelectorAll('[data-counter]')) {
            const value = line[cell.dataset.counter] ?? 0;
            setText(cell, cell.dataset.counter === 'bytes' ? bytes(value) : number(value));
        }
    }

    #verdict(line) {
        const format = this.inputs.format.value.replace('-listen', '');
        let key = 'test.silent';
        const isPolled = polled.includes(format);
        if (line?.frames > 0) key = line.aircraft > 0 ? isPolled ? 'test.goodPolled' : 'test.good' : 'test.noAircraft';
        else if (isPolled && line?.bytes > 0 && !this.trouble) key = 'test.noClaims';
        else if (line?.bytes > 0) key = ['beast', 'avr', 'sbs', 'uat', 'jsonl'].includes(line.guess) && line.guess !== format ? 'test.otherFormat' : 'test.notUnderstood';
        const isGood = key === 'test.good' || key === 'test.goodPolled';
        this.result.className = `verdict ${isGood ? 'good' : 'bad'}`;
        const why = isGood || key === 'test.noAircraft' ? '' : this.trouble;
        setText(this.result, why || t(key, { frames: line?.frames ?? 0, n: line?.aircraft ?? 0, guess: has(`format.${line?.guess}`) ? t(`format.${line.guess}`) : '' }));
        show(this.result, true);
        announce(this.result.textContent);
    }
}

// JSON lines of a body; a line that is none is passed over.
async function* lines(body) {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    for (;;) {
        const { done, value } = await reader.read();
        rest += decoder.decode(value, { stream: !done });
        const parts = rest.split('\n');
        rest = parts.pop().slice(0, 65_536);
        for (const part of parts) {
            try {
                const line = JSON.parse(part);
                if (line && typeof line === 'object') yield line;
            } catch {
                // Not a whole line.
            }
        }
        if (done) return;
    }
}
