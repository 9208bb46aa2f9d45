// The documents of watches, alerts and outlets as the pages use them: shaped, bounded, and nothing in them throws. Pure. Times in seconds since 1970, absent is `null`.

const most = 2_000;

/** An identifier that can stand in a path; `null` for anything else. */
export function plainId(value) {
    return typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(value) ? value : null;
}

/** All rules. */
export function readWatches(document) {
    return list(document?.watches, readWatch);
}

/** A rule and how it fares; `null` where the document is none. */
export function readWatch(document) {
    const id = plainId(document?.id);
    return id === null ? null : {
        id, name: text(document.name) ?? id, version: number(document.version) ?? 1, isEnabled: document.enabled === true, stopped: number(document.stopped), size: number(document.size) ?? 0, rule: mapOf(document.rule), yaml: text(document.yaml) ?? '',
        sentence: wordsOf(document.sentence), lastAlert: number(document.lastAlert), recent: number(document.alerts30d) ?? 0, isPublic: document.public === true, visit: plainId(document.visit), by: text(document.by), made: number(document.made),
    };
}

/** Rules to begin with. */
export function readExamples(document) {
    return list(document?.examples, (one) => (plainId(one.id) === null ? null : { id: one.id, name: text(one.name) ?? one.id, rule: mapOf(one.rule), yaml: text(one.yaml) ?? '', sentence: wordsOf(one.sentence) }));
}

/** What a rule would have told. */
export function readPreview(document) {
    return {
        isSimulated: document?.simulated === true, realm: text(document?.realm), count: number(document?.count) ?? 0, isTruncated: document?.truncated === true, from: number(document?.looked?.from), to: number(document?.looked?.to),
        rows: number(document?.cost?.rows) ?? 0, aircraft: number(document?.cost?.aircraft) ?? 0, seconds: number(document?.cost?.seconds) ?? 0, isStopped: document?.cost?.stopped === true, alerts: list(document?.alerts, readAlert),
    };
}

/** Alerts, the newest first, and the time before which there are more. */
export function readAlerts(document) {
    return { alerts: list(document?.alerts, readAlert), next: number(document?.next) };
}

/** An alert; `null` where the document is none. `evidence` is there for who may know it, and only where one alert was asked for. */
export function readAlert(document) {
    const id = alertId(document?.id);
    return id === null ? null : {
        id, isSimulated: document.simulated === true, watch: plainId(document.watch), version: number(document.version) ?? 1, name: text(document.name) ?? '', time: number(document.time), made: number(document.made), title: wordsOf(document.title), body: wordsOf(document.body),
        aircraft: list(document.aircraft, hexOf), place: placeOf(document.place), link: pathOf(document.link), suppressed: number(document.suppressedBefore) ?? 0, isPublic: document.public === true, isLate: document.late === true, rings: document.rings === true, corrects: alertId(document.corrects), correctedBy: alertId(document.correctedBy), visit: plainId(document.visit),
        deliveries: Array.isArray(document.deliveries) ? list(document.deliveries, (one) => ({ outlet: text(one.outlet) ?? '', state: text(one.state) ?? 'pending', tries: number(one.tries) ?? 0, lastError: troubleOf(one) })) : null,
        evidence: document.evidence && typeof document.evidence === 'object' ? readEvidence(document.evidence) : null,
    };
}

/** Raw messages. */
export function readMessages(document) {
    return {
        isKept: document?.kept === true, isCut: document?.cut === true,
        messages: list(document?.messages, (one) => (hexOf(one.hex) === null || !/^([0-9a-f]{2}){2,64}$/.test(one.message) ? null : { time: number(one.time), receiver: number(one.receiver) ?? 0, hex: one.hex, form: text(one.form) ?? 'modeS', message: one.message })),
    };
}

/** What an alert rests on. */
export function readEvidence(evidence) {
    return {
        isRestricted: evidence.restricted === true, rule: mapOf(evidence.rule), ruleVersion: number(evidence.ruleVersion), program: text(evidence.program), picture: text(evidence.picture),
        bound: Object.entries(mapOf(evidence.bound)).slice(0, 3).flatMap(([variable, all]) => list(all, hexOf).map((hex) => ({ variable, hex }))),
        events: list(evidence.events, readEvent), aircraft: list(evidence.aircraft, readFacts), positions: list(evidence.positions, readPosition), receivers: list(evidence.receivers, receiverOf),
    };
}

function readEvent(one) {
    return {
        time: number(one.time), hex: hexOf(one.aircraft ?? one.hex), kind: text(one.kind) ?? '', airport: text(one.airport), knowing: text(one.knowing), since: number(one.since), gapClass: text(one.gapClass), lastHeard: number(one.lastHeard), squawk: text(one.squawk), isAgreed: one.agreed === true,
        callsign: text(one.callsign), integrityBefore: number(one.integrityBefore), integrity: number(one.integrity), earliest: number(one.earliest), latest: number(one.latest), runway: text(one.runway), offAtLeast: number(one.offAtLeast), judgedAt: number(one.judgedAt),
        airports: list(one.airports, (each) => ({ id: text(each.airport) ?? '', share: number(each.share) ?? 0 })), positions: list(one.positions, readPosition), receivers: list(one.receivers, receiverOf),
    };
}

