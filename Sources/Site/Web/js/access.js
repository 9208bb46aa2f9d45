// Where the site is shown to holders of a token only: leads to the page where one signs in.

/** Whether an answer says that a token is missing. */
export function isRefused(answer) {
    return answer.status === 401;
}

/** Leaves for the sign-in page, which comes back to this one. */
export function signIn(place = location) {
    place.assign(`/sign-in#next=${encodeURIComponent(place.pathname + place.search + place.hash)}`);
}

/** The page of this site to go on to, from the fragment of the sign-in page; the map for anything that would lead elsewhere. */
export function nextPage(fragment, origin) {
    const given = new URLSearchParams(fragment.replace(/^#/, '')).get('next') ?? '/';
    // Two slashes, or a backslash that browsers read as one, begin another site's name.
    if (!/^\/(?![/\\])/.test(given) || /[\u0000-\u001f\\]/.test(given)) return '/';
    try {
        const target = new URL(given, origin);
        if (target.origin !== origin || target.pathname === '/sign-in') return '/';
        return target.pathname + target.search + target.hash;
    } catch {
        return '/';
    }
}
