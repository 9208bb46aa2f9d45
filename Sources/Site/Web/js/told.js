// What a source says of itself comes from the server in one English line; the page tells the known ones in its own language.
import { t } from './language.js';
import { tame } from './dom.js';

const known = [
    [/connection refused/, 'refused'],
    [/timed out|no answer in time/, 'timeout'],
    [/^name .* not found|: name .* not found/, 'name'],
    [/network unreachable/, 'unreachable'],
    [/(reset|closed) by the other side/, 'closed'],
    [/permission denied/, 'permission'],
    [/in use by another program/, 'portInUse'],
    [/^cannot listen/, 'cannotListen'],
    [/^there is no file/, 'noFile'],
    [/^cannot read/, 'unreadable'],
    [/too many connections/, 'tooMany'],
    [/sends more than it may/, 'flood'],
    [/^its data are real/, 'isReal'],
    [/^its data are simulated/, 'isSimulated'],
    [/^the sky was cleared/, 'cleared'],
];

// The state beside it says the same.
const plain = /^(connecting to|connected to|reading|read|listening on|simulating|simulated|stopped|feeder \d+ from)/;

/** The line for people, empty when the state tells it already; a line nobody foresaw stays as it came. */
export function told(detail) {
    if (!detail) return '';
    const key = known.find(([pattern]) => pattern.test(detail))?.[1];
    if (key) return t(`told.${key}`);
    return plain.test(detail) ? '' : tame(detail, 200);
}
