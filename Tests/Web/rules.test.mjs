import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { seeded, useWords, web } from './support.mjs';

const { RuleTextError, readRule, writeRule } = await import(`${web}/js/ruletext.js`);
const { FormError, conditionsOf, freshModel, modelOf, partsOf, renameVariable, treeOf, withBrowser } = await import(`${web}/js/rulemodel.js`);
const { areaKind, cornersOf, cornersOfText, cornersText, destination, distanceOf, outlineOf, turnedInto, withCorners } = await import(`${web}/js/areashape.js`);
await useWords('en');

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const shipped = readdirSync(join(root, 'Lists/watches')).filter((name) => name.endsWith('.json')).map((name) => [name, readFileSync(join(root, 'Lists/watches', name), 'utf8')]);
// The rule that stands at the head of the language's page, as people write it.
const written = /^    name: [\s\S]*?(?=\n\n## )/m.exec(readFileSync(join(root, 'docs/watches.md'), 'utf8'))[0].replace(/^ {4}/gm, '');

test('rules that ship are read as JSON, and read again as they are written', () => {
    assert.ok(shipped.length >= 8);
    for (const [name, text] of shipped) {
        const tree = JSON.parse(text);
        assert.deepEqual(readRule(text).tree, tree, name);
        assert.deepEqual(readRule(writeRule(tree)).tree, tree, name);
    }
});

test('the rule of the documentation is read as it is meant, with the line of each part', () => {
    const { tree, lineOf } = readRule(written);
    assert.equal(tree.when.sequence[0].silent.atLeast, '20min');
    assert.equal(tree.when.sequence[0].while.heard.within.km, 100);
    assert.deepEqual(tree.where.B, { all: [{ sameFleetAs: 'A' }, { not: { same: 'A' } }] });
    assert.equal(lineOf('where.B.all[1].not.same'), 5);
    assert.equal(lineOf('when.sequence[0].while.heard.within.km'), 9);
    assert.equal(lineOf('when.sequence[1].landing.at[1]'), 10);
    assert.equal(lineOf('then.nothing.of.this'), 13);
});

test('numbers are numbers where numbers stand, and text elsewhere', () => {
    const { tree } = readRule('version: 2\nhex: 484159\ncode: [7700, 0021]\nkm: 1e2\nbelow: -500.5\natLeast: 20min\npublic: true\nnothing:\nquoted: "true"\npolygon:\n- [1, 2]\n- [3.5, -4]\n');
    assert.deepEqual(tree, { version: 2, hex: '484159', code: ['7700', '0021'], km: 100, below: -500.5, atLeast: '20min', public: true, nothing: null, quoted: 'true', polygon: [[1, 2], [3.5, -4]] });
});

test('comments, quotation marks, brackets over lines and lists as far in as their key', () => {
    const { tree } = readRule("--- \n# a rule\nname: 'It''s #1'   # said so\nwhere: {\n  A: { list: \"a: b\" } ,  # any\n}\nwhen:\n  sequence:\n  - takeoff: {of: A}\n\n  - landing:\n      of: A\n");
    assert.deepEqual(tree, { name: "It's #1", where: { A: { list: 'a: b' } }, when: { sequence: [{ takeoff: { of: 'A' } }, { landing: { of: 'A' } }] } });
});

test('what cannot be read says in which line', () => {
    const cases = [
        ['', 'text.empty', 1], ['a: 1\na: 2', 'text.twice', 2], ['a: {b: 1', 'text.open', 1], ['a:\n  b: 1\n   c: 2', 'text.indent', 3], ['a: 1\n  b: 2', 'text.indent', 2], ['a: &x 1', 'text.beyond', 1], ['a: *x', 'text.beyond', 1], ['a: |\n  text', 'text.beyond', 1],
        ['a: "open', 'text.quote', 1], ['a: [1 2] 3', 'text.behind', 1], ['a:\n\tb: 1', 'text.tab', 2], ['a: 1\nplain', 'text.key', 2], ['a: {b 1}', 'text.key', 1], ['a: ["b" "c"]', 'text.comma', 1], ['[['.repeat(60), 'text.tooDeep', 1],
    ];
    for (const [text, key, line] of cases) assert.throws(() => readRule(text), (error) => error instanceof RuleTextError && error.key === key && error.line === line, `${text}: ${key} ${line}`);
    assert.throws(() => readRule('a'.repeat(70_000)), RuleTextError);
});

test('any text is read or refused in a bounded time', () => {
    const random = seeded(7);
    const signs = ['a', ': ', '- ', '\n', '  ', '{', '}', '[', ']', ', ', '"', "'", '#', 'km', '12', '\t', '\\', '&', '\u2028'];
    for (let round = 0; round < 3000; round++) {
        const text = Array.from({ length: Math.floor(random() * 30) }, () => signs[Math.floor(random() * signs.length)]).join('');
        try {
            readRule(text);
        } catch (error) {
            assert.ok(error instanceof RuleTextError, `${JSON.stringify(text)}: ${error}`);
        }
    }
});

test('any tree is read again as it was written', () => {
    const random = seeded(3);
    const words = ['A', 'yes', 'no', 'NO', '12', '0021', '20min', ' a', 'a ', 'a: b', '#x', "it's", '"', '\\', 'RA-96*', '{x}', '', '-', 'null', 'é', 'two words', 'line\nbreak', '1e3', '~'];
    const value = (depth) => {
        const kind = random();
        if (depth > 4 || kind < 0.5) return words[Math.floor(random() * words.length)];
        if (kind < 0.55) return random() < 0.5;
        if (kind < 0.75) return Array.from({ length: Math.floor(random() * 4) }, () => value(depth + 1));
        return Object.fromEntries(Array.from({ length: Math.floor(random() * 4) }, (_, place) => [`${words[Math.floor(random() * words.length)]}${place}`, value(depth + 1)]));
    };
    for (let round = 0; round < 2000; round++) {
        const tree = { name: value(2), km: Math.round(random() * 1e6) / 1e3, rest: value(0) };
        assert.deepEqual(readRule(writeRule(tree)).tree, tree, writeRule(tree));
    }
});

// A tree in the one way the form writes what can be written in several.
function plainly(tree) {
    const map = (value) => Array.isArray(value) ? value.map(map) : value !== null && typeof value === 'object' ? merged(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, ['at', 'code', 'kinds', 'gapClass', 'weekdays', 'outlets', 'per'].includes(key) && !Array.isArray(one) ? [one] : map(one)]))) : value;
    const merged = (value) => {
        if (Object.keys(value).length !== 1 || !Array.isArray(value.all)) return value;
        const keys = value.all.flatMap((one) => Object.keys(one));
        return new Set(keys).size === keys.length && value.all.every((one) => Object.keys(one).length === 1) && !keys.includes('all') ? Object.assign({}, ...value.all) : value;
    };
    const made = map(tree);
    if (made.then?.show?.position === 'coarse') delete made.then.show.position;
    return made;
}

