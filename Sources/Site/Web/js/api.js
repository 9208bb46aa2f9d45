// The page for programs: the OpenAPI document of this site as a list.
import { byId, element } from './dom.js';
import { language, t } from './language.js';
import { startPage } from './page.js';

const methods = ['get', 'post', 'put', 'patch', 'delete'];
let description = null;
let drawn = '';

/** What a `$ref` leads to; other values as they are. */
function follow(value) {
    if (!value?.$ref) return value;
    return value.$ref.replace('#/', '').split('/').reduce((found, piece) => found?.[piece], description);
}

/** The words of an entry in the language of the page, where it has them. */
function worded(entry, name) {
    return (language() === 'id' && entry[`x-${name}-id`]) || entry[name] || '';
}

/** In a few words which values a schema allows; names of schemas are links to them. */
function form(schema) {
    if (schema.$ref) {
        const name = schema.$ref.split('/').pop();
        return [element('a', { href: `#form-${name}` }, name)];
    }
    if ('const' in schema) return [JSON.stringify(schema.const)];
    if (schema.enum) return [schema.enum.map((word) => JSON.stringify(word)).join(' | ')];
    if (schema.oneOf) return schema.oneOf.flatMap((one, index) => (index ? [' | ', ...form(one)] : form(one)));
    if (schema.items) return ['[', ...form(schema.items), ', …]'];
    if (schema.prefixItems) return ['[', ...schema.prefixItems.flatMap((one, index) => (index ? [', ', ...form(one)] : form(one))), ']'];
    const bounds = [schema.minimum, schema.maximum];
    const range = bounds.some((bound) => bound !== undefined) ? ` ${bounds[0] ?? ''}…${bounds[1] ?? ''}` : '';
    return [[schema.type ?? ''].flat().join(' | ') + range + (schema.pattern ? ` /${schema.pattern}/` : '')];
}

const code = (...children) => element('code', { translate: 'no' }, ...children);
const english = (text) => element('span', { lang: 'en', text: text ?? '' });

/** Rows of name, form and explanation. */
function table(rows, label) {
    return element('table', { 'aria-label': label }, element('tbody', {}, ...rows.map(([name, kind, text]) =>
        element('tr', {}, element('th', { scope: 'row' }, code(name)), element('td', {}, code(...kind)), element('td', {}, english(text))))));
}

/** The members of an object, those of objects inside it below it. */
function members(schema, before = '') {
    const required = new Set(schema.required ?? []);
    return Object.entries(schema.properties ?? {}).flatMap(([name, one]) => {
        const row = [before + name + (required.has(name) ? '' : '?'), form(one), one.description ?? follow(one)?.description];
        const inner = one.properties ? one : one.items?.properties ? one.items : null;
        return [row, ...(inner ? members(inner, `${before}${name}.`) : [])];
    });
}

function request(path, method, shared) {
    const one = description.paths[path][method];
    const parameters = [...shared, ...(one.parameters ?? [])].map(follow);
    const body = follow(one.requestBody)?.content?.['application/json']?.schema;
    const answers = Object.entries(one.responses).map(([status, answer]) => {
        const found = follow(answer);
        const kinds = Object.entries(found.content ?? {}).flatMap(([type, media], index) =>
            [index ? ', ' : '', type, ...(media.schema?.$ref ? [' ', ...form(media.schema)] : [])]);
        return [status, kinds, found.description];
    });
    return element('details', { class: 'card' },
        element('summary', {}, code(`${method.toUpperCase()} ${path}`), ' ', worded(one, 'summary')),
        one.description ? element('p', {}, english(one.description)) : null,
        parameters.length ? element('h3', { text: t('api.parameters') }) : null,
        parameters.length ? table(parameters.map((each) => [each.name, form(each.schema), each.description]), t('api.parameters')) : null,
        body ? element('h3', { text: t('api.body') }) : null,
        body ? element('p', {}, code(...form(body))) : null,
        element('h3', { text: t('api.answers') }), table(answers, t('api.answers')));
}

function section(tag) {
    const requests = Object.entries(description.paths).flatMap(([path, entry]) => methods
        .filter((method) => entry[method]?.tags.includes(tag.name))
        .map((method) => request(path, method, entry.parameters ?? [])));
    return element('section', { 'aria-label': tag.name }, element('h2', { text: tag.name }), element('p', { text: worded(tag, 'description') }), ...requests);
}

function schema([name, one]) {
    return element('details', { class: 'card', id: `form-${name}` },
        element('summary', {}, code(name)), one.description ? element('p', {}, english(one.description)) : null,
        one.properties ? table(members(one), name) : element('p', {}, code(...form(one))));
}

/** Opens the form that a link names. The fragment of the address is left alone: it holds the state of the page. */
function openNamed(event) {
    const name = event.target.closest('a[href^="#form-"]')?.getAttribute('href').slice(1);
    const named = name && byId(name);
    if (!named) return;
    event.preventDefault();
    named.open = true;
    named.scrollIntoView();
    named.querySelector('summary').focus();
}

function draw() {
    if (!description || drawn === language()) return;
    drawn = language();
    byId('api').replaceChildren(
        element('p', {}, english(description.info.description)), ...description.tags.map(section),
        element('section', { 'aria-label': t('api.forms') }, element('h2', { text: t('api.forms') }),
            ...Object.entries(description.components.schemas).map(schema)));
}

byId('api').addEventListener('click', openNamed);
await startPage(draw);
try {
    const answer = await fetch('/api/v1/openapi.json');
    if (!answer.ok) throw new Error(String(answer.status));
    description = await answer.json();
    draw();
} catch {
    byId('api').replaceChildren(element('p', { class: 'notice bad', text: t('api.failed') }));
}
