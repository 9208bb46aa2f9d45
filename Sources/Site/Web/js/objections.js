// The page of objections to editions: what was objected to one, and for who may write the forms that take down, answer and tell.
import { announce } from './announcer.js';
import { byId, element, setText, show, tame } from './dom.js';
import { askEditions } from './editionapi.js';
import { editionLink, objectionsLink } from './editiondoc.js';
import { language, t } from './language.js';
import { addChallenge, askChallenges, askEdition, settleChallenge } from './objectionapi.js';
import { parseObjections, readSections, sectionsWith } from './objectiondoc.js';
import { startPage } from './page.js';
import { chip, guarded, Place, small } from './pageparts.js';
import { choice, field, openForm } from './visitdialog.js';
import { webLink } from './visitquery.js';
import { byteCount } from './visittext.js';
import { momentIn } from './visittime.js';
import { askRight } from './writing.js';

/** Bytes of a text, as the site takes them; letters of a sentence that a list of them shows. */
const longest = 4_000;
const shownSentence = 140;
const outcomes = ['upheld', 'partly', 'rejected'];

const number = parseObjections(location.search);
const places = Object.fromEntries(['head-place', 'choice-place', 'list-place'].map((name) => [name, new Place(byId(name))]));
let right = { mayWrite: false, needsSignIn: false };
let editions = null;
let challenges = null;
let trouble = null;
/** What was asked for, by language: the server has words of its own. */
let asked = '';

await startPage(() => {
    draw();
    if (asked !== language()) ask();
}, ['language', 'theme'], { realm: () => (edition()?.isSimulated ? 'simulated' : null) });

function edition() {
    return editions?.find((one) => one.number === number) ?? null;
}

async function ask() {
    const mine = asked = language();
    try {
        right = await askRight();
        const all = await askEditions();
        if (asked !== mine) return;
        editions = all;
        if (right.mayWrite && edition()) await refresh();
        trouble = null;
    } catch (error) {
        trouble = error.status === 401 || error.status === 403 ? null : error.message;
        if (trouble === null) right = { mayWrite: false, needsSignIn: true };
    }
    draw();
}

async function refresh() {
    const found = await askChallenges(number);
    if (!found) throw new Error(t('objections.failed'));
    challenges = found;
    trouble = null;
    draw();
}

function draw() {
    const chosen = edition();
    setText(byId('title'), number === null ? t('page.objections.heading') : t('objections.heading', { n: String(number) }));
    byId('all-link').href = `/editions/${language() === 'id' ? '?lang=id' : ''}`;
    show(byId('sign-in-hint'), right.needsSignIn);
    byId('sign-in-link').href = `/sign-in#next=${encodeURIComponent(location.pathname + location.search)}`;
    setText(byId('status'), trouble ? t('objections.failed') : !editions ? t('objections.asking') : number !== null && !chosen ? t('objections.noEdition') : '');
    places['head-place'].draw([chosen, language(), right], () => (chosen ? headNodes(chosen) : []));
    places['choice-place'].draw([number, editions, language()], () => (chosen || !editions ? [] : choiceNodes()));
    show(byId('taken'), chosen !== null && challenges !== null);
    if (chosen && challenges) places['list-place'].draw([challenges, language()], () => listNodes());
}

function headNodes(one) {
    return [
        element('p', { class: 'edition-title' }, element('b', { text: tame(one.title ?? '', 300) }), one.isSimulated ? ' ' : null, one.isSimulated ? chip('simulated', t('simulated.word')) : null),
        element('p', { class: 'page-links' }, element('a', { id: 'to-edition', href: editionLink(number, language()), text: t('objections.toEdition', { n: String(number) }) }), ' ', element('a', { id: 'to-told', href: editionLink(number, language(), 'objections'), text: t('objections.toTold') })),
        right.mayWrite ? null : element('p', { class: 'callout', id: 'reading', text: t('objections.reading') }),
    ].filter(Boolean);
}

function choiceNodes() {
    if (!editions.length) return [element('p', { id: 'no-editions', text: t('objections.noEditions') })];
    return [element('h2', { text: t('objections.choose') }), element('ul', { class: 'editions' }, ...editions.map((one) => element('li', {}, element('a', { href: objectionsLink(one.number), text: t('objections.heading', { n: String(one.number) }) }), ' ', tame(one.title ?? '', 300), one.isSimulated ? ' ' : null, one.isSimulated ? chip('simulated', t('simulated.word')) : null)))];
}

