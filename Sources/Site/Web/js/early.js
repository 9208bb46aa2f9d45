// Runs before the first paint: the chosen theme, so that the page does not flash in the other one. A classic script.
(() => {
    const given = /[#&]theme=(dark|light)/.exec(location.hash)?.[1];
    let kept = null;
    try {
        kept = localStorage.getItem('pelacak.theme');
    } catch {
        // No storage: the system's theme.
    }
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    document.documentElement.dataset.theme = given ?? (kept === 'dark' || kept === 'light' ? kept : system);
})();
