// The documents of visits as the pages use them: shaped, bounded, and nothing in them throws. Pure. Times in seconds since 1970, absent is `null`.
import { plainId, readAlert } from './watchdoc.js';

const most = 2_000;

/** An identifier of a visit that can stand in a path; `null` for anything else. */
export function visitId(value) {
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(text) ? text : null;
}

/** What a list of visits says: `{visits, mayWrite}`; `mayWrite` is `null` where nothing is said of it. */
export function readVisits(document) {
    const visits = list(document?.visits, (one) => {
        const id = visitId(one.id);
        return id === null ? null : {
            id, title: text(one.title), subject: readSubject(one.subject), status: statusOf(one.status), isPublic: one.public === true,
            stops: list(one.stops, (name) => text(name?.name ?? name)), from: number(one.from), to: number(one.to), changed: number(one.changed), changes: number(one.changes) ?? 0,
        };
    });
    return { visits, mayWrite: typeof document?.mayWrite === 'boolean' ? document.mayWrite : null };
}

/** A visit; `null` where the document is none. */
export function readVisit(document) {
    const id = visitId(document?.id);
    if (id === null) return null;
    return {
        id, title: text(document.title), isNamed: document.named !== false, status: statusOf(document.status), isPublic: document.public === true, created: number(document.created), changed: number(document.changed),
        subject: readSubject(document.subject), reports: list(document.reports, readReport), stops: list(document.stops, readStop), claims: list(document.claims, readClaim),
        openPoints: list(document.openPoints, (one, place) => ({ index: number(one.index) ?? place, kind: text(one.kind) ?? '', sentence: readSentence(one.sentence), span: readSpan(one.span), stop: number(one.stop) })),
        disagreements: list(document.disagreements, (one) => ({ stop: number(one.stop), sentence: readSentence(one.sentence) })),
        changes: list(document.changes, (one) => ({
            number: number(one.number) ?? 0, at: number(one.at), by: text(one.by), what: readSentence(one.what), isTakenBack: one.takenBack === true, canTakeBack: one.canTakeBack === true,
        })),
        rules: readWatches(document).rules, alerts: Array.isArray(document.alerts) ? list(document.alerts, readAlert) : null, alertsNotice: readSentence(document.alertsNotice), hasMoreAlerts: document.moreAlerts === true, assumptions: readAssumptions(document.assumptions), version: number(document.version) ?? (Array.isArray(document.changes) ? document.changes.length : 0), mayWrite: typeof document.mayWrite === 'boolean' ? document.mayWrite : null,
    };
}

/** A sentence and what it rests on; a bare text rests on nothing that could be shown. */
export function readSentence(value) {
    if (typeof value === 'string') return { text: value, rests: [] };
    return { text: text(value?.text) ?? '', rests: list(value?.rests, readRest) };
}

function readRest(one) {
    const kind = text(one.kind);
    if (kind === 'claim' && number(one.claim) !== null) return { kind, claim: one.claim };
    if (kind === 'change' && number(one.change) !== null) return { kind, change: one.change };
    if (kind === 'report' && number(one.report) !== null) return { kind, report: one.report };
    if (kind === 'observation') return { kind, hex: hexOf(one.hex), time: number(one.time) };
    if (kind === 'list') return { kind, source: text(one.source) ?? '' };
    return kind === 'assumption' && text(one.assumption) !== null ? { kind, assumption: one.assumption } : null;
}

function readSubject(value) {
    return {
        name: text(value?.name), role: text(value?.role), state: text(value?.state), span: readSpan(value?.span),
        homes: list(value?.homes, (one) => ({ code: text(one.code) ?? '', name: text(one.name), latitude: number(one.latitude), longitude: number(one.longitude) })),
    };
}

function readReport(one, place) {
    return {
        id: number(one.id) ?? place + 1, title: text(one.title), address: text(one.address), outlet: text(one.outlet), published: number(one.published), publishedBasis: text(one.publishedBasis), language: text(one.language),
        sha256: text(one.sha256), licence: text(one.licence), addedAt: number(one.addedAt), kind: text(one.kind) ?? 'text', quotes: list(one.quotes, readSpan), quotesLeftOut: number(one.quotesLeftOut) ?? 0, text: text(one.text), name: text(one.name), capturedAt: number(one.capturedAt), mediaType: text(one.mediaType),
    };
}

