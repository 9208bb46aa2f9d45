// Everything that changes what is seen stands in the fragment, so that a link reproduces it. The server never reads it.
import { sourceGroups } from './categories.js';
import { momentOf, momentText } from './days.js';
import { addressOf } from './frames.js';

export const sortKeys = [
    'callsign', 'hex', 'registration', 'category', 'squawk', 'altitude', 'rate', 'speed', 'track', 'latitude', 'longitude',
    'source', 'state', 'age',
];

export const emptyFilter = Object.freeze({
    text: '', minimumAltitude: null, maximumAltitude: null, source: null, ground: null, position: null, inView: false,
});

export const defaults = Object.freeze({
    latitude: null, longitude: null, zoom: null, selected: Object.freeze([]), follow: false, table: false, wide: false,
    filter: emptyFilter, sort: 'callsign', moment: null, speed: 30, realm: null, area: null, coverage: false, language: null, units: null, theme: null, time: null,
});

const realms = ['real', 'imported', 'simulated'];

const choices = {
    language: ['en', 'id'], units: ['aviation', 'metric'], theme: ['dark', 'light'], time: ['utc', 'local'],
};

/** Reads a fragment or query. What is absent or makes no sense has its default; nothing throws. */
export function parseState(text) {
    const given = new URLSearchParams(text.replace(/^[#?]/, ''));
    const state = { ...defaults };
    const latitude = number(given.get('lat'), -85, 85);
    const longitude = number(given.get('lon'), -180, 180);
    const zoom = number(given.get('z'), 0, 22);
    if (latitude !== null && longitude !== null) Object.assign(state, { latitude, longitude, zoom: zoom ?? 8 });
    state.selected = (given.get('a') ?? '').toLowerCase().split(',').filter((hex) => addressOf(hex) !== null).slice(0, 8);
    state.follow = given.get('follow') === '1';
    state.table = ['1', 'wide'].includes(given.get('table'));
    state.wide = given.get('table') === 'wide';
    const [low, high] = (given.get('alt') ?? '').split('..');
    state.filter = {
        text: (given.get('q') ?? '').slice(0, 60),
        minimumAltitude: number(low, -2000, 130_000), maximumAltitude: number(high, -2000, 130_000),
        source: one(given.get('src'), sourceGroups), ground: one(given.get('gnd'), ['ground', 'air']),
        position: one(given.get('pos'), ['with', 'without']), inView: given.get('inview') === '1',
    };
    const sort = given.get('sort') ?? '';
    if (sortKeys.includes(sort.replace(/^-/, ''))) state.sort = sort;
    state.moment = momentOf(given.get('at'));
    state.speed = Math.round(number(given.get('speed'), 1, 1000) ?? defaults.speed);
    state.realm = one(given.get('realm'), realms);
    state.area = areaOf(given);
    state.coverage = given.get('cover') === '1';
    for (const [name, key] of [['lang', 'language'], ['units', 'units'], ['theme', 'theme'], ['time', 'time']]) {
        state[key] = one(given.get(name), choices[key]);
    }
    return state;
}

/** The fragment of a state, without `#`; `parseState` gives the same state back. */
export function formatState(state) {
    const parts = [];
    const put = (name, value) => parts.push(`${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%7E', '~').replaceAll('%3A', ':')}`);
    if (state.latitude !== null && state.longitude !== null) {
        const digits = Math.max(2, Math.ceil((state.zoom ?? 8) / 3) + 1);
        put('lat', state.latitude.toFixed(digits));
        put('lon', state.longitude.toFixed(digits));
        put('z', String(Math.round((state.zoom ?? 8) * 100) / 100));
    }
    if (state.selected.length) put('a', state.selected.join(','));
    if (state.follow) put('follow', '1');
    if (state.table) put('table', state.wide ? 'wide' : '1');
    const { filter } = state;
    if (filter.text) put('q', filter.text);
    if (filter.minimumAltitude !== null || filter.maximumAltitude !== null) {
        put('alt', `${filter.minimumAltitude ?? ''}..${filter.maximumAltitude ?? ''}`);
    }
    if (filter.source) put('src', filter.source);
    if (filter.ground) put('gnd', filter.ground);
    if (filter.position) put('pos', filter.position);
    if (filter.inView) put('inview', '1');
    if (state.sort !== defaults.sort) put('sort', state.sort);
    if (state.moment !== null) put('at', momentText(state.moment));
    if (state.speed !== defaults.speed) put('speed', String(state.speed));
    if (state.realm) put('realm', state.realm);
    if (state.area) {
        put('area', state.area.box ? state.area.box.join(',') : '1');
        put('from', momentText(state.area.from));
        put('to', momentText(state.area.to));
    }
    if (state.coverage) put('cover', '1');
    if (state.language) put('lang', state.language);
    if (state.units) put('units', state.units);
    if (state.theme) put('theme', state.theme);
    if (state.time) put('time', state.time);
    return parts.join('&');
}

/** Whether any part of the filter is set. */
export function isFiltering(filter) {
    return Object.keys(emptyFilter).some((key) => filter[key] !== emptyFilter[key]);
}

/** The search of an area that a link holds: `{box: [west, south, east, north] or null, from, to}`, ms. */
function areaOf(given) {
    const [from, to] = [momentOf(given.get('from')), momentOf(given.get('to'))];
    const text = given.get('area');
    if (!text || from === null || to === null) return null;
    const edges = text.split(',').map((edge, index) => number(edge, index % 2 ? -90 : -180, index % 2 ? 90 : 180));
    const isBox = edges.length === 4 && !edges.includes(null) && edges[1] < edges[3] && edges[0] !== edges[2];
    return { box: isBox ? edges : null, from, to };
}

function number(text, least, most) {
    if (text === null || text === undefined || text.trim() === '') return null;
    const value = Number(text);
    return Number.isFinite(value) && value >= least && value <= most ? value : null;
}

function one(value, allowed) {
    return allowed.includes(value) ? value : null;
}
