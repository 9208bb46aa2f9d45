// The bar: how many aircraft, what time it is in the sky, whether the stream is alive.
import { announce } from './announcer.js';
import { byId, element, setText, show } from './dom.js';
import { number, t } from './language.js';
import { notice } from './notices.js';
import { timeMode } from './preferences.js';
import { change, state } from './state.js';
import { clockTime, isoTime } from './time.js';

export class Bar {
    #counts = '';
    #said = '';
    /** The sky is one of the past. */
    isPast = false;

    constructor({ sky, clock, live, picture, site }) {
        Object.assign(this, { sky, clock, live, picture, site });
        this.build();
        setInterval(() => this.tick(), 1000);
    }

    /** Makes the parts anew, after a change of language. */
    build() {
        this.#counts = '';
        this.dot = element('span', { class: 'dot' });
        this.stateText = element('span');
        this.counts = ['aircraft', 'inView', 'noPosition'].map((name) => {
            const figure = element('b');
            const label = element('span');
            return { name, figure, label };
        });
        const [all, inView, none] = this.counts;
        byId('figures').replaceChildren(
            element('span', { class: 'state', id: 'stream-state' }, this.dot, this.stateText),
            element('span', { id: 'count-all' }, all.figure, ' ', all.label),
            element('span', { class: 'optional', id: 'count-view' }, inView.figure, ' ', inView.label),
            element('button', {
                type: 'button', id: 'count-without', onclick: () => change({ table: true, filter: { ...state.filter, position: 'without' } }, { push: true }),
            }, none.figure, ' ', none.label),
        );
        this.tick();
        this.count();
    }

    /** Counts anew; called with each update. */
    count() {
        const positioned = this.sky.positioned();
        const values = { aircraft: this.sky.count, inView: this.picture.inView, noPosition: this.sky.count - positioned };
        for (const { name, figure, label } of this.counts) {
            setText(figure, number(values[name]));
            setText(label, t(`count.${name}`, { n: values[name] }));
        }
        // The stream brings a part of the sky only: say of how many.
        const whole = Math.max(this.site.aircraft ?? 0, values.aircraft);
        if (this.live.view !== null && !this.isPast) setText(this.counts[0].label, t('count.part', { n: whole }));
    }

    /** The clock and the state of the stream. */
    tick() {
        const now = this.clock.now;
        const clock = byId('clock');
        if (now) {
            setText(clock, clockTime(now, timeMode(), { date: true }));
            clock.dateTime = isoTime(now);
        }
        const pace = byId('pace');
        const lapse = this.clock.pace !== 1 && !this.isPast;
        show(pace, lapse);
        if (lapse) setText(pace, this.clock.pace > 0 ? t('clock.lapse', { pace: this.clock.pace }) : t('clock.fast'));
        if (this.isPast) {
            this.dot.className = 'dot past';
            setText(this.stateText, t('history.state'));
            return notice('stream', null);
        }
        const { state: stream } = this.live;
        this.dot.className = `dot ${stream}`;
        setText(this.stateText, t(`stream.${stream}`));
        if (stream === 'lost') {
            const seconds = Math.max(0, Math.ceil((this.live.retryAt - performance.now()) / 1000));
            notice('stream', { tone: 'bad', text: t(this.sky.count ? 'stream.lostStale' : 'stream.lostEmpty', { seconds }) });
            this.#say(t('stream.lost'));
        } else if (stream === 'live') {
            notice('stream', null);
            if (this.#said) this.#say(t('stream.back'));
            this.#said = '';
        }
    }

    #say(text) {
        if (this.#said === text) return;
        this.#said = text;
        announce(text);
    }
}
