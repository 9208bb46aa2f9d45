// Fields of a rule's form: each shows a value of the model and writes it back. `form` is the whole form: `edit()` takes what was typed, `rebuild()` draws anew as well.
import { element } from './dom.js';
import { t } from './language.js';
import { areaField } from './rulearea.js';
import { numberOr } from './rulemodel.js';
import { choices, fieldKind, unitOf } from './ruleschema.js';
import { wordOr } from './watchparts.js';

/** A field of a condition with its label. */
export function conditionField(form, item, field) {
    const id = `f${item.uid}-${field}`;
    const kind = fieldKind(item.kind, field);
    const path = () => `${item.path}.${field}`;
    const take = (value) => { item.value[field] = value; form.edit(); };
    const value = item.value[field];
    const label = t(labelKey(item.kind, field));
    const made = {
        variable: () => labelled(id, label, variableChoice(form, id, value, take)), list: () => labelled(id, label, listInput(id, value, take), t(`hint.${field === 'code' ? 'code' : 'airports'}`)),
        many: () => manyBoxes(id, label, choices[field].map((name) => [name, t(`choice.${field}.${name}`)]), value ?? [], take, field === 'kinds' ? t('hint.kinds') : null), partner: () => partnerField(form, item, id),
        area: () => areaField(form, id, label, value ?? null, (area, isNew) => { item.value.area = area; if (isNew) form.rebuild(); else form.edit(); }), duration: () => labelled(id, label, durationInput(id, value ?? '', take)),
        number: () => labelled(id, unitOf(item.kind, field) ? `${label} (${unitOf(item.kind, field)})` : label, numberInput(id, value ?? '', take)), choice: () => labelled(id, label, select(id, choices[field].map((name) => [name, t(`choice.${field}.${name}`)]), value ?? choices[field][0], take)),
        instant: () => instantField(id, `${label} (UTC)`, value ?? '', take), clock: () => labelled(id, label, input(id, 'time', value ?? '', take)), text: () => labelled(id, label, input(id, 'text', value ?? '', take, { size: '12' })),
    }[kind]();
    form.mark(path, made);
    return made;
}

// A label of its own where a word means something else there.
function labelKey(kind, field) {
    return { 'time from': 'rule-field.fromClock', 'time to': 'rule-field.toClock', 'near below': 'rule-field.belowHeight', 'near km': 'rule-field.around', 'within km': 'rule-field.apart' }[`${kind} ${field}`] ?? `rule-field.${field}`;
}

/** A label, what is typed, and a line that helps. */
export function labelled(id, text, node, hint = null) {
    const note = hint ? element('p', { class: 'hint', id: `${id}-hint`, text: hint }) : null;
    const field = node.id === id ? node : node.querySelector('input, select, textarea');
    if (note) field?.setAttribute('aria-describedby', note.id);
    return element('div', { class: 'field' }, element('label', { for: id, text }), node, note);
}

/** What is typed. */
export function input(id, type, value, take, more = {}) {
    return element('input', { type, id, value: String(value), autocomplete: 'off', spellcheck: 'false', ...more, oninput: (event) => take(event.target.value) });
}

/** A choice among names. */
export function select(id, entries, value, take) {
    const node = element('select', { id, onchange: (event) => take(event.target.value) }, ...entries.map(([name, text]) => element('option', { value: name, text })));
    if (![...node.options].some((one) => one.value === value)) node.append(element('option', { value, text: value }));
    node.value = value;
    return node;
}

/** A number; what is none stays as it was typed, and is refused by the server with its place. */
export function numberInput(id, value, take) {
    return input(id, 'text', value, (text) => take(text.trim() === '' ? '' : numberOr(text)), { inputmode: 'decimal', size: '7' });
}

function variableChoice(form, id, value, take) {
    return select(id, form.model.variables.map(({ name }) => [name, name]), value ?? form.model.variables[0]?.name ?? '', take);
}

function listInput(id, value, take) {
    return input(id, 'text', (value ?? []).join(', '), (text) => take(text.split(/[\s,;]+/).filter(Boolean)), { size: '18' });
}

