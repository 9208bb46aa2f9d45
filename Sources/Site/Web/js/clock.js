// The sky's clock between frames: the time of the last frame, carried on at the pace the site says, but never far.

export class SkyClock {
    /** Sky seconds in a second; 0 when the pace is unknown. */
    pace = 1;
    #sky;
    #live;

    constructor(sky, live) {
        this.#sky = sky;
        this.#live = live;
    }

    /** Sky seconds since the last frame, bounded: a silent server does not let aircraft fly on. */
    get sinceFrame() {
        if (!this.#live.arrived) return 0;
        return Math.min((performance.now() - this.#live.arrived) / 1000, 20) * this.pace;
    }

    /** Now, milliseconds of the sky. */
    get now() {
        return this.#sky.time + this.sinceFrame * 1000;
    }

    /** How far, in sky seconds, positions may be carried on after a frame: one and a half updates when time runs fast, else 30 s. */
    get reach() {
        return this.pace > 20 ? this.pace * 1.5 : 30;
    }
}
