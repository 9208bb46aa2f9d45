// A rule as a form holds it, made of its tree and made into one again. Pure. Each part knows its `path` in the tree, as the server names it when it finds something wrong.
import { fieldKind, fieldsOf, identityKinds } from './ruleschema.js';

/** What a form cannot show; the text stays. `path` says where. */
export class FormError extends Error {
    constructor(path) {
        super(path);
        this.path = path;
    }
}

/** The form of a tree; throws `FormError` for what the language does not have, or the form has no field for. */
export function modelOf(tree) {
    if (!isMap(tree)) throw new FormError('');
    known(tree, '', ['name', 'version', 'where', 'when', 'limit', 'then', 'visit']);
    const limit = mapAt(tree.limit, 'limit', ['cooldown', 'per', 'perHour']);
    const then = mapAt(tree.then, 'then', ['outlets', 'title', 'show', 'public']);
    const show = mapAt(then.show, 'then.show', ['position', 'receivers']);
    if (!isMap(tree.where)) throw new FormError('where');
    if (!isMap(tree.when)) throw new FormError('when');
    return {
        name: textAt(tree.name, 'name'), version: tree.version ?? null, visit: tree.visit ?? null,
        variables: Object.entries(tree.where).map(([name, test]) => ({ name, test: groupOf(test, `where.${name}`, identityItem) })),
        ...whenOf(tree.when), cooldown: textAt(limit.cooldown, 'limit.cooldown'), per: listAt(limit.per, 'limit.per'), perHour: textAt(limit.perHour, 'limit.perHour'),
        outlets: listAt(then.outlets, 'then.outlets'), ...titlesOf(then.title), position: textAt(show.position, 'then.show.position') || 'coarse', hasReceivers: 'receivers' in show ? show.receivers : null, isPublic: then.public === true,
    };
}

// One text for both languages, or one each.
function titlesOf(title) {
    if (!isMap(title)) return { title: textAt(title, 'then.title'), titleID: '' };
    known(title, 'then.title', ['en', 'id']);
    return { title: textAt(title.en, 'then.title.en'), titleID: textAt(title.id, 'then.title.id') };
}

function whenOf(when) {
    const base = { mode: 'one', steps: [], within: '', absent: null, count: null };
    if ('sequence' in when) {
        known(when, 'when', ['sequence', 'within']);
        if (!Array.isArray(when.sequence)) throw new FormError('when.sequence');
        const steps = when.sequence.map((step, place) => {
            const path = `when.sequence[${place}]`;
            if (!isMap(step)) throw new FormError(path);
            const { while: beside, ...rest } = step;
            return { condition: groupOf(rest, path, conditionItem), meanwhile: beside === undefined ? null : groupOf(beside, `${path}.while`, conditionItem) };
        });
        return { ...base, mode: 'sequence', steps, within: textAt(when.within, 'when.within') };
    }
    if ('absent' in when) {
        known(when, 'when', ['absent', 'for', 'after']);
        return { ...base, mode: 'absent', absent: { condition: groupOf(when.absent, 'when.absent', conditionItem), after: groupOf(when.after ?? {}, 'when.after', conditionItem), for: textAt(when.for, 'when.for') } };
    }
    if ('count' in when) {
        known(when, 'when', ['count']);
        const count = mapAt(when.count, 'when.count', ['of', 'event', 'distinct', 'each', 'atLeast', 'window', 'in']);
        const place = mapAt(count.in, 'when.count.in', ['area']);
        const counted = count.distinct === true ? 'aircraft' : count.each === true ? 'each' : 'events';
        return { ...base, mode: 'count', count: { of: count.of ?? null, event: count.event === undefined ? null : groupOf(count.event, 'when.count.event', conditionItem), counted, atLeast: count.atLeast ?? '', window: textAt(count.window, 'when.count.window'), area: place.area ?? null } };
    }
    return { ...base, steps: [{ condition: groupOf(when, 'when', conditionItem), meanwhile: null }] };
}

/** The tree of a form; the parts of the form get their paths in it. */
export function treeOf(model) {
    const tree = { name: model.name };
    if (model.version !== null) tree.version = model.version;
    tree.where = Object.fromEntries(model.variables.map(({ name, test }) => [name, mapOf(test, `where.${name}`)]));
    tree.when = whenTree(model);
    const limit = filled({ cooldown: model.cooldown, per: model.per, perHour: model.perHour === '' || !Number.isFinite(Number(model.perHour)) ? model.perHour : Number(model.perHour) });
    if (Object.keys(limit).length) tree.limit = limit;
    const show = filled({ position: model.position === 'coarse' ? '' : model.position });
    if (model.hasReceivers !== null) show.receivers = model.hasReceivers;
    const then = filled({ outlets: model.outlets, title: model.titleID === '' ? model.title : { en: model.title, id: model.titleID }, show: Object.keys(show).length ? show : '' });
    if (model.isPublic) then.public = true;
    if (Object.keys(then).length) tree.then = then;
    if (model.visit !== null) tree.visit = model.visit;
    return tree;
}

