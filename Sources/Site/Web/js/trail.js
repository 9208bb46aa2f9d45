// Where the chosen aircraft have been: solid where it was observed, dotted over a gap (never joined), dashed where others
// computed it, hollow points where it is doubtful. Asked once of the server, then carried on from the stream.
import { colourIndex, cssOfIndex, palette } from './colours.js';
import { hexOf, unknown } from './frames.js';
import { mercatorX, mercatorY, shortWay } from './mercator.js';
import { flag, sourceClasses } from './sky.js';

/** As the server marks it in what it sends. */
const gapSeconds = 120;
const mostPoints = 20_000;
export const pointFlag = { ground: 1, gap: 2, computed: 4, doubtful: 8 };

export class Trails {
    /** Sky seconds that may pass between two updates without a gap; more when time runs fast. */
    step = 0;
    /** Where paths come from: rows of `[time, latitude, longitude, altitude, flags]` of an address. */
    source = liveRows;
    #trails = new Map();
    #context;
    #ratio = 1;

    constructor(canvas, onchange) {
        this.canvas = canvas;
        this.#context = canvas.getContext('2d');
        this.onchange = onchange;
    }

    resize(width, height, ratio) {
        this.canvas.width = Math.round(width * ratio);
        this.canvas.height = Math.round(height * ratio);
        this.#ratio = ratio;
    }

