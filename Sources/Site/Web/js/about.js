// The about page: what the site is, how things are known, and whose work it stands on.
import { byId, element, setText, show, tame } from './dom.js';
import { keyList } from './keys.js';
import { number, t } from './language.js';
import { startPage } from './page.js';
import { outLink } from './terms.js';

// Where to write to: a link where the text is one, or a mail address.
function contactLink(text) {
    if (/^[^\s@:/]+@[^\s@:/]+$/.test(text)) return element('a', { href: `mailto:${text}`, text });
    return outLink(text, text);
}

// What strangers are not shown, as sentences.
function kept(discretion) {
    const sentences = [];
    const { delay, floor, range } = discretion;
    if (delay) {
        const [unit, length] = delay % 86400 === 0 ? ['days', 86400] : delay % 3600 === 0 ? ['hours', 3600] : delay % 60 === 0 ? ['minutes', 60] : ['seconds', 1];
        sentences.push(t(`about.kept.delay.${unit}`, { n: delay / length }));
        if (delay > 3600) sentences.push(t('about.kept.nolive'));
    }
    if (floor !== undefined) sentences.push(t('about.kept.floor', { floor }));
    if (range !== undefined) sentences.push(t('about.kept.range', { range: range / 1000 }));
    if (['public', 'everywhere'].includes(discretion.ladd)) sentences.push(t(`about.kept.ladd.${discretion.ladd}`));
    if (discretion.considered) sentences.push(t('about.kept.considered', { day: tame(discretion.considered, 10) }));
    return sentences;
}

// A line for each reason for which anything was decided. On a narrow page the head stands beside each figure.
function decided(one) {
    const day = tame(one.lastDay, 10);
    const cells = [
        ['about.decisions.granted', number(one.granted)], ['about.decisions.refused', number(one.refused)], ['about.decisions.withdrawn', number(one.withdrawn)],
        ['about.decisions.lists', number(one.lists)], ['about.decisions.last', element('time', { datetime: day, text: day })],
    ].map(([label, content]) => element('td', { 'data-label': t(label) }, content));
    return element('tr', {}, element('th', { scope: 'row' }, t(`about.decisions.of.${one.reason}`)), ...cells);
}

// How well a receiver's place is kept; where the sky is simulated and no place is written, there is none that could be found.
function protectionKey({ simulated, discretion }) {
    return simulated === true && discretion.range === undefined ? 'simulated' : discretion.protection;
}

function showDiscretion(site) {
    const { discretion } = site;
    byId('kept').replaceChildren(...kept(discretion).map((sentence) => element('li', {}, sentence)));
    const contact = byId('contact');
    show(contact, Boolean(discretion.contact));
    if (discretion.contact) contact.replaceChildren(`${t('about.contact')} `, contactLink(tame(discretion.contact, 200)));
    const protection = byId('protection');
    setText(protection, t(`about.protection.${protectionKey(site)}`));
    show(protection, true);
    const decisions = discretion.decisions ?? [];
    byId('decision-rows').replaceChildren(...decisions.map(decided));
    show(byId('decisions'), decisions.length > 0);
}

await startPage((site) => {
    byId('key-list').replaceChildren(keyList());
    if (!site) return;
    if (site.discretion) showDiscretion(site);
    setText(byId('version'), t('about.version', { version: tame(site.version ?? '', 40) }));
    const given = (site.credits ?? []).map((one) => element('li', {}, outLink(one.link, tame(one.text, 200))));
    byId('data-credits').replaceChildren(...given);
    show(byId('data-credits-title'), given.length > 0);
    const credit = byId('basemap-credit');
    show(credit, Boolean(site.basemap?.attribution));
    if (site.basemap?.attribution) setText(credit, t('about.credits.basemap', { text: tame(site.basemap.attribution.replace(/<[^>]*>/g, ''), 500) }));
});
