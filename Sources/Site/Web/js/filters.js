// The filter's fields above the table.
import { sourceGroups } from './categories.js';
import { element, show } from './dom.js';
import { emptyFilter, isFiltering } from './hash.js';
import { t } from './language.js';
import { units } from './preferences.js';
import { change, state } from './state.js';
import { fromBase, toBase, unitName } from './units.js';

/** Makes the fields; `draw` brings them to what the state says. */
export function drawFilters() {
    const set = (patch) => change({ filter: { ...state.filter, ...patch } });
    const text = element('input', {
        type: 'text', id: 'filter-text', 'aria-label': t('filter.text'), placeholder: t('filter.text'), autocomplete: 'off', spellcheck: 'false',
        oninput: () => set({ text: text.value.slice(0, 60) }),
    });
    const altitude = (key, label) => {
        const input = element('input', {
            type: 'text', inputmode: 'numeric', class: 'number', id: `filter-${key}`, 'aria-label': `${t(label)} (${unitName('altitude', units())})`,
            placeholder: t(`${label}.short`),
            onchange: () => {
                const digits = input.value.replace(/[^\d-]/g, '');
                const value = Math.round(toBase('altitude', Number(digits), units()));
                set({ [key]: digits === '' || !Number.isFinite(value) ? null : Math.max(-2000, Math.min(130_000, value)) });
            },
        });
        return input;
    };
    const low = altitude('minimumAltitude', 'filter.from');
    const high = altitude('maximumAltitude', 'filter.to');
    const choice = (key, label, values, words) => element('select', {
        id: `filter-${key}`, 'aria-label': t(label), onchange: (event) => set({ [key]: event.target.value || null }),
    }, ...['', ...values].map((value) => element('option', { value, text: words(value) })));
    const source = choice('source', 'filter.source', sourceGroups, (value) => (value ? t(`group.${value}`) : t('filter.source.any')));
    const ground = choice('ground', 'filter.ground', ['air', 'ground'], (value) => t(`filter.ground.${value || 'any'}`));
    const position = choice('position', 'filter.position', ['with', 'without'], (value) => t(`filter.position.${value || 'any'}`));
    const inView = element('input', { type: 'checkbox', id: 'filter-inview', onchange: () => set({ inView: inView.checked }) });
    const clear = element('button', { type: 'button', class: 'clear', text: t('filter.clear'), onclick: () => change({ filter: emptyFilter }) });
    const node = element('div', { class: 'filters', role: 'group', 'aria-label': t('filter.label') },
        text, element('span', { class: 'range' }, low, '–', high, element('span', { class: 'unit', text: unitName('altitude', units()) })),
        source, ground, position, element('label', {}, inView, t('filter.inView')), clear);
    const draw = () => {
        const { filter } = state;
        const put = (input, value) => {
            if (document.activeElement !== input && input.value !== value) input.value = value;
        };
        put(text, filter.text);
        put(low, filter.minimumAltitude === null ? '' : String(fromBase('altitude', filter.minimumAltitude, units())));
        put(high, filter.maximumAltitude === null ? '' : String(fromBase('altitude', filter.maximumAltitude, units())));
        source.value = filter.source ?? '';
        ground.value = filter.ground ?? '';
        position.value = filter.position ?? '';
        inView.checked = filter.inView;
        show(clear, isFiltering(filter));
    };
    draw();
    return { node, draw };
}