function readFacts(one) {
    const hex = hexOf(one.hex);
    return hex === null ? null : {
        hex, registration: text(one.registration), type: text(one.type), operator: text(one.operator), country: text(one.country), category: text(one.category), fleet: text(one.fleet), callsign: text(one.callsign), lists: list(one.lists, text),
        latitude: number(one.latitude), longitude: number(one.longitude), positionTime: number(one.positionTime), altitude: number(one.altitudeFeet), lastHeard: number(one.lastHeard),
        heardBy: list(one.heardBy, (each) => ({ minute: number(each.minute), receivers: list(each.receivers, receiverOf) })),
    };
}

function readPosition(one) {
    const [latitude, longitude] = [number(one.latitude), number(one.longitude)];
    return latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180 ? null : {
        hex: hexOf(one.hex ?? one.aircraft), time: number(one.time), latitude, longitude, altitude: number(one.altitudeFeet ?? one.altitude), source: text(one.source), receivers: list(one.receivers, receiverOf),
    };
}

function receiverOf(one) {
    return text(typeof one === 'object' ? one.name ?? one.id : one) ?? (typeof one === 'number' ? String(one) : null);
}

/** How we watched since a time. */
export function readWatching(document) {
    const beat = document?.heartbeat;
    return {
        isSimulated: document?.simulated === true, since: number(document?.since), watermark: number(document?.watermark), alerts: number(document?.alerts) ?? 0, lateFindings: number(document?.lateFindings) ?? 0, lateRows: number(document?.lateRows) ?? 0, wall: number(document?.wall), happenings: list(document?.happenings, readHappening), happened: number(document?.happened) ?? 0, aircraft: number(document?.aircraft) ?? 0, rules: number(document?.rules) ?? 0,
        gaps: list(document?.gaps, (one) => ({ from: number(one.from), to: number(one.to), why: text(one.why) ?? 'stopped' })), stopped: list(document?.stopped, (one) => ({ id: plainId(one.id), name: text(one.name) ?? '', at: number(one.at) })),
        heartbeat: beat && typeof beat === 'object' ? { address: text(beat.address ?? beat.host), every: number(beat.every), lastSuccess: number(beat.lastSuccess), lastFailure: number(beat.lastFailure), lastError: troubleOf(beat) } : null,
    };
}

function readHappening(one) {
    const hex = hexOf(one.hex);
    return hex === null ? null : { hex, name: text(one.name), time: number(one.time), kind: text(one.kind) ?? '', airport: text(one.airport), knowing: text(one.knowing), gapClass: text(one.gapClass) };
}

/** Where alerts go. */
export function readOutlets(document) {
    return list(document?.outlets, readOutlet);
}

/** An outlet; `feed` is the path of one that was just made. */
export function readOutlet(one) {
    const name = plainId(one?.name);
    return name === null ? null : {
        name, kind: text(one.kind) ?? '', settings: Object.entries(mapOf(one.settings)).flatMap(([key, value]) => (text(value) === null ? [] : [[key, value]])), isFixed: one.fixed === true, state: ['idle', 'sending', 'failing'].includes(one.state) ? one.state : 'idle',
        pending: number(one.pending) ?? 0, dead: number(one.dead) ?? 0, lastSuccess: number(one.lastSuccess), lastFailure: number(one.lastFailure), lastError: troubleOf(one), feed: pathOf(one.feed),
    };
}

/** Why a test did not arrive, by language. */
export function readTrouble(answer) {
    return troubleOf({ lastError: answer?.error, lastErrorText: answer?.errorText }) ?? {};
}

/** The identifier of an alert; `null` for anything else. */
export function alertId(value) {
    return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value) ? value : null;
}

/** A path of this site; `null` for what would lead elsewhere. */
export function pathOf(value) {
    return typeof value === 'string' && /^\/(?![/\\])[^\s\\]{0,2000}$/.test(value) ? value : null;
}

/** Why something failed last, by language; `null` where it did not. What was kept before there were two languages is English. */
function troubleOf(one) {
    const words = wordsOf(one.lastErrorText);
    if (Object.keys(words).length) return words;
    return text(one.lastError) === null ? null : { en: one.lastError };
}

function wordsOf(value) {
    return Object.fromEntries(Object.entries(mapOf(value)).filter(([, one]) => typeof one === 'string'));
}

function placeOf(value) {
    return Array.isArray(value) && value.length === 2 && value.every(Number.isFinite) ? { latitude: value[0], longitude: value[1] } : null;
}

function mapOf(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
}

// What makes an entry unusable leaves it out.
function list(value, read) {
    return Array.isArray(value) ? value.slice(0, most).map((one) => read(one ?? {})).filter((one) => one !== null && one !== undefined) : [];
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
