// What the page costs, for `Tests/Browser/measure.py` and for the curious: `window.pelacakMetrics`.

export const metrics = {
    bytes: 0,
    frames: 0,
    /** Milliseconds on the main thread, newest last, at most 200 of each. */
    decode: [], fill: [], draw: [], labels: [], table: [],
};

window.pelacakMetrics = metrics;

/** Runs the work and notes how long it took under this name. */
export function measure(name, work) {
    const start = performance.now();
    try {
        return work();
    } finally {
        const list = metrics[name];
        list.push(performance.now() - start);
        if (list.length > 200) list.shift();
    }
}
