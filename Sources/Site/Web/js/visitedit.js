// The forms that change a visit: a stop, a claim, whom it is about, its title, another report, when a report was written.
import { element } from './dom.js';
import { language, t } from './language.js';
import { PlaceSearch } from './placesearch.js';
import { choice, field, openForm } from './visitdialog.js';
import { ReportForm, stopChoice, zoneChoice } from './visitform.js';
import { areAircraft, namesOf } from './visittext.js';
import { fieldOfTime, isoOffset, offsetText, timeOfField, zoneOfStop } from './visittime.js';
import { visitTitle } from './visitwords.js';

const stopKinds = ['origin', 'transit', 'destination', 'day_trip', 'return'];
const claimKinds = {
    times: ['arrival', 'departure', 'stop', 'schedule', 'meeting', 'event', 'dwell', 'duration', 'origin', 'programme', 'surface_leg'],
    aircraft: ['aircraft', 'negative_aircraft', 'fleet', 'companion', 'escort', 'sighting', 'observation'],
    other: ['omission', 'negation', 'denial', 'no_comment', 'secrecy', 'other_subject', 'invitation', 'warning', 'accusation', 'history', 'context'],
};
const certainties = ['asserted', 'announced', 'scheduled', 'planned', 'expected', 'reported', 'understood', 'possible', 'suspected', 'alleged', 'quoted', 'evasive', 'declined'];

/** A field for a place, with what the site's list of places offers; codes of airports are taken as they are. */
export function placeField(id, value) {
    const list = element('datalist', { id: `${id}-list` });
    const input = element('input', { id, type: 'text', maxlength: '120', autocomplete: 'off', spellcheck: 'false', list: list.id, value: value ?? '' });
    const search = new PlaceSearch(() => offer());
    const offer = () => {
        const found = search.places(input.value, language());
        if (found) list.replaceChildren(...found.map((one) => element('option', { value: one.code ?? one.name, text: [one.name, one.city, one.countryName].filter(Boolean).join(', ') })));
    };
    input.addEventListener('input', offer);
    const node = field(t('stop.place'), input, t('stop.placeHint'));
    node.append(list);
    return { node, input };
}

// Two times by one clock: that of the place where it is known, UTC, or the reader's.
function timesField(id, { from, to }, stop) {
    const place = stop ? zoneOfStop(stop) : null;
    const zones = [...place ? [['place', t('clock.place', { place: stop.name, offset: offsetText(place, from ?? to) })]] : [], ['utc', t('clock.utc')], ['own', t('clock.own', { offset: offsetText(null, Date.now() / 1000) })]];
    const zone = choice(`${id}-clock`, zones, zones[0][0]);
    const zoneName = (name = zone.value) => ({ place, utc: 'UTC', own: null })[name];
    let shown = zone.value;
    const input = (name, time) => element('input', { id: `${id}-${name}`, type: 'datetime-local', value: fieldOfTime(time, zoneName()) });
    const [first, last] = [input('from', from), input('to', to)];
    // The times stay what they are when they are read by another clock.
    zone.addEventListener('change', () => {
        for (const one of [first, last]) one.value = fieldOfTime(timeOfField(one.value, zoneName(shown)), zoneName());
        shown = zone.value;
    });
    return {
        node: element('div', { class: 'triple-fields' }, field(t('window.from'), first), field(t('window.to'), last), field(t('window.clock'), zone)),
        values: () => ({ from: timeOfField(first.value, zoneName()), to: timeOfField(last.value, zoneName()) }),
    };
}

function inOrder({ from, to }) {
    return from === null || to === null || from <= to ? null : t('window.reversed');
}

/**
 * A stop is changed, or put in.
 * - Parameter stop: the one that is changed, or `null`; `preset`: `{place, at, span, report}` of a new one.
 */