function listNodes() {
    return [
        element('div', { class: 'actions' }, small('add-objection', t('objections.add'), add, { className: 'button main' }), element('span', { class: 'soft', id: 'objection-count', text: t('objections.count', { n: challenges.length }) })),
        challenges.length ? element('ul', { class: 'objections', id: 'objections' }, ...challenges.map(objectionNode)) : element('p', { id: 'no-objections', text: t('objections.none') }),
    ];
}

function objectionNode(one) {
    const n = String(one.number);
    const id = `objection-${n}`;
    const part = (key, ...nodes) => element('div', {}, element('dt', {}, ...[t(key)]), element('dd', {}, ...nodes));
    const anchor = one.anchor ? element('a', { href: `${editionLink(number, language())}#${one.anchor}`, text: one.anchor }) : null;
    return element('li', { id, 'aria-labelledby': `${id}-title` },
        element('div', { class: 'chips' }, element('h3', { id: `${id}-title`, tabindex: '-1', text: t('objection.name', { n }) }), chip(one.isTold ? 'public' : 'private', t(one.isTold ? 'objection.public' : 'objection.private')), chip(one.outcome === 'open' ? 'wait' : 'good', tame(one.outcomeText ?? '', 120))),
        element('p', { class: 'soft', text: [['objection.received', one.received], ['objection.answered', one.answered]].filter(([, time]) => time !== null).map(([key, time]) => t(key, { when: momentIn('UTC', time) ?? '' })).join(' \u00b7 ') }),
        element('dl', {},
            one.words || anchor ? element('div', {}, element('dt', {}, ...around(t('objection.sentence'), anchor)), element('dd', { class: 'lines', text: lines(one.words ?? '') })) : null,
            part('objection.objected', element('span', { class: 'lines', text: lines(one.objection) })), one.evidence ? part('objection.evidence', evidenceNode(one.evidence)) : null, one.answer ? part('objection.answer', element('span', { class: 'lines', text: lines(one.answer) })) : null),
        element('div', { class: 'actions' }, small(`answer-${n}`, t(one.answer ? 'objection.answerAgain' : 'objection.answerButton'), () => answer(one), { className: 'button' }), one.isTold
            ? small(`hide-${n}`, t('objection.hide'), () => tell(one, false), { className: 'button', label: t('objection.hideOf', { n }) })
            : guarded(`tell-${n}`, { text: t('objection.tell'), label: t('objection.tellOf', { n }), question: t('objection.tellWarning'), yes: t('objection.tellYes'), action: () => tell(one, true) })),
        element('p', { class: 'error', id: `${id}-error`, role: 'alert' }));
}

// A node in the place of `{anchor}` of a sentence.
function around(sentence, node) {
    const [before, after = ''] = sentence.split('{anchor}');
    return [before, node, after].filter((one) => one !== null && one !== '');
}

// As it was written, line by line, without what is not drawn.
function lines(text) {
    return text.split('\n').map((line) => tame(line, longest)).join('\n');
}

function evidenceNode(text) {
    const address = /\s/.test(text.trim()) ? null : webLink(text.trim());
    return address ? element('a', { href: address, rel: 'noreferrer noopener', text: tame(text.trim(), longest) }) : element('span', { class: 'lines', text: lines(text) });
}

async function tell(one, isTold) {
    const n = String(one.number);
    try {
        await settleChallenge(number, one.number, { told: isTold });
        announce(t(isTold ? 'objection.told' : 'objection.hidden', { n }));
        await refresh();
        byId(`objection-${n}-title`)?.focus();
    } catch (error) {
        setText(byId(`objection-${n}-error`), error.message);
    }
}

// What was typed: a tab would be refused, and what stands around it says nothing.
function typed(area) {
    return area.value.replace(/\t/g, ' ').trim();
}

function area(id, rows, value = '') {
    const made = element('textarea', { id, rows: String(rows) });
    made.value = value;
    return made;
}

