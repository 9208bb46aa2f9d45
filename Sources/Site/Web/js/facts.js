// One row of the panel: name, value with unit, then how it is known, from what, by which feed, how old.
import { isNamedCategory } from './categories.js';
import { element, setText, show, tame } from './dom.js';
import { has, number, t } from './language.js';
import { timeMode, units } from './preferences.js';
import { ageText, clockTime, isoTime } from './time.js';
import { quantityOfUnit, withUnit } from './units.js';

const decimalsOf = { mach: 3, windDirection: 0 };
const knownWays = ['observed', 'inferred', 'claimed', 'unknown'];

/** Makes a row for a field's key; `draw(field, now)` writes it, `now` in milliseconds of the sky. */
export function factRow(key) {
    const label = has(`field.${key}`) ? t(`field.${key}`) : tame(key, 30);
    const value = element('div', { class: 'value' });
    const known = element('span', { class: 'known' });
    const source = element('span');
    const age = element('time', { class: 'age', tabindex: '0' });
    const node = element('tr', {}, element('th', { scope: 'row', text: label }),
        element('td', {}, element('div', { class: 'line' }, value, age), element('div', { class: 'origin' }, known, source)));
    const draw = (field, now) => {
        setText(value, valueText(key, field));
        const way = knownWays.includes(field.known) ? field.known : 'unknown';
        known.className = `known ${way}`;
        // A claim is somebody's: it is never told without his name where that is known.
        const claimant = way === 'claimed' && field.feed ? tame(field.feed, 60) : null;
        setText(known, claimant ? t('known.claimedBy', { who: claimant }) : t(`known.${way}`));
        const how = field.how ? (has(`how.${field.how}`) ? t(`how.${field.how}`) : tame(field.how, 60)) : null;
        setText(source, [field.source === 'inference' && how ? null : field.source, how, claimant ? null : field.feed, field.isContested ? t('identity.contested') : null].filter(Boolean).map((part) => tame(part, 60)).join(' · '));
        show(age, Number.isFinite(field.time));
        if (!Number.isFinite(field.time)) return;
        setText(age, ageText((now - field.time * 1000) / 1000));
        const exact = clockTime(field.time * 1000, timeMode(), { date: true });
        if (age.dataset.exact !== exact) {
            age.dataset.exact = exact;
            age.dateTime = isoTime(field.time * 1000);
        }
    };
    return { node, draw };
}

function valueText(key, field) {
    const { value, unit } = field;
    if (value === null || value === undefined) return t('value.unknown');
    if (unit === 'containment') return t('value.within', { distance: withUnit('length', value, units()) });
    if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
    if (key === 'category' && isNamedCategory(value)) return `${value} · ${t(`category.${value}`)}`;
    if (Array.isArray(value)) return value.map((one) => named(key, one)).join(', ') || t('value.none');
    if (typeof value === 'number') {
        const quantity = quantityOfUnit[unit];
        if (quantity === 'angle') return `${number(value, decimalsOf[key] ?? 1)}°`;
        if (quantity) return withUnit(quantity, value, units());
        return number(value, decimalsOf[key] ?? (Number.isInteger(value) ? 0 : 1)) + (unit ? `\u00a0${tame(unit, 12)}` : '');
    }
    if (typeof value === 'object') return tame(JSON.stringify(value), 120);
    return named(key, value);
}

// Words of the protocol that the language files know; others are shown as they came.
function named(key, word) {
    const name = `enum.${key}.${word}`;
    return has(name) ? t(name) : tame(word, 120);
}
