// The one long connection of the map page: connects, reads frames, comes back by itself, and says in which state it is.
import { isRefused, signIn } from './access.js';
import { FrameSplitter, decode, kinds } from './frames.js';
import { measure, metrics } from './metrics.js';

const silenceLimit = 40_000;
const steps = [1, 2, 4, 8, 15, 30];

export class Live {
    /** `connecting`, `live`, `lost`. */
    state = 'connecting';
    /** `performance.now()` when the next try starts, while lost. */
    retryAt = 0;
    /** `performance.now()` when the last frame with a time came. */
    arrived = 0;
    delay = null;
    #sky;
    #on;
    #view = null;
    #abort = null;
    #failures = 0;
    #timer = 0;
    #watchdog = 0;
    #started = 0;

    /** - Parameter on: `{state(live), frame(kind), event(event), flags(flags)}`, each called after the sky has changed. */
    constructor(sky, on) {
        this.#sky = sky;
        this.#on = on;
    }

    /** Connects, or connects anew for another view `[west, south, east, north]` (`null`: the world). */
    connect(view = this.#view) {
        this.#view = view;
        clearTimeout(this.#timer);
        this.#abort?.abort();
        const control = new AbortController();
        this.#abort = control;
        this.#started = performance.now();
        if (this.state !== 'live') this.#become('connecting');
        this.#read(control).then(
            () => this.#lost(control),
            () => this.#lost(control),
        );
    }

    /** The view the stream was asked for. */
    get view() { return this.#view; }

    /** Milliseconds since the last connection was begun. */
    get sinceConnect() { return performance.now() - this.#started; }

    /** Ends the connection without trying again (the page is hidden). */
    pause() {
        clearTimeout(this.#timer);
        clearTimeout(this.#watchdog);
        this.#abort?.abort();
        this.#abort = null;
    }

    get paused() { return this.#abort === null; }

    async #read(control) {
        this.#guard(control);
        const query = this.#view ? `?view=${this.#view.map((edge) => edge.toFixed(3)).join(',')}&every=1` : '?every=1';
        const answer = await fetch(`/api/v1/live${query}`, { signal: control.signal, cache: 'no-store' });
        if (isRefused(answer)) signIn();
        if (!answer.ok || !answer.body) throw new Error(String(answer.status));
        const reader = answer.body.getReader();
        const splitter = new FrameSplitter();
        let fresh = true;
        for (;;) {
            const { done, value } = await reader.read();
            if (done || control.signal.aborted) return;
            metrics.bytes += value.length;
            for (const frame of splitter.push(value)) {
                this.#take(frame, fresh);
                if (frame.kind === kinds.full) fresh = false;
            }
            this.#failures = 0;
            this.#guard(control);
        }
    }

    #take({ kind, flags, payload }, fresh) {
        const took = measure('decode', () => {
            const frame = decode(kind, payload);
            if (frame === null) return null;
            switch (kind) {
                case kinds.full: this.#sky.applyFull(frame); break;
                // A change before the first full frame of a connection belongs to nothing we know.
                case kinds.change: if (fresh || !this.#sky.applyChange(frame)) throw new Error('sequence'); break;
                case kinds.strings: this.#sky.applyStrings(frame); break;
                case kinds.time: this.#sky.time = Math.max(this.#sky.time, frame.time); this.delay = frame.delay; break;
            }
            return frame;
        });
        if (took === null) return;
        if (kind !== kinds.strings && kind !== kinds.event) this.arrived = performance.now();
        this.#on.flags(flags);
        if (this.state !== 'live') this.#become('live');
        if (kind === kinds.event) this.#on.event(took);
        else this.#on.frame(kind);
    }

    #guard(control) {
        clearTimeout(this.#watchdog);
        this.#watchdog = setTimeout(() => {
            if (this.#abort !== control) return;
            control.abort();
            this.#lost(control);
        }, silenceLimit);
    }

    #lost(control) {
        if (this.#abort !== control) return;
        clearTimeout(this.#watchdog);
        control.abort();
        const wait = steps[Math.min(this.#failures++, steps.length - 1)] * 1000 * (0.8 + 0.4 * Math.random());
        this.retryAt = performance.now() + wait;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.connect(), wait);
        this.#become('lost');
    }

    #become(state) {
        this.state = state;
        this.#on.state(this);
    }
}
