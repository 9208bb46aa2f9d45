// Colour by altitude, from warm at the ground over green and blue to violet; on the ground grey, not known a pale plum of its own.
import { unknown } from './frames.js';
import { flag } from './sky.js';

/** Altitudes of the ramp's stops, feet. */
export const rampFeet = [0, 2000, 5000, 10_000, 20_000, 30_000, 40_000, 45_000];

const palettes = {
    dark: {
        ramp: ['#ff9a4a', '#ffc24a', '#e8e04f', '#7fdc6a', '#3fd3b4', '#4db8ff', '#8f9dff', '#d58bff'],
        ground: '#a9b2ba', unknown: '#f3d7e6', edge: '#05090d', selected: '#ffffff', alert: '#ff5a5a', gap: '#9fb0bf',
    },
    light: {
        ramp: ['#b84a00', '#9c6200', '#7a6f00', '#2f7d1f', '#00796a', '#0067b8', '#3f4fd0', '#8a2fc0'],
        ground: '#5d6670', unknown: '#8d4a6c', edge: '#ffffff', selected: '#10161c', alert: '#c40018', gap: '#5a6775',
    },
};

const steps = 184;
const feetAStep = 250;
const tables = {};

/** The palette of a theme. */
export function palette(theme) {
    return palettes[theme];
}

/** Red, green and blue of each 250 ft step of a theme, then of ground (184) and unknown (185), four bytes each. */
export function colourTable(theme) {
    tables[theme] ??= build(palettes[theme]);
    return tables[theme];
}

/** Index into the table for the altitude column and the flags of an aircraft. */
export function colourIndex(altitude, flags) {
    if (flags & flag.onGround) return steps;
    if (altitude === unknown.i16) return steps + 1;
    const step = (altitude * 25 / feetAStep) | 0;
    return step < 0 ? 0 : step >= steps ? steps - 1 : step;
}

/** CSS colour of an altitude in feet (`null`: not known). */
export function cssColour(theme, feet, onGround = false) {
    const column = feet === null ? unknown.i16 : Math.round(feet / 25);
    return cssOfIndex(theme, colourIndex(column, onGround ? flag.onGround : 0));
}

/** CSS colour of an index. */
export function cssOfIndex(theme, index) {
    const table = colourTable(theme);
    return `rgb(${table[index * 4]},${table[index * 4 + 1]},${table[index * 4 + 2]})`;
}

/** Red, green and blue of `#rrggbb`, 0…255. */
export function rgb(hex) {
    const bits = parseInt(hex.slice(1), 16);
    return [bits >> 16, bits >> 8 & 255, bits & 255];
}

function build({ ramp, ground, unknown: none }) {
    const table = new Uint8Array((steps + 2) * 4);
    for (let step = 0; step < steps; step++) {
        const feet = step * feetAStep;
        let stop = 0;
        while (stop < rampFeet.length - 2 && feet >= rampFeet[stop + 1]) stop++;
        const share = Math.min(1, (feet - rampFeet[stop]) / (rampFeet[stop + 1] - rampFeet[stop]));
        const low = rgb(ramp[stop]);
        const high = rgb(ramp[stop + 1]);
        low.forEach((value, channel) => { table[step * 4 + channel] = value + (high[channel] - value) * share; });
    }
    [ground, none].forEach((colour, offset) => {
        rgb(colour).forEach((value, channel) => { table[(steps + offset) * 4 + channel] = value; });
    });
    return table;
}
