// The page of all visits: what this is, what there is, and a form that takes a report.
import { announce } from './announcer.js';
import { brief, byId, element, setText, show, tame } from './dom.js';
import { language, t } from './language.js';
import { startPage } from './page.js';
import { carried } from './pagelink.js';
import { Place } from './pageparts.js';
import { askVisits, makeVisit } from './visitapi.js';
import { ReportForm } from './visitform.js';
import { statusChips } from './visitparts.js';
import { visitLink } from './visitquery.js';
import { daysText, momentIn } from './visittime.js';
import { subjectText, visitTitle } from './visitwords.js';
import { askRight } from './writing.js';

const pace = 30_000;
let visits = null;
let trouble = null;
let right = { mayWrite: false, needsSignIn: false };
let form = null;
let drawn = null;
let isBusy = false;
const list = new Place(byId('list-place'));

byId('add').addEventListener('submit', (event) => { event.preventDefault(); save(false); });
byId('start-empty').addEventListener('click', () => save(true));
byId('to-form').addEventListener('click', () => { byId('new-text')?.focus(); byId('add').scrollIntoView({ block: 'start' }); });

await startPage(draw);
right = await askRight();
await refresh();
setInterval(() => { if (!document.hidden) refresh(); }, pace);

async function refresh() {
    try {
        const answer = await askVisits();
        ({ visits } = answer);
        if (answer.mayWrite !== null) right = { ...right, mayWrite: answer.mayWrite, needsSignIn: right.needsSignIn && !answer.mayWrite };
        trouble = null;
    } catch (error) {
        trouble = error.message;
    }
    draw();
}

function draw() {
    if (!form || drawn !== language()) {
        const values = form?.values();
        form = new ReportForm('new', { isNew: true });
        if (values) form.fill(values);
        byId('fields').replaceChildren(...form.nodes);
        drawn = language();
    }
    show(byId('new-part'), right.mayWrite);
    show(byId('sign-in-hint'), right.needsSignIn);
    byId('sign-in-link').href = `/sign-in#next=${encodeURIComponent(location.pathname)}`;
    show(byId('empty'), visits !== null && visits.length === 0);
    show(byId('to-form'), right.mayWrite);
    const hasList = visits === null || visits.length > 0 || trouble !== null;
    show(byId('list-part'), hasList);
    byId('columns').classList.toggle('two', right.mayWrite && hasList);
    list.draw([language(), visits, trouble], () => {
        if (trouble && !visits) return element('p', { class: 'verdict bad', text: trouble });
        if (!visits) return element('p', { class: 'soft', text: t('visit.asking') });
        return element('ul', { class: 'visit-list' }, ...visits.map(row));
    });
}

function row(visit) {
    const days = visit.from !== null || visit.to !== null ? daysText(visit.from, visit.to) : null;
    return element('li', { class: 'visit-row' },
        element('a', { class: 'title', href: visitLink({ id: visit.id }), text: visitTitle(visit) }), element('span', { class: 'chips' }, ...statusChips(visit)),
        element('p', { class: 'soft', text: [visit.title ? subjectText(visit.subject) : null, visit.stops.map((name) => brief(name, 40)).join(' \u2192 ') || t('visits.noStops'), days].filter(Boolean).join(' \u00b7 ') }),
        element('p', { class: 'soft small-print', text: [visit.changed === null ? null : t('visits.changed', { when: `${momentIn('UTC', visit.changed)} UTC` }), t('visits.changes', { n: visit.changes })].filter(Boolean).join(' \u00b7 ') }));
}

async function save(isEmpty) {
    if (isBusy) return;
    const missing = isEmpty ? null : form.check();
    setText(byId('form-error'), missing ?? '');
    if (missing) return byId('new-text').focus();
    isBusy = true;
    byId('save').disabled = byId('start-empty').disabled = true;
    setText(byId('form-told'), t(isEmpty ? 'visits.making' : 'visits.reading'));
    try {
        const visit = await makeVisit(isEmpty ? {} : await form.body());
        announce(t('visits.made'));
        location.assign(carried(visitLink({ id: visit.id })));
        return;
    } catch (error) {
        if (error.status === 401) right = { ...right, needsSignIn: true };
        setText(byId('form-error'), tame(error.status === 401 ? t('visit.signInFirst') : error.message, 300));
        draw();
    }
    setText(byId('form-told'), '');
    isBusy = false;
    byId('save').disabled = byId('start-empty').disabled = false;
}
