// Parts that the pages of watches share: texts in the language, moments, chips of an alert, and whether one may read what is private.
import { byId, element, show, tame } from './dom.js';
import { has, language, t } from './language.js';
import { chip } from './pageparts.js';
import { timeMode } from './preferences.js';
import { ageText, clockTime, isoTime } from './time.js';

/** A text in the language of the page; in another one where there is none. */
export function said(words) {
    return words[language()] ?? words.en ?? Object.values(words)[0] ?? '';
}

/** The words of a key that is put together, or what came where there are none. */
export function wordOr(key, name) {
    return has(key) ? t(key) : tame(name ?? '', 60);
}

/** A moment as text; seconds. */
export function momentText(time, { seconds = false } = {}) {
    return clockTime(time * 1000, timeMode(), { date: true, seconds });
}

/** A moment, with its age at hand; nothing where it is not known. */
export function timeNode(time, { seconds = false, now = null } = {}) {
    if (time === null) return element('span', { text: t('value.unknown') });
    return element('time', { datetime: isoTime(time * 1000), title: now === null ? null : ageText(Math.max(0, now - time)), text: momentText(time, { seconds }) });
}

/** From one moment to another, or since then. */
export function spanOf(from, to) {
    return to === null ? t('span.since', { from: momentText(from) }) : t('span.fromTo', { from: momentText(from), to: momentText(to) });
}

/** Lines of text as they came, without what is not drawn. */
export function linesOf(text) {
    return String(text).split('\n').map((line) => tame(line, 1000)).filter((line) => line.trim() !== '').slice(0, 60);
}

/** What must be said of an alert wherever it stands: simulated, corrected, a correction, public, by late data. */
export function alertChips(alert, { isNew = false } = {}) {
    return [
        alert.isSimulated ? chip('simulated', t('simulated.word')) : null, isNew ? chip('fresh', t('alerts.new')) : null, alert.correctedBy ? chip('bad', t('alerts.corrected')) : null, alert.corrects ? chip('wait', t('alerts.correction')) : null, alert.isLate ? chip('wait', t('alerts.late')) : null,
        alert.isPublic ? chip('public', t('alerts.public')) : null, alert.suppressed ? chip('certainty', t('alerts.suppressed', { n: alert.suppressed })) : null,
    ].filter(Boolean);
}

/** How what was told of an alert fared, in a chip; `null` where all is well. */
export function deliveryChip(alert) {
    const dead = alert.deliveries?.filter((one) => one.state === 'dead').length ?? 0;
    const waiting = alert.deliveries?.filter((one) => one.state === 'pending').length ?? 0;
    if (dead) return chip('bad', t('alerts.dead', { n: dead }));
    return waiting ? chip('wait', t('alerts.waiting', { n: waiting })) : null;
}

/** What a refused question means for who reads: a line, and whether signing in would help. */
export function refusal(error, right) {
    if (error.code === 'no-watches' || error.code === 'no-outlets') return { text: t('watches.none'), isSignIn: false };
    if (error.status === 401 || error.status === 403) return { text: t(right.needsSignIn || error.status === 401 ? 'watches.signIn' : 'watches.closed'), isSignIn: right.needsSignIn || error.status === 401 };
    return { text: error.message, isSignIn: false };
}

/** The strip that says that one reads only, with the way to sign in. */
export function drawSignIn(isShown) {
    show(byId('sign-in-hint'), isShown);
    byId('sign-in-link').href = `/sign-in#next=${encodeURIComponent(location.pathname + location.search)}`;
}

/** A line that says what went wrong; empty for nothing. */
export function troubleNode(text, id = null) {
    return text ? element('p', { class: 'verdict bad', id, role: 'alert', text: tame(text, 400) }) : null;
}
