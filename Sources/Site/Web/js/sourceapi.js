// Requests to `/api/v1/sources`.
import { request } from './writing.js';

/** Sends a request; the answer's JSON, or `null` where there is none. Throws `RequestError`. */
export async function ask(method, path, body) {
    const answer = await send(method, path, body);
    return answer.status === 204 ? null : answer.json();
}

/** Sends a request and gives the answer itself, for streams. */
export function send(method, path, body, signal) {
    return request(method, `sources${path}`, body, signal);
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
