// The table: everything the map tells, sorted and filtered. Only the rows that can be seen exist.
import { drawFilters } from './filters.js';
import { cssOfIndex, colourIndex } from './colours.js';
import { isNamedCategory } from './categories.js';
import { byId, element, setText, show, tame } from './dom.js';
import { ordered } from './filter.js';
import { language, number, t } from './language.js';
import { measure } from './metrics.js';
import { theme, units } from './preferences.js';
import { change, state } from './state.js';
import { ageNumber } from './time.js';
import { bare, heading, unitName } from './units.js';

const columns = [
    { key: 'callsign', width: 104 }, { key: 'hex', width: 64 }, { key: 'registration', width: 84, extra: true },
    { key: 'category', width: 150, extra: true }, { key: 'squawk', width: 62 },
    { key: 'altitude', width: 66, number: true, quantity: 'altitude' }, { key: 'rate', width: 76, number: true, quantity: 'rate', extra: true },
    { key: 'speed', width: 54, number: true, quantity: 'speed' }, { key: 'track', width: 48, number: true },
    { key: 'latitude', width: 84, number: true, extra: true }, { key: 'longitude', width: 90, number: true, extra: true },
    { key: 'source', width: 76 }, { key: 'state', width: 150, extra: true }, { key: 'age', width: 46, number: true },
];

export class Table {
    #slots = [];
    #order = [];
    #rows = [];
    #active = null;
    #built = '';
    #last = 0;

    /** - Parameters: `on` is `{select(address, added)}`; `isPartial()` whether the stream brings a part of the sky only. */
    constructor({ sky, clock, picture, map, on, isPartial }) {
        Object.assign(this, { sky, clock, picture, map, on, isPartial });
        this.region = byId('table-region');
    }

