// The page's state: what the link says, over what this browser remembers, over what the system prefers.
import { defaults, formatState, parseState } from './hash.js';

const remembered = ['language', 'units', 'theme', 'time'];
const listeners = new Set();

export const state = { ...defaults };

/** Reads the address and the memory; called once before anything else of a page. */
export function startState() {
    const given = parseState(location.hash.length > 1 ? location.hash : location.search);
    Object.assign(state, given);
    for (const key of remembered) state[key] = given[key] ?? recall(key);
    standing = location.hash;
    addEventListener('hashchange', () => {
        standing = location.hash;
        if (location.hash.slice(1) === formatState(state)) return;
        const next = parseState(location.hash);
        for (const key of remembered) next[key] ??= state[key];
        apply(next);
    });
}

/** Calls back with the set of changed keys after each change. */
export function onState(listener) {
    listeners.add(listener);
}

/** Changes the state. `push`: the step is one that "back" undoes (a selection, a table opened), not a moved view. */
export function change(patch, { push = false } = {}) {
    for (const key of remembered) if (key in patch) remember(key, patch[key]);
    apply(patch, () => {
        if (!writesAddress) return;
        const address = '#' + formatState(state);
        if (push && address !== location.hash) {
            history.pushState(null, '', address);
            standing = location.hash;
        } else replaceSoon();
    });
}

let writesAddress = false;
let pending = 0;
/** The address as it was last read or written here: another one was typed or followed, and its event is on the way. */
let standing = '';

/** From now on the address follows the state (the map page only). */
export function followAddress() {
    writesAddress = true;
    replaceSoon();
}

// Browsers limit how often the address may change; a panning map would pass the limit.
function replaceSoon() {
    if (pending) return;
    pending = setTimeout(() => {
        pending = 0;
        if (location.hash !== standing) return;
        history.replaceState(null, '', '#' + formatState(state));
        standing = location.hash;
    }, 250);
}

function apply(patch, then = () => {}) {
    const changed = new Set();
    for (const [key, value] of Object.entries(patch)) {
        if (JSON.stringify(state[key]) === JSON.stringify(value)) continue;
        state[key] = value;
        changed.add(key);
    }
    if (!changed.size) return;
    then();
    for (const listener of listeners) listener(changed);
}

function recall(key) {
    try {
        return localStorage.getItem(`pelacak.${key}`);
    } catch {
        return null;
    }
}

function remember(key, value) {
    try {
        if (value === null) localStorage.removeItem(`pelacak.${key}`);
        else localStorage.setItem(`pelacak.${key}`, value);
    } catch {
        // A browser may forbid storage; the link still holds the choice.
    }
}
