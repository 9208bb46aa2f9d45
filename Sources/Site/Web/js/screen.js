// Where aircraft are on the screen: for labels and for picking. Built when needed, forgotten with the next update or move.
import { unknown } from './frames.js';
import { mercatorPerKnot, mercatorX, mercatorY, shortWay } from './mercator.js';

const cell = 32;

/** Mercator place of a slot, carried on to `now` (ms of the sky) for at most `reach` seconds; `moving` false: not carried past the frame. */
export function placeOf(sky, slot, now, reach) {
    const latitude = sky.latitude[slot] / 1e6;
    let x = mercatorX(sky.longitude[slot] / 1e6);
    let y = mercatorY(latitude);
    const speed = sky.speed[slot];
    const track = sky.track[slot];
    if (speed !== unknown.u16 && track !== unknown.u16) {
        const since = Math.max(0, Math.min((now - sky.heard[slot]) / 1000, reach));
        const way = speed * 0.1 * mercatorPerKnot(latitude) * since;
        const turn = track * (2 * Math.PI / 65536);
        x += Math.sin(turn) * way;
        y -= Math.cos(turn) * way;
    }
    return { x, y };
}

/** The aircraft inside a view, with their pixels, in a grid for quick search. */
export class Screen {
    /** `slots[i]` stands at `xs[i]`, `ys[i]`. */
    slots = [];
    xs = [];
    ys = [];
    #grid = new Map();

    constructor(sky, view, now, reach, shows, alwaysShown) {
        const margin = 30;
        const { copies, world, width, height } = view;
        for (let slot = 0; slot < sky.count; slot++) {
            if (sky.latitude[slot] === unknown.i32) continue;
            if (shows && !shows[slot] && !alwaysShown.has(sky.address[slot])) continue;
            const place = placeOf(sky, slot, now, reach);
            const y = height / 2 + (place.y - view.y) * world;
            if (y < -margin || y > height + margin) continue;
            const nearest = width / 2 + shortWay(place.x - view.x) * world;
            for (let copy = -copies; copy <= copies; copy++) {
                const x = nearest + copy * world;
                if (x < -margin || x > width + margin) continue;
                const key = Math.floor(x / cell) * 4096 + Math.floor(y / cell);
                const index = this.slots.length;
                this.slots.push(slot);
                this.xs.push(x);
                this.ys.push(y);
                const list = this.#grid.get(key);
                if (list) list.push(index);
                else this.#grid.set(key, [index]);
            }
        }
    }

    /** Slots within `radius` pixels of a point, nearest first. */
    near(x, y, radius) {
        const found = [];
        for (let column = Math.floor((x - radius) / cell); column <= Math.floor((x + radius) / cell); column++) {
            for (let row = Math.floor((y - radius) / cell); row <= Math.floor((y + radius) / cell); row++) {
                for (const index of this.#grid.get(column * 4096 + row) ?? []) {
                    const distance = Math.hypot(this.xs[index] - x, this.ys[index] - y);
                    if (distance <= radius) found.push([distance, this.slots[index]]);
                }
            }
        }
        found.sort((a, b) => a[0] - b[0]);
        return [...new Set(found.map(([, slot]) => slot))];
    }
}
