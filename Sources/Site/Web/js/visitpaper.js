// A report's text with the words that stops and claims rest on; marking words makes a stop or a claim of them.
import { brief, byId, element, setText, show } from './dom.js';
import { t } from './language.js';
import { TextIndex, piecesOf, unitOfField } from './visittext.js';

/** Everything that rests on words of a report, as stretches with what they are: `{start, end, stop, claim}`. */
export function spansOf(visit, report) {
    const found = [];
    for (const stop of visit.stops) for (const span of [...stop.spans, ...stop.mentions.flatMap((one) => one.spans.map((each) => ({ ...each, report: each.report ?? one.report })))]) if (span.report === report) found.push({ ...span, stop: stop.id });
    for (const claim of visit.claims) for (const span of claim.spans) if ((span.report ?? claim.report) === report) found.push({ ...span, claim: claim.id });
    if (visit.subject.span && (visit.subject.span.report ?? visit.reports[0]?.id) === report) found.push({ ...visit.subject.span, subject: true });
    return found;
}

export class Paper {
    #index = null;
    #marked = null;
    #report = null;

    /** - Parameter page: `{visit, mayWrite, edit}`; `node`: where it stands. */
    constructor(page, node) {
        Object.assign(this, { page, node });
        document.addEventListener('selectionchange', () => this.#select());
    }

    /** Draws a report's text. */
    draw(report, text) {
        const index = new TextIndex(text);
        this.#index = index;
        this.#report = report;
        this.#marked = null;
        const { visit, mayWrite } = this.page;
        this.text = element('div', { class: 'paper-text', id: 'paper-text', tabindex: '0', role: 'region', 'aria-labelledby': 'paper-title', lang: report.language ?? '', translate: 'no', onclick: (event) => this.#follow(event) }, ...piecesOf(index, spansOf(visit, report.id)).map((piece) => markOf(piece)));
        this.bar = element('div', { class: 'mark-bar', hidden: true, role: 'group', 'aria-label': t('mark.label') },
            this.words = element('p', { class: 'marked', 'aria-live': 'polite' }),
            element('button', { type: 'button', class: 'button', id: 'mark-stop', text: t('mark.stop'), onclick: () => this.#use('stop') }), element('button', { type: 'button', class: 'button', id: 'mark-claim', text: t('mark.claim'), onclick: () => this.#use('claim') }));
        this.node.replaceChildren(...[
            element('p', { class: 'soft legend-line' }, element('mark', { class: 'in-stop', text: t('mark.legendStop') }), ' ', element('mark', { class: 'in-claim', text: t('mark.legendClaim') })),
            this.text, mayWrite ? this.#byKeyboard(text) : null, mayWrite ? this.bar : null,
        ].filter(Boolean));
    }

    // A field that takes no change: every browser, reader and phone knows how words are chosen in one. Not `readonly`: then Chromium has no caret to move.
    #byKeyboard(text) {
        const area = element('textarea', { id: 'mark-field', 'aria-readonly': 'true', inputmode: 'none', rows: '8', spellcheck: 'false', onbeforeinput: (event) => event.preventDefault(), 'aria-label': t('mark.field'), 'aria-describedby': 'mark-hint' });
        area.value = text;
        const take = () => this.#mark(unitOfField(text, area.selectionStart), unitOfField(text, area.selectionEnd));
        for (const name of ['select', 'keyup', 'pointerup', 'touchend']) area.addEventListener(name, take);
        return element('details', { id: 'mark-keyboard' }, element('summary', { text: t('mark.keyboard') }), element('p', { class: 'hint', id: 'mark-hint', text: t('mark.keyboardHint') }), area);
    }

    #select() {
        const chosen = document.getSelection();
        if (!this.text?.isConnected || !chosen?.rangeCount || !this.page.mayWrite) return;
        const range = chosen.getRangeAt(0);
        if (range.collapsed || !this.text.contains(range.startContainer) || !this.text.contains(range.endContainer)) return;
        const before = document.createRange();
        before.selectNodeContents(this.text);
        before.setEnd(range.startContainer, range.startOffset);
        const from = before.toString().length;
        this.#mark(from, from + range.toString().length);
    }

    #mark(from, to) {
        this.#marked = this.#index.span(from, to);
        show(this.bar, this.#marked !== null);
        if (this.#marked) setText(this.words, `\u201c${brief(this.#marked.words, 120)}\u201d`);
    }

    #use(way) {
        const { start, end, words } = this.#marked ?? {};
        if (words === undefined) return;
        const preset = { report: this.#report.id, span: [start, end], words };
        if (way === 'claim') this.page.edit.claim(preset);
        else this.page.edit.stop(null, { ...preset, place: brief(words, 60) });
    }

    // Marked words lead to what rests on them.
    #follow(event) {
        const mark = event.target.closest('mark');
        if (!mark || !document.getSelection()?.isCollapsed) return;
        const target = byId(mark.dataset.stop ? `stop-${mark.dataset.stop}` : `claim-${mark.dataset.claim}`);
        target?.scrollIntoView({ block: 'center' });
        target?.focus({ preventScroll: true });
    }

    /** Shows where a stretch stands. */
    show(start) {
        if (!this.#index) return;
        const mark = [...this.text.querySelectorAll('mark')].find((one) => one.dataset.starts.split(' ').includes(String(start)));
        if (!mark) return;
        for (const one of this.text.querySelectorAll('mark.shown')) one.classList.remove('shown');
        mark.classList.add('shown');
        mark.scrollIntoView({ block: 'center' });
    }
}

function markOf({ text, marks }) {
    if (!marks.length) return document.createTextNode(text);
    const stop = marks.find((one) => one.stop !== undefined);
    const claim = marks.find((one) => one.claim !== undefined);
    return element('mark', {
        class: [stop ? 'in-stop' : null, claim ? 'in-claim' : null, marks.some((one) => one.subject) ? 'in-subject' : null].filter(Boolean).join(' '), 'data-stop': stop ? String(stop.stop) : null, 'data-claim': claim ? String(claim.claim) : null,
        'data-starts': marks.map((one) => one.start).join(' '), text,
    });
}
