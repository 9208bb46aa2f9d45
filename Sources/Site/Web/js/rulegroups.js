// Groups of a rule's form: all or any of several parts, each part maybe not, groups within groups.
import { element } from './dom.js';
import { t } from './language.js';
import { small } from './pageparts.js';
import { conditionField, identityField } from './rulefields.js';
import { fieldsOf, freshValues, happenings, holdings, identityKinds } from './ruleschema.js';

let made = 0;
const deepest = 4;

/** A group with all in it. `way`: `identity` or `condition`. */
export function groupView(form, group, way, label, depth = 0) {
    group.uid ??= ++made;
    const id = `g${group.uid}`;
    const node = element('div', { class: `rule-group${depth ? ' inner' : ''}`, id, role: 'group', 'aria-label': label, tabindex: '-1' });
    if (group.items.length > 1) node.append(element('label', { class: 'join' }, element('span', { class: 'unseen', text: t('group.join') }), choice(`${id}-join`, [['all', t('group.all')], ['any', t('group.any')]], group.join, (join) => { group.join = join; form.edit(); })));
    node.append(element('ul', { class: 'rule-items' }, ...group.items.map((item, place) => itemView(form, group, item, place, way, label, depth))));
    if (!group.items.length) node.append(element('p', { class: 'soft', text: t(way === 'identity' ? 'group.anybody' : 'group.nothing') }));
    const add = (item) => { group.items.push(item); form.rebuild(() => focusOf(item)); };
    node.append(element('div', { class: 'actions small' }, small(`${id}-add`, t(way === 'identity' ? 'group.addTest' : 'group.addCondition'), () => add(fresh(form, group, way))),
        depth + 1 < deepest ? small(`${id}-group`, t('group.addGroup'), () => add({ isNot: false, group: { join: 'any', items: [fresh(form, { items: [] }, way)], path: '' } })) : null));
    form.mark(() => group.path, node);
    return node;
}

function fresh(form, group, way) {
    if (way === 'condition') {
        const kind = group.items.some((item) => item.kind === 'takeoff') ? 'landing' : 'takeoff';
        return { isNot: false, kind, value: freshValues(kind, form.model.variables[0]?.name ?? 'A'), path: '' };
    }
    const taken = group.items.map((item) => item.kind);
    return { isNot: false, kind: Object.keys(identityKinds).find((kind) => !taken.includes(kind)) ?? 'list', value: '', path: '' };
}

function focusOf(item) {
    return item.group ? `g${item.group.uid}` : `f${item.uid}-kind`;
}

function itemView(form, group, item, place, way, label, depth) {
    const remove = () => { group.items.splice(place, 1); form.rebuild(() => `g${group.uid}-add`); };
    const gone = (name) => small(`${name}-remove`, '\u2715', remove, { label: t('group.remove'), className: 'tool remove' });
    const isNot = (name) => element('label', { class: 'box not' }, element('input', { type: 'checkbox', id: `${name}-not`, checked: item.isNot, onchange: (event) => { item.isNot = event.target.checked; form.edit(); } }), t('group.not'));
    if (item.group) {
        item.group.uid ??= ++made;
        return element('li', { class: 'rule-item' }, element('div', { class: 'item-head' }, isNot(`g${item.group.uid}`), element('span', { class: 'soft', text: t('group.inner') }), gone(`g${item.group.uid}`)), groupView(form, item.group, way, `${label}: ${t('group.inner')}`, depth + 1));
    }
    item.uid ??= ++made;
    const id = `f${item.uid}`;
    const node = element('li', { class: 'rule-item', id, tabindex: '-1' });
    if (way === 'identity') {
        const kinds = Object.keys(identityKinds).filter((kind) => identityKinds[kind] !== 'variable' || form.model.variables.length > 1 || kind === item.kind);
        node.append(element('div', { class: 'item-head' }, isNot(id), choice(`${id}-kind`, kinds.map((kind) => [kind, t(`who.${kind}`)]), item.kind, (kind) => {
            const wasVariable = identityKinds[item.kind] === 'variable';
            const isVariable = identityKinds[kind] === 'variable';
            Object.assign(item, { kind, value: isVariable ? form.model.variables[0].name : wasVariable ? '' : item.value });
            form.rebuild();
        }, t('group.kind')), identityField(form, item), gone(id)), element('p', { class: 'hint', text: t(`who-hint.${item.kind}`) }));
        return node;
    }
    const grouped = [['group.happens', happenings], ['group.holds', holdings]];
    const kinds = element('select', { id: `${id}-kind`, 'aria-label': t('group.kind'), onchange: (event) => {
        const kept = item.value.of ?? form.model.variables[0]?.name ?? 'A';
        const { area } = item.value;
        Object.assign(item, { kind: event.target.value, value: { ...freshValues(event.target.value, kept) } });
        if (area && fieldsOf(item.kind).includes('area')) item.value.area = area;
        form.rebuild();
    } }, ...grouped.map(([name, all]) => element('optgroup', { label: t(name) }, ...Object.keys(all).map((kind) => element('option', { value: kind, text: t(`do.${kind}`) })))));
    kinds.value = item.kind;
    const fields = fieldsOf(item.kind).filter((field) => field !== 'of' || form.model.variables.length > 1);
    node.append(element('div', { class: 'item-head' }, isNot(id), kinds, gone(id)), element('div', { class: 'item-fields' }, ...fields.map((field) => conditionField(form, item, field))), element('p', { class: 'hint', text: t(`do-hint.${item.kind}`) }));
    form.mark(() => item.path, node);
    return node;
}

function choice(id, entries, value, take, label = null) {
    const node = element('select', { id, 'aria-label': label, onchange: (event) => take(event.target.value) }, ...entries.map(([name, text]) => element('option', { value: name, text })));
    node.value = value;
    return node;
}