function whenTree({ mode, steps, within, absent, count }) {
    if (mode === 'sequence') {
        const sequence = steps.map(({ condition, meanwhile }, place) => {
            const path = `when.sequence[${place}]`;
            return { ...mapOf(condition, path), ...(meanwhile ? { while: mapOf(meanwhile, `${path}.while`) } : {}) };
        });
        return { sequence, ...filled({ within }) };
    }
    if (mode === 'absent') return { absent: mapOf(absent.condition, 'when.absent'), ...filled({ for: absent.for }), after: mapOf(absent.after, 'when.after') };
    if (mode === 'count') {
        const event = count.event?.items.length ? { event: mapOf(count.event, 'when.count.event') } : {};
        return { count: { ...filled({ of: count.of }), ...event, ...(count.counted === 'aircraft' ? { distinct: true } : count.counted === 'each' ? { each: true } : {}), ...filled({ atLeast: numberOr(count.atLeast), window: count.window }), ...(count.area ? { in: { area: count.area } } : {}) } };
    }
    return mapOf(steps[0].condition, 'when');
}

// MARK: groups. `{join: 'all' | 'any', items, path}`; an item is a group or a leaf, either of them maybe not: `{isNot, group}` or `{isNot, kind, value, path}`.

function groupOf(map, path, leaf) {
    if (!isMap(map)) throw new FormError(path);
    const keys = Object.keys(map);
    if (keys.length === 1 && (keys[0] === 'all' || keys[0] === 'any')) return listGroup(map[keys[0]], keys[0], `${path}.${keys[0]}`, leaf, path);
    return { join: 'all', path, items: keys.map((key) => itemOf(key, map[key], path, leaf)) };
}

function listGroup(list, join, path, leaf, own) {
    if (!Array.isArray(list)) throw new FormError(path);
    return { join, path: own, items: list.map((one, place) => {
        const at = `${path}[${place}]`;
        if (!isMap(one)) throw new FormError(at);
        const keys = Object.keys(one);
        return keys.length === 1 ? itemOf(keys[0], one[keys[0]], at, leaf) : { isNot: false, group: groupOf(one, at, leaf) };
    }) };
}

function itemOf(key, value, path, leaf) {
    const at = `${path}.${key}`;
    if (key === 'all' || key === 'any') return { isNot: false, group: listGroup(value, key, at, leaf, path) };
    if (key !== 'not') return { isNot: false, ...leaf(key, value, at) };
    if (!isMap(value)) throw new FormError(at);
    const keys = Object.keys(value);
    if (keys.length === 1 && !['all', 'any', 'not'].includes(keys[0])) return { isNot: true, ...leaf(keys[0], value[keys[0]], `${at}.${keys[0]}`) };
    return { isNot: true, group: groupOf(value, at, leaf) };
}

function identityItem(kind, value, path) {
    if (!(kind in identityKinds) || typeof value !== 'string') throw new FormError(path);
    return { kind, value, path };
}

function conditionItem(kind, value, path) {
    const fields = fieldsOf(kind);
    if (!fields || !isMap(value)) throw new FormError(path);
    known(value, path, fields);
    const held = {};
    for (const [field, one] of Object.entries(value)) held[field] = fieldOf(kind, field, one, `${path}.${field}`);
    return { kind, value: held, path };
}

function fieldOf(kind, field, value, path) {
    const way = fieldKind(kind, field);
    if (way === 'list' || way === 'many') return listAt(value, path);
    if (way === 'partner') return mapAt(value, path, ['km', 'of', 'ofLastKnown', 'age']);
    if (way === 'area') {
        if (typeof value !== 'string' && !isMap(value)) throw new FormError(path);
        return value;
    }
    if (typeof value !== 'string' && typeof value !== 'number') throw new FormError(path);
    return value;
}

/** The map of a group, its parts beside each other where their keys allow it. */
function mapOf(group, path) {
    group.path = path;
    const parts = group.items.map((item) => [keyOf(item), item]);
    const isBeside = group.join === 'all' && new Set(parts.map(([key]) => key)).size === parts.length && !parts.some(([key]) => key === 'all');
    if (parts.length === 1) return itemTree(group.items[0], path, true);
    if (isBeside) return Object.assign({}, ...group.items.map((item) => itemTree(item, path, false)));
    return { [group.join]: group.items.map((item, place) => itemTree(item, `${path}.${group.join}[${place}]`, true)) };
}

