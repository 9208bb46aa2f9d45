// The bar of the past: which day, which moment, how fast; and what is to be said of the day.
import { byId, element, setText, show } from './dom.js';
import { palette } from './colours.js';
import { dayLength, dayOf, dayStart, dayText } from './days.js';
import { language, number, t } from './language.js';
import { theme, timeMode } from './preferences.js';
import { speeds } from './replay.js';
import { clockTime } from './time.js';

export class Timebar {
    #built = '';
    #dragging = false;
    #day = null;

    /** - Parameter on: `{live(), seek(ms), toggle(), speed(n), realm(name), step(seconds)}`. */
    constructor({ realms, on }) {
        Object.assign(this, { realms, on });
        this.node = byId('timebar');
        // What else floats on the map stands above it.
        new ResizeObserver(() => {
            const height = this.node.offsetHeight;
            document.documentElement.style.setProperty('--timebar', height ? `${height + 8}px` : '0px');
        }).observe(this.node);
    }

    hide() { show(this.node, false); }

    /** Shows what the replay says: `{now, playing, speed, realm, latest, trouble, notes: [text]}`. */
    draw(shown) {
        show(this.node, true);
        const key = `${language()} ${shown.realm}`;
        if (this.#built !== key) this.#build(key, shown);
        const start = dayStart(shown.now);
        if (document.activeElement !== this.day) this.day.value = dayText(start);
        this.day.max = Number.isFinite(shown.latest) ? dayText(shown.latest) : '';
        if (!this.#dragging) this.slider.value = String(Math.floor((shown.now - start) / 1000));
        const text = clockTime(shown.now, timeMode(), { date: true });
        this.slider.setAttribute('aria-valuetext', text);
        setText(this.clock, text);
        setText(this.play, shown.playing ? '\u275a\u275a' : '\u25b6');
        this.play.setAttribute('aria-label', t(shown.playing ? 'history.pause' : 'history.play'));
        this.play.title = t(shown.playing ? 'history.pause' : 'history.play');
        if (this.speed.value !== String(shown.speed)) this.speed.value = String(shown.speed);
        const note = [shown.trouble ? t(`history.${shown.trouble}`) : null, ...shown.notes].filter(Boolean).join(' · ');
        setText(this.note, note);
        this.note.classList.toggle('warn', shown.isDoubtful);
        this.node.setAttribute('aria-busy', String(shown.trouble === 'loading'));
    }

    /** Marks the parts of the day that are not whole: `[{from, to}]`, seconds since 1970. */
    mark(start, gaps) {
        const context = this.marks?.getContext('2d');
        if (!context) return;
        const { width, height } = this.marks;
        context.clearRect(0, 0, width, height);
        const colours = palette(theme());
        for (const gap of gaps) {
            const left = Math.max(0, (gap.from * 1000 - start) / dayLength * width);
            const right = Math.min(width, (gap.to * 1000 - start) / dayLength * width);
            // Hatched, so that it is not told by colour alone.
            context.save();
            context.beginPath();
            context.rect(left, 0, Math.max(2, right - left), height);
            context.clip();
            context.strokeStyle = colours.gap;
            context.lineWidth = 3;
            context.beginPath();
            for (let x = left - height; x < right + height; x += 8) {
                context.moveTo(x, height);
                context.lineTo(x + height, 0);
            }
            context.stroke();
            context.restore();
        }
    }

    #build(key, shown) {
        this.#built = key;
        const button = (label, text, action, id) => element('button', { type: 'button', class: 'tool', id, 'aria-label': t(label), title: t(label), text, onclick: action });
        const moved = (way) => () => this.on.seek(Number(this.#shown().getTime()) + way * dayLength);
        this.day = element('input', {
            type: 'date', id: 'history-day', 'aria-label': t('history.day'), required: true, min: '1970-01-01',
            onchange: () => {
                const day = dayOf(this.day.value);
                if (day !== null) this.on.seek(day + Number(this.slider.value) * 1000);
            },
        });
        this.slider = element('input', {
            type: 'range', id: 'history-time', min: '0', max: '86399', step: '1', 'aria-label': t('history.time'),
            oninput: () => { this.#dragging = true; this.on.seek(this.#shown().getTime()); },
            onchange: () => { this.#dragging = false; },
        });
        this.slider.addEventListener('keydown', (event) => {
            const way = { ArrowLeft: -10, ArrowDown: -10, ArrowRight: 10, ArrowUp: 10, PageUp: 600, PageDown: -600 }[event.key];
            if (!way) return;
            event.preventDefault();
            this.on.step(way);
        });
        this.play = element('button', { type: 'button', class: 'tool play', id: 'history-play', onclick: () => this.on.toggle() });
        this.speed = element('select', { id: 'history-speed', 'aria-label': t('history.speed'), onchange: () => this.on.speed(Number(this.speed.value)) },
            ...speeds.map((speed) => element('option', { value: String(speed), text: `${number(speed)}\u00d7` })));
        const realms = this.realms.length < 2 ? null : element('select', { id: 'history-realm', 'aria-label': t('history.realm'), onchange: (event) => this.on.realm(event.target.value) },
            ...this.realms.map((realm) => element('option', { value: realm, text: t(`realm.${realm}`), selected: realm === shown.realm })));
        this.marks = element('canvas', { class: 'marks', width: '1440', height: '12', 'aria-hidden': 'true' });
        this.clock = element('output', { class: 'moment', id: 'history-moment', for: 'history-time' });
        this.note = element('p', { class: 'history-note', id: 'history-note', role: 'status' });
        this.node.replaceChildren(
            element('div', { class: 'row' },
                element('button', { type: 'button', class: 'button main', id: 'history-live', text: t('history.live'), onclick: () => this.on.live() }),
                button('history.dayBefore', '\u2039', moved(-1), 'history-before'), this.day, button('history.dayAfter', '\u203a', moved(1), 'history-after'),
                element('span', { class: 'zone', text: t('tool.time.utc'), translate: 'no' }), realms,
                element('span', { class: 'grow' }),
                button('history.back', '\u2212', () => this.on.step(-60), 'history-back'), this.play, button('history.forward', '+', () => this.on.step(60), 'history-forward'), this.speed),
            element('div', { class: 'slide' }, this.marks, this.slider, element('div', { class: 'hours', 'aria-hidden': 'true' },
                ...[0, 6, 12, 18, 24].map((hour) => element('span', { text: `${String(hour).padStart(2, '0')}:00` })))),
            element('div', { class: 'row foot' }, this.clock, this.note));
    }

    #shown() {
        return new Date((dayOf(this.day.value) ?? 0) + Number(this.slider.value) * 1000);
    }
}
