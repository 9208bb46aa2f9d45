// The field of an area in a rule's form: its kind, its numbers, and the way to the map on which it is drawn.
import { areaKind, cornersOf, cornersOfText, cornersText, turnedInto, withCorners } from './areashape.js';
import { element, setText } from './dom.js';
import { t } from './language.js';
import { input, labelled, numberInput, select } from './rulefields.js';

const kinds = ['circle', 'polygon', 'corridor', 'named'];

/** - Parameter take: given an area, and whether the field has to be drawn anew for it. */
export function areaField(form, id, label, area, take) {
    const kind = areaKind(area);
    const node = element('fieldset', { class: 'field area', id }, element('legend', { text: label }));
    const fields = element('div', { class: 'item-fields' }, labelled(`${id}-kind`, t('area.kind'), select(`${id}-kind`, kinds.map((name) => [name, t(`area.${name}`)]), kind, (name) => take(turnedInto(area, name), true))));
    node.append(fields);
    if (kind === 'named') {
        fields.append(labelled(`${id}-name`, t('area.name'), input(`${id}-name`, 'text', area ?? '', (text) => take(text, false), { list: `${id}-names` })), element('datalist', { id: `${id}-names` }, ...form.areas().map((name) => element('option', { value: name }))));
        return node;
    }
    let now = area ?? turnedInto(null, 'circle');
    const keep = (next) => { now = next; take(next, false); };
    const number = (name, path, value) => labelled(`${id}-${name}`, t(`area.${name}`), numberInput(`${id}-${name}`, value ?? '', (typed) => keep(path(typed))));
    if (kind === 'circle') {
        const { circle = {} } = now;
        for (const name of ['latitude', 'longitude', 'km']) fields.append(number(name, (typed) => ({ ...now, circle: { ...now.circle, [name]: typed } }), circle[name]));
    }
    if (kind === 'corridor') fields.append(number('width', (typed) => ({ ...now, corridor: { ...now.corridor, km: typed } }), now.corridor?.km));
    if (kind !== 'circle') {
        const wrong = element('p', { class: 'hint bad', id: `${id}-wrong`, role: 'status' });
        const text = element('textarea', { id: `${id}-corners`, rows: '4', spellcheck: 'false', 'aria-describedby': `${id}-corners-hint ${id}-wrong`, oninput: () => {
            const corners = cornersOfText(text.value);
            setText(wrong, corners ? '' : t('area.wrong'));
            if (corners) keep(withCorners(now, corners));
        } });
        text.value = cornersText(cornersOf(now));
        node.append(element('div', { class: 'field' }, element('label', { for: text.id, text: t('area.corners') }), text, element('p', { class: 'hint', id: `${id}-corners-hint`, text: t('area.cornersHint') }), wrong));
    }
    fields.append(number('hysteresis', (typed) => { const { hysteresisKm, ...rest } = now; return typed === '' ? rest : { ...rest, hysteresisKm: typed ?? hysteresisKm }; }, now.hysteresisKm));
    // The map comes with its first use.
    const draw = async () => (await import('./areadraw.js')).drawArea(form.site(), now, (chosen) => take(chosen, true));
    node.append(element('p', { class: 'actions' }, element('button', { type: 'button', class: 'button', id: `${id}-draw`, text: t('area.onMap'), onclick: draw })));
    return node;
}
