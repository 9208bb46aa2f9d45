// Flights in words: ends with their interval and how they are known, stories of a silence, what it means. Pure but for the language.
import { tame } from './dom.js';
import { has, language, number, t } from './language.js';
import { clockTime, spanText } from './time.js';

const formats = new Map();

function format(mode, options) {
    const key = `${language()} ${mode} ${JSON.stringify(options)}`;
    if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(language(), { ...options, ...(mode === 'local' ? {} : { timeZone: 'UTC' }) }));
    return formats.get(key);
}

/** `Thu, 26 Nov 2026` of an instant, in the reader's clock; seconds since 1970. */
export function dayName(time, mode) {
    return format(mode, { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' }).format(time * 1000);
}

/** A time with its zone; with its date where that is not the day that stands above it. */
export function timeText(time, { mode, day = null, seconds = false }) {
    if (!isTime(time)) return t('value.unknown');
    return clockTime(time * 1000, mode, { date: dayName(time, mode) !== day, seconds });
}

// The same without the zone, for the first of two times.
function bareTime(time, { mode, day = null, seconds = false }) {
    const hours = { hour: '2-digit', minute: '2-digit', ...(seconds ? { second: '2-digit' } : {}), hourCycle: 'h23' };
    const date = dayName(time, mode) === day ? {} : { year: 'numeric', month: 'short', day: 'numeric' };
    return format(mode, { ...hours, ...date }).format(time * 1000);
}

/**
 * An interval in words. Observed: both times to the second. Inferred: `between 14:01 and 14:22 UTC`. Unknown: as far as it is bounded at all.
 * - Parameter span: `{earliest, latest}` in seconds, `null` where open.
 */
export function intervalText(span, known, how) {
    const { earliest, latest } = span ?? {};
    if (!isTime(earliest) && !isTime(latest)) return t('interval.unknown');
    if (!isTime(earliest)) return t(known === 'unknown' ? 'interval.unknownBefore' : 'interval.before', { to: timeText(latest, how) });
    if (!isTime(latest)) return t(known === 'unknown' ? 'interval.unknownAfter' : 'interval.after', { from: timeText(earliest, how) });
    if (known === 'observed') {
        const exact = { ...how, seconds: true };
        // Less than a second is one second to a reader.
        if (Math.floor(earliest) === Math.floor(latest)) return timeText(earliest, exact);
        const sameDay = dayName(earliest, how.mode) === dayName(latest, how.mode);
        return `${bareTime(earliest, exact)} \u2013 ${timeText(latest, sameDay ? { ...exact, day: dayName(earliest, how.mode) } : exact)}`;
    }
    // Two times that read the same say nothing: then to the second.
    const isShort = latest - earliest < 120;
    const both = { ...how, seconds: isShort };
    const sameDay = dayName(earliest, how.mode) === dayName(latest, how.mode);
    const given = { from: bareTime(earliest, both), to: timeText(latest, sameDay ? { ...both, day: dayName(earliest, how.mode) } : both) };
    return t(known === 'unknown' ? 'interval.unknownBetween' : 'interval.between', given);
}

/** How long something took, between two spans: `1 h 20 min`, or `1 h 5 min to 1 h 40 min`; `null` where it is not bounded. */
export function lengthText(begin, end) {
    const values = [begin?.earliest, begin?.latest, end?.earliest, end?.latest];
    if (!values.every(isTime)) return null;
    const [least, most] = [Math.max(0, end.earliest - begin.latest), Math.max(0, end.latest - begin.earliest)];
    const [low, high] = [spanText(least), spanText(most)];
    return low === high || most - least < 90 ? spanText((least + most) / 2) : t('interval.length', { low, high });
}

/** A probability: never rounded to certainty or to nothing. */
export function shareText(share) {
    if (!Number.isFinite(share)) return t('value.unknown');
    if (share > 0.995 && share < 1) return `> 99\u00a0%`;
    if (share < 0.005 && share > 0) return `< 1\u00a0%`;
    return `${number(share * 100)}\u00a0%`;
}

/** A share with its interval: `93 % (81 % to 98 %)`. */
export function shareWithInterval({ probability, low, high }) {
    if (!Number.isFinite(probability)) return t('value.unknown');
    return Number.isFinite(low) && Number.isFinite(high) ? t('share.interval', { share: shareText(probability), low: shareText(low), high: shareText(high) }) : shareText(probability);
}

/** An airport's code and name: `WIII Soekarno-Hatta`. */
export function airportText(id, airports) {
    const name = airports?.get(id)?.name;
    return [tame(id, 10), name ? tame(name, 60) : null].filter(Boolean).join(' ');
}

/** The likeliest airport of an end as a title has it; `?` where it was rather elsewhere. */
export function endTitle(end) {
    const likeliest = end?.airports[0];
    return likeliest?.probability >= 0.5 ? `${tame(likeliest.id, 10)}${likeliest.probability < 0.95 ? '?' : ''}` : '?';
}

/** What is missing to 1 among airports: that it was elsewhere. */
export function elsewhere(airports) {
    const rest = 1 - airports.reduce((sum, one) => sum + one.probability, 0);
    return rest > 0.005 ? rest : 0;
}

/** A leg's title: its callsigns and where it went. */
export function legTitle(leg) {
    return t('leg.title', { call: leg.callsigns.map((call) => tame(call, 10)).join(', ') || t('leg.noCallsign'), from: endTitle(leg.takeoff), to: leg.landing ? endTitle(leg.landing) : '\u2026' });
}

/** A story of a silence. */
export function storyText(one, airports) {
    if (one.story === 'stopped') return t('story.stopped', { airport: airportText(one.airport ?? '?', airports) });
    const key = `story.${one.story}`;
    return has(key) ? t(key) : tame(one.story, 40);
}

/** A verdict's class in a word or two. */
export function className(name) {
    return has(`gap-class.${name}`) ? t(`gap-class.${name}`) : tame(name, 30);
}

/** What a verdict means, as a sentence with what it rests on. */
export function verdictText(verdict) {
    const n = Math.floor(verdict.passes ?? 0);
    if (verdict.class === 'off-likely') {
        const counted = verdict.cells.flatMap((cell) => cell.looks).filter((look) => look.standing === 'counted');
        const missed = counted.reduce((sum, look) => sum + (look.missed ?? 0), 0);
        const heard = counted.reduce((sum, look) => sum + (look.heard ?? 0), 0);
        if (counted.length && missed < 0.5) return t('verdict.off.all', { n });
        return heard + missed > 0 ? t('verdict.off.most', { n, share: shareText(heard / (heard + missed)) }) : t('verdict.off.plain');
    }
    if (verdict.class === 'no-coverage') {
        const looks = verdict.cells.flatMap((cell) => cell.looks);
        const heard = looks.reduce((sum, look) => sum + (look.heard ?? 0), 0);
        return t(heard >= 0.5 ? 'verdict.hardly' : 'verdict.nobody');
    }
    const key = `verdict.${verdict.class}`;
    return has(key) ? t(key) : tame(verdict.class, 40);
}

/** The numbers behind a verdict: always passes, interval of time and receivers. Lines of text. */
export function verdictFigures(verdict, how) {
    const times = verdict.cells.flatMap((cell) => [cell.earliest, cell.latest]).filter(isTime);
    const [first, last] = [Math.min(...times), Math.max(...times)];
    // Where nothing counted, nothing was computed from it.
    // Of who stood on the ground, off the air says nothing.
    const isCounted = verdict.listeners > 0 && verdict.class !== 'landed';
    return [
        isCounted && Number.isFinite(verdict.offAtLeast) ? t('verdict.offAtLeast', { share: shareText(verdict.offAtLeast) }) : null,
        t('verdict.passes', { n: Math.floor(verdict.passes ?? 0) }), t('verdict.listeners', { n: verdict.listeners ?? 0 }),
        times.length ? t('verdict.looked', { when: intervalText({ earliest: first, latest: last }, 'inferred', how) }) : null,
        isCounted && Number.isFinite(verdict.silentAtMost) ? t('verdict.silent', { share: shareText(verdict.silentAtMost) }) : null,
        isCounted && Number.isFinite(verdict.prior) ? t('verdict.prior', { share: shareText(verdict.prior) }) : null,
        Number.isFinite(verdict.pathsTried) ? t('verdict.paths', { n: verdict.pathsTried, path: pathName(verdict.path) }) : null,
    ].filter(Boolean);
}

/** How a path through a silence was thought up. */
export function pathName(path) {
    return has(`path.${path}`) ? t(`path.${path}`) : tame(path ?? '?', 30);
}

/** What an aircraft did at a point: `level`, `climbing`, `descending`. */
export function trendName(trend) {
    return has(`trend.${trend}`) ? t(`trend.${trend}`) : null;
}

/** What became of a look. */
export function standingName(standing) {
    return has(`look.${standing}`) ? t(`look.${standing}`) : tame(standing, 30);
}

/** Lines that say on what an answer of the past does not rest. */
export function basisLines(basis) {
    return [
        basis.incompleteDays.length ? t('history.incomplete', { days: basis.incompleteDays.join(', ') }) : null,
        basis.damagedChunks ? t('history.damaged', { n: basis.damagedChunks }) : null,
        basis.withheld ? t('history.withheld', { n: basis.withheld }) : null,
    ].filter(Boolean);
}

/** Whose data an answer is made of; `null` where nobody has to be named. */
export function creditLine(basis) {
    return basis.credits.length ? t('flights.credits', { who: tame(basis.credits.join(' · '), 300) }) : null;
}

/** Since when an aircraft is known here, and how much of that time was kept. */
export function firstText(first, mode) {
    if (!first || !isTime(first.since)) return null;
    const values = { n: first.days ?? 0, complete: first.complete ?? 0, since: dayName(first.since, mode) };
    return isTime(first.heard) ? t('first.heard', { ...values, when: timeText(first.heard, { mode }) }) : t('first.never', values);
}

function isTime(value) {
    return Number.isFinite(value);
}
