// A rule as text: reads the part of YAML in which rules are written (JSON is one way of it), and writes it. Pure. The server reads all of YAML; what is beyond this stays text there.

const longest = 65_536;
const deepest = 40;
// Under these keys what looks like a number is one; under all others it is text: an address, a code, a callsign.
const numeric = new Set(['version', 'km', 'hysteresisKm', 'latitude', 'longitude', 'above', 'below', 'atLeast', 'polygon', 'points']);

/** What cannot be read: `key` of the words, and the line, from 1. */
export class RuleTextError extends Error {
    constructor(key, line) {
        super(key);
        Object.assign(this, { key, line });
    }
}

/** Reads a text: `{tree, lineOf(path)}`. The tree is plain values; a path is as the server writes it, `when.sequence[0].landing.at`. Throws `RuleTextError`. */
export function readRule(text) {
    if (text.length > longest) throw new RuleTextError('text.tooLong', 1);
    const node = new Reader(text).document();
    return { tree: plain(node, ''), lineOf: (path) => lineOf(node, path) };
}

/** Writes a tree as text, a line a member; what is short stands on one line. */
export function writeRule(tree) {
    return members(tree, 0);
}

function plain(node, key) {
    if (node.map) return Object.fromEntries(node.map.map(([name, value]) => [name, plain(value, name)]));
    if (node.list) return node.list.map((value) => plain(value, key));
    if (!node.isPlain) return node.text;
    if (['', '~', 'null'].includes(node.text)) return null;
    if (node.text === 'true' || node.text === 'false') return node.text === 'true';
    return numeric.has(key) && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(node.text) ? Number(node.text) : node.text;
}

// The line of the deepest part of a path that there is.
function lineOf(node, path) {
    let { line } = node;
    for (const piece of String(path).match(/[^.[\]]+/g) ?? []) {
        const member = node.map?.find(([name]) => name === piece);
        const next = member?.[1] ?? node.list?.[Number(piece)];
        if (!next) return line;
        line = member?.[2] ?? next.line;
        node = next;
    }
    return line;
}

class Reader {
    constructor(text) {
        this.lines = text.split(/\r?\n/).map((line, place) => ({ number: place + 1, indent: /^ */.exec(line)[0].length, text: line.replace(/^ +/, '') }));
        this.at = 0;
        this.depth = 0;
    }