test('the form of a rule gives the same rule back', () => {
    for (const [name, text] of [...shipped, ['written', JSON.stringify(readRule(written).tree)]]) {
        const tree = JSON.parse(text);
        assert.deepEqual(treeOf(modelOf(tree)), plainly(tree), name);
        assert.deepEqual(treeOf(modelOf(treeOf(modelOf(tree)))), treeOf(modelOf(tree)), name);
    }
    assert.deepEqual(treeOf(freshModel()).when, { takeoff: { of: 'A' } });
});

test('every kind of condition, group and pattern goes through the form', () => {
    const area = { circle: { latitude: 1, longitude: 2, km: 3 }, hysteresisKm: 4 };
    const where = { A: { any: [{ hex: '7c1***' }, { callsign: 'RSD*', not: { country: 'ID' } }, { all: [{ list: 'a' }, { list: 'b' }] }] } };
    const conditions = [
        { takeoff: {} }, { landing: { of: 'A', at: ['WIII'], kinds: ['observed'] } }, { heard: { of: 'A' } }, { firstEver: {} }, { reappeared: { after: '30d' } }, { enters: { area } }, { leaves: { area: 'yakutsk' } }, { near: { airport: 'WIII', km: 20, below: 4000 } },
        { altitude: { above: 100, below: 200, for: '2min' } }, { speed: { above: 1 } }, { verticalRate: { below: -3000 } }, { squawk: { code: ['7700', '7600'] } }, { callsignChanged: { to: 'GAF*' } }, { silent: { atLeast: '20min', coverage: 'any', gapClass: ['noCoverage'] } }, { sourceLost: {} }, { interference: { of: 'A' } },
        { heard: { of: 'A' }, inside: { of: 'A', area: { polygon: [[1, 2], [3, 4], [5, 6]] } } }, { any: [{ takeoff: {} }, { not: { landing: {} } }, { all: [{ heard: {} }, { heard: { of: 'A' } }] }] }, { takeoff: {}, time: { zone: 'Asia/Jakarta', from: '06:00', to: '18:30', weekdays: ['mon', 'sun'], validFrom: '2026-01-01T00:00:00Z' } },
        { heard: {}, not: { any: [{ sameAirport: { of: 'A', and: 'A' } }, { within: { of: 'A', and: 'A', km: 5, age: '10min' } }] } }, { enters: { area: { corridor: { points: [[1, 2], [3, 4]], km: 20 } } } },
    ];
    const whens = [...conditions, { sequence: [{ silent: { of: 'A' }, while: { heard: { of: 'A', within: { km: 5, of: 'A', age: '5min' } } } }, { landing: {}, time: { zone: 'UTC' } }], within: '12h' }, { absent: { landing: {} }, for: '2h', after: { takeoff: {} } }, { count: { of: 'A', event: { takeoff: {} }, distinct: true, atLeast: 3, window: '2h', in: { area } } }, { count: { each: true, atLeast: 2, window: '1d' } }];
    for (const when of whens) {
        const tree = { name: 'x', version: 3, where, when, limit: { cooldown: '1h', per: ['A'], perHour: 12 }, then: { outlets: ['desk'], title: '{count}', show: { position: 'exact', receivers: 'never' }, public: true }, visit: 'v1' };
        assert.deepEqual(treeOf(modelOf(tree)), tree, JSON.stringify(when));
    }
});

