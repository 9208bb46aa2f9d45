// Which aircraft are shown, and in which order.
import { hexOf, unknown } from './frames.js';
import { sourceGroup, sourceGroups } from './categories.js';
import { isFiltering } from './hash.js';
import { flag, sourceClasses } from './sky.js';

const groupOfClass = sourceClasses.map((name) => sourceGroups.indexOf(sourceGroup(name)));

/** For each slot 1 or 0, or `null` when nothing is filtered. `inView` is not judged here: the map is the view. */
export function visible(sky, filter) {
    if (!isFiltering({ ...filter, inView: false })) return null;
    const shows = new Uint8Array(sky.count);
    const needles = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
    const low = filter.minimumAltitude === null ? -Infinity : filter.minimumAltitude / 25;
    const high = filter.maximumAltitude === null ? Infinity : filter.maximumAltitude / 25;
    const ranged = filter.minimumAltitude !== null || filter.maximumAltitude !== null;
    const group = filter.source ? sourceGroups.indexOf(filter.source) : -1;
    for (let slot = 0; slot < sky.count; slot++) {
        const flags = sky.flags[slot];
        if (group >= 0 && groupOfClass[flags & 15] !== group) continue;
        if (filter.ground && (flags & flag.airGroundKnown) === 0) continue;
        if (filter.ground && ((flags & flag.onGround) !== 0) !== (filter.ground === 'ground')) continue;
        if (filter.position && sky.hasPosition(slot) !== (filter.position === 'with')) continue;
        if (ranged) {
            const altitude = sky.altitude[slot];
            if (altitude === unknown.i16 || altitude < low || altitude > high) continue;
        }
        if (needles.length && !matches(sky, slot, needles)) continue;
        shows[slot] = 1;
    }
    return shows;
}

function matches(sky, slot, needles) {
    const strings = sky.strings.get(sky.address[slot]);
    const text = [hexOf(sky.address[slot]), strings?.callsign, strings?.registration, strings?.category, strings?.squawk]
        .filter(Boolean).join(' ').toLowerCase();
    return needles.every((needle) => text.includes(needle));
}

/** Slots that are shown and, when asked, inside the view, in the order of `sort` (`-` in front: falling). Not known comes last. */
export function ordered(sky, shows, sort, bounds) {
    const slots = [];
    for (let slot = 0; slot < sky.count; slot++) {
        if (shows && !shows[slot]) continue;
        if (bounds && !inBounds(sky, slot, bounds)) continue;
        slots.push(slot);
    }
    const falling = sort.startsWith('-');
    const values = keyValues(sky, slots, sort.replace(/^-/, ''));
    const way = falling ? -1 : 1;
    const order = slots.map((_, index) => index);
    order.sort((a, b) => {
        const left = values[a];
        const right = values[b];
        if (left === right) return sky.address[slots[a]] - sky.address[slots[b]];
        if (left === null) return 1;
        if (right === null) return -1;
        return left < right ? -way : way;
    });
    return order.map((index) => slots[index]);
}

function keyValues(sky, slots, key) {
    const string = (name) => slots.map((slot) => sky.strings.get(sky.address[slot])?.[name] ?? null);
    const column = (values, none) => slots.map((slot) => (values[slot] === none ? null : values[slot]));
    switch (key) {
        case 'callsign': case 'registration': case 'category': case 'squawk': return string(key);
        case 'altitude': return column(sky.altitude, unknown.i16);
        case 'rate': return column(sky.verticalRate, unknown.i16);
        case 'speed': return column(sky.speed, unknown.u16);
        case 'track': return column(sky.track, unknown.u16);
        case 'latitude': return column(sky.latitude, unknown.i32);
        case 'longitude': return slots.map((slot) => (sky.hasPosition(slot) ? sky.longitude[slot] : null));
        case 'source': return slots.map((slot) => sky.flags[slot] & 15);
        case 'state': return slots.map((slot) => -(sky.flags[slot] & (flag.alert | flag.onGround)) * 1000 + (sky.flags[slot] & flag.stale));
        case 'age': return slots.map((slot) => -sky.heard[slot]);
        default: return slots.map((slot) => sky.address[slot]);
    }
}

/** Whether an aircraft stands inside bounds that may reach over the date line. */
export function inBounds(sky, slot, { west, south, east, north }) {
    if (!sky.hasPosition(slot)) return false;
    const latitude = sky.latitude[slot] / 1e6;
    if (latitude < south || latitude > north) return false;
    const longitude = sky.longitude[slot] / 1e6;
    for (let turn = -360; turn <= 360; turn += 360) if (longitude + turn >= west && longitude + turn <= east) return true;
    return false;
}
