// Dark or light: as chosen, else as the system has it.

const dark = matchMedia('(prefers-color-scheme: dark)');

/** `dark` or `light`. */
export function effectiveTheme(chosen) {
    return chosen ?? (dark.matches ? 'dark' : 'light');
}

/** Puts the theme on the page. */
export function useTheme(chosen) {
    document.documentElement.dataset.theme = effectiveTheme(chosen);
}

/** Calls back when the system's preference changes. */
export function onSystemTheme(listener) {
    dark.addEventListener('change', listener);
}

/** Whether the reader asked for less motion. */
export const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