    /** Keeps the trails of these addresses and forgets all others. */
    select(addresses) {
        for (const address of this.#trails.keys()) if (!addresses.has(address)) this.#trails.delete(address);
        for (const address of addresses) {
            if (this.#trails.has(address)) continue;
            const trail = { points: [], loaded: false };
            this.#trails.set(address, trail);
            this.#load(address, trail);
        }
    }

    /** Takes paths from elsewhere from now on. */
    from(source) {
        this.source = source;
        this.reload();
    }

    /** Forgets and asks again: after the stream was cut, what happened meanwhile is only with the server. */
    reload() {
        const addresses = new Set(this.#trails.keys());
        this.#trails.clear();
        this.select(addresses);
    }

    async #load(address, trail) {
        const points = await this.source(address);
        if (this.#trails.get(address) !== trail) return;
        const late = trail.points;
        trail.points = [];
        for (const [time, latitude, longitude, altitude, flags] of points) {
            if (Number.isFinite(latitude) && Number.isFinite(longitude)) append(trail, time, latitude, longitude, altitude, flags);
        }
        const newest = trail.points.at(-1)?.time ?? -Infinity;
        for (const point of late) if (point.time > newest) trail.points.push(point);
        trail.loaded = true;
        this.onchange();
    }

    /** Adds what the newest frame says of the selected aircraft. */
    extend(sky) {
        for (const [address, trail] of this.#trails) {
            const slot = sky.slot(address);
            if (slot < 0 || !sky.hasPosition(slot)) continue;
            const time = sky.heard[slot] / 1000;
            const last = trail.points.at(-1);
            if (last && time <= last.time + 0.4) continue;
            const flags = sky.flags[slot];
            const bits = (flags & flag.onGround ? pointFlag.ground : 0) | (flags & flag.doubtful ? pointFlag.doubtful : 0)
                | (sourceClasses[flags & 15] === 'mlat' ? pointFlag.computed : 0)
                | (last && time - last.time > Math.max(gapSeconds, this.step) ? pointFlag.gap : 0);
            const altitude = sky.altitude[slot] === unknown.i16 ? null : sky.altitude[slot] * 25;
            append(trail, time, sky.latitude[slot] / 1e6, sky.longitude[slot] / 1e6, altitude, bits);
            if (trail.points.length > mostPoints) trail.points.splice(0, 1000);
        }
    }

    /** Draws all trails. `head(address)` gives the place the aircraft is drawn at, or `null`. */
    draw(view, theme, head) {
        const context = this.#context;
        context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
        context.clearRect(0, 0, view.width, view.height);
        if (!this.#trails.size) return;
        context.lineCap = 'round';
        context.lineJoin = 'round';
        for (const [address, trail] of this.#trails) {
            const end = head(address);
            for (let copy = -view.copies; copy <= view.copies; copy++) this.#drawOne(trail.points, end, view, theme, copy);
        }
    }

    #drawOne(points, end, view, theme, copy) {
        if (!points.length) return;
        const context = this.#context;
        const runs = new Runs(context, theme);
        // The newest point's copy of the world leads; older ones follow without jumps over the date line.
        const newest = points.at(-1);
        const base = shortWay(newest.x - view.x) + view.x - newest.x + copy;
        const toX = (x) => view.width / 2 + (x + base - view.x) * view.world;
        const toY = (y) => view.height / 2 + (y - view.y) * view.world;
        let px = toX(points[0].x);
        let py = toY(points[0].y);
        const hollow = [];
        for (let i = 1; i < points.length; i++) {
            const point = points[i];
            const x = toX(point.x);
            const y = toY(point.y);
            const breaks = point.flags & pointFlag.gap || i === points.length - 1;
            if (!breaks && Math.abs(x - px) + Math.abs(y - py) < 2) continue;
            const far = Math.max(px, x) < -50 || Math.min(px, x) > view.width + 50 || Math.max(py, y) < -50 || Math.min(py, y) > view.height + 50;
            if (!far) runs.line(px, py, x, y, point);
            if (point.flags & pointFlag.doubtful && !far) hollow.push(x, y);
            px = x;
            py = y;
        }
        if (end) runs.line(px, py, toX(newest.x + shortWay(end.x - newest.x)), toY(end.y), { ...newest, flags: newest.flags & ~pointFlag.gap });
        runs.flush();
        context.setLineDash([]);
        context.lineWidth = 1.5;
        context.strokeStyle = palette(theme).gap;
        for (let i = 0; i < hollow.length; i += 2) {
            context.beginPath();
            context.arc(hollow[i], hollow[i + 1], 3, 0, 2 * Math.PI);
            context.stroke();
        }
    }
}

/** Lines of one look gathered into one stroke. */
class Runs {
    #look = null;
    #x = NaN;
    #y = NaN;

    constructor(context, theme) {
        this.context = context;
        this.theme = theme;
    }

    line(x0, y0, x1, y1, point) {
        const gap = (point.flags & pointFlag.gap) !== 0;
        const look = gap ? -1 : (point.colour >> 2) * 2 + (point.flags & pointFlag.computed ? 1 : 0);
        if (look !== this.#look) {
            this.flush();
            this.#look = look;
            this.context.beginPath();
            const computed = (point.flags & pointFlag.computed) !== 0;
            this.context.setLineDash(gap ? [1, 6] : computed ? [8, 5] : []);
            this.context.lineWidth = gap ? 2 : 2.6;
            this.context.strokeStyle = gap ? palette(this.theme).gap : cssOfIndex(this.theme, point.colour);
            this.#x = NaN;
        }
        if (this.#x !== x0 || this.#y !== y0) this.context.moveTo(x0, y0);
        this.context.lineTo(x1, y1);
        this.#x = x1;
        this.#y = y1;
    }

    flush() {
        if (this.#look !== null) this.context.stroke();
        this.#look = null;
    }
}

/** The trail of now. */
export async function liveRows(address) {
    try {
        const answer = await fetch(`/api/v1/aircraft/${hexOf(address)}/trail`);
        return answer.ok ? (await answer.json()).points ?? [] : [];
    } catch {
        // Without the server's part the trail begins now.
        return [];
    }
}

function append(trail, time, latitude, longitude, altitude, flags) {
    const last = trail.points.at(-1);
    let x = mercatorX(longitude);
    if (last) x = last.x + shortWay(x - last.x);
    const column = typeof altitude === 'number' ? Math.round(altitude / 25) : unknown.i16;
    const colour = colourIndex(column, flags & pointFlag.ground ? flag.onGround : 0);
    trail.points.push({ time, x, y: mercatorY(latitude), colour, flags: flags | 0 });
}
