// Building blocks for page elements. Text is always set as text, never as markup: names come from the air.

/** Makes an element; `attributes` with value null or false are left out, true becomes an empty attribute. */
export function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (value === null || value === undefined || value === false) continue;
        if (name === 'class') made.className = value;
        else if (name === 'text') made.textContent = value;
        else if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
        else made.setAttribute(name, value === true ? '' : value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
}

/** Makes an element of a picture (SVG). */
export function drawn(tag, attributes = {}, ...children) {
    // The namespace of the sign in the bar: an address in the code would read like a request to elsewhere.
    const made = document.createElementNS(document.querySelector('.brand svg').namespaceURI, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
    made.append(...children);
    return made;
}

/** Sets the text only when it differs, so that a screen reader and the layout are left in peace. */
export function setText(node, text) {
    if (node.textContent !== text) node.textContent = text;
}

/** The element with this id. */
export function byId(id) {
    return document.getElementById(id);
}

/** Shows or hides by the `hidden` attribute. */
export function show(node, visible) {
    if (node.hidden === visible) node.hidden = !visible;
}

const unwanted = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Text from outside without control and direction characters, cut to a length that cannot break a row. */
export function tame(text, limit = 80) {
    return String(text).replace(unwanted, '').slice(0, limit);
}

/** The same, cut at the edge of a word where it is longer, with an ellipsis that says so. */
export function brief(text, limit = 80) {
    const whole = tame(text, Infinity).trim();
    if (whole.length <= limit) return whole;
    const cut = whole.slice(0, limit);
    const edge = cut.search(/\s\S*$/);
    // A single long word is cut inside; half a character pair is left out.
    return `${(edge > limit / 2 ? cut.slice(0, edge) : cut.slice(0, limit - 1)).replace(/[\s,;:·-]+$|[\ud800-\udbff]$/g, '')}\u2026`;
}
