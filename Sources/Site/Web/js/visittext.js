// Words in a text: stretches are counted in bytes of UTF-8 by the server, in UTF-16 units by the browser. Pure.

/** Where each unit of a text begins in bytes, and back. */
export class TextIndex {
    /** - Parameter text: as it was pasted. */
    constructor(text) {
        this.text = text;
        this.bytes = new Uint32Array(text.length + 1);
        let at = 0;
        for (let unit = 0; unit < text.length; unit++) {
            this.bytes[unit] = at;
            const code = text.charCodeAt(unit);
            const isPair = code >= 0xd800 && code < 0xdc00 && unit + 1 < text.length && (text.charCodeAt(unit + 1) & 0xfc00) === 0xdc00;
            // The second half of a pair begins where the pair ends: no stretch begins inside a letter.
            if (isPair) this.bytes[++unit] = at + 4;
            at += isPair ? 4 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
        }
        this.bytes[text.length] = at;
    }

    /** Bytes of the whole text. */
    get size() {
        return this.bytes[this.text.length];
    }

    /** The first byte of a unit. */
    byte(unit) {
        return this.bytes[Math.max(0, Math.min(this.text.length, Math.floor(unit) || 0))];
    }

    /** The unit that begins at a byte, or the next one where none does. */
    unit(byte) {
        let [low, high] = [0, this.text.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if (this.bytes[middle] < byte) low = middle + 1;
            else high = middle;
        }
        // The second half of a pair has the byte at which the pair ends.
        return low > 0 && low < this.text.length && this.bytes[low] === this.bytes[low + 1] ? low + 1 : low;
    }

    /** A stretch of units as one of bytes, without blanks at its ends; `null` where nothing is left. */
    span(from, to) {
        let [start, end] = [Math.max(0, Math.min(from, to)), Math.min(this.text.length, Math.max(from, to))];
        while (start < end && /\s/.test(this.text[start])) start++;
        while (end > start && /\s/.test(this.text[end - 1])) end--;
        return start < end ? { start: this.byte(start), end: this.byte(end), words: this.text.slice(start, end) } : null;
    }
}

/**
 * A text cut where stretches begin and end: `{text, marks}`, in order and without gaps.
 * - Parameter spans: `{start, end, ...}` in bytes; what lies outside the text is cut.
 */
export function piecesOf(index, spans) {
    const placed = spans.map((span) => ({ span, from: index.unit(span.start), to: index.unit(span.end) })).filter((one) => one.from < one.to);
    const edges = [...new Set([0, index.text.length, ...placed.flatMap((one) => [one.from, one.to])])].sort((a, b) => a - b);
    const pieces = [];
    for (let i = 1; i < edges.length; i++) {
        pieces.push({ text: index.text.slice(edges[i - 1], edges[i]), marks: placed.filter((one) => one.from <= edges[i - 1] && one.to >= edges[i]).map((one) => one.span) });
    }
    return pieces;
}

/** How many bytes of UTF-8 a text has. */
export function byteCount(text) {
    return new TextEncoder().encode(text).length;
}

/** A place in a text as a field holds it (`\n` alone) as a place in the text itself, where a line may end with two signs. */
export function unitOfField(text, place) {
    let unit = 0;
    for (let passed = 0; passed < place && unit < text.length; passed++) unit += text[unit] === '\r' && text[unit + 1] === '\n' ? 2 : 1;
    return unit;
}

/** Bytes as base64. */
export function base64Of(bytes) {
    let binary = '';
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(binary);
}

/** Names with commas between, as a list; nothing of what is empty. */
export function namesOf(text) {
    return text.split(/[,;\n]/).map((one) => one.trim()).filter(Boolean);
}

/** Whether names of aircraft are few and short enough to be sent; docs/http-api.md. */
export function areAircraft(names) {
    return names.length <= 20 && names.every((one) => byteCount(one) <= 60);
}
