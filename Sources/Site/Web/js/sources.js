// The sources page: what the site hears from, for people who never open a terminal.
import { announce } from './announcer.js';
import { byId, element, setText, show, tame } from './dom.js';
import { t } from './language.js';
import { startPage } from './page.js';
import { drawCard } from './sourcecard.js';
import { SourceForm } from './sourceform.js';
import { ask, providers } from './sourceapi.js';
import { hasToken, keepToken } from './writing.js';

let document_ = null;
let form = null;
let confirming = null;
let failed = null;
let drawnLanguage = null;
let known = [];

await startPage(() => drawAll());
await refresh();
known = await providers();
form?.offer(known);
setInterval(refresh, 2000);

async function refresh() {
    if (document.hidden) return;
    try {
        document_ = await ask('GET', '');
        failed = null;
    } catch (error) {
        failed = error.message;
    }
    drawList();
}

function drawAll() {
    const language = document.documentElement.lang;
    if (!form || drawnLanguage !== language) {
        const values = form?.values();
        form = new SourceForm(byId('add'), byId('test'), { saved: (name) => { announce(t('sources.saved', { name })); refresh(); }, needsToken: () => drawToken(true) }, known);
        if (values) form.fill(values);
        drawnLanguage = language;
        byId('token-place').replaceChildren();
    }
    drawList();
}

function drawList() {
    if (!document_) {
        if (failed) setText(byId('written'), failed);
        return;
    }
    setText(byId('written'), t('sources.written', { file: tame(document_.config ?? 'pelacak.yaml', 120) }));
    drawToken(false);
    const list = byId('list');
    const sources = document_.sources ?? [];
    show(byId('list-empty'), sources.length === 0);
    const drawn = new Map([...list.children].map((node) => [node.dataset.id, node]));
    for (const source of sources) {
        const old = drawn.get(source.id);
        drawn.delete(source.id);
        const node = drawCard(source, old ?? null, {
            confirming: confirming === source.id,
            pause: () => act('PATCH', source, { paused: source.state !== 'paused' }),
            askRemove: () => { confirming = source.id; drawList(); list.querySelector(`[data-id="${CSS.escape(source.id)}"] .keep`)?.focus(); },
            keep: () => { confirming = null; drawList(); list.querySelector(`[data-id="${CSS.escape(source.id)}"] .remove`)?.focus(); },
            remove: () => { confirming = null; act('DELETE', source); byId('list-title').focus(); },
            confirm: (confirm) => act('PATCH', source, { confirm }),
        });
        if (!old) list.append(node);
    }
    for (const node of drawn.values()) node.remove();
}

async function act(method, source, body) {
    try {
        await ask(method, `/${encodeURIComponent(source.id)}`, body);
        announce(t(method === 'DELETE' ? 'sources.removed' : body.confirm ? 'sources.confirmed' : body.paused ? 'sources.paused' : 'sources.resumed', { name: tame(source.name, 60) }));
    } catch (error) {
        if (error.status === 401) drawToken(true);
        announce(error.message);
        drawProblem(source.id, error.message);
    }
    await refresh();
}

function drawProblem(id, text) {
    const card = byId('list').querySelector(`[data-id="${CSS.escape(id)}"]`);
    card?.querySelector('.problem')?.remove();
    card?.append(element('p', { class: 'detail bad problem', text: tame(text, 200) }));
}

// Only where the server asks for a token; it is kept until the tab is closed.
function drawToken(wanted) {
    const place = byId('token-place');
    if (document_?.writing !== 'token' || document_.mayWrite) return place.replaceChildren();
    if (!place.childElementCount) {
        const input = element('input', { type: 'password', id: 'token', autocomplete: 'off', 'aria-describedby': 'token-hint', onchange: () => { keepToken(input.value); setText(hint, t('token.kept')); } });
        const hint = element('p', { class: 'hint', id: 'token-hint', text: t(hasToken() ? 'token.kept' : 'token.hint') });
        place.append(element('div', { class: 'form field' }, element('label', { for: 'token', text: t('token.label') }), input, hint), element('p', {}));
    }
    if (wanted) {
        setText(byId('token-hint'), t('token.refused'));
        byId('token').focus();
    }
}

byId('list-title').tabIndex = -1;
