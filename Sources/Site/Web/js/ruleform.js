// A rule as a form. It holds a model (rulemodel.js); each change makes the tree anew and gives it on.
import { byId, element } from './dom.js';
import { t } from './language.js';
import { small } from './pageparts.js';
import { areaField } from './rulearea.js';
import { durationInput, input, labelled, manyBoxes, numberInput, select } from './rulefields.js';
import { groupView } from './rulegroups.js';
import { renameVariable, treeOf } from './rulemodel.js';
import { bounds, freshArea, freshValues, freshVariable } from './ruleschema.js';

const modes = ['one', 'sequence', 'absent', 'count'];
const placeholders = ['{A.registration}', '{A.callsign}', '{A.type}', '{takeoff.airport}', '{landing.airport}', '{silent.duration}', '{silent.reason}', '{squawk}', '{count}', '{time}'];

export class RuleForm {
    #marks = [];

    /** - Parameters: `outlets()` and `areas()`: the names there are; `site()`: the site's document, for the map; `changed(tree)` is given each change. */
    constructor(node, { outlets, areas, site, changed }) {
        Object.assign(this, { node, outlets, areas, site, changed, model: null });
    }

    /** Shows a model. */
    show(model) {
        this.model = model;
        treeOf(model);
        this.#draw();
    }

    /** Something was typed. */
    edit() {
        this.changed(treeOf(this.model));
    }

    /** Something was added, removed or made another thing. */
    rebuild(focus = () => document.activeElement?.id) {
        const before = document.activeElement?.id;
        this.edit();
        this.#draw();
        byId(focus() || before)?.focus();
    }

    /** A part of the form is what stands at a path; `path` is asked when it is looked for. */
    mark(path, node) {
        this.#marks.push([path, node]);
    }

    /** Says what is wrong at a path, at the part of the form that is nearest to it; takes what was said before away. */
    tell(path, text) {
        for (const old of this.node.querySelectorAll('.rule-error')) old.remove();
        for (const old of this.node.querySelectorAll('[aria-invalid]')) old.removeAttribute('aria-invalid');
        if (!text) return;
        const fitting = this.#marks.map(([own, node]) => [own() ?? '', node]).filter(([own]) => own !== '' && (path === own || path.startsWith(`${own}.`) || path.startsWith(`${own}[`)));
        const [, node] = fitting.reduce((best, one) => (one[0].length >= best[0].length ? one : best), ['', null]);
        if (!node) return;
        const line = element('p', { class: 'error rule-error', id: 'rule-error', text });
        const field = node.matches('input, select, textarea') ? node : node.querySelector('input, select, textarea');
        field?.setAttribute('aria-invalid', 'true');
        field?.setAttribute('aria-errormessage', 'rule-error');
        if (node === field) node.after(line);
        else node.append(line);
    }

    #draw() {
        this.#marks = [];
        this.node.replaceChildren(this.#name(), this.#who(), this.#when(), this.#often(), this.#told());
    }

