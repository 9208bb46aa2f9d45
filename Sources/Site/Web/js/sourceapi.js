// Requests to `/api/v1/sources`, with the token where one is needed.
import { tame } from './dom.js';
import { has, t } from './language.js';

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

/** What a refused request says: `status`, `field` and a line for people. */
export class RequestError extends Error {
    constructor(status, body) {
        const known = body?.code && has(`problem.${body.code}`) ? t(`problem.${body.code}`) : null;
        super(known ?? (body?.error ? tame(body.error, 300) : t('problem.status', { status: String(status) })));
        this.status = status;
        this.field = body?.field ?? null;
    }
}

/** Sends a request; the answer's JSON, or `null` where there is none. Throws `RequestError`. */
export async function ask(method, path, body) {
    const answer = await send(method, path, body);
    return answer.status === 204 ? null : answer.json();
}

/** Sends a request and gives the answer itself, for streams. */
export async function send(method, path, body, signal) {
    let answer;
    try {
        answer = await fetch(`/api/v1/sources${path}`, {
            method, signal, cache: 'no-store',
            headers: {
                ...(body ? { 'Content-Type': 'application/json' } : {}), ...(token ? { Authorization: `Bearer ${token}` } : {}),
            },
            body: body ? JSON.stringify(body) : undefined,
        });
    } catch (error) {
        if (error.name === 'AbortError') throw error;
        throw new RequestError(0, { error: t('stream.lost') });
    }
    if (!answer.ok) throw new RequestError(answer.status, await answer.json().catch(() => null));
    return answer;
}

/** The providers that can be polled; none where the server does not say. */
export async function providers() {
    try {
        const answer = await fetch('/api/v1/providers', { cache: 'no-store' });
        return answer.ok ? (await answer.json()).providers ?? [] : [];
    } catch {
        return [];
    }
}
