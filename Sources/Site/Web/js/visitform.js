// The form that takes a report: a pasted story with where it is from, or a picture, a track, a sighting, a note.
import { element, setText, show } from './dom.js';
import { number, t } from './language.js';
import { choice, field } from './visitdialog.js';
import { areAircraft, base64Of, byteCount, namesOf } from './visittext.js';
import { isoOffset } from './visittime.js';

/** The longest text and the largest file that are taken; docs/http-api.md. */
export const mostText = 100_000;
export const mostFile = 8 * 1024 * 1024;
/** How a report comes. */
export const reportKinds = ['text', 'picture', 'kml', 'csv', 'sighting', 'note'];

const files = { picture: 'image/png,image/jpeg,image/webp', kml: '.kml,application/vnd.google-earth.kml+xml', csv: '.csv,text/csv' };
const media = { picture: 'image/png', kml: 'application/vnd.google-earth.kml+xml', csv: 'text/csv' };
// Distances from UTC that clocks have, minutes.
const offsets = [-660, -600, -540, -480, -420, -360, -300, -240, -210, -180, -120, -60, 0, 60, 120, 180, 210, 240, 270, 300, 330, 345, 360, 390, 420, 480, 540, 570, 600, 660, 720, 780, 840];
const named = { 420: 'zone.wib', 480: 'zone.wita', 540: 'zone.wit', 0: 'zone.utc', 180: 'zone.moscow' };

/** A choice of clocks by their distance from UTC in minutes; first the reader's own. */
export function zoneChoice(id) {
    const own = -new Date().getTimezoneOffset();
    return choice(id, [...new Set([...offsets, own])].sort((a, b) => a - b).map((one) => [String(one), zoneName(one)]), String(own));
}

/** A choice among the stops of a visit, or none of them. `more`: entries before the stops. */
export function stopChoice(id, stops, value, more = []) {
    return choice(id, [['', t('claim.noStop')], ...more, ...stops.map((one, index) => [String(one.id), `${index + 1} ${one.name}`])], value);
}

/** - Parameter prefix: of all ids; `isNew`: a visit is made of it, so that it is a text; `stops`: those of the visit. */
export class ReportForm {
    #kind = 'text';

