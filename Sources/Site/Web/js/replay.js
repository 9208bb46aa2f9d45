// Replay: fetches the past ahead of its own clock and fills a sky with where everything was. It knows nothing of the page.
import { frameOf } from './pastframe.js';
import { joinBases, joinPaths, readReplay, sample } from './past.js';
import { Sky } from './sky.js';

/** Sky seconds in a second that can be chosen. */
export const speeds = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1000];
const mostWindows = 6;
const mostPoints = 900_000;
/** Less than this is not asked for, ms: near the newest instant it is waited for instead. */
const least = 10_000;
/** After a failure it is asked again, ms. */
const retry = 5000;

/** How much is asked for at once at a speed: seconds of the past, and seconds between points that such a speed can show. */
export function plan(speed) {
    return { length: Math.max(300, Math.min(7200, speed * 30)), spacing: speed <= 10 ? 0 : Math.min(60, Math.round(speed / 10)), ahead: Math.max(60, speed * 8) };
}

export class Replay {
    sky = new Sky();
    /** Milliseconds of the past that are shown. */
    now = 0;
    playing = false;
    speed = 30;
    realm = null;
    /** What is being waited for: `loading`, `failed` (with `status`), or `null`. */
    trouble = null;
    status = 0;
    /** What the answers in use rest on. */
    basis = joinBases([]);
    #windows = [];
    #area = null;
    #asked = null;
    #beat = 0;
    #sequence = 0;
    #out = {};
    #retryAt = 0;
    #again = 0;

    /**
     * - Parameter ask: `(question, signal)` gives the answer's document, or throws an error with a `status`.
     * - Parameter on: `{loaded(), trouble()}`.
     */
    constructor({ ask, on, latest = () => Infinity }) {
        Object.assign(this, { ask, on, latest });
    }

    // As a clock for the picture: positions are those of `now`, so nothing is carried on.
    get pace() { return this.playing ? this.speed : 0; }
    get reach() { return 0; }
    get sinceFrame() { return 0; }

    /** Shows an instant of a world. */
    seek(time, realm = this.realm) {
        if (realm !== this.realm) this.forget();
        this.realm = realm;
        this.now = Math.min(time, this.latest());
        // A question about another time is not waited for.
        if (this.#asked && !this.isLoaded && !(this.#asked.from <= this.now && this.now < this.#asked.to)) this.#drop();
        this.#retryAt = 0;
        this.#fill();
        this.#fetch();
    }

    /** Which part of the earth is looked at, `[west, south, east, north]` or `null` for all of it; `holds(area)`: what is loaded is enough. */
    look(area, holds) {
        if (this.#windows.length && holds(this.#area)) return;
        this.#area = area;
        this.#drop();
        this.#fetch();
    }

    setSpeed(speed) {
        this.speed = speed;
        const { spacing } = plan(speed);
        if (this.#windows.some((one) => one.spacing > 2000 * spacing + 1)) this.#drop();
        this.#fetch();
    }

    play() {
        if (this.now >= this.latest()) return;
        this.playing = true;
        this.#beat = performance.now();
        this.#fetch();
    }

    pause() { this.playing = false; }

    /** Lets go of everything that was loaded. */
    forget() {
        this.pause();
        this.#drop();
        this.sky = new Sky();
        this.#become(null);
    }

    /** One step of the clock; returns whether the sky changed. */
    step(at = performance.now()) {
        const passed = Math.min(1000, at - this.#beat);
        this.#beat = at;
        if (!this.playing) return false;
        const wanted = this.now + passed * this.speed;
        const whole = this.#wholeUntil();
        // Nothing is shown of which it is not known who was there.
        this.now = Math.max(this.now, Math.min(wanted, whole, this.latest()));
        const isEnd = this.now >= this.latest() || this.now >= whole && this.latest() - whole < least;
        if (isEnd) this.pause();
        this.#become(wanted > whole && !isEnd && this.trouble !== 'failed' ? 'loading' : this.trouble === 'loading' ? null : this.trouble);
        this.#fill();
        this.#fetch();
        return true;
    }

    /** Whether the instant that is shown is loaded. */
    get isLoaded() { return this.#window() !== undefined; }

    #window() { return this.#windows.find((one) => one.from <= this.now && this.now < one.to); }

    #wholeUntil() {
        let end = this.now;
        for (const one of this.#windows) if (one.from <= end + 1 && one.to > end) end = one.to - 1;
        return end;
    }

    #fill() {
        const window = this.#window();
        if (!window) return;
        const frame = frameOf(window.paths, this.now, sample, this.#out);
        frame.sequence = this.#sequence++;
        this.sky.applyFull(frame);
    }

    async #fetch() {
        if (!this.now || this.realm === null || this.#asked || performance.now() < this.#retryAt) return;
        const { length, spacing, ahead } = plan(this.speed);
        const begin = this.#wholeUntil();
        const isThere = this.isLoaded;
        if (isThere && begin - this.now > ahead * 1000) return;
        // Where nothing is loaded: from a little before, so that who was just heard is there.
        const from = isThere ? begin + 1 : Math.floor(this.now / 1000 - 120) * 1000;
        const to = Math.min(from + length * 1000, this.latest() + 1);
        if (to - from < least) return;
        const control = new AbortController();
        this.#asked = { control, from, to };
        const asked = this.#asked;
        if (!isThere) this.#become('loading');
        try {
            const made = readReplay(await this.ask({ from: from / 1000, to: to / 1000, area: this.#area, spacing, realm: this.realm }, control.signal));
            if (this.#asked !== asked) return;
            if (!made) throw Object.assign(new Error('form'), { status: 0 });
            this.#take(made);
            this.#become(null);
        } catch (error) {
            if (this.#asked !== asked) return;
            this.status = error.status ?? 0;
            this.#retryAt = performance.now() + retry;
            this.#become('failed');
            // A replay that stands still takes no steps: it asks again by itself.
            clearTimeout(this.#again);
            this.#again = setTimeout(() => { this.#retryAt = 0; this.#fetch(); }, retry);
            this.#again.unref?.();
        }
        this.#asked = null;
        this.#fill();
        this.on.loaded();
        if (this.trouble !== 'failed') this.#fetch();
    }

    #take(made) {
        const before = this.#windows.at(-1);
        if (before && before.to !== made.from) this.#windows = [];
        else if (before) joinPaths(before, made);
        this.#windows.push(made);
        const points = () => this.#windows.reduce((sum, one) => sum + one.points, 0);
        while (this.#windows.length > 1 && (this.#windows.length > mostWindows || points() > mostPoints) && this.#windows[0].to <= this.now) this.#windows.shift();
        this.basis = joinBases(this.#windows.map((one) => one.basis));
        this.sky.applyStrings(made.names);
    }

    #drop() {
        this.#asked?.control.abort();
        this.#asked = null;
        clearTimeout(this.#again);
        this.#windows = [];
        this.#retryAt = 0;
    }

    #become(trouble) {
        if (this.trouble === trouble) return;
        this.trouble = trouble;
        this.on.trouble();
    }
}
