// The binary frames of `/api/v1/live` (docs/http-api.md): header `length u32 · kind u8 · flags u8 · reserved u16`, little endian.
// Every function here is total: whatever the bytes are, it returns or throws a `FrameError`; it never loops without an end.

export const unknown = { i32: -0x8000_0000, i16: -0x8000, u16: 0xffff };
export const kinds = { full: 1, change: 2, strings: 3, event: 4, time: 5 };
export const maximumPayload = 32 * 1024 * 1024;

/** What was wrong with the bytes; `code` is for machines. */
export class FrameError extends Error {
    constructor(code) {
        super(code);
        this.name = 'FrameError';
        this.code = code;
    }
}

/** Cuts a stream of chunks into frames. A header that promises too much is an error, since nothing after it can be trusted. */
export class FrameSplitter {
    #pending = [];
    #size = 0;

    /** Takes one chunk; returns the whole frames `{kind, flags, payload}` it completed. */
    push(chunk) {
        this.#pending.push(chunk);
        this.#size += chunk.length;
        const frames = [];
        while (this.#size >= 8) {
            const head = this.#peek();
            const length = head.getUint32(0, true);
            if (length > maximumPayload) throw new FrameError('too-long');
            if (this.#size < 8 + length) break;
            const whole = this.#take(8 + length);
            // A copy that starts at 0, so that columns of four bytes stand on multiples of four.
            frames.push({ kind: whole[4], flags: whole[5], payload: whole.slice(8).buffer });
        }
        return frames;
    }

    #peek() {
        if (this.#pending[0].length < 8) this.#merge();
        const first = this.#pending[0];
        return new DataView(first.buffer, first.byteOffset, 8);
    }

    #take(count) {
        if (this.#pending[0].length < count) this.#merge();
        const first = this.#pending[0];
        if (first.length === count) this.#pending.shift();
        else this.#pending[0] = first.subarray(count);
        this.#size -= count;
        return first.subarray(0, count);
    }

    #merge() {
        const merged = new Uint8Array(this.#size);
        let at = 0;
        for (const part of this.#pending) {
            merged.set(part, at);
            at += part.length;
        }
        this.#pending = [merged];
    }
}

/** Reads one payload by its kind; `null` for a kind this page does not know. */
export function decode(kind, payload) {
    switch (kind) {
        case kinds.full: return decodeFull(payload);
        case kinds.change: return decodeChange(payload);
        case kinds.strings: return decodeStrings(payload);
        case kinds.event: return decodeEvent(payload);
        case kinds.time: return decodeTime(payload);
        default: return null;
    }
}

/** A frame of kind 1: all aircraft, as typed arrays over the payload. Times in milliseconds. */
export function decodeFull(payload) {
    if (payload.byteLength < 16) throw new FrameError('short');
    const head = new DataView(payload);
    const count = head.getUint32(8, true);
    if (payload.byteLength !== 16 + 24 * count) throw new FrameError('length');
    const column = columns(payload, 16);
    return {
        time: finite(head.getFloat64(0, true)), count, sequence: head.getUint32(12, true),
        address: column(Uint32Array, count), latitude: column(Int32Array, count), longitude: column(Int32Array, count),
        altitude: column(Int16Array, count), speed: column(Uint16Array, count), track: column(Uint16Array, count),
        verticalRate: column(Int16Array, count), flags: column(Uint16Array, count), age: column(Uint16Array, count),
    };
}

/** A frame of kind 2: differences to the frame before it. */
export function decodeChange(payload) {
    if (payload.byteLength < 32) throw new FrameError('short');
    const head = new DataView(payload);
    const [sequence, moved, values, full, gone, heard] = [8, 12, 16, 20, 24, 28].map((at) => head.getUint32(at, true));
    if (payload.byteLength !== 32 + 10 * moved + 14 * values + 24 * full + 4 * gone + 6 * heard) throw new FrameError('length');
    const column = columns(payload, 32);
    const wide = {
        movedAddress: column(Uint32Array, moved), valuesAddress: column(Uint32Array, values),
        fullAddress: column(Uint32Array, full), fullLatitude: column(Int32Array, full),
        fullLongitude: column(Int32Array, full), goneAddress: column(Uint32Array, gone),
        heardAddress: column(Uint32Array, heard),
    };
    return {
        time: finite(head.getFloat64(0, true)), sequence,
        moved: {
            address: wide.movedAddress, latitude: column(Int16Array, moved), longitude: column(Int16Array, moved),
            age: column(Uint16Array, moved),
        },
        values: { address: wide.valuesAddress, ...quantities(column, values) },
        full: {
            address: wide.fullAddress, latitude: wide.fullLatitude, longitude: wide.fullLongitude,
            ...quantities(column, full), age: column(Uint16Array, full),
        },
        gone: wide.goneAddress,
        heard: { address: wide.heardAddress, age: column(Uint16Array, heard) },
    };
}

function quantities(column, count) {
    return {
        altitude: column(Int16Array, count), speed: column(Uint16Array, count), track: column(Uint16Array, count),
        verticalRate: column(Int16Array, count), flags: column(Uint16Array, count),
    };
}

/** Rows of kind 3 as `{address, callsign, registration, category, squawk}`; rows that are not of that form are passed over. */
export function decodeStrings(payload) {
    const rows = parse(payload)?.rows;
    if (!Array.isArray(rows)) throw new FrameError('strings');
    const taken = [];
    for (const row of rows) {
        const address = Array.isArray(row) ? addressOf(row[0]) : null;
        if (address === null) continue;
        const [callsign, registration, category, squawk] = [1, 2, 3, 4].map((at) => text(row[at]));
        taken.push({ address, callsign, registration, category, squawk });
    }
    return taken;
}

/** An event of kind 4: an object with a `kind`. */
export function decodeEvent(payload) {
    const event = parse(payload);
    if (!event || typeof event !== 'object' || typeof event.kind !== 'string') throw new FrameError('event');
    return event;
}

/** A frame of kind 5: the sky's time in milliseconds and the delay of the feed in seconds. */
export function decodeTime(payload) {
    if (payload.byteLength < 16) throw new FrameError('short');
    const view = new DataView(payload);
    return { time: finite(view.getFloat64(0, true)), delay: view.getFloat64(8, true) };
}

/** Six hexadecimal digits, with a tilde before an address that is not ICAO's, from the 25 bits of the stream. */
export function hexOf(address) {
    return (address & 0x100_0000 ? '~' : '') + (address & 0xff_ffff).toString(16).padStart(6, '0');
}

/** The 25 bits of `7c1a2b` or `~7c1a2b`, or `null`. */
export function addressOf(hex) {
    if (typeof hex !== 'string' || !/^~?[0-9a-f]{6}$/i.test(hex)) return null;
    return hex[0] === '~' ? parseInt(hex.slice(1), 16) | 0x100_0000 : parseInt(hex, 16);
}

// Typed arrays have the machine's byte order; every machine a current browser runs on is little endian, as is the stream.
function columns(payload, start) {
    let at = start;
    return (Type, count) => {
        const column = new Type(payload, at, count);
        at += count * Type.BYTES_PER_ELEMENT;
        return column;
    };
}

function parse(payload) {
    try {
        return JSON.parse(new TextDecoder().decode(payload));
    } catch {
        throw new FrameError('json');
    }
}

function finite(number) {
    if (!Number.isFinite(number)) throw new FrameError('time');
    return number;
}

function text(value) {
    return typeof value === 'string' && value !== '' ? value.slice(0, 40) : null;
}