    document() {
        this.#skip();
        if (this.#line?.text.trim() === '---') { this.at++; this.#skip(); }
        if (!this.#line) throw new RuleTextError('text.empty', 1);
        const node = this.#block(0);
        this.#skip();
        if (this.#line) throw new RuleTextError('text.indent', this.#line.number);
        return node;
    }

    get #line() { return this.lines[this.at]; }

    // Past what is empty or a comment.
    #skip() {
        while (this.#line && /^\s*(#|$)/.test(this.#line.text)) this.at++;
        if (this.#line?.text.startsWith('\t')) throw new RuleTextError('text.tab', this.#line.number);
    }

    #block(least) {
        this.#skip();
        const first = this.#line;
        if (!first || first.indent < least) return null;
        if (++this.depth > deepest) throw new RuleTextError('text.tooDeep', first.number);
        const node = isDash(first.text) ? this.#list(first) : keyOf(first.text) ? this.#map(first) : this.#value(first.text);
        this.depth--;
        return node;
    }

    #list(first) {
        const list = [];
        for (;;) {
            this.#skip();
            const line = this.#line;
            if (!line || line.indent !== first.indent || !isDash(line.text)) break;
            const rest = line.text.slice(1).trimStart();
            if (!rest || rest.startsWith('#')) {
                this.at++;
                list.push(this.#block(first.indent + 1) ?? { line: line.number, text: '', isPlain: true });
            } else {
                // What stands behind the dash is a block of its own, as far in as it stands.
                this.lines[this.at] = { number: line.number, indent: line.indent + line.text.length - rest.length, text: rest };
                list.push(this.#block(first.indent + 1));
            }
        }
        return { line: first.number, list };
    }

    #map(first) {
        const map = [];
        for (;;) {
            this.#skip();
            const line = this.#line;
            if (!line || line.indent !== first.indent) break;
            const found = keyOf(line.text);
            if (!found) throw new RuleTextError(isDash(line.text) ? 'text.indent' : 'text.key', line.number);
            const [key, rest] = found;
            if (map.some(([name]) => name === key)) throw new RuleTextError('text.twice', line.number);
            let value;
            if (!rest || rest.startsWith('#')) {
                this.at++;
                this.#skip();
                // A list may stand as far in as its key.
                const isBelow = this.#line && (this.#line.indent > first.indent || this.#line.indent === first.indent && isDash(this.#line.text));
                value = isBelow ? this.#block(this.#line.indent) : { line: line.number, text: '', isPlain: true };
            } else value = this.#value(rest);
            map.push([key, value, line.number]);
        }
        if (this.#line && this.#line.indent > first.indent) throw new RuleTextError('text.indent', this.#line.number);
        return { line: first.number, map };
    }

    // A value that begins in this line, with brackets maybe over several.
    #value(rest) {
        this.rest = rest;
        const node = /^[[{"']/.test(rest) ? this.#flow() : this.#plainValue(/(?:^|\s)#.*$/);
        if (this.rest.trim() && !/^\s*#/.test(this.rest)) throw new RuleTextError('text.behind', this.#line.number);
        this.at++;
        return node;
    }

    #plainValue(end) {
        const found = end.exec(this.rest);
        const text = (found ? this.rest.slice(0, found.index) : this.rest).trim();
        if (/^[&*!|>@`%]/.test(text) || text === '<<') throw new RuleTextError('text.beyond', this.#line.number);
        this.rest = found ? this.rest.slice(found.index) : '';
        return { line: this.#line.number, text, isPlain: true };
    }

    // To the next sign of a value in brackets, over ends of lines and comments.
    #sign() {
        for (;;) {
            this.rest = this.rest.replace(/^\s+/, '');
            if (this.rest && !this.rest.startsWith('#')) return this.rest[0];
            const { number } = this.#line;
            if (++this.at >= this.lines.length) throw new RuleTextError('text.open', number);
            this.rest = this.#line.text;
        }
    }

    #flow() {
        if (++this.depth > deepest) throw new RuleTextError('text.tooDeep', this.#line.number);
        const sign = this.#sign();
        const node = sign === '{' ? this.#flowMap() : sign === '[' ? this.#flowList() : sign === '"' || sign === "'" ? this.#quoted() : this.#plainValue(/[,\]}]|:(?=\s|$)|\s#/);
        this.depth--;
        return node;
    }

    #flowList() {
        const { number: line } = this.#line;
        const list = [];
        this.rest = this.rest.slice(1);
        while (this.#sign() !== ']') {
            list.push(this.#flow());
            this.#comma(']');
        }
        this.rest = this.rest.slice(1);
        return { line, list };
    }

    #flowMap() {
        const { number: line } = this.#line;
        const map = [];
        this.rest = this.rest.slice(1);
        while (this.#sign() !== '}') {
            const at = this.#line.number;
            const key = this.#flow();
            if (key.text === undefined || this.#sign() !== ':') throw new RuleTextError('text.key', at);
            if (map.some(([name]) => name === key.text)) throw new RuleTextError('text.twice', at);
            this.rest = this.rest.slice(1);
            const value = [',', '}'].includes(this.#sign()) ? { line: at, text: '', isPlain: true } : this.#flow();
            map.push([key.text, value, at]);
            this.#comma('}');
        }
        this.rest = this.rest.slice(1);
        return { line, map };
    }

    #comma(end) {
        const sign = this.#sign();
        if (sign === ',') this.rest = this.rest.slice(1);
        else if (sign !== end) throw new RuleTextError('text.comma', this.#line.number);
    }

    // A text in quotation marks stands in one line.
    #quoted() {
        const { number: line } = this.#line;
        const found = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(this.rest)?.[0];
        if (!found) throw new RuleTextError('text.quote', line);
        this.rest = this.rest.slice(found.length);
        if (found[0] === "'") return { line, text: found.slice(1, -1).replaceAll("''", "'") };
        try {
            return { line, text: JSON.parse(found) };
        } catch {
            throw new RuleTextError('text.quote', line);
        }
    }
}

function isDash(text) {
    return /^-(\s|$)/.test(text);
}

// The key at the beginning of a line, and what stands behind it.
function keyOf(text) {
    const found = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s{}[\],&*!|>'"%@`#?:-][^{}[\],]*?))\s*:(?:\s+(.*))?$/.exec(text);
    if (!found) return null;
    const [, double, single, bare, rest = ''] = found;
    try {
        return [double === undefined ? single?.replaceAll("''", "'") ?? bare : JSON.parse(`"${double}"`), rest];
    } catch {
        return null;
    }
}

function block(value, indent) {
    const blanks = ' '.repeat(indent);
    if (isShort(value)) return `${blanks}${flow(value)}\n`;
    return Array.isArray(value) ? value.map((one) => `${blanks}- ${block(one, indent + 2).trimStart()}`).join('') : members(value, indent);
}

function members(map, indent) {
    return Object.entries(map).map(([key, one]) => `${' '.repeat(indent)}${scalar(key)}:${isShort(one) ? ` ${flow(one)}\n` : `\n${block(one, indent + 2)}`}`).join('');
}

function isShort(value) {
    return value === null || typeof value !== 'object' || JSON.stringify(value).length <= 60;
}

function flow(value) {
    if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
    if (value !== null && typeof value === 'object') return `{${Object.entries(value).map(([key, one]) => `${scalar(key)}: ${flow(one)}`).join(', ')}}`;
    return scalar(value);
}

// Without quotation marks only what is read again as the same text.
function scalar(value) {
    if (typeof value !== 'string') return value === null ? 'null' : String(value);
    const isWord = /^[A-Za-z][A-Za-z0-9 -]*$/.test(value) && !value.endsWith(' ') && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value);
    return isWord || /^\d+(s|min|h|d)$/.test(value) ? value : JSON.stringify(value);
}
