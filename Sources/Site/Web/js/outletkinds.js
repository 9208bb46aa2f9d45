// The kinds of outlets that can be added here, and what each is told (docs/outlets.md). Those that run programs stand in the configuration file alone. Pure.

const field = (key, { isSecret = false, isNeeded = false, options = null } = {}) => ({ key, isSecret, isNeeded, options });
const address = field('url', { isSecret: true, isNeeded: true });
const token = field('token', { isSecret: true, isNeeded: true });
const common = [field('language', { options: ['', 'en', 'id'] }), field('per-minute'), field('simulated', { options: ['', 'yes'] })];
const own = {
    ntfy: [field('topic', { isSecret: true, isNeeded: true }), field('server'), field('token', { isSecret: true }), field('priority', { options: ['', '1', '2', '3', '4', '5'] })],
    telegram: [token, field('chat', { isNeeded: true }), field('server')],
    webhook: [address, field('secret', { isSecret: true })],
    discord: [address],
    slack: [address],
    matrix: [field('server', { isNeeded: true }), field('room', { isNeeded: true }), token],
    mastodon: [field('server', { isNeeded: true }), token, field('visibility', { options: ['', 'public', 'unlisted', 'private', 'direct'] })],
};

/** The kinds, in the order in which they are offered. */
export const outletKinds = [...Object.keys(own), 'feed'];

/** What an outlet of a kind is told. */
export function outletFields(kind) {
    return kind in own ? [...own[kind], ...common] : [];
}

/** A name as paths and rules have it. */
export function isOutletName(name) {
    return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name);
}