    /** Shows or hides as the state says, and draws. */
    update({ force = false } = {}) {
        show(this.region, state.table);
        if (!state.table) return;
        this.region.classList.toggle('wide', state.wide);
        this.#build();
        this.widen.setAttribute('aria-pressed', String(state.wide));
        setText(this.widen, t(state.wide ? 'table.narrow' : 'table.wide'));
        // Sorting many thousands each second would cost more than anybody reads.
        const due = this.sky.count > 3000 ? 1900 : 0;
        if (force || performance.now() - this.#last >= due) {
            this.#last = performance.now();
            measure('table', () => this.#sort());
        }
        this.#render();
    }

    /** Moves the keyboard into the table. */
    focus() {
        const row = this.body?.querySelector('tr[tabindex="0"]') ?? this.region.querySelector('th button');
        row?.focus();
    }

    /** The address before or after another in the present order. */
    neighbour(address, step) {
        if (!state.table || !this.#order.length) this.#sort();
        const at = this.#order.indexOf(address);
        if (!this.#order.length) return null;
        return this.#order[at < 0 ? 0 : (at + step + this.#order.length) % this.#order.length];
    }

    /** Brings the row of an address into sight. */
    reveal(address) {
        const at = this.#order.indexOf(address);
        if (at < 0 || !this.scroller) return;
        const height = this.#rowHeight();
        const top = at * height;
        const seen = this.scroller.clientHeight - height - 34;
        if (top < this.scroller.scrollTop) this.scroller.scrollTop = top;
        else if (top > this.scroller.scrollTop + seen) this.scroller.scrollTop = top - seen;
        this.#render();
    }

    #sort() {
        const bounds = state.filter.inView ? this.map.view().bounds() : null;
        this.#slots = ordered(this.sky, this.picture.shows, state.sort, bounds);
        this.#order = this.#slots.map((slot) => this.sky.address[slot]);
        if (this.title) setText(this.title, ` ${t(this.isPartial() ? 'table.part' : 'table.count', { n: this.#order.length })}`);
    }

    #build() {
        const key = `${language()} ${units()}`;
        if (this.#built === key) {
            this.filters.draw();
            this.#markSort();
            return;
        }
        const place = this.scroller?.scrollTop ?? 0;
        this.#built = key;
        this.title = element('span');
        this.widen = element('button', { type: 'button', class: 'tool widen', onclick: () => change({ wide: !state.wide }, { push: true }) });
        const close = element('button', { type: 'button', class: 'tool', 'aria-label': t('table.close'), text: '\u2715', onclick: () => change({ table: false, wide: false }, { push: true }) });
        this.body = element('tbody');
        this.headers = columns.map((column) => this.#header(column));
        const table = element('table', { role: 'grid', 'aria-labelledby': 'table-title', 'aria-multiselectable': 'true' },
            element('thead', {}, element('tr', {}, ...this.headers)), this.body);
        this.empty = element('p', { class: 'empty', hidden: true });
        this.scroller = element('div', { class: 'rows', onscroll: () => this.#render() }, table, this.empty);
        this.filters = drawFilters();
        this.region.replaceChildren(
            element('div', { class: 'table-head' }, element('h2', { id: 'table-title' }, t('table.title'), this.title), this.widen, close),
            this.filters.node, this.scroller,
        );
        this.table = table;
        this.#rows = [];
        this.body.addEventListener('keydown', (event) => this.#key(event));
        this.scroller.scrollTop = place;
        this.#markSort();
    }

    #header(column) {
        const unit = column.quantity ? unitName(column.quantity, units()) : null;
        const button = element('button', {
            type: 'button', title: t(`column.${column.key}`), 'aria-label': [t(`column.${column.key}`), unit].filter(Boolean).join(' '),
            onclick: () => change({ sort: state.sort === column.key ? `-${column.key}` : column.key }),
        }, element('span', { text: t(`column.${column.key}.short`) }), unit ? element('small', { text: unit }) : null);
        const header = element('th', { scope: 'col', class: `${column.number ? 'num' : ''} ${column.extra ? 'extra' : ''}` }, button);
        header.style.width = `${column.width}px`;
        return header;
    }

    #markSort() {
        columns.forEach((column, index) => {
            const header = this.headers[index];
            if (state.sort === column.key) header.setAttribute('aria-sort', 'ascending');
            else if (state.sort === `-${column.key}`) header.setAttribute('aria-sort', 'descending');
            else header.removeAttribute('aria-sort');
        });
    }

    #rowHeight() {
        return matchMedia('(max-width: 760px)').matches ? 44 : 28;
    }

    #render() {
        if (!state.table || !this.scroller) return;
        const height = this.#rowHeight();
        const count = this.#order.length;
        const first = Math.max(0, Math.floor(this.scroller.scrollTop / height) - 4);
        const last = Math.min(count, first + Math.ceil((this.scroller.clientHeight || 600) / height) + 8);
        if (!this.before) {
            this.before = this.#gap();
            this.after = this.#gap();
        }
        if (this.before.parentNode !== this.body) this.body.replaceChildren(this.before, this.after);
        this.before.firstChild.style.height = `${first * height}px`;
        this.after.firstChild.style.height = `${(count - last) * height}px`;
        show(this.before, first > 0);
        show(this.after, last < count);
        this.table.setAttribute('aria-rowcount', String(count + 1));
        while (this.#rows.length < last - first) this.#rows.push(this.#row());
        while (this.#rows.length > last - first) this.#rows.pop().node.remove();
        const selected = new Set(state.selected);
        const focused = document.activeElement?.closest?.('tr');
        if (this.#active === null || !this.#order.includes(this.#active)) this.#active = this.#order[first] ?? null;
        const tabbable = Math.max(0, Math.min(last - first - 1, this.#order.indexOf(this.#active) - first));
        for (let i = 0; i < this.#rows.length; i++) this.#fill(this.#rows[i], first + i, selected, i === tabbable);
        if (focused && this.body.contains(focused)) {
            const owner = this.#rows.find((row) => row.address === this.#active);
            if (owner && owner.node !== focused) owner.node.focus({ preventScroll: true });
        }
        show(this.empty, count === 0);
        if (count === 0) setText(this.empty, t(this.sky.count ? 'table.none' : 'table.empty'));
    }

    #gap() {
        return element('tr', { class: 'gap', 'aria-hidden': 'true' }, element('td', { colspan: String(columns.length) }));
    }

    #row() {
        const cells = columns.map((column) => element('td', { class: `${column.number ? 'num' : ''} ${column.extra ? 'extra' : ''} ${column.key === 'hex' ? 'hex' : ''}` }));
        const chip = element('span', { class: 'chip', 'aria-hidden': 'true' });
        const name = element('span');
        const alert = element('span', { class: 'alert-mark' });
        cells[0].append(chip, name, alert);
        const row = { node: element('tr', {}, ...cells), cells, chip, name, alert, address: null };
        row.node.addEventListener('click', (event) => {
            this.#active = row.address;
            this.on.select(row.address, event.shiftKey || event.ctrlKey || event.metaKey);
        });
        row.node.addEventListener('focus', () => { this.#active = row.address; });
        this.body.insertBefore(row.node, this.after);
        return row;
    }

    #fill(row, index, selected, tabbable) {
        const address = this.#order[index];
        const slot = this.sky.slot(address);
        row.address = address;
        row.node.tabIndex = tabbable ? 0 : -1;
        row.node.setAttribute('aria-rowindex', String(index + 2));
        if (slot < 0) return;
        const one = this.sky.aircraft(slot);
        row.node.setAttribute('aria-selected', String(selected.has(one.hex)));
        row.node.classList.toggle('stale', one.stale);
        const colour = cssOfIndex(theme(), colourIndex(this.sky.altitude[slot], this.sky.flags[slot]));
        if (row.chip.style.backgroundColor !== colour) row.chip.style.backgroundColor = colour;
        setText(row.name, tame(one.callsign ?? '\u2013', 12));
        setText(row.alert, one.alert ? '\u26a0' : '');
        const texts = this.#texts(one);
        for (let i = 1; i < columns.length; i++) setText(row.cells[i], texts[columns[i].key]);
    }

    #texts(one) {
        const none = '\u2013';
        const system = units();
        const quantity = (name, value) => (value === null ? none : bare(name, value, system));
        const states = [
            one.alert ? t('state.alert') : null, one.onGround ? t('state.ground') : null, one.stale ? t('state.stale') : null,
            one.doubtful ? t('state.doubtful') : null, one.latitude === null ? t('state.noPosition') : null,
            one.geometric ? t('state.geometric') : null,
        ].filter(Boolean);
        return {
            hex: one.hex, registration: tame(one.registration ?? none, 12),
            category: one.category ? (isNamedCategory(one.category) ? `${one.category} ${t(`category.${one.category}`)}` : tame(one.category, 4)) : none,
            squawk: tame(one.squawk ?? none, 6),
            altitude: one.onGround && one.altitudeFeet === null ? t('state.groundShort') : quantity('altitude', one.altitudeFeet),
            rate: quantity('rate', one.rateFeetPerMinute), speed: quantity('speed', one.speedKnots),
            track: one.trackDegrees === null ? none : heading(one.trackDegrees),
            latitude: one.latitude === null ? none : number(one.latitude, 4), longitude: one.longitude === null ? none : number(one.longitude, 4),
            source: t(`source.${one.source}`), state: states.join(', ') || none,
            age: ageNumber((this.clock.now - one.heard) / 1000),
        };
    }

    #key(event) {
        const row = this.#rows.find(({ node }) => node === event.target);
        if (!row) return;
        const at = this.#order.indexOf(row.address);
        const page = Math.max(1, Math.floor(this.scroller.clientHeight / this.#rowHeight()) - 2);
        const target = {
            ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: this.#order.length - 1,
        }[event.key];
        if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            this.on.select(row.address, event.shiftKey || event.ctrlKey);
        } else if (target !== undefined) {
            event.preventDefault();
            this.#active = this.#order[Math.max(0, Math.min(this.#order.length - 1, target))];
            this.reveal(this.#active);
            this.#rows.find(({ address }) => address === this.#active)?.node.focus({ preventScroll: true });
        }
    }
}
