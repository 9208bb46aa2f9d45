// Editions on the page of a visit: what was published, how the visit differs from it by now, and publishing it anew.
import { announce } from './announcer.js';
import { brief, byId, element, tame } from './dom.js';
import { askDifference, askEditions, publishVisit } from './editionapi.js';
import { editionLink } from './editiondoc.js';
import { language, t } from './language.js';
import { chip, Place, small } from './pageparts.js';
import { field, openForm } from './visitdialog.js';
import { byteCount } from './visittext.js';
import { momentIn } from './visittime.js';

/** How long an answer about what differs holds, ms: what is heard goes on. */
const pace = 300_000;
/** Changes that stand on the page at once, and bytes of a note. */
const shownChanges = 100;
const longestNote = 1_000;

/** The part "Editions". `page`: as the other parts have it. */
export class Editions {
    #page;
    #place = new Place(byId('editions-place'));
    #asked = '';
    #list = [];
    #difference = null;
    #trouble = null;
    #shared = [];

    constructor(page) {
        this.#page = page;
    }

    /** How many there are. */
    get count() {
        return this.#list.length;
    }

    /** Asks where the visit, the language, or the time is another one; `then` is called when something came. */
    async ask(then = () => {}) {
        const { visit } = this.#page;
        if (!visit) return;
        const key = [visit.id, visit.version, language(), Math.floor(Date.now() / pace)].join(' ');
        if (key === this.#asked) return;
        this.#asked = key;
        try {
            const list = await askEditions(visit.id);
            if (this.#asked !== key) return;
            this.#list = list;
            then();
            const difference = list.length ? await askDifference(visit.id) : null;
            if (this.#asked !== key) return;
            [this.#difference, this.#trouble] = [difference, list.length && !difference ? 'editions.failed' : null];
        } catch (error) {
            if (this.#asked !== key) return;
            [this.#difference, this.#trouble] = [null, troubleOf(error)];
            // Whoever asked too often, or found no seat, asks again with the next look at the visit.
            if (this.#trouble === 'editions.busy') this.#asked = '';
        }
        then();
    }

    /** Draws what is known. */
    draw(shared) {
        this.#shared = shared;
        const { visit, mayWrite } = this.#page;
        this.#place.draw([shared, this.#list, this.#difference, this.#trouble, visit.isPublic], () => [
            element('p', { class: 'soft', text: t('editions.lead') }),
            this.#list.length ? element('ul', { class: 'editions', id: 'edition-list' }, ...this.#list.map(editionNode)) : element('p', { id: 'no-editions', text: t('editions.none') }),
            this.#list.length ? element('p', {}, element('a', { href: `/editions/${language() === 'id' ? '?lang=id' : ''}`, text: t('editions.all') })) : null,
            this.#trouble && this.#list.length ? element('p', { class: 'callout', id: 'editions-trouble', text: t(this.#trouble) }) : null,
            this.#difference?.since ? element('div', { id: 'since-edition' }, ...differenceNodes(this.#difference)) : null,
            mayWrite ? element('div', { class: 'actions' }, small('publish', t('publish.button'), () => this.#publish(), { className: 'button main' })) : null,
        ].filter(Boolean));
    }

    /** The form that publishes, with what will differ. */
    #publish() {
        const { visit, realm } = this.#page;
        const last = this.#list[0] ?? null;
        const aircraft = element('input', { id: 'publish-aircraft', type: 'checkbox' });
        aircraft.checked = last?.tellsAircraft ?? true;
        const notes = ['en', 'id'].map((name) => element('input', { id: `publish-note-${name}`, type: 'text', autocomplete: 'off', lang: name }));
        const [english, indonesian] = notes;
        const preview = element('div', { id: 'publish-preview', class: 'preview' });
        let cut = null;
        const look = async () => {
            cut?.abort();
            const mine = cut = new AbortController();
            preview.replaceChildren(element('p', { class: 'soft', text: t('publish.asking') }));
            try {
                const answer = await askDifference(visit.id, { realm: aircraft.checked ? realm : null, aircraft: aircraft.checked }, mine.signal);
                if (cut !== mine) return;
                preview.replaceChildren(...answer ? previewNodes(answer) : [element('p', { class: 'error', text: t('editions.failed') })]);
                if (answer) announce(t('publish.sentences', { n: answer.sentences }));
            } catch (error) {
                if (cut === mine && error.name !== 'AbortError') preview.replaceChildren(element('p', { class: 'error', id: 'publish-trouble', role: 'alert', text: t(troubleOf(error)) }));
            }
        };
        aircraft.addEventListener('change', look);
        openForm({
            id: 'publish-form', title: t('publish.title'), lead: t('publish.lead'), saveText: t('publish.save'), wide: true,
            fields: [
                visit.isPublic ? null : element('p', { class: 'callout', id: 'publish-private', text: t('publish.private') }),
                element('label', { class: 'check' }, aircraft, element('span', { text: t('publish.aircraft') })),
                // A note is told beside what it corrects.
                ...last ? [field(t('publish.noteEnglish'), english, t('publish.noteHint')), field(t('publish.noteIndonesian'), indonesian)] : [],
                element('section', { 'aria-labelledby': 'publish-preview-title' }, element('h3', { id: 'publish-preview-title', text: t('publish.preview') }), preview),
            ].filter(Boolean),
            check: () => (indonesian.value.trim() && !english.value.trim() ? t('publish.bothNotes') : notes.some((one) => byteCount(one.value.trim()) > longestNote) ? t('publish.longNote') : null),
            save: async () => {
                const [en, id] = notes.map((one) => one.value.trim());
                const edition = await publishVisit(visit.id, { aircraft: aircraft.checked, ...aircraft.checked && realm ? { realm } : {}, ...en ? { note: { en, ...id ? { id } : {} } } : {} });
                announce(t('publish.done', { n: String(edition?.number ?? '') }));
                this.#asked = '';
                await this.ask(() => this.draw(this.#shared));
            },
        });
        look();
    }
}

function editionNode(one) {
    return element('li', { id: `edition-${one.number}` },
        element('a', { href: editionLink(one.number, language()), text: t('editions.one', { n: String(one.number) }) }), ' ', element('span', { class: 'soft', text: one.published === null ? '' : `${momentIn('UTC', one.published) ?? ''} UTC` }), one.isSimulated ? ' ' : null, one.isSimulated ? chip('simulated', t('simulated.word')) : null, ' ',
        element('a', { href: editionLink(one.number, language(), 'objections'), text: t('editions.objections'), 'aria-label': t('editions.objectionsOf', { n: String(one.number) }) }),
        one.earlier ? element('p', { class: 'soft', text: t('editions.corrects', { n: String(one.earlier), changes: t('editions.changes', { n: one.changes }) }) }) : null,
        one.digest ? element('p', { class: 'soft small-print' }, 'SHA-256 ', element('code', { class: 'mono', translate: 'no', text: one.digest })) : null);
}

// How the page differs from what was published.
function differenceNodes(difference) {
    const since = String(difference.since.number);
    if (!difference.total) return [element('p', { class: 'good-line', id: 'since-text', text: t('differs.none', { n: since }) })];
    const sentence = t('differs.text', { since, changes: t('differs.sentences', { n: difference.changed }) });
    return [
        element('h3', { text: t('differs.title') }), element('p', { id: 'since-text', text: difference.changed ? sentence : t('differs.others', { since }) }),
        element('details', { id: 'since-changes' }, element('summary', { text: t('differs.show', { n: difference.total }) }), changesNode(difference)),
    ];
}

function changesNode({ changes, total }) {
    const shown = changes.slice(0, shownChanges);
    return element('div', {}, element('ul', { class: 'edition-changes' }, ...shown.map((one) => element('li', {}, element('b', { text: brief(one.subject, 80) }), ' ', chip(one.before === null ? 'good' : 'wait', t(one.before === null ? 'differs.new' : one.after === null ? 'differs.gone' : 'differs.changed')),
        element('dl', {}, ...[['differs.before', one.before], ['differs.after', one.after]].filter(([, words]) => words !== null).map(([key, words]) => element('div', {}, element('dt', { text: t(key) }), element('dd', { text: tame(words, 2000) }))))))),
    total > shown.length ? element('p', { class: 'soft', text: t('differs.more', { n: total - shown.length }) }) : null);
}

function previewNodes(difference) {
    const world = difference.isSimulated ? [element('p', {}, chip('simulated', t('simulated.word')), ' ', t('publish.simulated'))] : [];
    const sentences = element('p', { text: t('publish.sentences', { n: difference.sentences }) });
    if (!difference.since) return [...world, sentences, element('p', { text: t('publish.first') })];
    return [...world, sentences, element('p', { text: difference.total ? t('differs.text', { since: String(difference.since.number), changes: t('differs.sentences', { n: difference.changed }) }) : t('differs.none', { n: String(difference.since.number) }) }), difference.total ? changesNode(difference) : null].filter(Boolean);
}

/** Why it cannot be said what differs, as a key of the words. */
function troubleOf({ status, code }) {
    if (code === 'nothing-to-compare') return 'editions.nothingToCompare';
    if (code === 'nothing-heard') return 'editions.nothingHeard';
    if (code === 'no-history') return 'editions.noHistory';
    return status === 429 || code === 'busy' ? 'editions.busy' : 'editions.failed';
}
