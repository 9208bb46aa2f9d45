// What a source says of itself comes from the server in one English line; the page tells the known ones in its own language.
import { t } from './language.js';
import { tame } from './dom.js';

const known = [
    [/no rtl_tcp server answers there: it sends (Beast|AVR|SBS)$/, 'otherFormat'],
    [/no rtl_tcp server answers there/, 'notRtlTcp'],
    [/no greeting within/, 'noGreeting'],
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
    [/^(.+) is off until you confirm its terms/, 'unconfirmed'],
    [/^data of (.+) may not be passed on/, 'licence'],
    [/^nothing is known of (\S+): add terms-link/, 'unknownProvider'],
    [/^the terms of (.+) do not allow the purpose/, 'notAllowed'],
    [/^(.+) needs a key/, 'needsKey'],
    [/: no token is to be had/, 'noToken'],
    [/status 401/, 'status401'],
    [/status 403/, 'status403'],
    [/status (404|400|422)/, 'status404'],
    [/status (429|503)/, 'status429'],
    [/status (\d{3})/, 'status'],
    [/: a page came instead of data/, 'page'],
    [/: the document (is no JSON|holds no list)/, 'noData'],
    [/the answer is larger than/, 'tooLarge'],
    [/redirects to/, 'redirects'],
    [/TLS certificate/, 'tls'],
];

// The state beside it says the same.
const plain = /^(connecting to|connected to|reading|read|listening on|simulating|simulated|stopped|feeder \d+ from|polled)/;

/** The line for people, empty when the state tells it already; a line nobody foresaw stays as it came. */
export function told(detail) {
    if (!detail) return '';
    for (const [pattern, key] of known) {
        const found = pattern.exec(detail);
        if (found) return t(`told.${key}`, { what: found[1] ?? '' });
    }
    return plain.test(detail) ? '' : tame(detail, 200);
}