function readStop(one, place) {
    const id = number(one.id);
    return id === null ? null : {
        id, order: number(one.order) ?? place + 1, kind: text(one.kind) ?? 'destination', name: text(one.name) ?? '', country: text(one.country), track: text(one.track) ?? 'official', certainty: text(one.certainty), certaintyText: text(one.certaintyText), isConfirmed: one.confirmed === true,
        airports: list(one.airports, readAirport), announced: readWindow(one.announced), narrowed: one.narrowed ? { from: number(one.narrowed.from), to: number(one.narrowed.to), claims: list(one.narrowed.claims, number) } : null,
        dwellHours: Array.isArray(one.dwellHours) && one.dwellHours.length === 2 && one.dwellHours.every(Number.isFinite) ? one.dwellHours : null, stayUntil: number(one.stayUntil),
        spans: list(one.spans, readSpan), claims: list(one.claims, number), mentions: list(one.mentions, (mention) => ({ report: number(mention.report), from: number(mention.from), to: number(mention.to), spans: list(mention.spans, readSpan) })),
    };
}

function readAirport(one) {
    const code = text(one.code);
    return code === null ? null : { code, name: text(one.name), latitude: number(one.latitude), longitude: number(one.longitude), weight: number(one.weight) ?? 0, timeZone: zoneOf(one.timeZone) };
}

function readWindow(value) {
    return {
        from: number(value?.from), to: number(value?.to), hasLateTail: value?.lateTail === true,
        readings: list(value?.readings, (one) => ({ from: number(one.from), to: number(one.to), zone: text(one.zone) ?? 'stated', weight: number(one.weight) ?? 0 })),
    };
}

function readClaim(one) {
    const id = number(one.id);
    return id === null ? null : {
        id, kind: text(one.kind) ?? '', kindText: text(one.kindText), report: number(one.report), certainty: text(one.certainty), certaintyText: text(one.certaintyText), isDenied: one.polarity === 'denied',
        speaker: one.speaker ? { name: text(one.speaker.name), isUnnamed: one.speaker.unnamed === true, toldTo: text(one.speaker.toldTo) } : null,
        time: one.time ? { from: number(one.time.from), to: number(one.time.to) } : null, stops: list(one.stops, number), places: list(one.places, (place) => ({ name: text(place.name) ?? '', airports: list(place.airports, (code) => text(code?.code ?? code)) })),
        aircraft: list(one.aircraft, text), isByHand: one.entry === 'person', isConfirmed: one.confirmed === true, spans: list(one.spans, readSpan),
        verdict: one.verdict ? { outcome: text(one.verdict.outcome) ?? 'not_testable', sentence: readSentence(one.verdict.sentence) } : null,
    };
}

function readSpan(one) {
    const [start, end] = [number(one?.start), number(one?.end)];
    return start === null || end === null || start < 0 || end < start ? null : { report: number(one.report), start, end, words: text(one.words), isLeftOut: one.leftOut === true };
}

/** Candidates; `null` where the document is none. Where the archive is young nothing in it is a share. */
export function readCandidates(document) {
    if (!document || typeof document !== 'object' || !Array.isArray(document.candidates)) return null;
    const isYoung = document.young === true;
    const share = (value) => (isYoung || !(value >= 0 && value <= 1) ? null : value);
    const none = document.none ?? {};
    return {
        realm: text(document.realm), isSimulated: document.simulated === true || document.realm === 'simulated', computed: number(document.computed), watched: { from: number(document.watched?.from), to: number(document.watched?.to) }, isLater: document.later === true, isYoung,
        archiveDays: number(document.archiveDays), compared: number(document.compared), checked: text(document.checked?.text), notice: readSentence(document.notice), missing: list(document.missing, readSentence), usedStops: list(document.usedStops, number),
        groups: list(document.groups, (one, place) => ({ id: String(one.id ?? place), members: list(one.members, hexOf), share: share(one.probability), ground: text(one.ground) ?? 'alone', sentence: readSentence(one.sentence) })),
        candidates: list(document.candidates, (one) => readCandidate(one, share)), none: { share: share(none.probability), nobody: share(none.nobody), sentence: readSentence(none.sentence) },
        claims: list(document.claims, (one) => (number(one.claim) === null ? null : { claim: one.claim, outcome: text(one.outcome) ?? 'not_testable', sentence: readSentence(one.sentence) })),
        excluded: list(document.excluded, (one) => (hexOf(one.hex) === null ? null : { hex: hexOf(one.hex), registration: text(one.registration), sentence: readSentence(one.sentence) })), excludedTotal: number(document.excludedTotal) ?? 0,
        settling: list(document.settling, (one) => ({ stop: number(one.stop), airport: text(one.airport) ?? '', from: number(one.from), to: number(one.to), bits: number(one.bits), sentence: readSentence(one.sentence) })),
        assumptions: readAssumptions(document.assumptions), credits: list(document.credits, (one) => text(one?.text ?? one)),
    };
}

