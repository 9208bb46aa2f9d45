// Quantities for people: aviation units or metric ones, each with its unit beside it.
import { number, t } from './language.js';

const kinds = {
    altitude: { aviation: ['unit.ft', 1, 0], metric: ['unit.m', 0.3048, 0] },
    speed: { aviation: ['unit.kt', 1, 0], metric: ['unit.kmh', 1.852, 0] },
    rate: { aviation: ['unit.ftmin', 1, 0], metric: ['unit.ms', 0.3048 / 60, 1] },
    distance: { aviation: ['unit.nm', 1 / 1852, 1], metric: ['unit.km', 1 / 1000, 1] },
    length: { aviation: ['unit.m', 1, 0], metric: ['unit.m', 1, 0] },
    angle: { aviation: ['unit.deg', 1, 0], metric: ['unit.deg', 1, 0] },
    pressure: { aviation: ['unit.hpa', 1, 1], metric: ['unit.hpa', 1, 1] },
    turn: { aviation: ['unit.degs', 1, 2], metric: ['unit.degs', 1, 2] },
    level: { aviation: ['unit.dbfs', 1, 1], metric: ['unit.dbfs', 1, 1] },
};

/** The quantity each unit of the API's fields belongs to. */
export const quantityOfUnit = {
    ft: 'altitude', kt: 'speed', 'ft/min': 'rate', deg: 'angle', hPa: 'pressure', dBFS: 'level', 'deg/s': 'turn',
};

/** Value in base units (ft, kt, ft/min, m, degrees) as a number without its unit. */
export function bare(quantity, value, units) {
    const [, factor, digits] = kinds[quantity][units];
    return number(value * factor, digits);
}

/** Name of the unit. */
export function unitName(quantity, units) {
    return t(kinds[quantity][units][0]);
}

/** Value with its unit, joined so that a line never breaks between them. */
export function withUnit(quantity, value, units) {
    const gap = quantity === 'angle' ? '' : '\u00a0';
    return bare(quantity, value, units) + gap + unitName(quantity, units);
}

/** Where a layer of the air begins, metres; in feet to the hundred, for the edges are whole kilometres. */
export function bandText(metres, units) {
    return withUnit('altitude', units === 'aviation' ? Math.round(metres / 30.48) * 100 : metres / 0.3048, units);
}

/** A number the reader wrote in their unit, in base units. */
export function toBase(quantity, value, units) {
    return value / kinds[quantity][units][1];
}

/** A base value as the reader's number, rounded, without grouping: for input fields. */
export function fromBase(quantity, value, units) {
    return Math.round(value * kinds[quantity][units][1]);
}

/** Latitude and longitude in degrees with their letters' side said by the sign: `52.3086, 4.7639`. */
export function coordinates(latitude, longitude) {
    return `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
}

/** Direction of a track in degrees as three digits: `007`. */
export function heading(degrees) {
    return String(Math.round(degrees) % 360).padStart(3, '0');
}
