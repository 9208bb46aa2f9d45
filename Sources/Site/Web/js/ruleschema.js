// What rules are made of, as the form offers it (docs/watches.md is the language itself). Pure.

/** Who: what is asked of an aircraft's identity. */
export const identityKinds = { list: 'text', category: 'text', registration: 'text', callsign: 'text', hex: 'text', type: 'text', operator: 'text', country: 'text', sameFleetAs: 'variable', same: 'variable' };

/** What happens, with the fields of each. */
export const happenings = {
    takeoff: ['of', 'at', 'kinds'], landing: ['of', 'at', 'kinds'], silent: ['of', 'atLeast', 'coverage', 'gapClass'], reappeared: ['of', 'after'], firstEver: ['of'], heard: ['of', 'within'],
    enters: ['of', 'area'], leaves: ['of', 'area'], near: ['of', 'airport', 'km', 'below'], altitude: ['of', 'above', 'below', 'for'], speed: ['of', 'above', 'below', 'for'], verticalRate: ['of', 'above', 'below', 'for'],
    squawk: ['of', 'code'], callsignChanged: ['of', 'to'], sourceLost: ['of'], interference: ['of'],
};

/** What holds at that moment. */
export const holdings = { inside: ['of', 'area'], within: ['of', 'and', 'km', 'age'], sameAirport: ['of', 'and'], time: ['zone', 'from', 'to', 'weekdays', 'validFrom', 'validUntil'] };

/** Fields of a condition; `null` for what is none. */
export function fieldsOf(kind) {
    return happenings[kind] ?? holdings[kind] ?? null;
}

const kinds = {
    of: 'variable', and: 'variable', at: 'list', code: 'list', kinds: 'many', gapClass: 'many', weekdays: 'many', within: 'partner', area: 'area',
    after: 'duration', atLeast: 'duration', for: 'duration', age: 'duration', km: 'number', above: 'number', below: 'number', coverage: 'choice', validFrom: 'instant', validUntil: 'instant',
};

/** How a field is written: `variable`, `list`, `many`, `partner`, `area`, `duration`, `number`, `choice`, `instant`, `clock`, `text`. */
export function fieldKind(condition, field) {
    if (condition === 'time' && (field === 'from' || field === 'to')) return 'clock';
    return kinds[field] ?? 'text';
}

/** What may be chosen in a field. */
export const choices = {
    kinds: ['observed', 'inferred', 'unknown'], gapClass: ['offLikely', 'noCoverage', 'belowHorizon', 'receiverDown', 'landed', 'undetermined'], weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], coverage: ['required', 'any'],
};

/** The unit of a number; `null` where it has none. */
export function unitOf(condition, field) {
    if (field === 'km') return 'km';
    if (field !== 'above' && field !== 'below') return null;
    return { altitude: 'ft', near: 'ft', speed: 'kt', verticalRate: 'ft/min' }[condition] ?? null;
}

/** What a fresh condition has, so that it means something. */
export function freshValues(kind, variable) {
    const own = {
        silent: { atLeast: '20min', coverage: 'required' }, reappeared: { after: '30d' }, squawk: { code: ['emergency'] }, altitude: { below: 5000 }, speed: { above: 500 }, verticalRate: { below: -3000, for: '30s' }, near: { km: 50 }, within: { km: 20 },
        enters: { area: freshArea() }, leaves: { area: freshArea() }, inside: { area: freshArea() }, time: { zone: 'UTC' },
    }[kind] ?? {};
    return fieldsOf(kind).includes('of') ? { of: variable, ...own } : own;
}

/** A circle that is still to be put somewhere. */
export function freshArea() {
    return { circle: { latitude: 0, longitude: 0, km: 100 } };
}

/** The most of each that the language takes. */
export const bounds = { variables: 3, steps: 6, corners: 500 };

/** The names that variables get, in order. */
export function freshVariable(taken) {
    return ['A', 'B', 'C'].find((name) => !taken.includes(name)) ?? `V${taken.length + 1}`;
}
