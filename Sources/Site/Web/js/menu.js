// The tools of the bar; on narrow screens they stand in a menu, with the links to the other pages.
import { byId, element } from './dom.js';
import { openHelp } from './keys.js';
import { t } from './language.js';
import { preferenceButtons } from './preferences.js';

export class Menu {
    constructor() {
        this.tools = byId('tools');
    }

    /** Draws the tools anew. */
    draw() {
        this.close();
        this.tools.replaceChildren();
        preferenceButtons(this.tools, ['units', 'time', 'language', 'theme'], { short: true });
        this.tools.append(element('button', { type: 'button', class: 'tool', id: 'tool-help', 'aria-label': t('tool.help'), title: t('tool.help'), text: '?', onclick: openHelp }));
        this.button = element('button', {
            type: 'button', class: 'tool always narrow-only', id: 'tool-menu', 'aria-label': t('tool.menu'), 'aria-expanded': 'false', text: '\u2630',
            onclick: () => (this.open ? this.close() : this.show()),
        });
        this.tools.append(this.button);
    }

    /** Opens the menu of narrow screens. */
    show() {
        const link = (address, name) => element('a', { href: address, text: t(name) });
        const rows = element('div', { class: 'menu', id: 'menu' });
        rows.append(link('/visits', 'nav.visits'), link('/alerts', 'nav.alerts'), link('/sources', 'nav.sources'), link('/about', 'nav.about'));
        const { draw } = preferenceButtons(rows, ['units', 'time', 'language', 'theme']);
        for (const button of rows.querySelectorAll('.tool')) {
            button.classList.add('always');
            button.id = `menu-${button.id}`;
            button.addEventListener('click', () => this.close());
        }
        draw();
        rows.append(element('button', { type: 'button', class: 'tool always', text: t('tool.help'), onclick: () => { this.close(); openHelp(); } }));
        this.open = rows;
        this.tools.append(rows);
        this.button.setAttribute('aria-expanded', 'true');
        rows.querySelector('a').focus();
    }

    /** Closes it; whether it was open. */
    close() {
        if (!this.open) return false;
        this.open.remove();
        this.open = null;
        this.button?.setAttribute('aria-expanded', 'false');
        return true;
    }
}
