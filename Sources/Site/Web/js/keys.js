// The keyboard: one letter a task, never while somebody writes, and never in the way of the browser's own keys.
import { byId, element } from './dom.js';
import { t } from './language.js';

const listed = [
    ['/', 'key.search'], ['j', 'key.next'], ['k', 'key.previous'], ['f', 'key.follow'], ['t', 'key.table'], ['h', 'key.past'], ['a', 'key.area'], ['\u2423', 'key.play'], ['[', 'key.stepBack'], [']', 'key.stepOn'], ['u', 'key.units'],
    ['z', 'key.time'], ['l', 'key.language'], ['d', 'key.theme'], ['+', 'key.in'], ['-', 'key.out'], ['?', 'key.help'], ['Esc', 'key.back'],
];

/** Listens for keys; `actions` by key name as in `KeyboardEvent.key`. */
export function listenForKeys(actions) {
    addEventListener('keydown', (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
        const writes = event.target.closest?.('input, select, textarea, [contenteditable]');
        if (writes && event.key !== 'Escape') return;
        if (byId('help')?.open) return;
        const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
        const action = actions[key];
        if (!action) return;
        if (action(event) !== false) event.preventDefault();
    });
}

/** The list of keys as a description list. */
export function keyList() {
    return element('dl', {}, ...listed.flatMap(([key, name]) => [
        element('dt', {}, element('kbd', { text: key, translate: 'no' })), element('dd', { text: t(name) }),
    ]));
}

/** Opens the card of keys. */
export function openHelp() {
    const dialog = byId('help');
    dialog.replaceChildren(
        element('h2', { id: 'help-title', text: t('help.title') }), keyList(),
        element('button', { type: 'button', class: 'button main', text: t('help.close'), onclick: () => dialog.close() }),
    );
    if (!dialog.open) dialog.showModal();
}