/** The form that takes an objection down. */
async function add() {
    let sections;
    try {
        sections = readSections(await askEdition(number), language());
    } catch {
        setText(byId('status'), t('objections.failed'));
        return;
    }
    const all = new Map(sections.flatMap((one) => one.sentences).map(({ anchor, words }) => [anchor, words]));
    const find = element('input', { id: 'objection-find', type: 'search', autocomplete: 'off', spellcheck: 'false' });
    const sentence = element('select', { id: 'objection-sentence', size: '7' });
    const count = element('p', { class: 'hint', id: 'objection-found', role: 'status' });
    const chosen = element('p', { class: 'lines', id: 'objection-chosen', 'aria-live': 'polite' });
    const [objection, evidence] = [area('objection-words', 4), area('objection-evidence', 2)];
    const fill = () => {
        const before = sentence.value;
        const found = sectionsWith(sections, find.value);
        sentence.replaceChildren(...found.map((one) => element('optgroup', { label: tame(one.title, 80) }, ...one.sentences.map(({ anchor, words }) => element('option', { value: anchor, text: `${anchor}: ${tame(words, shownSentence)}` })))));
        sentence.value = before;
        const n = found.reduce((sum, one) => sum + one.sentences.length, 0);
        // One that is left needs no second choice.
        if (n === 1) sentence.selectedIndex = 0;
        setText(count, t('objections.found', { n }));
        said();
    };
    const said = () => setText(chosen, all.has(sentence.value) ? t('objections.chosen', { words: tame(all.get(sentence.value), longest) }) : '');
    find.addEventListener('input', fill);
    // Enter in the search would send the form.
    find.addEventListener('keydown', (event) => { if (event.key === 'Enter') { event.preventDefault(); sentence.focus(); } });
    sentence.addEventListener('change', said);
    openForm({
        id: 'objection-form', title: t('objections.addTitle'), lead: t('objections.addLead'), saveText: t('objections.addSave'), wide: true,
        fields: [field(t('objections.find'), find, t('objections.findHint')), count, field(t('objections.sentence'), sentence), chosen, field(t('objections.objection'), objection), field(t('objections.evidence'), evidence, t('objections.evidenceHint'))],
        check: () => (!all.has(sentence.value) ? t('objections.noSentence') : !typed(objection) ? t('objections.noWords') : isLong(objection, evidence) ? t('objections.long') : null),
        save: async () => {
            const made = await addChallenge(number, { sentence: sentence.value, objection: typed(objection), ...typed(evidence) ? { evidence: typed(evidence) } : {} });
            announce(t('objections.added', { n: String(made) }));
            await refresh();
        },
    });
    fill();
}

/** The form that answers one. */
function answer(one) {
    const n = String(one.number);
    const outcome = choice('answer-outcome', outcomes.map((name) => [name, t(`objection.${name}`)]), outcomes.includes(one.outcome) ? one.outcome : 'upheld');
    const words = area('answer-words', 5, one.answer ?? '');
    const told = element('input', { id: 'answer-told', type: 'checkbox' });
    told.checked = one.isTold;
    const warning = element('p', { class: 'callout', id: 'answer-warning', role: 'status' });
    const warn = () => {
        setText(warning, told.checked ? t('objection.tellWarning') : '');
        show(warning, told.checked);
    };
    told.addEventListener('change', warn);
    warn();
    openForm({
        id: 'answer-form', title: t('objection.answerTitle', { n }), lead: t('objection.answerLead'), saveText: t('objection.answerSave'),
        fields: [element('blockquote', { class: 'lines', text: lines(one.objection) }), field(t('objection.outcome'), outcome), field(t('objection.answer'), words), element('label', { class: 'check' }, told, element('span', { text: t('objection.tellCheck') })), warning],
        check: () => (!typed(words) ? t('objections.noAnswer') : isLong(words) ? t('objections.long') : null),
        save: async () => {
            await settleChallenge(number, one.number, { outcome: outcome.value, answer: typed(words), ...told.checked !== one.isTold ? { told: told.checked } : {} });
            announce(t('objection.answerDone', { n }));
            await refresh();
        },
    });
}

function isLong(...areas) {
    return areas.some((one) => byteCount(typed(one)) > longest);
}
