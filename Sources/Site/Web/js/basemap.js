// The style of our own tiles, dark and light. Labels are drawn with the reader's own fonts: the style has no glyphs.

const inks = {
    dark: {
        sea: '#0b1219', land: '#18222c', lake: '#0f1a24', coast: '#2e3f4e', border: '#51667a', disputed: '#8a7a55',
        province: '#293744', city: '#a9bac8', town: '#8ea0af', halo: '#0d151d', airport: '#6f8aa3', airportText: '#93abc0', line: '#1d2a35',
    },
    light: {
        sea: '#d5e1ea', land: '#f6f4ee', lake: '#d5e1ea', coast: '#a9b8c4', border: '#94979c', disputed: '#a5793a',
        province: '#d8d6cf', city: '#2f3b47', town: '#525d68', halo: '#fbfaf6', airport: '#5a7894', airportText: '#3c5a76', line: '#c3d2dd',
    },
};

const fonts = ['Noto Sans', 'DejaVu Sans', 'sans-serif'];
const localName = { en: ['coalesce', ['get', 'name_en'], ['get', 'name']], id: ['coalesce', ['get', 'name_id'], ['get', 'name_en'], ['get', 'name']] };

/** Colours a page may need beside the map. */
export function basemapInk(theme) {
    return inks[theme];
}

/** A MapLibre style for what the site has: vector tiles of ours, raster tiles, or nothing but lines of latitude and longitude. */
export function basemapStyle(basemap, theme, language) {
    const ink = inks[theme];
    const style = { version: 8, sources: {}, layers: [{ id: 'sea', type: 'background', paint: { 'background-color': ink.sea } }] };
    if (!basemap) return withGraticule(style, ink);
    const tiles = [`${location.origin}/basemap/{z}/{x}/{y}.${basemap.format ?? 'pbf'}`];
    const zooms = { minzoom: basemap.minzoom ?? 0, maxzoom: basemap.maxzoom ?? 6 };
    if (basemap.format && basemap.format !== 'pbf') {
        style.sources.basemap = { type: 'raster', tiles, tileSize: 256, ...zooms };
        const dimmed = theme === 'dark' ? { 'raster-brightness-max': 0.55, 'raster-saturation': -0.5 } : {};
        style.layers.push({ id: 'raster', type: 'raster', source: 'basemap', paint: dimmed });
        return style;
    }
    style.sources.basemap = { type: 'vector', tiles, ...zooms };
    style.layers.push(...areas(ink), ...lines(ink), ...labels(ink, localName[language] ?? localName.en));
    for (const layer of style.layers) if (layer['source-layer']) layer.source = 'basemap';
    return style;
}

function areas(ink) {
    return [
        { id: 'land', type: 'fill', 'source-layer': 'land', paint: { 'fill-color': ink.land, 'fill-antialias': true } },
        { id: 'lake', type: 'fill', 'source-layer': 'lake', paint: { 'fill-color': ink.lake } },
    ];
}

function lines(ink) {
    return [
        {
            id: 'province', type: 'line', 'source-layer': 'province', minzoom: 4,
            paint: { 'line-color': ink.province, 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 8, 1.1] },
        },
        {
            id: 'border', type: 'line', 'source-layer': 'border', layout: { 'line-join': 'round' },
            paint: { 'line-color': ink.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.6, 6, 1.2, 10, 1.8] },
        },
        {
            id: 'disputed', type: 'line', 'source-layer': 'disputed',
            paint: {
                'line-color': ink.disputed, 'line-dasharray': [2, 2],
                'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.8, 6, 1.4, 10, 2],
            },
        },
    ];
}

function labels(ink, name) {
    const isCapital = ['>', ['coalesce', ['get', 'capital'], 0], 0];
    const airport = (id, kind, minzoom, textZoom, radius) => [
        {
            id: `airport-${id}`, type: 'circle', 'source-layer': 'airport', minzoom, filter: ['==', ['get', 'kind'], kind],
            paint: {
                'circle-radius': radius, 'circle-color': ink.halo, 'circle-stroke-color': ink.airport, 'circle-stroke-width': 1.4,
            },
        },
        {
            id: `airport-${id}-name`, type: 'symbol', 'source-layer': 'airport', minzoom: textZoom,
            filter: ['==', ['get', 'kind'], kind],
            layout: {
                'text-field': ['step', ['zoom'], ['coalesce', ['get', 'iata'], ['get', 'icao']], 10,
                    ['concat', ['get', 'name'], ' ', ['coalesce', ['get', 'icao'], '']]],
                'text-font': fonts, 'text-size': 10.5, 'text-offset': [0, 0.9], 'text-anchor': 'top', 'text-max-width': 9,
            },
            paint: { 'text-color': ink.airportText, 'text-halo-color': ink.halo, 'text-halo-width': 1.3 },
        },
    ];
    // `rank` is the first zoom at which the tile's maker found room for the name.
    const places = {
        id: 'place', type: 'symbol', 'source-layer': 'place', filter: ['<=', ['coalesce', ['get', 'rank'], 5], ['zoom']],
        layout: {
            'text-field': name, 'text-font': fonts, 'text-max-width': 8, 'text-padding': 4,
            'text-size': ['interpolate', ['linear'], ['zoom'], 1, ['case', isCapital, 10.5, 9.5], 8, ['case', isCapital, 15, 12.5]],
            'symbol-sort-key': ['+', ['*', 100, ['coalesce', ['get', 'rank'], 5]], ['case', isCapital, 0, 50]],
        },
        paint: {
            'text-color': ['case', isCapital, ink.city, ink.town], 'text-halo-color': ink.halo, 'text-halo-width': 1.4,
        },
    };
    return [
        ...airport('small', 'small', 8, 9.5, 2), ...airport('medium', 'medium', 6, 7, 2.5), ...airport('large', 'large', 4, 5.5, 3),
        places,
    ];
}

function withGraticule(style, ink) {
    const features = [];
    const line = (coordinates) => features.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } });
    for (let longitude = -180; longitude <= 180; longitude += 10) line([[longitude, -85], [longitude, 85]]);
    for (let latitude = -80; latitude <= 80; latitude += 10) {
        const points = [];
        for (let longitude = -180; longitude <= 180; longitude += 30) points.push([longitude, latitude]);
        line(points);
    }
    style.sources.graticule = { type: 'geojson', data: { type: 'FeatureCollection', features } };
    style.layers.push({ id: 'graticule', type: 'line', source: 'graticule', paint: { 'line-color': ink.coast, 'line-width': 0.8 } });
    return style;
}
