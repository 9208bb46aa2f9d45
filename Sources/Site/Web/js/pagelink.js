// The address of a page that asks questions: what it asks stands in the query, how it is shown is carried along.
import { state } from './state.js';

const shown = [['lang', 'language'], ['units', 'units'], ['theme', 'theme'], ['time', 'time']];

/** A link of this page with what the address says of language, units, theme and time. */
export function carried(link) {
    const given = new URLSearchParams(location.search);
    const kept = shown.filter(([name, key]) => given.has(name) && state[key]).map(([name, key]) => `${name}=${state[key]}`);
    const joined = kept.length ? link + (link.includes('?') ? '&' : '?') + kept.join('&') : link;
    return joined + location.hash;
}

/** Goes to a link of this page without loading it anew; `isStep`: one that "back" undoes. */
export function goTo(link, isStep) {
    const target = carried(link);
    if (target === location.pathname + location.search + location.hash) return;
    if (isStep) history.pushState(null, '', target);
    else history.replaceState(null, '', target);
}

/** Whether a click is one that opens a link elsewhere. */
export function leaves(event) {
    return event.metaKey || event.ctrlKey || event.shiftKey || event.button > 0;
}
