// Requests that change something, with the token where one is needed; and what a refusal says.
import { tame } from './dom.js';
import { has, language, t } from './language.js';

const key = 'pelacak.token';
let token = '';
try {
    token = sessionStorage.getItem(key) ?? '';
} catch {
    // Without storage the token lives as long as the page.
}

/** Whether a token was given. */
export function hasToken() {
    return token !== '';
}

/** Keeps a token until the tab is closed. */
export function keepToken(text) {
    token = text.trim();
    try {
        sessionStorage.setItem(key, token);
    } catch {
        // As above.
    }
}

/** What a refused request says: `status`, `code`, `field`, the `line` of a text where one is wrong, and a line for people: the site's in the language of the page, else words of this page for the code and field, else what the site says in English. */
export class RequestError extends Error {
    constructor(status, body) {
        const known = [`problem.${body?.code}.${body?.field}`, `problem.${body?.code}`].find((key) => has(key));
        const own = body?.errorText?.[language()];
        super(typeof own === 'string' && own ? tame(own, 300) : known ? t(known) : body?.error ? tame(body.error, 300) : t('problem.status', { status: String(status) }));
        this.status = status;
        this.code = body?.code ?? null;
        this.field = body?.field ?? null;
        this.line = Number.isInteger(body?.line) && body.line > 0 ? body.line : null;
    }
}

/** Sends a request to a path of the interface and gives the answer itself; throws `RequestError`. */
export async function request(method, path, body, signal) {
    let answer;
    try {
        answer = await fetch(`/api/v1/${path}`, {
            method, signal, cache: 'no-store',
            headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), ...(token ? { Authorization: `Bearer ${token}` } : {}) },
            body: body ? JSON.stringify(body) : undefined,
        });
    } catch (error) {
        if (error.name === 'AbortError') throw error;
        throw new RequestError(0, { error: t('stream.lost') });
    }
    if (!answer.ok) throw new RequestError(answer.status, await answer.json().catch(() => null));
    return answer;
}

/** Whether this browser may change things here, as far as the site says: `{mayWrite, needsSignIn}`. */
export async function askRight() {
    try {
        const answer = await fetch('/api/v1/session', { cache: 'no-store' });
        const session = answer.ok ? await answer.json() : {};
        const mayWrite = session.writing === 'open' || session.scope === 'write' || hasToken();
        return { mayWrite, needsSignIn: !mayWrite && session.writing === 'token' };
    } catch {
        return { mayWrite: false, needsSignIn: false };
    }
}