test('a title stands once for both languages, or once in each', () => {
    const rule = (title) => ({ name: 'x', where: { A: {} }, when: { takeoff: {} }, then: { title } });
    const both = rule({ en: 'up', id: 'naik' });
    assert.deepEqual(treeOf(modelOf(both)), both);
    const model = modelOf(both);
    assert.deepEqual([model.title, model.titleID], ['up', 'naik']);
    model.titleID = '';
    assert.deepEqual(treeOf(model), rule('up'));
    assert.deepEqual(treeOf(modelOf(rule({ en: 'up' }))), rule('up'));
    // One in Indonesian alone stays, for the server to refuse with its place.
    Object.assign(model, { title: '', titleID: 'naik' });
    assert.deepEqual(treeOf(model), rule({ en: '', id: 'naik' }));
    for (const [title, path] of [[{ en: 'up', fr: 'haut' }, 'then.title.fr'], [{ en: {} }, 'then.title.en'], [['up'], 'then.title']]) assert.throws(() => modelOf(rule(title)), (error) => error instanceof FormError && error.path === path, path);
});

test('a new rule is told to the open page where there is that outlet and it names none', () => {
    const fresh = treeOf(freshModel());
    assert.deepEqual(withBrowser(fresh, ['browser', 'feed']).then, { outlets: ['browser'] });
    assert.deepEqual(withBrowser({ then: { title: 'x' } }, ['browser']).then, { outlets: ['browser'], title: 'x' });
    const named = { then: { outlets: ['desk'] } };
    for (const [tree, outlets] of [[fresh, []], [fresh, ['feed']], [named, ['browser']]]) assert.equal(withBrowser(tree, outlets), tree);
    for (const [name, text] of shipped) assert.deepEqual(modelOf(withBrowser(readRule(text).tree, ['browser'])).outlets, ['browser'], name);
});

