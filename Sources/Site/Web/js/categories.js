// Emitter categories (DO-260B table 2-23: sets A to C) and the drawing each gets on the map.

export const shape = {
    unknown: 0, airliner: 1, light: 2, large: 3, fighter: 4, helicopter: 5, glider: 6, balloon: 7, uav: 8, vehicle: 9,
    obstacle: 10, heavy: 11, ring: 12, alert: 13,
};

const byCategory = {
    A1: shape.light, A2: shape.large, A3: shape.airliner, A4: shape.airliner, A5: shape.heavy, A6: shape.fighter,
    A7: shape.helicopter, B1: shape.glider, B2: shape.balloon, B3: shape.obstacle, B4: shape.light, B6: shape.uav,
    B7: shape.fighter, C1: shape.vehicle, C2: shape.vehicle, C3: shape.obstacle, C4: shape.obstacle, C5: shape.obstacle,
};

/** The drawing for an emitter category; `unknown` for none or one we have no drawing for. */
export function shapeOf(category) {
    return byCategory[category] ?? shape.unknown;
}

/** Whether the language files have words for this category. */
export function isNamedCategory(category) {
    return /^[ABC][0-7]$/.test(category) && category !== 'B5' && !/^C[67]$/.test(category);
}

/** The group of a source class, as the filter offers them. */
export function sourceGroup(source) {
    if (source.startsWith('adsb')) return 'adsb';
    if (source.startsWith('adsr')) return 'adsr';
    if (source.startsWith('tisb')) return 'tisb';
    return { mlat: 'mlat', mode_s: 'modes', mode_ac: 'modeac', adsc: 'adsc' }[source] ?? 'other';
}

export const sourceGroups = ['adsb', 'adsr', 'tisb', 'adsc', 'mlat', 'modes', 'modeac', 'other'];
