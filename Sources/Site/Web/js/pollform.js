// The fields of a source that is polled: whom, what, how often, under which terms.
import { element, setText, show, tame } from './dom.js';
import { has, number, t } from './language.js';
import { confirmation, termsFacts } from './terms.js';

export const polled = ['readsb', 'v2', 'opensky'];
const queries = { v2: ['circle', 'hex', 'reg', 'type', 'mil'], opensky: ['box', 'icao24'] };
const examples = { circle: '52.3,4.8,50', hex: '4840d6,3c6444', reg: 'PH-BVA', type: 'B738,A20N', box: '45.8,5.9,47.8,10.5', icao24: '4b1814' };
const shapes = {
    circle: /^-?\d+(\.\d+)?\s*,\s*-?\d+(\.\d+)?\s*,\s*\d+(\.\d+)?$/, box: /^(-?\d+(\.\d+)?\s*,\s*){3}-?\d+(\.\d+)?$/, hex: /^[0-9a-f]{6}(\s*,\s*[0-9a-f]{6})*$/i,
    icao24: /^[0-9a-f]{6}(\s*,\s*[0-9a-f]{6})*$/i, reg: /^[A-Z0-9-]{2,10}(\s*,\s*[A-Z0-9-]{2,10})*$/i, type: /^[A-Z0-9]{2,4}(\s*,\s*[A-Z0-9]{2,4})*$/i,
};
// What the server calls a field, and which of ours that is.
const names = { circle: 'value', box: 'value', hex: 'value', reg: 'value', type: 'value', icao24: 'value', 'terms-link': 'termsLink', 'client-id': 'clientId', 'client-secret': 'clientSecret' };

export class PollFields {
    #format = null;
    #confirmation = null;

    constructor(providers, onChange) {
        this.providers = providers;
        this.onChange = onChange;
        this.node = element('div', { class: 'polled', hidden: true });
    }

    /** The provider that is chosen; `null` for another server. */
    get provider() {
        return this.providers.find((one) => one.id === this.inputs?.provider?.value) ?? null;
    }

    /** Whether the address has to be written. */
    get wantsAddress() {
        return this.#format === 'readsb' || !this.provider;
    }

