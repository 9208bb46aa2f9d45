// The buttons every page has: units, time, language, theme; and what they do.
import { element, setText } from './dom.js';
import { language, languages, t } from './language.js';
import { change, state } from './state.js';
import { effectiveTheme } from './theme.js';

/** Units in use. */
export function units() {
    return state.units ?? 'aviation';
}

/** Time mode in use. */
export function timeMode() {
    return state.time ?? 'utc';
}

/** Theme in use. */
export function theme() {
    return effectiveTheme(state.theme);
}

export const toggles = {
    units: () => change({ units: units() === 'aviation' ? 'metric' : 'aviation' }),
    time: () => change({ time: timeMode() === 'utc' ? 'local' : 'utc' }),
    language: () => change({ language: languages[(languages.indexOf(language()) + 1) % languages.length] }),
    theme: () => change({ theme: theme() === 'dark' ? 'light' : 'dark' }),
};

/** Adds the buttons of these names to a container; `draw` of the answer writes their words anew. */
export function preferenceButtons(container, names, { short = false } = {}) {
    const buttons = names.map((name) => {
        const button = element('button', { type: 'button', class: 'tool', id: `tool-${name}`, onclick: () => toggles[name]() });
        container.append(button);
        return [name, button];
    });
    const draw = () => {
        const now = { units: units(), time: timeMode(), language: language(), theme: theme() };
        for (const [name, button] of buttons) {
            // Two letters for the language where room is dear; the button's name has it whole.
            setText(button, short && name === 'language' ? t(`tool.language.short.${now[name]}`) : t(`tool.${name}.${now[name]}`));
            button.setAttribute('aria-label', `${t(`tool.${name}`)}: ${t(`tool.${name}.${now[name]}`)}`);
            button.title = t(`tool.${name}`);
        }
    };
    draw();
    return { draw };
}