function readCandidate(one, share) {
    const hex = hexOf(one.hex);
    return hex === null ? null : {
        hex, registration: text(one.registration), type: text(one.type), operator: text(one.operator), role: text(one.role) ?? '', roleText: text(one.roleText), group: one.group === undefined || one.group === null ? null : String(one.group),
        share: share(one.probability), accompanying: share(one.accompanying), lists: list(one.lists, (entry) => ({ source: text(entry.source) ?? '', list: text(entry.list), date: text(entry.date) })),
        stops: list(one.stops, (stop) => ({ stop: number(stop.stop), known: text(stop.known) ?? 'unknown', airport: text(stop.airport), from: number(stop.from), to: number(stop.to) })),
        terms: list(one.terms, (term) => ({ term: text(term.term) ?? '', stop: number(term.stop), strength: number(term.strength), weight: number(term.weight), times: number(term.times), sentence: readSentence(term.sentence), observations: list(term.observations, number) })),
    };
}

/** Groups with their members, likeliest first as they came; who is in no group stands in one of their own at the end. */
export function groupsOf({ groups, candidates }) {
    const byHex = new Map(candidates.map((one) => [one.hex, one]));
    const placed = new Set();
    const made = groups.map((group) => ({ ...group, members: group.members.map((hex) => byHex.get(hex)).filter((one) => one && !placed.has(one.hex) && placed.add(one.hex)) })).filter((group) => group.members.length);
    for (const one of candidates) if (!placed.has(one.hex)) made.push({ id: one.hex, members: [one], share: one.share, ground: 'alone', sentence: { text: '', rests: [] } });
    return made;
}

/** The polled plan. */
export function readPlan(document) {
    const paused = document?.ifPaused;
    return {
        isConfigured: document?.configured !== false && Array.isArray(document?.queries), perHour: number(document?.perHour), notice: readSentence(document?.notice), notCovered: list(document?.notCovered, readSentence),
        queries: list(document?.queries, readQuery), ifPaused: paused ? { sentence: readSentence(paused.sentence), perHour: number(paused.perHour), queries: list(paused.queries, readQuery) } : null,
    };
}

function readQuery(one) {
    return { provider: text(one.provider) ?? '', kind: text(one.kind) ?? '', what: text(one.what) ?? '', perHour: number(one.perHour) };
}

/** The watches of a visit. */
export function readWatches(document) {
    return { isKept: document?.kept === true, rules: list(document?.rules, (one) => ({ id: text(one.id) ?? '', name: text(one.name) ?? '', yaml: text(one.yaml) ?? '', sentence: readSentence(one.sentence), isAtWork: plainId(one.watch) !== null && one.enabled !== false })) };
}

function readAssumptions(value) {
    return list(value, (one) => (text(one.id) === null ? null : { id: one.id, text: text(one.text) ?? '' }));
}

function statusOf(value) {
    return ['draft', 'confirmed', 'closed'].includes(value) ? value : 'draft';
}

// What makes an entry unusable leaves it out.
function list(value, read) {
    return Array.isArray(value) ? value.slice(0, most).map((one, place) => read(one ?? {}, place)).filter((one) => one !== null && one !== undefined) : [];
}

function text(value) {
    return typeof value === 'string' && value !== '' ? value : null;
}

function number(value) {
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function hexOf(value) {
    return typeof value === 'string' && /^~?[0-9a-f]{6}$/.test(value) ? value : null;
}

function zoneOf(value) {
    return typeof value === 'string' && /^[A-Za-z0-9_+/-]{1,60}$/.test(value) ? value : null;
}