test('parts of the form know where they stand in the tree', () => {
    const tree = readRule(written).tree;
    const model = modelOf(tree);
    const paths = () => [...model.variables.flatMap(({ test }) => [...partsOf(test)]), ...conditionsOf(model).flatMap((group) => [...partsOf(group)])].map((part) => part.path);
    assert.ok(paths().includes('where.A.all[1].type') && paths().includes('when.sequence[0].while.heard'));
    // Written anew they stand beside each other.
    treeOf(model);
    assert.ok(paths().includes('where.A.type') && paths().includes('where.B.not.same') && paths().includes('when.sequence[1].landing'));
    const grouped = modelOf({ name: 'x', where: { A: {} }, when: { any: [{ takeoff: {} }, { not: { landing: {} } }] } });
    treeOf(grouped);
    assert.deepEqual([...partsOf(grouped.steps[0].condition)].map((part) => part.path), ['when', 'when.any[0].takeoff', 'when.any[1].not.landing']);
});

test('what the form cannot show is refused with its place', () => {
    const cases = [
        [[], ''], [{ name: 'x', where: {}, when: [] }, 'when'], [{ name: 'x', where: { A: { colour: 'red' } }, when: {} }, 'where.A.colour'], [{ name: 'x', where: { A: {} }, when: { takeoff: { form: 'WIII' } } }, 'when.takeoff.form'], [{ name: 'x', extra: 1, where: {}, when: {} }, 'extra'],
        [{ name: 'x', where: { A: { any: { list: 'a' } } }, when: {} }, 'where.A.any'], [{ name: 'x', where: { A: {} }, when: { any: [{ not: 3 }] } }, 'when.any[0].not'], [{ name: {}, where: { A: {} }, when: {} }, 'name'],
    ];
    for (const [tree, path] of cases) assert.throws(() => modelOf(tree), (error) => error instanceof FormError && error.path === path, `${JSON.stringify(tree)}: ${path}`);
});

test('a variable is renamed wherever it is named', () => {
    const model = modelOf(readRule(written).tree);
    renameVariable(model, 'A', 'first');
    const tree = treeOf(model);
    assert.deepEqual(tree.where.B, { sameFleetAs: 'first', not: { same: 'first' } });
    assert.equal(tree.when.sequence[0].while.heard.within.ofLastKnown, 'first');
    assert.deepEqual(tree.limit.per, ['first']);
});

test('a number that is none stays as it was typed, for the server to refuse with its place', () => {
    const model = modelOf({ name: 'x', where: { A: {} }, when: { altitude: { below: 500 } } });
    model.steps[0].condition.items[0].value.below = 'much';
    assert.equal(treeOf(model).when.altitude.below, 'much');
    model.steps[0].condition.items[0].value.below = '1,5';
    assert.equal(treeOf(model).when.altitude.below, 1.5);
});

test('areas: kinds, corners, circles of true size', () => {
    const circle = { circle: { latitude: 62.0933, longitude: 129.7706, km: 150 } };
    const outline = outlineOf(circle);
    assert.equal(outline.length, 73);
    for (const point of outline) assert.ok(Math.abs(distanceOf([62.0933, 129.7706], point) - 150) < 0.001);
    // A degree along a meridian and a quarter of the equator, on a sphere of 6,371.0088 km.
    assert.ok(Math.abs(distanceOf([0, 0], [1, 0]) - 111.195) < 0.001 && Math.abs(distanceOf([0, 0], [0, 90]) - 10_007.557) < 0.001);
    assert.ok(Math.abs(destination([0, 179], 222.39, 90)[1] - 181) < 0.001);
    const polygon = turnedInto({ ...circle, hysteresisKm: 10 }, 'polygon');
    assert.deepEqual(polygon, { polygon: [[62.0933, 129.7706]], hysteresisKm: 10 });
    assert.deepEqual(turnedInto(withCorners(polygon, [[1, 2], [3, 4]]), 'corridor'), { corridor: { points: [[1, 2], [3, 4]], km: 50 }, hysteresisKm: 10 });
    assert.equal(areaKind('yakutsk'), 'named');
    assert.deepEqual(cornersOf({ polygon: [[1, 2], [1], 'x', [99, 0]] }), [[1, 2]]);
    assert.deepEqual(cornersOfText(cornersText([[62.1, -129.7], [0, 180]])), [[62.1, -129.7], [0, 180]]);
    for (const text of ['1', 'a, b', '91, 0', '1, 2\n3']) assert.equal(cornersOfText(text), null, text);
});