export function editStop(page, stop, preset = {}) {
    const { visit } = page;
    const place = placeField('stop-place', preset.place ?? stop?.name ?? '');
    const known = stop?.airports.map((one) => one.code).join(', ') ?? '';
    const airports = element('input', { id: 'stop-airports', type: 'text', maxlength: '60', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', value: known });
    const codes = () => airports.value.toUpperCase().split(/[\s,;]+/).filter(Boolean);
    const kind = choice('stop-kind', stopKinds.map((one) => [one, t(`stop-kind.${one}`)]), stop?.kind ?? 'destination');
    const before = { from: stop?.announced.from ?? null, to: stop?.announced.to ?? null };
    const times = timesField('stop', before, stop);
    const hours = [0, 1].map((side) => element('input', { id: `stop-dwell-${side ? 'most' : 'least'}`, type: 'number', min: '0', max: '720', step: '0.5', inputmode: 'decimal', value: stop?.dwellHours?.[side] ?? '' }));
    const at = stop ? null : choice('stop-at', [...visit.stops.map((one, index) => [String(index), t('stop.before', { n: index + 1, place: one.name })]), [String(visit.stops.length), t('stop.last')]], String(preset.at ?? visit.stops.length));
    // Airports by code stay under the name of the place; a new name alone is looked up.
    const where = () => {
        const name = place.input.value.trim();
        if (codes().join(', ') !== known && codes().length) return { airports: codes(), placeName: name };
        return name === stop?.name ? {} : { place: name };
    };
    const dwell = () => hours.map((one) => (one.value === '' ? null : Number(one.value)));
    openForm({
        id: 'stop-form', title: stop ? t('stop.editTitle', { place: stop.name }) : t('stop.addTitle'),
        fields: [place.node, field(t('stop.codes'), airports, t('stop.codesHint')), field(t('stop.kind'), kind), ...at ? [field(t('stop.at'), at)] : [], times.node, element('div', { class: 'pair' }, field(t('dwell.least'), hours[0]), field(t('dwell.most'), hours[1]))],
        check: () => {
            if (!place.input.value.trim()) return t('stop.noPlace');
            if (codes().length > 6 || codes().some((one) => !/^[A-Z0-9-]{2,8}$/.test(one))) return t('stop.codesWrong');
            const [low, high] = dwell();
            return low !== null && high !== null && low > high ? t('dwell.reversed') : inOrder(times.values());
        },
        save: () => {
            const { from, to } = times.values();
            const [low, high] = dwell();
            const stay = low === null && high === null ? null : [low ?? high, high ?? low];
            if (!stop) return page.act({ kind: 'addStop', ...where(), stopKind: kind.value, ...given({ from, to }), at: Number(at.value), ...stay ? { dwellHours: stay } : {}, ...preset.span ? { span: preset.span, report: preset.report } : {} });
            // Only what was changed: the readings of a window stay where nobody touched it.
            return page.act({
                kind: 'editStop', stop: stop.id, ...where(), ...kind.value === stop.kind ? {} : { stopKind: kind.value },
                ...sameMinute(from, before.from) && sameMinute(to, before.to) ? {} : { from, to }, ...JSON.stringify(stay) === JSON.stringify(stop.dwellHours) ? {} : { dwellHours: stay },
            });
        },
    });
}

function sameMinute(one, other) {
    return one === other || one !== null && other !== null && Math.floor(one / 60) === Math.floor(other / 60);
}

function given(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
}

/**
 * What somebody changed of a claim, as `editClaim` takes it: nothing of what is as it was. Pure.
 * - Parameter told: what the form says; of `stop` a number, '' for none, 'same' for those it is about.
 */
export function claimChange(claim, told) {
    const time = claim.time ?? { from: null, to: null };
    const made = {};
    if (told.kind !== claim.kind) made.claimKind = told.kind;
    if (told.certainty !== claim.certainty) made.certainty = told.certainty;
    if ((told.polarity === 'denied') !== claim.isDenied) made.polarity = told.polarity;
    if (told.speaker !== (claim.speaker?.name ?? '')) made.speaker = told.speaker || null;
    if (told.stop !== 'same' && told.stop !== stopOf(claim)) made.stop = told.stop === '' ? null : Number(told.stop);
    if (told.aircraft.join() !== claim.aircraft.join()) made.aircraft = told.aircraft;
    return sameMinute(told.from, time.from) && sameMinute(told.to, time.to) ? made : { ...made, from: told.from, to: told.to };
}

// The choice that stands for what a claim is about.
function stopOf({ stops }) {
    return stops.length > 1 ? 'same' : String(stops[0] ?? '');
}

/** A claim is changed, or made of marked words. `preset`: `{report, span, words}` of a new one; `claim`: the one that is changed, or `null`. */
export function editClaim(page, { report, span, words } = {}, claim = null) {
    const { visit } = page;
    const about = (claim?.stops ?? []).map((id) => visit.stops.find((one) => one.id === id)).filter(Boolean);
    const kind = element('select', { id: 'claim-kind' }, ...Object.entries(claimKinds).map(([group, kinds]) => element('optgroup', { label: t(`claim-group.${group}`) }, ...kinds.map((one) => element('option', { value: one, text: t(`claim-kind.${one}`) })))));
    if (claim) kind.value = claim.kind;
    const certainty = choice('claim-certainty', certainties.map((one) => [one, t(`certainty.${one}`)]), claim?.certainty ?? 'reported');
    const polarity = choice('claim-polarity', [['affirmed', t('claim.affirmed')], ['denied', t('claim.notSo')]], claim?.isDenied ? 'denied' : 'affirmed');
    const input = (name, value, attributes) => element('input', { id: `claim-${name}`, type: 'text', autocomplete: 'off', value, ...attributes });
    const speaker = input('speaker', claim?.speaker?.name ?? '', { maxlength: '160' });
    const aircraft = input('aircraft', claim?.aircraft.join(', ') ?? '', { maxlength: '1200', spellcheck: 'false' });
    const stop = stopChoice('claim-stop', visit.stops, claim ? stopOf(claim) : '', about.length > 1 ? [['same', t('claim.sameStops', { places: about.map((one) => one.name).join(', ') })]] : []);
    const times = timesField('claim', claim?.time ?? { from: null, to: null }, about[0] ?? null);
    const quote = claim ? claim.spans[0]?.words : words;
    const told = () => ({ kind: kind.value, certainty: certainty.value, polarity: polarity.value, speaker: speaker.value.trim(), stop: stop.value, aircraft: namesOf(aircraft.value), ...times.values() });
    openForm({
        id: 'claim-form', title: claim ? t('claim.editTitle', { id: String(claim.id) }) : t('claim.addTitle'), lead: claim ? t('claim.editLead') : null,
        fields: [
            ...quote ? [element('blockquote', { class: 'quote', text: `\u201c${quote}\u201d` })] : [], element('div', { class: 'pair' }, field(t('claim.kind'), kind), field(t('claim.polarity'), polarity)), field(t('claim.speaker'), speaker, t('claim.speakerHint')),
            field(t('claim.certainty'), certainty, t('claim.certaintyHint')), field(t('claim.stop'), stop), field(t('claim.aircraft'), aircraft, t('claim.aircraftHint')), times.node,
        ],
        check: () => (areAircraft(told().aircraft) ? inOrder(times.values()) : t('claim.aircraftWrong')),
        save: () => {
            const { from, to, ...said } = told();
            if (!claim) return page.act({ kind: 'addClaim', claimKind: said.kind, report, span, certainty: said.certainty, ...given({ speaker: said.speaker, from, to }), ...said.polarity === 'denied' ? { polarity: 'denied' } : {}, ...said.stop ? { stop: Number(said.stop) } : {}, ...said.aircraft.length ? { aircraft: said.aircraft } : {} });
            const changed = claimChange(claim, told());
            return Object.keys(changed).length ? page.act({ kind: 'editClaim', claim: claim.id, ...changed }) : null;
        },
    });
}

/** When a report was written: its text is read anew with that. */
export function editDateline(page, report) {
    const zone = zoneChoice('date-zone');
    const isKnown = report.published !== null && report.publishedBasis !== 'entered';
    const input = element('input', { id: 'date-published', type: 'datetime-local', value: isKnown ? fieldOfTime(report.published + Number(zone.value) * 60, 'UTC') : '' });
    openForm({
        id: 'date-form', title: t('report.dateTitle'), lead: t('report.dateLead'), fields: [element('div', { class: 'pair' }, field(t('report.published'), input, t('report.publishedHint')), field(t('report.zone'), zone))],
        check: () => (input.value ? null : t('report.dateMissing')), save: () => page.act({ kind: 'setDateline', report: report.id, published: input.value + isoOffset(Number(zone.value)) }),
    });
}

/** Whom the visit is about. */
export function editSubject(page) {
    const { subject } = page.visit;
    const input = (name, attributes = {}) => element('input', { id: `subject-${name}`, type: 'text', autocomplete: 'off', maxlength: '120', value: subject[name] ?? '', ...attributes });
    const [name, role, state] = [input('name'), input('role'), input('state', { maxlength: '2', autocapitalize: 'characters', spellcheck: 'false' })];
    openForm({
        id: 'subject-form', title: t('subject.title'), lead: t('subject.lead'), fields: [field(t('subject.name'), name), field(t('subject.role'), role), field(t('subject.state'), state, t('subject.stateHint'))],
        check: () => (state.value && !/^[A-Za-z]{2}$/.test(state.value.trim()) ? t('subject.stateWrong') : name.value.trim() || role.value.trim() ? null : t('subject.missing')),
        save: () => page.act({ kind: 'setSubject', ...given({ name: name.value.trim(), role: role.value.trim(), state: state.value.trim().toUpperCase() }) }),
    });
}

/** What the visit is called. */
export function editTitle(page) {
    const title = element('input', { id: 'title-text', type: 'text', maxlength: '200', autocomplete: 'off', value: visitTitle(page.visit) });
    openForm({ id: 'title-form', title: t('visit.rename'), fields: [field(t('visit.title'), title)], check: () => (title.value.trim() ? null : t('visit.noTitle')), save: () => page.act({ kind: 'setTitle', title: title.value.trim() }) });
}

/** Another report. */
export function writeReport(page) {
    const form = new ReportForm('report', { stops: page.visit.stops });
    openForm({ id: 'report-form', title: t('report.add'), lead: t('report.addLead'), wide: true, fields: form.nodes, check: () => form.check(), save: async () => page.report(await form.body()), saveText: t('report.save') });
}