function keyOf(item) {
    return item.isNot ? 'not' : item.group ? item.group.join : item.kind;
}

// `isAlone`: nothing else stands in the same map. A group among others keeps its name, or its parts would stand among theirs.
function itemTree(item, path, isAlone) {
    if (item.isNot) return { not: bareTree(item, `${path}.not`, true) };
    return bareTree(item, path, isAlone);
}

function bareTree(item, path, isAlone) {
    if (item.group && isAlone) return mapOf(item.group, path);
    if (item.group) {
        const { join, items } = item.group;
        item.group.path = path;
        return { [join]: items.map((one, place) => itemTree(one, `${path}.${join}[${place}]`, true)) };
    }
    item.path = `${path}.${item.kind}`;
    return { [item.kind]: typeof item.value === 'string' ? item.value : leafTree(item.kind, item.value) };
}

function leafTree(kind, value) {
    const made = {};
    for (const field of fieldsOf(kind)) {
        const one = value[field];
        const way = fieldKind(kind, field);
        if (one === null || one === undefined || one === '' || Array.isArray(one) && !one.length) continue;
        made[field] = way === 'number' ? numberOr(one) : way === 'partner' ? { ...one, ...('km' in one ? { km: numberOr(one.km) } : {}) } : one;
    }
    return made;
}

/** A number where a text is one; the text otherwise, so that what is wrong with it can be said. */
export function numberOr(value) {
    const text = String(value ?? '').trim().replace(',', '.');
    return text !== '' && Number.isFinite(Number(text)) ? Number(text) : value;
}

/** An empty rule. */
export function freshModel() {
    return modelOf({ name: '', where: { A: {} }, when: { takeoff: { of: 'A' } }, limit: { cooldown: '1h', per: ['A'] } });
}

/** A rule that names no outlet, told to the open page where there is that outlet; others as they are. */
export function withBrowser(tree, outlets) {
    if (!outlets.includes('browser') || tree.then?.outlets !== undefined) return tree;
    return { ...tree, then: { outlets: ['browser'], ...tree.then } };
}

/** Every leaf and group of a form with its path, outermost first. */
export function* partsOf(group) {
    yield group;
    for (const item of group.items) {
        if (item.group) yield* partsOf(item.group);
        else yield item;
    }
}

/** The groups of conditions a form shows. */
export function conditionsOf({ mode, steps, absent, count }) {
    if (mode === 'absent') return [absent.condition, absent.after];
    if (mode === 'count') return count.event ? [count.event] : [];
    return (mode === 'sequence' ? steps : steps.slice(0, 1)).flatMap((step) => (step.meanwhile ? [step.condition, step.meanwhile] : [step.condition]));
}

/** A variable gets another name, wherever it is named. */
export function renameVariable(model, from, to) {
    const other = (value) => (value === from ? to : value);
    for (const variable of model.variables) {
        variable.name = other(variable.name);
        for (const part of partsOf(variable.test)) if (identityKinds[part.kind] === 'variable') part.value = other(part.value);
    }
    for (const group of conditionsOf(model)) {
        for (const part of partsOf(group)) {
            if (!part.kind) continue;
            for (const name of ['of', 'and']) if (name in part.value) part.value[name] = other(part.value[name]);
            const partner = part.kind === 'heard' ? part.value.within : null;
            if (partner) for (const name of ['of', 'ofLastKnown']) if (name in partner) partner[name] = other(partner[name]);
        }
    }
    model.per = model.per.map(other);
    if (model.count?.of) model.count.of = other(model.count.of);
}

function isMap(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function known(map, path, keys) {
    const stranger = Object.keys(map).find((key) => !keys.includes(key));
    if (stranger !== undefined) throw new FormError(path ? `${path}.${stranger}` : stranger);
}

function mapAt(value, path, keys) {
    if (value === undefined) return {};
    if (!isMap(value)) throw new FormError(path);
    known(value, path, keys);
    return value;
}

function textAt(value, path) {
    if (value === undefined || value === null) return '';
    if (typeof value === 'object' || typeof value === 'boolean') throw new FormError(path);
    return String(value);
}

// One text alone is a list of it.
function listAt(value, path) {
    if (value === undefined) return [];
    const list = Array.isArray(value) ? value : [value];
    if (list.some((one) => typeof one !== 'string')) throw new FormError(path);
    return [...list];
}

function filled(map) {
    return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== '' && value !== null && value !== undefined && !(Array.isArray(value) && !value.length)));
}
