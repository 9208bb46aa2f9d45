// Days of UTC as the past counts them. Pure.

export const dayLength = 86_400_000;

/** Beginning of the day of an instant, ms. */
export function dayStart(time) {
    return Math.floor(time / dayLength) * dayLength;
}

/** `2026-11-25` of an instant. */
export function dayText(time) {
    return new Date(time).toISOString().slice(0, 10);
}

/** Beginning of `2026-11-25`, ms; `null` for what is no day. */
export function dayOf(text) {
    if (!/^\d{4}-\d\d-\d\d$/.test(text ?? '')) return null;
    const time = Date.parse(`${text}T00:00:00Z`);
    return Number.isFinite(time) && time >= 0 && dayText(time) === text ? time : null;
}

/** An instant as links write it: to the second, `2026-11-25T14:05:30Z`. */
export function momentText(time) {
    return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** The instant of such a text, ms; `null` for anything else. */
export function momentOf(text) {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(text ?? '') || dayOf(text.slice(0, 10)) === null) return null;
    const time = Date.parse(text);
    return Number.isFinite(time) ? time : null;
}

/**
 * The weeks of a month as rows of seven, from Monday: beginnings of days, `null` beside the month.
 * - Parameter time: any instant of the month.
 */
export function weeksOf(time) {
    const date = new Date(time);
    const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
    const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
    const cells = Array((new Date(first).getUTCDay() + 6) % 7).fill(null);
    for (let day = first; day <= last; day += dayLength) cells.push(day);
    while (cells.length % 7) cells.push(null);
    return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The first day of the month so many months later. */
export function monthLater(time, months) {
    const date = new Date(time);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}

/** The days that end with the day of an instant: `{from, to}`, ms. */
export function daysUpTo(time, days) {
    const to = dayStart(time) + dayLength;
    return { from: to - days * dayLength, to };
}
