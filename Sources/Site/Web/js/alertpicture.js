// The small picture of a track with an alert: points of the evidence, lines broken at silences, a dot and a name where each was last. No map, so it says so.
import { drawn, tame } from './dom.js';

const [width, height, margin] = [320, 200, 16];
/** Seconds after which two points are not joined; as in the server's own picture. */
const gap = 120;

/** Lines to draw, in a box of 320 by 200: `[{hex, pieces: [[[x, y], …], …], end: [x, y]}]`; none where nothing is known. Pure. */
export function picturePaths(evidence) {
    const points = [...evidence.positions, ...evidence.events.flatMap((event) => event.positions.map((one) => ({ ...one, hex: one.hex ?? event.hex })))].filter((one) => one.hex);
    return points.length > 1 ? placed(points) : sketched(evidence);
}

function placed(points) {
    const [first] = points;
    const east = (one) => ((one.longitude - first.longitude + 540) % 360) - 180;
    const [west, mostEast] = [Math.min(...points.map(east)), Math.max(...points.map(east))];
    const [south, north] = [Math.min(...points.map((one) => one.latitude)), Math.max(...points.map((one) => one.latitude))];
    const shrink = Math.max(0.05, Math.cos((south + north) / 2 * Math.PI / 180));
    const span = Math.max((mostEast - west) * shrink / (width - 2 * margin), (north - south) / (height - 2 * margin), 1e-4);
    const at = (one) => [margin + (east(one) - west) * shrink / span, margin + (north - one.latitude) / span];
    return [...new Set(points.map((one) => one.hex))].slice(0, 3).map((hex) => {
        const own = points.filter((one) => one.hex === hex).sort((one, other) => (one.time ?? 0) - (other.time ?? 0));
        const pieces = [];
        own.forEach((one, place) => {
            const before = own[place - 1];
            if (!before || (one.time ?? 0) - (before.time ?? 0) > gap) pieces.push([]);
            pieces.at(-1).push(at(one));
        });
        return { hex, pieces, end: at(own.at(-1)) };
    });
}

// The server's own picture is text of SVG: its lines are read out of it, and nothing of it is put into the page.
function sketched({ picture, bound }) {
    // A line for each of those whom the alert is about, in their order.
    const lines = [...(picture ?? '').slice(0, 400_000).matchAll(/<path d="([ML0-9 .-]*)"/g)].slice(0, Math.min(3, bound.length));
    return lines.map(([, line], place) => {
        const pieces = line.split('M').filter(Boolean).map((piece) => piece.split('L').map((pair) => pair.trim().split(' ').map(Number)).filter((pair) => pair.length === 2 && pair.every(Number.isFinite)));
        const whole = pieces.filter((piece) => piece.length);
        return whole.length ? { hex: bound[place].hex, pieces: whole, end: whole.at(-1).at(-1) } : null;
    }).filter(Boolean);
}

/** The picture as SVG. `names(hex)`: what an aircraft is called; `title`: what the picture is; `word`: said across it, or `null`. */
export function pictureNode(paths, { names, title, word }) {
    const svg = drawn('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': title, class: 'track-picture' });
    paths.forEach((path, place) => {
        const own = `line-${place + 1}`;
        for (const piece of path.pieces) {
            if (piece.length > 1) svg.append(drawn('polyline', { class: own, points: piece.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ') }));
            else svg.append(drawn('circle', { class: `${own} alone`, cx: piece[0][0].toFixed(1), cy: piece[0][1].toFixed(1), r: 1.6 }));
        }
        const [x, y] = path.end;
        svg.append(drawn('circle', { class: `${own} end`, cx: x.toFixed(1), cy: y.toFixed(1), r: 4.5 }));
        const isRight = x > width * 0.62;
        svg.append(drawn('text', { x: (isRight ? x - 9 : x + 9).toFixed(1), y: Math.max(14, Math.min(height - 6, y + 4 + place * 2)).toFixed(1), 'text-anchor': isRight ? 'end' : 'start' }, tame(names(path.hex), 16)));
    });
    if (word) svg.append(drawn('text', { x: width / 2, y: height - 12, class: 'stamp', 'text-anchor': 'middle' }, word));
    return svg;
}
