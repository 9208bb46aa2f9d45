// Areas of rules: their kinds, their points as text, and the lines that show them. Pure. Degrees and kilometres.

const earth = 6371.0088;
const radians = Math.PI / 180;

/** What an area is: `circle`, `polygon`, `corridor` or `named`. */
export function areaKind(area) {
    if (typeof area === 'string') return 'named';
    return ['circle', 'polygon', 'corridor'].find((kind) => kind in (area ?? {})) ?? 'circle';
}

/** The corners of an area, `[[latitude, longitude], …]`: of a circle its centre. What is none is left out. */
export function cornersOf(area) {
    const kind = areaKind(area);
    if (kind === 'named') return [];
    if (kind === 'circle') return [[area?.circle?.latitude, area?.circle?.longitude]].filter(isPoint);
    const list = kind === 'polygon' ? area.polygon : area.corridor?.points;
    return Array.isArray(list) ? list.filter(isPoint) : [];
}

/** The kilometres of an area: radius or width; `null` where it has none. */
export function kilometresOf(area) {
    const value = area?.circle?.km ?? area?.corridor?.km;
    return Number.isFinite(value) && value > 0 ? value : null;
}

/** An area of another kind out of one, with as much of it as both have. */
export function turnedInto(area, kind) {
    const corners = cornersOf(area);
    const margin = typeof area === 'object' && area !== null && 'hysteresisKm' in area ? { hysteresisKm: area.hysteresisKm } : {};
    const km = kilometresOf(area);
    if (kind === 'named') return '';
    if (kind === 'circle') return { circle: { latitude: corners[0]?.[0] ?? 0, longitude: corners[0]?.[1] ?? 0, km: km ?? 100 }, ...margin };
    return kind === 'polygon' ? { polygon: corners, ...margin } : { corridor: { points: corners, km: km ?? 50 }, ...margin };
}

/** The same area with other corners. */
export function withCorners(area, corners) {
    const kind = areaKind(area);
    if (kind === 'polygon') return { ...area, polygon: corners };
    if (kind === 'corridor') return { ...area, corridor: { ...area.corridor, points: corners } };
    const [latitude, longitude] = corners[0] ?? [0, 0];
    return kind === 'circle' ? { ...area, circle: { ...area.circle, latitude, longitude } } : area;
}

/** The same area with another radius or width. */
export function withKilometres(area, km) {
    const kind = areaKind(area);
    return kind === 'circle' || kind === 'corridor' ? { ...area, [kind]: { ...area[kind], km } } : area;
}

/** Corners as lines of text, `62.0933, 129.7706`. */
export function cornersText(corners) {
    return corners.map(([latitude, longitude]) => `${latitude}, ${longitude}`).join('\n');
}

/** Corners of lines of text; `null` where a line is none. */
export function cornersOfText(text) {
    const corners = text.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => line.split(/[\s,;]+/).map(Number));
    return corners.every(isPoint) ? corners : null;
}

/** The line around an area, `[[latitude, longitude], …]`, for drawing: a circle by its true distance; of a corridor the middle. */
export function outlineOf(area) {
    const corners = cornersOf(area);
    if (areaKind(area) !== 'circle') return corners;
    const km = kilometresOf(area);
    return corners.length && km ? Array.from({ length: 73 }, (_, step) => destination(corners[0], km, step * 5)) : corners;
}

/** The point at a distance and a bearing, on a sphere. */
export function destination([latitude, longitude], km, bearing) {
    const angle = km / earth;
    const [phi, theta] = [latitude * radians, bearing * radians];
    const sine = Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(theta);
    const east = Math.atan2(Math.sin(theta) * Math.sin(angle) * Math.cos(phi), Math.cos(angle) - Math.sin(phi) * sine);
    return [Math.asin(Math.max(-1, Math.min(1, sine))) / radians, longitude + east / radians];
}

/** Kilometres between two points, on a sphere. */
export function distanceOf([latitude, longitude], [toLatitude, toLongitude]) {
    const [a, b] = [latitude * radians, toLatitude * radians];
    const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin((toLongitude - longitude) * radians / 2) ** 2;
    return 2 * earth * Math.asin(Math.min(1, Math.sqrt(half)));
}

function isPoint(one) {
    return Array.isArray(one) && one.length === 2 && one.every(Number.isFinite) && Math.abs(one[0]) <= 90 && Math.abs(one[1]) <= 180;
}
