// Where aircraft are on the screen: for labels and for picking. Built when needed, forgotten with the next update or move.
import { unknown } from './frames.js';
import { shortWay } from './mercator.js';

const cell = 32;

/** Mercator place of a slot, carried on to `now` (ms of the sky) for at most `reach` seconds. */
export function placeOf(sky, slot, now, reach) {
    const way = wayOf(sky, slot, now, reach);
    if (way === 0) return { x: sky.x[slot], y: sky.y[slot] };
    const turn = sky.track[slot] * (2 * Math.PI / 65536);
    return { x: sky.x[slot] + Math.sin(turn) * way, y: sky.y[slot] - Math.cos(turn) * way };
}

function wayOf(sky, slot, now, reach) {
    const speed = sky.speed[slot];
    if (speed === unknown.u16 || sky.track[slot] === unknown.u16) return 0;
    const since = (now - sky.heard[slot]) / 1000;
    return speed * 0.1 * sky.perKnot[slot] * Math.max(0, Math.min(since, reach));
}

/** The aircraft inside a view, with their pixels, in a grid for quick search. */
export class Screen {
    /** `slots[i]` stands at `xs[i]`, `ys[i]`. */
    slots = [];
    xs = [];
    ys = [];
    #grid = null;

    constructor(sky, view, now, reach, shows, alwaysShown) {
        const margin = 30;
        const { copies, world, width, height } = view;
        for (let slot = 0; slot < sky.count; slot++) {
            if (sky.latitude[slot] === unknown.i32) continue;
            if (shows && !shows[slot] && !alwaysShown.has(sky.address[slot])) continue;
            // Far outside: not worth its sine.
            const way = wayOf(sky, slot, now, reach);
            const near = way * world + margin;
            let y = height / 2 + (sky.y[slot] - view.y) * world;
            if (y < -near || y > height + near) continue;
            let nearest = width / 2 + shortWay(sky.x[slot] - view.x) * world;
            if (copies === 0 && (nearest < -near || nearest > width + near)) continue;
            if (way > 0) {
                const turn = sky.track[slot] * (2 * Math.PI / 65536);
                nearest += Math.sin(turn) * way * world;
                y -= Math.cos(turn) * way * world;
            }
            for (let copy = -copies; copy <= copies; copy++) {
                const x = nearest + copy * world;
                if (x < -margin || x > width + margin || y < -margin || y > height + margin) continue;
                this.slots.push(slot);
                this.xs.push(x);
                this.ys.push(y);
            }
        }
    }

    /** Slots within `radius` pixels of a point, nearest first. */
    near(x, y, radius) {
        this.#grid ??= this.#build();
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

    // Only when somebody points at the picture.
    #build() {
        const grid = new Map();
        for (let index = 0; index < this.slots.length; index++) {
            const key = Math.floor(this.xs[index] / cell) * 4096 + Math.floor(this.ys[index] / cell);
            const list = grid.get(key);
            if (list) list.push(index);
            else grid.set(key, [index]);
        }
        return grid;
    }
}
