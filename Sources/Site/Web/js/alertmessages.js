// The raw messages an alert rests on: asked for when somebody wants them, for they are looked for among all there are.
import { brief, element } from './dom.js';
import { broadTable } from './flightparts.js';
import { number, t } from './language.js';
import { askMessages, keepMessages } from './watchapi.js';
import { timeNode } from './watchparts.js';

/** The section; `name` gives what an aircraft is called. */
export function messagesNode(alert, { name, mayWrite }) {
    const place = element('div', { id: 'messages-place', 'aria-live': 'polite' });
    const ask = element('button', { type: 'button', class: 'button', id: 'messages-ask', text: t('messages.ask'), onclick: () => fill(place, ask, alert, { name, mayWrite }) });
    return element('section', { 'aria-labelledby': 'messages-title' }, element('h2', { id: 'messages-title', text: t('messages.title') }), element('p', { class: 'soft', text: t('messages.text') }), element('p', { class: 'actions' }, ask), place);
}

async function fill(place, ask, alert, parts) {
    ask.disabled = true;
    place.replaceChildren(element('p', { class: 'soft', text: t('messages.asking') }));
    try {
        place.replaceChildren(...foundNodes(await askMessages(alert.id), alert, parts));
    } catch (error) {
        place.replaceChildren(element('p', { class: 'bad-text', text: error.message }));
    }
    ask.disabled = false;
}

function foundNodes({ isKept, isCut, messages }, alert, { name, mayWrite }) {
    if (!isKept || !messages.length) return [element('p', { class: 'soft', id: 'no-messages', text: t(alert.isSimulated ? 'messages.simulated' : isKept ? 'messages.none' : 'messages.notKept') })];
    const rows = messages.map((one) => element('tr', {}, element('td', {}, timeNode(one.time, { seconds: true })), element('td', { text: name(one.hex) }), element('td', { text: formOf(one) }), element('td', { text: number(one.receiver) }), element('td', {}, element('code', { class: 'mono', translate: 'no', text: brief(one.message, 80) }))));
    const heads = ['one.when', 'one.aircraft', 'messages.form', 'one.receivers', 'messages.message'].map((key) => t(key));
    return [
        element('p', { text: t(isCut ? 'messages.cut' : 'messages.count', { n: messages.length }) }), broadTable(t('messages.title'), heads, rows, { id: 'messages' }),
        mayWrite ? keepNode(alert, messages) : null,
    ].filter(Boolean);
}

// What is pinned stays although older messages go.
function keepNode(alert, messages) {
    const said = element('span', { class: 'soft', role: 'status', id: 'messages-kept' });
    const keep = async (event) => {
        event.target.disabled = true;
        try {
            await keepMessages(alert, messages);
            said.textContent = t('messages.kept');
        } catch (error) {
            said.textContent = error.message;
            event.target.disabled = false;
        }
    };
    return element('p', { class: 'actions' }, element('button', { type: 'button', class: 'button', id: 'messages-keep', text: t('messages.keep'), onclick: keep }), said);
}

// The downlink format stands in the first five bits.
function formOf({ form, message }) {
    return form === 'modeS' ? `DF${Math.min(24, Number.parseInt(message.slice(0, 2), 16) >> 3)}` : 'UAT';
}
