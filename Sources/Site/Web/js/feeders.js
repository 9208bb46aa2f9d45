// Who gives data through a listener, and what the site makes of them.
import { element, tame } from './dom.js';
import { has, number, t } from './language.js';
import { ageText } from './time.js';

const tones = { good: 'good', doubtful: 'wait', quarantined: 'bad' };
const most = 64;

/** The list of feeders, or nothing where a source has none. It stays open while it is drawn anew. */
export function drawFeeders(place, source, now = Date.now()) {
    const feeders = Array.isArray(source.feeders) ? source.feeders : [];
    // The one connection of a source is the source itself, unless something is to be said of it.
    const isItself = feeders.length === 1 && feeders[0].name === source.name && feeders[0].standing === 'good';
    const list = isItself || source.poll ? [] : feeders;
    const key = JSON.stringify([document.documentElement.lang, list, Math.floor(now / 2000)]);
    if (place.dataset.key === key) return;
    place.dataset.key = key;
    if (!list.length) return place.replaceChildren();
    const worst = ['quarantined', 'doubtful'].find((one) => list.some((feeder) => feeder.standing === one));
    const summary = element('summary', {}, t('feeders.title', { n: list.length }), worst ? element('span', { class: `status ${tones[worst]}`, text: t(`standing.${worst}`) }) : null);
    let details = place.querySelector('details');
    if (!details) {
        details = element('details', { class: 'feeders' });
        place.replaceChildren(details);
    }
    const hadFocus = details.querySelector('summary') === document.activeElement;
    details.replaceChildren(summary, element('ul', {}, ...list.slice(0, most).map((feeder) => row(feeder, now))), ...(list.length > most ? [element('p', { class: 'detail', text: t('feeders.more', { n: list.length - most }) })] : []));
    if (hadFocus) summary.focus();
}

function row(feeder, now) {
    const standing = feeder.standing in tones ? feeder.standing : 'good';
    const counts = [
        t('feeders.frames', { n: feeder.frames ?? 0 }), t('feeders.positions', { n: feeder.positions ?? 0 }), t('feeders.copies', { n: feeder.copies ?? 0 }),
        ...(feeder.rejected ? [t('feeders.rejected', { n: feeder.rejected })] : []), ...(feeder.dropped ? [t('feeders.dropped', { n: feeder.dropped })] : []),
    ];
    const reasons = (feeder.reasons ?? []).map((one) => t('feeders.reason', { reason: has(`reason.${one.reason}`) ? t(`reason.${one.reason}`) : tame(one.reason ?? '', 40), count: number(one.count ?? 0) }));
    const heard = feeder.connected === false ? t('feeders.gone') : Number.isFinite(feeder.lastHeard) ? t('feeders.heard', { age: ageText(now / 1000 - feeder.lastHeard) }) : '';
    return element('li', {},
        element('div', { class: 'head' }, element('strong', { text: tame(feeder.name ?? '', 60) }), element('span', { class: 'soft', text: t(feeder.registered ? 'feeders.registered' : 'feeders.unregistered') }),
            element('span', { class: `status ${tones[standing]}`, text: t(`standing.${standing}`) })),
        element('p', { class: 'detail', text: [...counts, heard].filter(Boolean).join(' · ') }),
        reasons.length ? element('p', { class: `detail ${standing === 'good' ? '' : 'bad'}`, text: `${t('feeders.because')} ${reasons.join(', ')}` }) : null);
}