    /** Builds the fields of a format; nothing happens when they are there. */
    use(format) {
        show(this.node, polled.includes(format));
        if (format === this.#format) return;
        this.#format = format;
        if (polled.includes(format)) this.#build();
    }

    /** The language or the list of providers has changed. */
    rebuild(providers) {
        this.providers = providers;
        const format = this.#format;
        this.#format = null;
        this.use(format);
    }

    #build() {
        const format = this.#format;
        const input = (id, attributes) => element('input', { id: `source-${id}`, 'aria-describedby': `source-${id}-hint source-${id}-error`, autocomplete: 'off', spellcheck: 'false', ...attributes });
        const offered = this.providers.filter((one) => one.formats?.includes(format));
        this.inputs = {
            provider: element('select', { id: 'source-provider', 'aria-describedby': 'source-provider-hint source-provider-error', onchange: () => this.#choose() },
                ...offered.map((one) => element('option', { value: one.id, text: tame(one.name, 40) })), element('option', { value: '', text: t('poll.provider.other') })),
            query: element('select', { id: 'source-query', 'aria-describedby': 'source-query-hint source-query-error', onchange: () => this.#explain() }),
            value: input('value', { type: 'text', maxlength: '1600', autocapitalize: 'off' }),
            every: input('every', { type: 'text', inputmode: 'decimal' }),
            key: input('key', { type: 'password', autocomplete: 'new-password' }),
            clientId: input('clientId', { type: 'text', maxlength: '200', autocapitalize: 'off' }),
            clientSecret: input('clientSecret', { type: 'password', autocomplete: 'new-password' }),
        };
        const field = (id, hidden = false) => element('div', { class: 'field', 'data-field': id, hidden }, element('label', { for: `source-${id}`, text: t(`poll.${id}`) }), this.inputs[id],
            element('p', { class: 'hint', id: `source-${id}-hint`, text: has(`poll.${id}.hint`) ? t(`poll.${id}.hint`) : '' }), element('p', { class: 'error', id: `source-${id}-error`, hidden: true }));
        const isProvider = format !== 'readsb';
        this.facts = element('div', {});
        this.confirm = element('div', {});
        this.address = element('div', {});
        this.node.replaceChildren(
            ...(isProvider ? [field('provider'), this.facts] : []), this.address, ...(isProvider ? [field('query'), field('value')] : []), field('every'),
            field('key', true), ...(format === 'opensky' ? [field('clientId'), field('clientSecret')] : []), this.confirm);
        this.#choose();
    }

    #choose() {
        const { provider } = this;
        const format = this.#format;
        if (format === 'readsb') {
            this.#confirmation = null;
            this.#show('key', true);
        } else {
            const answered = provider?.queries ?? queries[format];
            const before = this.inputs.query.value;
            this.inputs.query.replaceChildren(...answered.map((one) => element('option', { value: one, text: t(`query.${one}`) })));
            if (answered.includes(before)) this.inputs.query.value = before;
            this.facts.replaceChildren(provider ? termsFacts(provider) : element('p', { class: 'hint warned', text: t('poll.unknown') }));
            this.#confirmation = confirmation('source', { fits: Object.fromEntries((provider?.purposes ?? []).map((one) => [one.purpose, one.fit])), needsLink: !provider });
            this.confirm.replaceChildren(this.#confirmation.node);
            this.#show('key', Boolean(provider?.needsKey) || (!provider && format === 'v2'));
            for (const id of ['clientId', 'clientSecret']) this.#show(id, Boolean(provider?.takesAccount));
        }
        this.#explain();
        this.onChange();
    }

    #show(id, visible) {
        const node = this.node.querySelector(`[data-field="${id}"]`);
        if (node) show(node, visible);
    }

    #explain() {
        const query = this.inputs.query.value;
        if (this.#format !== 'readsb') {
            this.#show('value', query !== 'mil');
            this.inputs.value.placeholder = examples[query] ?? '';
            setText(this.node.querySelector('#source-value-hint'), query in examples ? t(`query.${query}.hint`, { example: examples[query], miles: this.provider?.largestRadius ?? 250 }) : '');
        }
        const usual = this.provider?.usualInterval ?? (this.#format === 'readsb' ? 1 : 10);
        this.inputs.every.placeholder = number(usual, 0);
    }

    /** The part of the body that is about polling, or `null`; what is wrong is said through `fault(field, words)`. */
    body(fault) {
        const { provider, inputs } = this;
        const body = {};
        const every = inputs.every.value.trim().replace(',', '.');
        if (every) {
            if (!(Number(every) >= 0.5 && Number(every) <= 86_400)) return fault('every', 'poll.every.wrong');
            body.every = Number(every);
        }
        if (this.#format === 'readsb') {
            if (inputs.key.value.trim()) body.key = inputs.key.value.trim();
            return body;
        }
        if (provider) body.provider = provider.id;
        body.query = inputs.query.value;
        if (body.query !== 'mil') {
            body.value = inputs.value.value.trim().replace(/\s*,\s*/g, ',');
            if (!shapes[body.query]?.test(body.value)) return fault('value', `query.${body.query}.wrong`);
        } else body.value = '1';
        for (const id of ['key', 'clientId', 'clientSecret']) {
            if (!inputs[id].closest('.field')?.hidden && inputs[id].isConnected && inputs[id].value.trim()) body[id] = inputs[id].value.trim();
        }
        if (provider?.needsKey && !body.key) return fault('key', 'poll.key.missing');
        if (Boolean(body.clientId) !== Boolean(body.clientSecret)) return fault(body.clientId ? 'clientSecret' : 'clientId', 'poll.account.half');
        const confirmed = this.#confirmation.value();
        return confirmed ? { ...body, ...confirmed } : null;
    }

    /** The field of ours that the server speaks of. */
    static fieldNamed(name) {
        return names[name] ?? name;
    }

    /** Keys are not kept in the form once they are sent. */
    clear() {
        this.#format = null;
        this.node.replaceChildren();
    }
}
