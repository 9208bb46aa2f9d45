// The days an aircraft was heard, as a calendar on its panel: a day that was heard is a button that leads to it.
import { dayLength, dayOf, dayStart, dayText, monthLater, weeksOf } from './days.js';
import { element, setText } from './dom.js';
import { askDays } from './historyapi.js';
import { language, number, t } from './language.js';
import { timeMode } from './preferences.js';
import { clockTime } from './time.js';

export class Calendar {
    #hex = null;
    #shown = null;
    #document = null;
    #month = 0;

    /** - Parameter on: `{choose(hex, day), realm(), moment()}`; times in ms. */
    constructor(on) {
        this.on = on;
    }

    /** Shows the days of an aircraft in a node; asks for them once. */
    async show(node, hex) {
        this.node = node;
        this.#shown = hex;
        const realm = this.on.realm();
        const key = `${hex} ${realm}`;
        if (this.#hex === key && this.#document) return this.draw();
        this.#hex = key;
        this.#document = null;
        node.replaceChildren(element('h3', { text: t('days.title') }), element('p', { class: 'note', text: t('days.loading') }));
        let document = null;
        try {
            document = await askDays(hex, realm);
        } catch {
            document = null;
        }
        if (this.#hex !== key) return;
        if (!Array.isArray(document?.days)) return setText(node.lastChild, t('days.failed'));
        const days = new Map();
        for (const one of document.days) if (dayOf(one?.day) !== null) days.set(dayOf(one.day), one);
        this.#document = { ...document, hex, days };
        this.#month = monthLater(this.on.moment() ?? [...days.keys()].at(-1) ?? Date.now(), 0);
        this.draw();
    }

    /** Asks anew: another world is looked at. */
    refresh() {
        if (this.#shown && this.node?.isConnected) this.show(this.node, this.#shown);
    }

    /** Draws anew: another language, time mode or moment. */
    draw() {
        if (!this.#document || !this.node) return;
        const { days, firstHeard, lastHeard } = this.#document;
        const line = (text) => element('p', { class: 'note', text });
        const when = (seconds) => clockTime(seconds * 1000, timeMode(), { date: true });
        const focused = this.node.contains(document.activeElement) ? document.activeElement.id : null;
        this.node.replaceChildren(...[
            element('h3', { text: t('days.title') }),
            days.size ? line(t('days.count', { n: days.size })) : line(t('days.none')),
            Number.isFinite(firstHeard) ? line(t('days.first', { when: when(firstHeard) })) : null,
            Number.isFinite(lastHeard) ? line(t('days.last', { when: when(lastHeard) })) : null,
            days.size ? this.#sheet() : null,
        ].filter(Boolean));
        if (focused) this.node.querySelector(`#${focused}`)?.focus();
    }

    #sheet() {
        const { days, hex } = this.#document;
        const name = new Intl.DateTimeFormat(language(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(this.#month);
        const turn = (months, label, id, isThere) => element('button', {
            type: 'button', class: 'tool', id, 'aria-label': t(label), text: months < 0 ? '\u2039' : '\u203a', disabled: !isThere,
            onclick: () => { this.#month = monthLater(this.#month, months); this.draw(); },
        });
        const all = [...days.keys()];
        const next = monthLater(this.#month, 1);
        const short = new Intl.DateTimeFormat(language(), { weekday: 'narrow', timeZone: 'UTC' });
        const long = new Intl.DateTimeFormat(language(), { weekday: 'long', timeZone: 'UTC' });
        // 5 January 1970 was a Monday.
        const heads = Array.from({ length: 7 }, (_, day) => element('th', { scope: 'col', abbr: long.format((4 + day) * dayLength), text: short.format((4 + day) * dayLength) }));
        const most = Math.max(1, ...[...days.values()].map((one) => one.positions + one.otherObservations));
        const rows = weeksOf(this.#month).map((week) => element('tr', {}, ...week.map((day) => element('td', {}, this.#cell(day, days.get(day), most, hex)))));
        return element('div', { class: 'calendar' },
            element('div', { class: 'calendar-head' }, turn(-1, 'days.earlier', 'days-earlier', all.some((day) => day < this.#month)),
                element('b', { id: 'days-month', text: name, 'aria-live': 'polite' }), turn(1, 'days.later', 'days-later', all.some((day) => day >= next))),
            element('table', { 'aria-labelledby': 'days-month' }, element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows)),
            element('p', { class: 'note', text: t('days.legend') }));
    }

    #cell(day, heard, most, hex) {
        if (day === null) return '';
        const text = number(new Date(day).getUTCDate());
        if (!heard) return element('span', { text });
        const count = heard.positions + heard.otherObservations;
        const date = new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeZone: 'UTC' }).format(day);
        const label = [date, t('days.positions', { n: heard.positions }), heard.isComplete === false ? t('days.incomplete') : null].filter(Boolean).join(', ');
        const moment = this.on.moment();
        const isShown = moment !== null && dayStart(moment) === day;
        return element('button', {
            type: 'button', id: `day-${dayText(day)}`, class: `heard level-${1 + Math.min(3, Math.floor(4 * Math.sqrt(count / most)))}${heard.isComplete === false ? ' incomplete' : ''}`,
            'aria-label': label, title: label, 'aria-current': isShown ? 'date' : null, text, onclick: () => this.on.choose(hex, day),
        });
    }
}
