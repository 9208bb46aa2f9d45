// What a screen reader is told by itself: politely, the newest only, at most once in ten seconds.
import { byId } from './dom.js';

const interval = 10_000;
let last = -Infinity;
let waiting = null;
let timer = 0;

/** Says a line, now or when ten seconds since the last one have passed; a newer line replaces a waiting one. */
export function announce(text) {
    waiting = text;
    if (timer) return;
    timer = setTimeout(speak, Math.max(0, last + interval - performance.now()));
}

function speak() {
    timer = 0;
    last = performance.now();
    byId('announcer').textContent = waiting;
    waiting = null;
}
