// The timeline of a visit: which bars stand in which row, and where. Pure: the picture and the table are made of the same.

const hour = 3600;
/** How long the late tail is drawn, seconds: three times its mean. */
export const tailLength = 9 * hour;
const steps = [hour, 3 * hour, 6 * hour, 12 * hour, 24 * hour, 48 * hour, 168 * hour, 672 * hour];

/** Kinds of claims that say when something was at a stop. */
const timed = new Set(['arrival', 'departure', 'observation', 'sighting', 'meeting', 'event', 'schedule']);

/**
 * Rows of each stop: `{stop, lanes: [{kind, hex, bars}]}`. Bars: `{kind, from, to, weight, claim, zone, isTail}`; an open side is `null`.
 * - Parameter candidates: those that have a row of their own, likeliest first.
 */
export function rowsOf(visit, candidates) {
    return visit.stops.map((stop) => {
        const { readings, from, to, hasLateTail } = stop.announced;
        const told = readings.length ? readings.map((one) => ({ kind: 'announced', ...one })) : [{ kind: 'bound', from, to, zone: 'order', weight: 1 }];
        const last = Math.max(...told.map((one) => one.to ?? -Infinity));
        if (hasLateTail && Number.isFinite(last)) told.push({ kind: 'tail', from: last, to: last + tailLength, weight: 0, zone: 'tail' });
        const lanes = [{ kind: 'announced', bars: told.filter((one) => one.from !== null || one.to !== null) }];
        if (stop.narrowed) lanes.push({ kind: 'narrowed', bars: [{ kind: 'narrowed', from: stop.narrowed.from, to: stop.narrowed.to }] });
        const claimed = visit.claims.filter((claim) => timed.has(claim.kind) && claim.kind !== 'schedule' && claim.time && claim.stops.includes(stop.id) && !claim.isDenied)
            .map((claim) => ({ kind: 'claimed', from: claim.time.from, to: claim.time.to, claim: claim.id }));
        if (claimed.length) lanes.push({ kind: 'claimed', bars: claimed });
        for (const one of candidates) {
            const bars = one.stops.filter((seen) => seen.stop === stop.id).map((seen) => ({ kind: ['observed', 'inferred', 'impossible'].includes(seen.known) ? seen.known : 'unknown', from: seen.from, to: seen.to, airport: seen.airport }));
            const known = bars.filter((bar) => bar.from !== null || bar.to !== null);
            if (known.length) lanes.push({ kind: 'aircraft', hex: one.hex, bars: known });
        }
        return { stop, lanes };
    });
}

/** From when to when the timeline goes, with room at both ends; `null` where no bar has a time. */
export function extentOf(rows) {
    const times = rows.flatMap((row) => row.lanes.flatMap((lane) => lane.bars.filter((bar) => bar.kind !== 'impossible').flatMap((bar) => [bar.from, bar.to]))).filter(Number.isFinite);
    if (!times.length) return null;
    const [first, last] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
    const room = Math.max(2 * hour, (last - first) * 0.06);
    return { from: first - room, to: last + room };
}

/** Where a bar stands in a picture so wide: `{x, width, isOpenStart, isOpenEnd}`; `null` where it is out of it. At least 3 wide, so that a moment is seen. */
export function placed(bar, { from, to, width }) {
    const scale = width / Math.max(1, to - from);
    const [left, right] = [((bar.from ?? from) - from) * scale, ((bar.to ?? to) - from) * scale];
    if (right < 0 || left > width) return null;
    const x = Math.max(0, Math.min(left, width - 3));
    return { x, width: Math.max(3, Math.min(right, width) - x), isOpenStart: bar.from === null || left < 0, isOpenEnd: bar.to === null || right > width };
}

/** Marks of the time axis: `{time, x, isDay}`, at least so many pixels apart; `offset` in seconds of the clock that is shown. */
export function marksOf({ from, to, width, offset = 0, apart = 64 }) {
    const step = steps.find((one) => one * width / Math.max(1, to - from) >= apart) ?? steps.at(-1);
    const marks = [];
    for (let time = Math.ceil((from + offset) / step) * step - offset; time <= to && marks.length < 200; time += step) marks.push({ time, x: (time - from) * width / (to - from), isDay: (time + offset) % 86_400 === 0 });
    return marks;
}