    constructor(prefix, { isNew = false, stops = [] } = {}) {
        this.prefix = prefix;
        const input = (name, attributes = {}) => element('input', { id: `${prefix}-${name}`, name, type: 'text', autocomplete: 'off', ...attributes });
        this.text = element('textarea', { id: `${prefix}-text`, name: 'text', rows: isNew ? '10' : '8', spellcheck: 'false', oninput: () => this.#count() });
        this.count = element('p', { class: 'hint', id: `${prefix}-count`, 'aria-live': 'off' });
        this.inputs = {
            title: input('title', { maxlength: '300' }), outlet: input('outlet', { maxlength: '120' }), address: input('address', { type: 'url', maxlength: '2000', inputmode: 'url', spellcheck: 'false' }),
            published: input('published', { type: 'datetime-local' }), licence: input('licence', { maxlength: '120' }), file: input('file', { type: 'file' }), captured: input('captured', { type: 'datetime-local' }),
        };
        this.zone = zoneChoice(`${prefix}-zone`);
        this.stop = stopChoice(`${prefix}-stop`, stops, '');
        this.aircraft = input('aircraft', { maxlength: '1200', spellcheck: 'false' });
        this.kind = isNew ? null : choice(`${prefix}-kind`, reportKinds.map((one) => [one, t(`report-kind.${one}`)]), 'text');
        this.kind?.addEventListener('change', () => { this.#kind = this.kind.value; this.#explain(); });
        this.#build(isNew);
        this.#explain();
        this.#count();
    }

    #build(isNew) {
        const { title, outlet, address, published, licence, file, captured } = this.inputs;
        this.textField = field(t('report.text'), this.text, isNew ? t('report.textHint') : null);
        this.textField.append(this.count);
        this.fileField = field(t('report.file'), file, t('report.fileHint'));
        this.capturedField = field(t('report.captured'), captured, t('report.capturedHint'));
        this.outletField = field(t('report.outlet'), outlet);
        this.publishedField = field(t('report.published'), published, t('report.publishedHint'));
        this.zoneField = field(t('report.zone'), this.zone);
        this.stopField = field(t('claim.stop'), this.stop);
        this.aircraftField = field(t('claim.aircraft'), this.aircraft, t('claim.aircraftHint'));
        this.nodes = [
            ...this.kind ? [field(t('report.kind'), this.kind)] : [], this.textField, this.fileField,
            element('div', { class: 'pair' }, field(t('report.title'), title), this.outletField), field(t('report.address'), address),
            element('div', { class: 'pair' }, this.publishedField, this.capturedField, this.zoneField), ...isNew ? [] : [element('div', { class: 'pair' }, this.stopField, this.aircraftField)], field(t('report.licence'), licence, t('report.licenceHint')),
        ];
    }

    #explain() {
        const isFile = this.#kind in files;
        const isStory = this.#kind === 'text';
        show(this.textField, !isFile);
        show(this.fileField, isFile);
        show(this.publishedField, isStory);
        show(this.outletField, isStory);
        show(this.capturedField, !isStory);
        show(this.stopField, this.#isSeen() && this.stop.options.length > 1);
        show(this.aircraftField, this.#isSeen());
        if (isFile) this.inputs.file.accept = files[this.#kind];
        setText(this.textField.querySelector('label'), t(isStory ? 'report.text' : `report.${this.#kind === 'sighting' ? 'sighting' : 'note'}`));
    }

    // A picture and a sighting are of an aircraft, at a stop perhaps.
    #isSeen() {
        return this.#kind === 'picture' || this.#kind === 'sighting';
    }

    #count() {
        const size = byteCount(this.text.value);
        setText(this.count, size > mostText ? t('report.tooLong', { size: number(size), most: number(mostText) }) : size ? t('report.size', { size: number(size), most: number(mostText) }) : '');
        this.count.classList.toggle('bad', size > mostText);
    }

    /** What is missing, in words; `null` where it can be sent. */
    check() {
        if (this.#isSeen() && !areAircraft(namesOf(this.aircraft.value))) return t('claim.aircraftWrong');
        if (this.#kind in files) {
            const file = this.inputs.file.files[0];
            if (!file) return t('report.noFile');
            return file.size > mostFile ? t('report.fileTooLarge', { most: number(mostFile / 1024 / 1024) }) : null;
        }
        if (!this.text.value.trim()) return t('report.noText');
        return byteCount(this.text.value) > mostText ? t('report.tooLong', { size: number(byteCount(this.text.value)), most: number(mostText) }) : null;
    }

    /** What is sent. */
    async body() {
        const { title, outlet, address, published, licence, file, captured } = this.inputs;
        const said = (input) => input.value.trim() || undefined;
        const zone = isoOffset(Number(this.zone.value));
        const shared = { title: said(title), address: said(address), licence: said(licence) };
        if (this.#kind === 'text') return { text: this.text.value, ...shared, outlet: said(outlet), published: published.value ? published.value + zone : undefined };
        const capturedAt = captured.value ? captured.value + zone : undefined;
        const aircraft = namesOf(this.aircraft.value);
        if (this.#isSeen()) Object.assign(shared, { stop: this.stop.value ? Number(this.stop.value) : undefined, aircraft: aircraft.length ? aircraft : undefined });
        if (!(this.#kind in files)) return { kind: this.#kind, text: this.text.value, name: said(title), capturedAt, ...shared };
        const chosen = file.files[0];
        return { kind: this.#kind, data: base64Of(new Uint8Array(await chosen.arrayBuffer())), name: chosen.name, mediaType: chosen.type || media[this.#kind], capturedAt, ...shared };
    }

    /** Everything that was typed, to keep it over a change of language; files cannot be kept. */
    values() {
        return Object.fromEntries([...Object.entries(this.inputs).filter(([, input]) => input.type !== 'file'), ['text', this.text], ['zone', this.zone]].map(([name, input]) => [name, input.value]));
    }

    fill(values) {
        for (const [name, input] of [...Object.entries(this.inputs), ['text', this.text], ['zone', this.zone]]) if (name in values) input.value = values[name];
        this.#count();
    }
}

function zoneName(minutes) {
    const size = Math.abs(minutes);
    const offset = `UTC${minutes < 0 ? '\u2212' : '+'}${Math.floor(size / 60)}${size % 60 ? `:${String(size % 60).padStart(2, '0')}` : ''}`;
    return named[minutes] ? t(named[minutes]) : offset;
}
