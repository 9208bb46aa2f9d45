// All aircraft the stream has told of, as columns in slots. A slot is only good until the next frame; an address lasts.
import { unknown, hexOf } from './frames.js';
import { shapeOf } from './categories.js';
import { mercatorPerKnot, mercatorX, mercatorY } from './mercator.js';

export const flag = { airGroundKnown: 16, onGround: 32, alert: 64, stale: 128, doubtful: 256, geometric: 512 };
export const sourceClasses = [
    'adsb_icao', 'adsb_icao_nt', 'adsr_icao', 'tisb_icao', 'adsc', 'mlat', 'other', 'mode_s', 'adsb_other', 'adsr_other',
    'tisb_trackfile', 'tisb_other', 'mode_ac',
];

export class Sky {
    count = 0;
    /** Time of the last frame, ms of the sky. */
    time = 0;
    sequence = null;
    /** Counts up with every frame that changed something. */
    version = 0;
    /** Changes whenever a callsign, registration, category or squawk did. */
    stringsVersion = 0;
    strings = new Map();
    #slots = new Map();

    constructor(capacity = 1024) {
        this.#allocate(capacity);
    }

    /** The slot of an address, or -1. */
    slot(address) {
        return this.#slots.get(address) ?? -1;
    }

    /** Whether the aircraft of a slot has a position. */
    hasPosition(slot) {
        return this.latitude[slot] !== unknown.i32;
    }

    /** How many aircraft have a position. */
    positioned() {
        let found = 0;
        for (let slot = 0; slot < this.count; slot++) if (this.latitude[slot] !== unknown.i32) found++;
        return found;
    }

    /** Takes a frame of kind 1: everything known before is forgotten, except strings. */
    applyFull(frame) {
        if (frame.count > this.address.length) this.#allocate(frame.count * 2);
        this.count = frame.count;
        for (const name of ['address', 'latitude', 'longitude', 'altitude', 'speed', 'track', 'verticalRate', 'flags']) {
            this[name].set(frame[name]);
        }
        this.#slots.clear();
        for (let slot = 0; slot < frame.count; slot++) {
            this.#slots.set(frame.address[slot], slot);
            this.heard[slot] = frame.time - frame.age[slot] * 100;
            this.shape[slot] = this.#shape(frame.address[slot]);
            this.#project(slot);
        }
        if (this.strings.size > 4 * frame.count + 1000) this.#pruneStrings();
        this.#stamp(frame);
    }

    /** Takes a frame of kind 2; false when a frame before it is missing, and then nothing was changed. */
    applyChange(frame) {
        if (this.sequence === null || frame.sequence !== (this.sequence + 1) >>> 0) return false;
        const { moved, values, full, gone, heard } = frame;
        for (let i = 0; i < moved.address.length; i++) {
            const slot = this.slot(moved.address[i]);
            if (slot < 0 || this.latitude[slot] === unknown.i32) continue;
            this.latitude[slot] += moved.latitude[i];
            this.longitude[slot] = wrapped(this.longitude[slot] + moved.longitude[i]);
            this.heard[slot] = frame.time - moved.age[i] * 100;
            this.#project(slot);
        }
        for (let i = 0; i < values.address.length; i++) {
            const slot = this.slot(values.address[i]);
            if (slot >= 0) this.#setValues(slot, values, i);
        }
        for (let i = 0; i < full.address.length; i++) {
            const slot = this.#slotFor(full.address[i]);
            this.latitude[slot] = full.latitude[i];
            this.longitude[slot] = full.longitude[i];
            this.#setValues(slot, full, i);
            this.heard[slot] = frame.time - full.age[i] * 100;
            this.#project(slot);
        }
        for (let i = 0; i < heard.address.length; i++) {
            const slot = this.slot(heard.address[i]);
            if (slot >= 0) this.heard[slot] = frame.time - heard.age[i] * 100;
        }
        for (let i = 0; i < gone.length; i++) this.#remove(gone[i]);
        this.#stamp(frame);
        return true;
    }

    /** Takes rows of kind 3. */
    applyStrings(rows) {
        for (const row of rows) {
            this.strings.set(row.address, row);
            const slot = this.slot(row.address);
            if (slot >= 0) this.shape[slot] = shapeOf(row.category);
        }
        this.stringsVersion++;
        this.version++;
    }

