// Alerts told by the browser itself while a page is open: a notification, a sound. Off until they are switched on; kept in this browser.
import { element, setText, show, tame } from './dom.js';
import { t } from './language.js';
import { readAlert } from './watchdoc.js';
import { said } from './watchparts.js';
import { alertsLink } from './watchquery.js';

const key = 'pelacak.bell';

/** The switches, and the stream behind them. */
export class AlertBell {
    #stream = null;
    #sound = null;
    #wanted = { notifications: false, sound: false };

    /** - Parameter told: is given each alert that comes. */
    constructor(node, told = () => {}) {
        Object.assign(this, { node, told });
        try {
            this.#wanted = { ...this.#wanted, ...JSON.parse(localStorage.getItem(key) ?? '{}') };
        } catch {
            // Without storage all is off with each page.
        }
        addEventListener('pagehide', () => this.#close());
        addEventListener('pageshow', () => this.#listen());
    }

    /** Draws the switches in the language of the page, and listens where that is wanted. */
    draw() {
        const box = (name, isPossible) => element('input', { type: 'checkbox', id: `bell-${name}`, 'aria-describedby': 'bell-note', checked: this.#wanted[name] && isPossible, disabled: !isPossible, onchange: (event) => this.#choose(name, event.target.checked) });
        this.note = element('p', { class: 'soft small-print', id: 'bell-note', role: 'status' });
        this.node.replaceChildren(element('h2', { id: 'bell-title', text: t('bell.title') }), element('div', { class: 'bell-choices' },
            element('label', { class: 'check' }, box('notifications', this.#canNotify), element('span', { text: t('bell.notifications') })), element('label', { class: 'check' }, box('sound', this.#canSound), element('span', { text: t('bell.sound') })), element('button', { type: 'button', class: 'button', id: 'bell-try', disabled: !this.#canNotify && !this.#canSound, text: t('bell.try'), onclick: () => this.#try() })), this.note);
        show(this.node, true);
        this.#say();
        this.#listen();
    }

    // Browsers give notifications to pages of https and of this machine alone.
    get #canNotify() { return globalThis.isSecureContext && typeof globalThis.Notification === 'function' && Notification.permission !== 'denied'; }

    get #canSound() { return typeof globalThis.AudioContext === 'function'; }

    get #isOn() { return this.#wanted.sound && this.#canSound || this.#wanted.notifications && this.#canNotify && Notification.permission === 'granted'; }

    async #choose(name, isOn) {
        this.#wanted = { ...this.#wanted, [name]: isOn };
        if (name === 'notifications' && isOn && await Notification.requestPermission() !== 'granted') {
            this.#wanted.notifications = false;
            this.draw();
        }
        // A sound is allowed after a click alone: this is one, and it lets hear what will come.
        if (name === 'sound' && isOn) this.#ring();
        try {
            localStorage.setItem(key, JSON.stringify(this.#wanted));
        } catch {
            // As above.
        }
        this.#say();
        this.#listen();
    }

    #say() {
        const why = globalThis.isSecureContext ? typeof globalThis.Notification === 'function' ? Notification.permission === 'denied' ? 'bell.denied' : null : 'bell.noNotifications' : 'bell.insecure';
        const state = this.#isOn ? this.#stream?.readyState === 2 ? 'bell.lost' : 'bell.on' : 'bell.off';
        setText(this.note, [t(state), t('bell.which'), why ? t(why) : null, this.#wanted.sound && this.#sound === null ? t('bell.soundAfterClick') : null].filter(Boolean).join(' '));
    }

    #listen() {
        if (!this.#isOn || !this.note) return this.#close();
        if (this.#wanted.sound && this.#sound === null) addEventListener('pointerdown', () => { if (this.#wanted.sound) { this.#awake(); this.#say(); } }, { once: true });
        if (this.#stream && this.#stream.readyState !== 2) return undefined;
        this.#stream = new EventSource('/api/v1/alerts/live');
        this.#stream.addEventListener('alert', (event) => this.#heard(event.data));
        for (const name of ['open', 'error']) this.#stream.addEventListener(name, () => this.#say());
        return undefined;
    }

    #close() {
        this.#stream?.close();
        this.#stream = null;
    }

    #heard(data) {
        let alert = null;
        try {
            alert = readAlert(JSON.parse(data));
        } catch {
            return;
        }
        if (!alert) return;
        this.told(alert);
        if (!alert.rings) return;
        if (this.#wanted.sound) this.#ring();
        if (!this.#wanted.notifications || !this.#canNotify || Notification.permission !== 'granted') return;
        const word = alert.isSimulated ? `${t('simulated.word')}: ` : '';
        // Several open pages show one: the newest of a tag takes the place of the one before.
        const shown = new Notification(tame(word + said(alert.title), 200), { body: tame(said(alert.body).split('\n')[0], 300), tag: alert.id });
        shown.onclick = () => { focus(); location.assign(alertsLink({ id: alert.id })); };
    }

    // What an alert would do now, without one.
    #try() {
        const canShow = this.#wanted.notifications && this.#canNotify && Notification.permission === 'granted';
        if (this.#wanted.sound && this.#canSound) this.#ring();
        if (canShow) new Notification(t('bell.tryTitle'), { body: t('bell.tryBody'), tag: 'pelacak-try' });
        if (!this.#isOn) return setText(this.note, t('bell.tryNothing'));
        return this.#say();
    }

    #awake() {
        this.#sound ??= new AudioContext();
        this.#sound.resume();
        return this.#sound;
    }

    // Two short tones.
    #ring() {
        if (this.#sound === null && !navigator.userActivation?.isActive) return;
        const context = this.#awake();
        for (const [delay, pitch] of [[0, 660], [0.18, 880]]) {
            const tone = context.createOscillator();
            const volume = context.createGain();
            const start = context.currentTime + delay;
            tone.frequency.value = pitch;
            volume.gain.setValueAtTime(0.0001, start);
            volume.gain.exponentialRampToValueAtTime(0.2, start + 0.02);
            volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.16);
            tone.connect(volume).connect(context.destination);
            tone.start(start);
            tone.stop(start + 0.17);
        }
    }
}
