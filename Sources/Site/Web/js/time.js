// Times always with their zone, ages in words with the exact time at hand.
import { language, number, t } from './language.js';

const formats = new Map();

/** `12:34:56 UTC`, or local with the zone's name; with the date when asked. Milliseconds since 1970. */
export function clockTime(milliseconds, mode, { date = false, seconds = true } = {}) {
    const key = `${language()} ${mode} ${date} ${seconds}`;
    let format = formats.get(key);
    if (!format) {
        format = new Intl.DateTimeFormat(language(), {
            hour: '2-digit', minute: '2-digit', ...(seconds ? { second: '2-digit' } : {}), hourCycle: 'h23', timeZoneName: 'short',
            ...(date ? { year: 'numeric', month: 'short', day: 'numeric' } : {}),
            ...(mode === 'local' ? {} : { timeZone: 'UTC' }),
        });
        formats.set(key, format);
    }
    return Number.isFinite(milliseconds) && Math.abs(milliseconds) < 8.64e15 ? format.format(milliseconds) : t('value.unknown');
}

/** An age in words: `now`, `12 s ago`, `3 min ago`. Seconds. */
export function ageText(seconds) {
    if (!Number.isFinite(seconds)) return t('value.unknown');
    if (seconds < 1.5) return t('age.now');
    return t('age.ago', { span: spanText(seconds) });
}

/** A span of time in words: `12 s`, `3 min`, `2 h 5 min`. */
export function spanText(seconds) {
    if (seconds < 60) return t('span.seconds', { seconds: Math.floor(seconds) });
    if (seconds < 3600) return t('span.minutes', { minutes: Math.floor(seconds / 60) });
    if (seconds < 86_400) {
        return t('span.hours', { hours: Math.floor(seconds / 3600), minutes: Math.floor(seconds % 3600 / 60) });
    }
    return t('span.days', { days: Math.floor(seconds / 86_400), hours: Math.floor(seconds % 86_400 / 3600) });
}

/** A short age for tables: `0.4`, `12`, `240`, in seconds without unit. */
export function ageNumber(seconds) {
    return seconds < 10 ? number(Math.max(0, seconds), 1) : number(seconds);
}

/** ISO 8601 in UTC, for `datetime`. */
export function isoTime(milliseconds) {
    return Number.isFinite(milliseconds) && Math.abs(milliseconds) < 8.64e15 ? new Date(milliseconds).toISOString() : '';
}