    /** One aircraft as an object, for panels and tables; absent means not known. Units are those of the names. */
    aircraft(slot) {
        const address = this.address[slot];
        const flags = this.flags[slot];
        const strings = this.strings.get(address);
        return {
            address, hex: hexOf(address),
            callsign: strings?.callsign ?? null, registration: strings?.registration ?? null,
            category: strings?.category ?? null, squawk: strings?.squawk ?? null,
            latitude: this.latitude[slot] === unknown.i32 ? null : this.latitude[slot] / 1e6,
            longitude: this.latitude[slot] === unknown.i32 ? null : this.longitude[slot] / 1e6,
            altitudeFeet: this.altitude[slot] === unknown.i16 ? null : this.altitude[slot] * 25,
            geometric: (flags & flag.geometric) !== 0,
            speedKnots: this.speed[slot] === unknown.u16 ? null : this.speed[slot] / 10,
            trackDegrees: this.track[slot] === unknown.u16 ? null : this.track[slot] * (360 / 65536),
            rateFeetPerMinute: this.verticalRate[slot] === unknown.i16 ? null : this.verticalRate[slot] * 64,
            source: sourceClasses[flags & 15] ?? 'other',
            onGround: flags & flag.airGroundKnown ? (flags & flag.onGround) !== 0 : null,
            alert: (flags & flag.alert) !== 0, stale: (flags & flag.stale) !== 0, doubtful: (flags & flag.doubtful) !== 0,
            heard: this.heard[slot],
        };
    }

    #setValues(slot, from, i) {
        this.altitude[slot] = from.altitude[i];
        this.speed[slot] = from.speed[i];
        this.track[slot] = from.track[i];
        this.verticalRate[slot] = from.verticalRate[i];
        this.flags[slot] = from.flags[i];
    }

    // Once a position, not once a picture.
    #project(slot) {
        const latitude = this.latitude[slot] / 1e6;
        this.x[slot] = mercatorX(this.longitude[slot] / 1e6);
        this.y[slot] = mercatorY(latitude);
        this.perKnot[slot] = mercatorPerKnot(latitude);
    }

    #slotFor(address) {
        const known = this.#slots.get(address);
        if (known !== undefined) return known;
        if (this.count === this.address.length) this.#allocate(this.count * 2);
        const slot = this.count++;
        this.address[slot] = address;
        this.shape[slot] = this.#shape(address);
        this.#slots.set(address, slot);
        return slot;
    }

    #remove(address) {
        const slot = this.#slots.get(address);
        if (slot === undefined) return;
        this.#slots.delete(address);
        const last = --this.count;
        if (slot === last) return;
        for (const name of columnNames) this[name][slot] = this[name][last];
        this.#slots.set(this.address[slot], slot);
    }

    #shape(address) {
        return shapeOf(this.strings.get(address)?.category ?? null);
    }

    #pruneStrings() {
        for (const address of this.strings.keys()) if (!this.#slots.has(address)) this.strings.delete(address);
    }

    #stamp(frame) {
        this.time = frame.time;
        this.sequence = frame.sequence;
        this.version++;
    }

    #allocate(capacity) {
        const before = this;
        const grown = (Type, old) => {
            const column = new Type(capacity);
            if (old) column.set(old.subarray(0, before.count));
            return column;
        };
        this.address = grown(Uint32Array, this.address);
        this.latitude = grown(Int32Array, this.latitude);
        this.longitude = grown(Int32Array, this.longitude);
        this.altitude = grown(Int16Array, this.altitude);
        this.speed = grown(Uint16Array, this.speed);
        this.track = grown(Uint16Array, this.track);
        this.verticalRate = grown(Int16Array, this.verticalRate);
        this.flags = grown(Uint16Array, this.flags);
        this.heard = grown(Float64Array, this.heard);
        this.shape = grown(Uint8Array, this.shape);
        // Mercator place, and Mercator units a second of one knot there.
        this.x = grown(Float64Array, this.x);
        this.y = grown(Float64Array, this.y);
        this.perKnot = grown(Float64Array, this.perKnot);
    }
}

const columnNames = [
    'address', 'latitude', 'longitude', 'altitude', 'speed', 'track', 'verticalRate', 'flags', 'heard', 'shape',
    'x', 'y', 'perKnot',
];

function wrapped(longitude) {
    if (longitude > 180e6) return longitude - 360e6;
    if (longitude < -180e6) return longitude + 360e6;
    return longitude;
}