    #part(id, ...nodes) {
        return element('section', { class: 'rule-part', id: `part-${id}`, 'aria-labelledby': `part-${id}-title` }, element('h3', { id: `part-${id}-title`, text: t(`part.${id}`) }), ...nodes);
    }

    #field(path, id, label, node, hint = null) {
        const made = labelled(id, label, node, hint);
        this.mark(() => path, made);
        return made;
    }

    #name() {
        return this.#field('name', 'rule-name', t('rule-field.name'), input('rule-name', 'text', this.model.name, (value) => { this.model.name = value; this.edit(); }, { maxlength: '120' }));
    }

    #who() {
        const { variables } = this.model;
        const add = () => {
            const name = freshVariable(variables.map((one) => one.name));
            variables.push({ name, test: { join: 'all', path: '', items: [{ isNot: false, kind: 'sameFleetAs', value: variables[0].name, path: '' }, { isNot: true, kind: 'same', value: variables[0].name, path: '' }] } });
            this.rebuild(() => `variable-${variables.length - 1}`);
        };
        const cards = variables.map((variable, place) => {
            const rename = (event) => {
                const name = event.target.value.trim();
                if (!/^[A-Za-z][A-Za-z0-9]{0,11}$/.test(name) || variables.some((one) => one !== variable && one.name === name)) { event.target.value = variable.name; return; }
                renameVariable(this.model, variable.name, name);
                this.rebuild();
            };
            const remove = () => { variables.splice(place, 1); this.model.per = this.model.per.filter((name) => name !== variable.name); this.rebuild(() => 'add-variable'); };
            const node = element('div', { class: 'variable' },
                variables.length > 1 ? element('div', { class: 'item-head' }, element('label', { for: `variable-${place}`, text: t('rule-field.variable') }), element('input', { type: 'text', id: `variable-${place}`, value: variable.name, size: '6', maxlength: '12', onchange: rename }), small(`variable-${place}-remove`, '\u2715', remove, { label: t('variable.remove', { name: variable.name }), className: 'tool remove' })) : null,
                groupView(this, variable.test, 'identity', t('variable.label', { name: variable.name })));
            this.mark(() => `where.${variable.name}`, node);
            return node;
        });
        const more = variables.length < bounds.variables && this.model.mode !== 'count' ? small('add-variable', t('variable.add'), add) : null;
        return this.#part('who', ...cards, element('div', { class: 'actions small' }, more));
    }

    #when() {
        const { model } = this;
        const turn = (mode) => {
            const first = model.steps[0] ?? { condition: model.absent?.condition ?? { join: 'all', path: '', items: [] }, meanwhile: null };
            model.mode = mode;
            if (!model.steps.length) model.steps = [first];
            if (mode === 'sequence') { model.within ||= '12h'; if (model.steps.length < 2) model.steps.push(this.#freshStep('landing')); }
            if (mode === 'absent') model.absent ??= { after: first.condition, condition: this.#freshStep('landing').condition, for: '2h' };
            if (mode === 'count') { model.count ??= { of: model.variables[0].name, event: first.condition, counted: 'aircraft', atLeast: 3, window: '2h', area: null }; model.per = []; }
            this.rebuild();
        };
        const choice = element('fieldset', { class: 'field modes' }, element('legend', { text: t('rule-field.mode') }), ...modes.map((mode) => element('label', { class: 'box' }, element('input', { type: 'radio', name: 'rule-mode', id: `mode-${mode}`, value: mode, checked: mode === model.mode, disabled: mode === 'count' && model.variables.length > 1, onchange: () => turn(mode) }), t(`mode.${mode}`))));
        const body = { one: () => [groupView(this, model.steps[0].condition, 'condition', t('part.when'))], sequence: () => this.#sequence(), absent: () => this.#absent(), count: () => this.#count() }[model.mode]();
        const part = this.#part('when', choice, ...body);
        this.mark(() => 'when', part);
        return part;
    }

    #freshStep(kind) {
        return { condition: { join: 'all', path: '', items: [{ isNot: false, kind, value: freshValues(kind, this.model.variables[0]?.name ?? 'A'), path: '' }] }, meanwhile: null };
    }

    #sequence() {
        const { steps } = this.model;
        const move = (place, way) => { const [step] = steps.splice(place, 1); steps.splice(place + way, 0, step); this.rebuild(); };
        const cards = steps.map((step, place) => {
            const isSilence = step.condition.items.length === 1 && step.condition.items[0].kind === 'silent' && !step.condition.items[0].isNot;
            const beside = step.meanwhile ? [element('h4', { text: t('step.while') }), groupView(this, step.meanwhile, 'condition', t('step.while')), small(`step-${place}-alone`, t('step.noWhile'), () => { step.meanwhile = null; this.rebuild(); })]
                : isSilence ? [small(`step-${place}-while`, t('step.addWhile'), () => { step.meanwhile = this.#freshStep('heard').condition; step.meanwhile.items[0].value.of = this.model.variables.at(-1).name; this.rebuild(); })] : [];
            return element('li', { class: 'step' }, element('div', { class: 'item-head' }, element('h4', { text: t(place ? 'step.then' : 'step.first') }), place ? small(`step-${place}-up`, '\u2191', () => move(place, -1), { label: t('step.up') }) : null, place < steps.length - 1 ? small(`step-${place}-down`, '\u2193', () => move(place, 1), { label: t('step.down') }) : null,
                steps.length > 1 ? small(`step-${place}-remove`, '\u2715', () => { steps.splice(place, 1); this.rebuild(() => 'add-step'); }, { label: t('step.remove', { n: place + 1 }), className: 'tool remove' }) : null), groupView(this, step.condition, 'condition', t('step.label', { n: place + 1 })), ...beside);
        });
        const more = steps.length < bounds.steps ? small('add-step', t('step.add'), () => { steps.push(this.#freshStep('landing')); this.rebuild(); }) : null;
        return [element('ol', { class: 'steps-list' }, ...cards), element('div', { class: 'actions small' }, more), this.#field('when.within', 'rule-within', t('rule-field.allWithin'), durationInput('rule-within', this.model.within, (value) => { this.model.within = value; this.edit(); }))];
    }

    #absent() {
        const { absent } = this.model;
        return [element('h4', { text: t('absent.after') }), groupView(this, absent.after, 'condition', t('absent.after')), this.#field('when.for', 'absent-for', t('absent.for'), durationInput('absent-for', absent.for, (value) => { absent.for = value; this.edit(); }), t('absent.hint')), element('h4', { text: t('absent.missing') }), groupView(this, absent.condition, 'condition', t('absent.missing'))];
    }

    #count() {
        const { count } = this.model;
        count.event ??= { join: 'all', path: '', items: [] };
        const ways = ['aircraft', 'events', 'each'].map((name) => [name, t(`counted.${name}`)]);
        const area = count.area === null ? small('count-area', t('count.addArea'), () => { count.area = freshArea(); this.rebuild(); })
            : element('div', {}, areaField(this, 'count-in', t('count.area'), count.area, (value, isNew) => { count.area = value; if (isNew) this.rebuild(); else this.edit(); }), small('count-noarea', t('count.noArea'), () => { count.area = null; this.rebuild(); }));
        this.mark(() => 'when.count.in', area);
        return [element('h4', { text: t('count.what') }), groupView(this, count.event, 'condition', t('count.what')), element('div', { class: 'item-fields' },
            this.#field('when.count.atLeast', 'count-least', t('count.atLeast'), numberInput('count-least', count.atLeast, (value) => { count.atLeast = value; this.edit(); })), labelled('count-way', t('count.way'), select('count-way', ways, count.counted, (value) => { count.counted = value; if (value !== 'each') this.model.per = []; this.rebuild(); })),
            this.#field('when.count.window', 'count-window', t('count.window'), durationInput('count-window', count.window, (value) => { count.window = value; this.edit(); }))), area];
    }

    #often() {
        const { model } = this;
        const isOne = model.mode === 'count' && model.count.counted !== 'each';
        const per = isOne ? null : manyBoxes('rule-per', t('rule-field.per'), model.variables.map(({ name }) => [name, t('variable.label', { name })]), model.per, (value) => { model.per = value; this.edit(); });
        return this.#part('often', this.#field('limit.cooldown', 'rule-cooldown', t('rule-field.cooldown'), durationInput('rule-cooldown', model.cooldown, (value) => { model.cooldown = value; this.edit(); }), t('hint.cooldown')), per, this.#field('limit.perHour', 'rule-per-hour', t('rule-field.perHour'), numberInput('rule-per-hour', model.perHour, (value) => { model.perHour = value; this.edit(); }), t('hint.perHour')));
    }

    #told() {
        const { model } = this;
        const names = [...new Set([...this.outlets(), ...model.outlets])];
        const outlets = names.length ? manyBoxes('rule-outlets', t('rule-field.outlets'), names.map((name) => [name, this.outlets().includes(name) ? name : t('outlet.unknown', { name })]), model.outlets, (value) => { model.outlets = value; this.edit(); }) : element('p', { class: 'soft', text: t('outlet.noneYet') });
        this.mark(() => 'then.outlets', outlets);
        // A placeholder goes into the title that was typed in last.
        let typed = 'rule-told';
        const titled = (path, id, member, words) => this.#field(path, id, t(`rule-field.${member}`), input(id, 'text', model[member], (value) => { model[member] = value; this.edit(); }, { maxlength: '300', onfocus: () => { typed = id; } }), words);
        const title = titled('then.title', 'rule-told', 'title', t('hint.title'));
        const titleID = titled('then.title.id', 'rule-told-id', 'titleID', t('hint.titleID'));
        titleID.append(element('p', { class: 'placeholders', translate: 'no' }, ...placeholders.map((name) => small(null, name, () => { const field = byId(typed); field.setRangeText(name, field.selectionStart, field.selectionEnd, 'end'); field.dispatchEvent(new Event('input')); field.focus(); }, { className: 'placeholder mono', label: t('placeholder.add', { name }) }))));
        const position = this.#field('then.show', 'rule-position', t('rule-field.position'), select('rule-position', ['coarse', 'exact', 'never'].map((name) => [name, t(`position.${name}`)]), model.position, (value) => { model.position = value; this.edit(); }));
        const isPublic = element('label', { class: 'check' }, element('input', { type: 'checkbox', id: 'rule-public', checked: model.isPublic, 'aria-describedby': 'rule-public-hint', onchange: (event) => { model.isPublic = event.target.checked; this.edit(); } }), element('span', {}, element('b', { text: t('rule-field.public') }), element('span', { class: 'hint', id: 'rule-public-hint', text: t('hint.public') })));
        return this.#part('told', title, titleID, outlets, position, isPublic);
    }
}
