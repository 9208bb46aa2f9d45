// What a rule would have told in the last days, over the archive; it can be cut off at any time.
import { announce } from './announcer.js';
import { element, tame } from './dom.js';
import { number, t } from './language.js';
import { askPreview } from './watchapi.js';
import { alertChips, linesOf, momentText, said, timeNode } from './watchparts.js';

const lengths = [1, 7, 30];
const shownFirst = 20;

export class RulePreview {
    #control = null;
    #timer = 0;
    #key = null;

    /** - Parameters: `text()` gives the rule as it stands; `refused(error)` is told what was wrong with it. */
    constructor(node, { text, refused }) {
        Object.assign(this, { node, text, refused, days: 30, answer: null });
        this.draw();
    }

    /** Draws all anew, in the language of the page. */
    draw() {
        this.choice = element('select', { id: 'preview-days', onchange: () => { this.days = Number(this.choice.value); } }, ...lengths.map((n) => element('option', { value: String(n), text: t('preview.days', { n }) })));
        this.choice.value = String(this.days);
        this.button = element('button', { type: 'button', class: 'button', id: 'preview-run', onclick: () => (this.#control ? this.cancel() : this.run()) });
        this.status = element('p', { class: 'soft', id: 'preview-status', role: 'status' });
        this.result = element('div', { id: 'preview-result' });
        this.node.replaceChildren(element('h3', { id: 'preview-title', text: t('preview.title') }), element('p', { class: 'soft', text: t('preview.lead') }), element('div', { class: 'actions' }, element('label', { for: 'preview-days', text: t('preview.over') }), this.choice, this.button), this.status, this.result);
        this.#button();
        if (this.answer) this.#tell();
    }

    /** The rule is another one now: what was found belongs to the one before. */
    changed() {
        if (this.answer && this.#key !== this.text()) this.node.classList.add('stale');
    }

    cancel() {
        this.#control?.abort();
    }

    async run() {
        const control = this.#control = new AbortController();
        const text = this.text();
        const began = performance.now();
        this.answer = null;
        this.node.classList.remove('stale');
        this.result.replaceChildren();
        this.#button();
        const tick = () => { this.status.textContent = t('preview.running', { seconds: Math.floor((performance.now() - began) / 1000) }); };
        tick();
        this.#timer = setInterval(tick, 1000);
        try {
            this.answer = await askPreview(text, this.days, control.signal);
            this.#key = text;
            this.refused(null);
            this.#tell();
            announce(this.status.textContent);
        } catch (error) {
            this.status.textContent = error.name === 'AbortError' ? t('preview.cancelled') : error.code === 'busy' || error.status === 429 ? t('preview.busy') : error.code === 'rule' ? t('preview.refused') : error.message;
            if (error.name !== 'AbortError') this.refused(error);
        }
        clearInterval(this.#timer);
        this.#control = null;
        this.#button();
    }

    #button() {
        this.button.textContent = t(this.#control ? 'preview.cancel' : 'preview.run');
    }

    #tell() {
        const { answer } = this;
        const { alerts } = answer;
        // Days that were looked at, not those that were asked for.
        const days = Math.max(1, Math.round(((answer.to ?? 0) - (answer.from ?? 0)) / 86_400));
        this.status.textContent = t('preview.found', { n: answer.count, days: t('preview.days', { n: days }) });
        const notes = [
            answer.isSimulated ? t('preview.simulated') : answer.realm === 'imported' ? t('preview.imported') : null, answer.isStopped ? t('preview.stopped') : null, answer.isTruncated && answer.from !== null && answer.to !== null ? t('preview.truncated', { from: momentText(answer.from), to: momentText(answer.to) }) : null,
            alerts.length < answer.count ? t('preview.last', { n: alerts.length }) : null, t('preview.cost', { rows: number(answer.rows), aircraft: number(answer.aircraft), seconds: number(answer.seconds, 1) }),
        ].filter(Boolean);
        const newest = [...alerts].sort((one, other) => (other.time ?? 0) - (one.time ?? 0));
        const rows = newest.map((alert) => element('li', {}, element('p', { class: 'soft when' }, timeNode(alert.time)), element('div', {}, alert.link ? element('a', { href: alert.link, text: tame(said(alert.title), 200) }) : element('b', { text: tame(said(alert.title), 200) }), element('span', { class: 'chips' }, ...alertChips(alert)), element('p', { class: 'alert-line soft', text: linesOf(said(alert.body))[0] ?? '' }))));
        this.result.replaceChildren(...notes.map((text) => element('p', { class: 'soft small-print', text })), element('ol', { class: 'preview-list' }, ...rows.slice(0, shownFirst)));
        if (rows.length > shownFirst) this.result.append(element('details', { id: 'preview-rest' }, element('summary', { text: t('preview.rest', { n: rows.length - shownFirst }) }), element('ol', { class: 'preview-list' }, ...rows.slice(shownFirst))));
    }
}