/** Boxes of which any may be ticked. */
export function manyBoxes(id, label, entries, chosen, take, hint = null) {
    const boxes = entries.map(([name, text]) => element('label', { class: 'box' }, element('input', { type: 'checkbox', id: `${id}-${name}`, checked: chosen.includes(name), value: name, onchange: () => take(ticked()) }), text));
    const group = element('fieldset', { class: 'field boxes', id }, element('legend', { text: label }), element('div', { class: 'box-row' }, ...boxes), hint ? element('p', { class: 'hint', text: hint }) : null);
    const ticked = () => [...group.querySelectorAll('input')].filter((one) => one.checked).map((one) => one.value);
    return group;
}

/** A length of time: a number and its unit. */
export function durationInput(id, value, take) {
    const [, amount, unit] = /^(\d+)(s|min|h|d)$/.exec(value) ?? [null, value, 'min'];
    const write = () => { const text = number.value.trim(); take(text === '' ? '' : /^\d+$/.test(text) ? text + units.value : text); };
    const number = element('input', { type: 'text', id, inputmode: 'numeric', value: amount, size: '5', autocomplete: 'off', oninput: write });
    const units = element('select', { id: `${id}-unit`, 'aria-label': t('rule-field.unit'), onchange: write }, ...['s', 'min', 'h', 'd'].map((name) => element('option', { value: name, text: t(`unit-of.${name}`) })));
    units.value = unit;
    return element('span', { class: 'duration' }, number, units);
}

function instantField(id, label, value, take) {
    const given = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.exec(value)?.[0] ?? '';
    const field = labelled(id, label, input(id, 'datetime-local', given, (text) => take(text ? `${text}:00Z` : '')));
    field.classList.add('instant');
    return field;
}

// Heard, and near another: its last place, or its place not older than so long.
function partnerField(form, item, id) {
    const within = item.value.within ?? null;
    const others = form.model.variables.map(({ name }) => name).filter((name) => name !== (item.value.of ?? form.model.variables[0]?.name));
    const way = within ? 'ofLastKnown' in within ? 'last' : 'age' : 'none';
    const take = (next) => { item.value.within = next; if (next === null) delete item.value.within; };
    const fresh = (name) => ({ km: within?.km ?? 100, ...(name === 'last' ? { ofLastKnown: within?.of ?? within?.ofLastKnown ?? others[0] ?? '' } : { of: within?.ofLastKnown ?? within?.of ?? others[0] ?? '', age: within?.age ?? '10min' }) });
    const ways = select(`${id}-way`, ['none', 'last', 'age'].map((name) => [name, t(`partner.${name}`)]), way, (name) => { take(name === 'none' ? null : fresh(name)); form.rebuild(); });
    if (!others.length && way === 'none') ways.disabled = true;
    const node = element('div', { class: 'partner' }, labelled(`${id}-way`, t('rule-field.within'), ways, others.length || way !== 'none' ? null : t('hint.partner')));
    if (!within) return node;
    const named = way === 'last' ? 'ofLastKnown' : 'of';
    node.append(labelled(`${id}-km`, `${t('rule-field.km')} (km)`, numberInput(`${id}-km`, within.km ?? '', (value) => { within.km = value; form.edit(); })), labelled(`${id}-other`, t('rule-field.other'), select(`${id}-other`, others.map((name) => [name, name]), within[named] ?? '', (value) => { within[named] = value; form.edit(); })));
    if (way === 'age') node.append(labelled(`${id}-age`, t('rule-field.age'), durationInput(`${id}-age`, within.age ?? '', (value) => { within.age = value; if (!value) delete within.age; form.edit(); })));
    return node;
}

/** The value of a test of identity. */
export function identityField(form, item) {
    const id = `f${item.uid}-value`;
    const take = (value) => { item.value = value; form.edit(); };
    const isVariable = item.kind === 'same' || item.kind === 'sameFleetAs';
    const node = isVariable ? variableChoice(form, id, item.value, take) : input(id, 'text', item.value, take, { placeholder: t(`example.${item.kind}`), size: '16', 'aria-label': wordOr(`who.${item.kind}`, item.kind) });
    if (isVariable) node.setAttribute('aria-label', wordOr(`who.${item.kind}`, item.kind));
    form.mark(() => item.path, node);
    return node;
}
