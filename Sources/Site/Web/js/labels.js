// Names beside aircraft on a 2D canvas: only where they are few, and never one over another.
import { hexOf, unknown } from './frames.js';
import { flag } from './sky.js';
import { bare, unitName } from './units.js';
import { tame } from './dom.js';

const font = '11.5px system-ui, "Noto Sans", "DejaVu Sans", sans-serif';
const boldFont = `600 ${font}`;
const lineHeight = 13.5;
const mostNames = 260;
const mostDetails = 110;

const inks = {
    dark: { text: '#eef3f7', detail: '#c4d0da', halo: 'rgba(8,13,18,0.82)' },
    light: { text: '#101820', detail: '#33414e', halo: 'rgba(255,255,255,0.86)' },
};

export class Labels {
    #context;
    #ratio = 1;
    #widths = new Map();

    constructor(canvas) {
        this.canvas = canvas;
        this.#context = canvas.getContext('2d');
    }

    resize(width, height, ratio) {
        this.canvas.width = Math.round(width * ratio);
        this.canvas.height = Math.round(height * ratio);
        this.#ratio = ratio;
    }

    /** Draws the labels of what is on the screen; `first` are addresses that always have theirs. */
    draw(sky, screen, view, { theme, units, first }) {
        const context = this.#context;
        context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
        context.clearRect(0, 0, view.width, view.height);
        const order = this.#order(sky, screen, view, first);
        if (!order.length) return;
        const detailed = view.zoom >= 6.5 && order.length <= mostDetails;
        const taken = new Occupied();
        if (screen.slots.length <= 600) for (let i = 0; i < screen.slots.length; i++) taken.add(screen.xs[i] - 7, screen.ys[i] - 7, 14, 14);
        const ink = inks[theme];
        context.textBaseline = 'alphabetic';
        context.lineJoin = 'round';
        context.lineWidth = 3;
        for (const { index, forced } of order) {
            const slot = screen.slots[index];
            const lines = this.#lines(sky, slot, units, detailed || forced);
            const width = Math.max(...lines.map((line, at) => this.#width(line, at === 0)));
            const place = this.#place(screen.xs[index], screen.ys[index], width, lines.length * lineHeight, taken, forced);
            if (!place) continue;
            const faded = sky.flags[slot] & flag.stale && !forced;
            context.globalAlpha = faded ? 0.65 : 1;
            lines.forEach((line, at) => {
                context.font = at === 0 ? boldFont : font;
                context.strokeStyle = ink.halo;
                const y = place.y + (at + 0.8) * lineHeight;
                context.strokeText(line, place.x, y);
                context.fillStyle = at === 0 ? ink.text : ink.detail;
                context.fillText(line, place.x, y);
            });
        }
        context.globalAlpha = 1;
    }

    #order(sky, screen, view, first) {
        const count = screen.slots.length;
        const crowded = count > mostNames || view.zoom < 3.5 && count > 60;
        const forced = [];
        const rest = [];
        for (let index = 0; index < count; index++) {
            const slot = screen.slots[index];
            if (first.has(sky.address[slot])) forced.push({ index, forced: true });
            else if (sky.flags[slot] & flag.alert && forced.length < 60) forced.push({ index, forced: true });
            else if (!crowded) rest.push({ index, forced: false });
        }
        // A fixed order, so that labels do not change places from one update to the next.
        rest.sort((a, b) => sky.address[screen.slots[a.index]] - sky.address[screen.slots[b.index]]);
        return forced.concat(rest);
    }

    #lines(sky, slot, units, detailed) {
        const address = sky.address[slot];
        const strings = sky.strings.get(address);
        const lines = [tame(strings?.callsign ?? strings?.registration ?? hexOf(address).toUpperCase(), 12)];
        if (!detailed) return lines;
        const parts = [];
        const flags = sky.flags[slot];
        if (sky.altitude[slot] !== unknown.i16 && !(flags & flag.onGround)) {
            const rate = sky.verticalRate[slot];
            const arrow = rate === unknown.i16 || Math.abs(rate) < 4 ? '' : rate > 0 ? '\u2191' : '\u2193';
            parts.push(`${bare('altitude', sky.altitude[slot] * 25, units)}\u202f${unitName('altitude', units)}${arrow}`);
        }
        if (sky.speed[slot] !== unknown.u16) {
            parts.push(`${bare('speed', sky.speed[slot] / 10, units)}\u202f${unitName('speed', units)}`);
        }
        if (parts.length) lines.push(parts.join('  '));
        if (flags & flag.alert && strings?.squawk) lines[0] += ` \u26a0 ${strings.squawk}`;
        return lines;
    }

    #width(text, bold) {
        const key = bold ? `*${text}` : text;
        let width = this.#widths.get(key);
        if (width === undefined) {
            if (this.#widths.size > 5000) this.#widths.clear();
            this.#context.font = bold ? boldFont : font;
            width = this.#context.measureText(text).width;
            this.#widths.set(key, width);
        }
        return width;
    }

    #place(x, y, width, height, taken, forced) {
        const candidates = [
            [x + 13, y - height / 2], [x - 13 - width, y - height / 2], [x - width / 2, y + 13], [x - width / 2, y - 13 - height],
        ];
        for (const [left, top] of candidates) {
            if (taken.free(left - 2, top - 1, width + 4, height + 2)) {
                taken.add(left - 2, top - 1, width + 4, height + 2);
                return { x: left, y: top };
            }
        }
        if (!forced) return null;
        taken.add(candidates[0][0], candidates[0][1], width, height);
        return { x: candidates[0][0], y: candidates[0][1] };
    }
}

/** Rectangles already used, in a coarse grid. */
class Occupied {
    #cells = new Map();

    add(x, y, width, height) {
        const box = [x, y, x + width, y + height];
        this.#each(box, (key) => {
            const list = this.#cells.get(key);
            if (list) list.push(box);
            else this.#cells.set(key, [box]);
        });
    }

    free(x, y, width, height) {
        const box = [x, y, x + width, y + height];
        let free = true;
        this.#each(box, (key) => {
            for (const other of this.#cells.get(key) ?? []) {
                if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) free = false;
            }
        });
        return free;
    }

    #each([left, top, right, bottom], visit) {
        for (let column = Math.floor(left / 64); column <= Math.floor(right / 64); column++) {
            for (let row = Math.floor(top / 64); row <= Math.floor(bottom / 64); row++) visit(column * 4096 + row);
        }
    }
}
