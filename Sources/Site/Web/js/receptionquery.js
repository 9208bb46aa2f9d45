// The links of the receiver's page. Pure; nothing throws.

const longestName = 200;

/** Reads `?source=NAME&span=day`: `{source, span}`. */
export function parseReceiver(text) {
    const given = new URLSearchParams(text.replace(/^\?/, ''));
    const source = given.get('source');
    return { source: source ? source.slice(0, longestName) : null, span: given.get('span') === 'day' ? 'day' : 'hour' };
}

/** The link of a source's reception. */
export function receiverLink({ source = null, span = 'hour' } = {}) {
    const query = new URLSearchParams({ ...(source ? { source } : {}), ...(span === 'day' ? { span } : {}) });
    return query.size ? `/receiver?${query}` : '/receiver';
}
