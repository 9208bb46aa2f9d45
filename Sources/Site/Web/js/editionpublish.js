// The form that publishes an edition, with what will differ from the last one.
import { announce } from './announcer.js';
import { element } from './dom.js';
import { troubleOf } from './editionapi.js';
import { changesNode } from './editionparts.js';
import { t } from './language.js';
import { chip } from './pageparts.js';
import { field, openForm } from './visitdialog.js';
import { byteCount } from './visittext.js';

/** Bytes of a note. */
const longestNote = 1_000;

/**
 * Opens the form. `title`, `warning` (what must be known first, or `null`): keys of the words; `last`: the edition that is corrected, or `null`; `choice`: a box of the form, whose change compares anew;
 * `ask(signal)` gives the difference, `publish(note)` the edition, `done(edition)` is waited for.
 */
export function openPublish({ title, last, warning = null, choice = null, ask, publish, done }) {
    const notes = ['en', 'id'].map((name) => element('input', { id: `publish-note-${name}`, type: 'text', autocomplete: 'off', lang: name }));
    const [english, indonesian] = notes;
    const preview = element('div', { id: 'publish-preview', class: 'preview' });
    let cut = null;
    const look = async () => {
        cut?.abort();
        const mine = cut = new AbortController();
        preview.replaceChildren(element('p', { class: 'soft', text: t('publish.asking') }));
        try {
            const answer = await ask(mine.signal);
            if (cut !== mine) return;
            preview.replaceChildren(...answer ? previewNodes(answer) : [element('p', { class: 'error', text: t('editions.failed') })]);
            if (answer) announce(t('publish.sentences', { n: answer.sentences }));
        } catch (error) {
            if (cut === mine && error.name !== 'AbortError') preview.replaceChildren(element('p', { class: 'error', id: 'publish-trouble', role: 'alert', text: t(troubleOf(error)) }));
        }
    };
    choice?.addEventListener('change', look);
    openForm({
        id: 'publish-form', title: t(title), lead: t('publish.lead'), saveText: t('publish.save'), wide: true,
        fields: [
            warning ? element('p', { class: 'callout', id: 'publish-private', text: t(warning) }) : null,
            choice ? element('label', { class: 'check' }, choice, element('span', { text: t('publish.aircraft') })) : null,
            // A note is told beside what it corrects.
            ...last ? [field(t('publish.noteEnglish'), english, t('publish.noteHint')), field(t('publish.noteIndonesian'), indonesian)] : [],
            element('section', { 'aria-labelledby': 'publish-preview-title' }, element('h3', { id: 'publish-preview-title', text: t('publish.preview') }), preview),
        ].filter(Boolean),
        check: () => (indonesian.value.trim() && !english.value.trim() ? t('publish.bothNotes') : notes.some((one) => byteCount(one.value.trim()) > longestNote) ? t('publish.longNote') : null),
        save: async () => {
            const [en, id] = notes.map((one) => one.value.trim());
            const edition = await publish(en ? { note: { en, ...id ? { id } : {} } } : {});
            announce(t('publish.done', { n: String(edition?.number ?? '') }));
            await done(edition);
        },
    });
    look();
}

function previewNodes(difference) {
    const world = difference.isSimulated ? [element('p', {}, chip('simulated', t('simulated.word')), ' ', t('publish.simulated'))] : [];
    const sentences = element('p', { text: t('publish.sentences', { n: difference.sentences }) });
    if (!difference.since) return [...world, sentences, element('p', { text: t('publish.first') })];
    return [...world, sentences, element('p', { text: difference.total ? t('differs.text', { since: String(difference.since.number), changes: t('differs.sentences', { n: difference.changed }) }) : t('differs.none', { n: String(difference.since.number) }) }), difference.total ? changesNode(difference) : null].filter(Boolean);
}
