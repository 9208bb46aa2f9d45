// The past on the map page: goes into it and back to the live sky, and keeps replay, bar, calendar and search in step with the state.
import { announce } from './announcer.js';
import { AreaSearch } from './areasearch.js';
import { Calendar } from './calendar.js';
import { dayStart, daysUpTo, dayText } from './days.js';
import { tame } from './dom.js';
import { hexOf } from './frames.js';
import { askCounts, askDay, askLastMoment, askPath, askReplay, askUses } from './historyapi.js';
import { language, t } from './language.js';
import { notice } from './notices.js';
import { timeMode } from './preferences.js';
import { Replay } from './replay.js';
import { change, state } from './state.js';
import { reducedMotion } from './theme.js';
import { clockTime } from './time.js';
import { Timebar } from './timebar.js';
import { holdsView, partAround } from './viewing.js';

/** How long what was heard may take until it can be asked for, ms. */
const writing = 10_000;

export class History {
    #isPast = false;
    #isOurs = false;
    #key = '';
    #day = null;
    #manifest = null;
    #counts = null;
    #loop = 0;
    #drawn = 0;
    #told = 0;
    #cost = 10;
    #turns = 0;
    #opened;

    /**
     * - Parameter on: `{show(sky, clock, isPast), drawn(isSlow), fit(rows), select(hex)}`; `live` and `clock` are those of the live sky.
     */
    constructor({ site, map, picture, live, sky, clock, on }) {
        Object.assign(this, { site, map, picture, live, sky, clock, on });
        this.realms = Array.isArray(site.history) ? site.history : [];
        this.#opened = { sky: site.now > 0 ? site.now * 1000 : 0, at: performance.now() };
        this.replay = new Replay({ ask: askReplay, latest: () => this.latest(), on: { trouble: () => this.#bar(), loaded: () => { if (this.#isPast) this.#refresh(true); } } });
        this.bar = new Timebar({
            realms: this.realms,
            on: { live: () => this.leave(), seek: (time) => this.seek(time), toggle: () => this.toggle(), speed: (speed) => change({ speed }), realm: (realm) => this.#enter(realm), step: (seconds) => this.step(seconds) },
        });
        this.calendar = new Calendar({ choose: (hex, day) => this.#chooseDay(hex, day), realm: () => this.realm, moment: () => state.moment });
        this.area = new AreaSearch({ map, realm: () => this.realm, now: () => state.moment ?? this.#skyNow(), choose: (hex, time) => this.choose(hex, time) });
        reducedMotion.addEventListener('change', () => this.#bar());
    }

    /** Whether the server keeps a past. */
    get isThere() { return this.realms.length > 0; }
    get isPast() { return this.#isPast; }

    /** The world that is looked at. */
    get realm() {
        if (this.realms.includes(state.realm)) return state.realm;
        const usual = this.site.simulated ? 'simulated' : 'real';
        return this.realms.includes(usual) ? usual : this.realms[0] ?? usual;
    }

    /** The last instant of which all that was heard has been written, ms. Recordings and imports may lie anywhere. */
    latest() {
        const now = this.realm === 'real' ? Math.max(Date.now(), this.clock.now || 0) : this.realm === 'simulated' ? this.#skyNow() : Infinity;
        return now - writing * Math.max(1, this.clock.pace);
    }

    // A page that opens in the past has had no frame yet: until then the site's own word, carried on at its pace.
    #skyNow() {
        if (this.clock.now) return this.clock.now;
        return this.#opened.sky ? this.#opened.sky + (performance.now() - this.#opened.at) * this.clock.pace : Date.now();
    }

    /** Goes into the past, ten minutes before now, or back. */
    toggleMode() {
        if (!this.isThere) return;
        if (this.#isPast) return this.leave();
        if (this.realm === 'imported') return this.#enter(this.realm);
        change({ moment: Math.floor((this.#skyNow() - 600_000) / 60_000) * 60_000 }, { push: true });
    }

    // Imports lie anywhere: where the day that is shown has none of them, the last day that has.
    async #enter(realm) {
        const turn = ++this.#turns;
        const now = this.#skyNow();
        const shown = state.moment ?? now - 600_000;
        if (realm !== 'imported') return change({ realm, moment: shown }, { push: true });
        let moment = null;
        try {
            const counts = state.moment === null ? null : await askCounts(dayStart(shown) / 1000, realm);
            moment = counts?.aircraft ? shown / 1000 : await askLastMoment(realm, now / 1000);
        } catch { /* The bar says what cannot be read. */ }
        // Meanwhile something else was chosen.
        if (turn === this.#turns) change({ realm, moment: moment === null ? shown : moment * 1000 }, { push: true });
    }

    leave() {
        this.#turns++;
        change({ moment: null, follow: false }, { push: true });
    }

    seek(time) {
        this.#turns++;
        change({ moment: Math.max(0, Math.min(time, this.latest())) });
    }

    step(seconds) {
        if (this.#isPast) this.seek(state.moment + seconds * 1000);
    }

    toggle() {
        if (!this.#isPast) return;
        if (this.replay.playing) this.replay.pause();
        else this.replay.play();
        this.#follow();
        this.#bar();
        if (!this.replay.playing) this.#write();
    }

    /** The state changed: follows it. */
    changed(keys) {
        if (this.#isOurs || !this.isThere) return;
        if (keys.has('moment') || keys.has('realm')) this.#turn();
        if (keys.has('speed')) this.replay.setSpeed(state.speed);
        if (['area', 'realm', 'language', 'units', 'time'].some((key) => keys.has(key))) this.area.update();
        if (['language', 'time', 'theme', 'moment', 'realm', 'speed'].some((key) => keys.has(key))) {
            this.#bar();
            if (keys.has('realm')) this.calendar.refresh();
            else this.calendar.draw();
        }
    }

    start() {
        if (!this.isThere) return change({ moment: null, area: null });
        this.replay.setSpeed(state.speed);
        this.#turn();
        this.area.update();
    }

    /** The map moved. */
    moved() {
        this.area.moved();
        if (!this.#isPast) return;
        clearTimeout(this.looking);
        this.looking = setTimeout(() => this.#look(), 400);
    }

    /** The words of the picture's stamp: what is shown is not now. */
    word() {
        return { simulated: t('simulated.word'), imported: t('imported.word'), real: t('history.word') }[this.realm];
    }

    /** What the strips say of a past sky. */
    strips() {
        notice('history', this.#isPast ? { tone: 'warn', strong: t('history.word'), text: t('history.text'), action: [t('history.live'), () => this.leave()] } : null);
        notice('imported', this.#isPast && this.realm === 'imported' ? { tone: 'warn', strong: t('imported.word'), text: t('imported.text') } : null);
    }

    /** The log of an aircraft, in the past of the week up to the day that is shown; `null` where nothing is kept. */
    flightsLink(hex) {
        if (!this.isThere) return null;
        const range = this.#isPast ? Object.entries(daysUpTo(state.moment, 7)).map(([name, time]) => [name, dayText(time)]) : [];
        return `/flights?${new URLSearchParams([['hex', hex], ...range, ...(state.realm ? [['realm', state.realm]] : [])])}`;
    }

    /** Rows of the path of an aircraft on the day that is shown. */
    path(address) { return askPath(hexOf(address), this.#day / 1000, this.realm).catch(() => []); }

    #turn() {
        const isPast = state.moment !== null;
        const begins = isPast && !this.#isPast;
        const ends = !isPast && this.#isPast;
        this.#isPast = isPast;
        if (isPast) {
            const day = dayStart(state.moment);
            const key = `${day} ${this.realm}`;
            if (begins) this.#look();
            this.replay.seek(state.moment, this.realm);
            const isNew = key !== this.#key;
            this.#key = key;
            this.#day = day;
            if (begins || isNew) {
                this.on.show(this.replay, isNew);
                this.#ask(key);
            }
            if (begins) announce(t('history.announce', { when: clockTime(state.moment, timeMode(), { date: true }) }));
            this.#refresh(true);
        } else if (ends) {
            this.#key = '';
            this.replay.forget();
            cancelAnimationFrame(this.#loop);
            this.#loop = 0;
            this.bar.hide();
            this.on.show(null, true);
            announce(t('history.announceLive'));
        }
        this.strips();
        this.#bar();
    }

    #look() { this.replay.look(partAround(this.map.view()), (area) => holdsView(area, this.map.view())); }

    async #ask(key) {
        this.#manifest = this.#counts = null;
        // What failed is not known, and nothing is said of it.
        const [manifest, counts] = await Promise.allSettled([askDay(dayText(this.#day), this.realm), askCounts(this.#day / 1000, this.realm)]);
        if (this.#key !== key) return;
        this.#manifest = manifest.value ?? null;
        this.#counts = counts.status === 'fulfilled' ? counts.value ?? { none: true } : null;
        this.#bar();
    }

    #bar() {
        if (!this.#isPast) return;
        const { now, playing, speed, trouble, basis } = this.replay;
        this.bar.draw({ now, playing, speed, trouble, realm: this.realm, latest: this.latest(), notes: this.#notes(basis), isDoubtful: this.#isIncomplete(basis) });
        this.bar.mark(this.#day, this.#manifest?.gaps ?? []);
    }

    #isIncomplete(basis) {
        return this.#manifest?.isComplete === false || this.#counts?.isComplete === false || basis.incompleteDays.includes(dayText(this.#day));
    }

    #notes(basis) {
        const time = (seconds) => clockTime(seconds * 1000, timeMode(), { seconds: false });
        const gaps = (this.#manifest?.gaps ?? []).slice(0, 3).map((gap) => t('history.gap', { from: time(gap.from), to: time(gap.to), why: t(`gap.${gap.reason}`) }));
        return [
            this.#counts?.none ? t('history.nothing') : this.#counts ? t('history.counts', { n: this.#counts.aircraft }) : null,
            this.#isIncomplete(basis) ? [t('history.incompleteDay'), ...gaps].join(' ') : this.#manifest?.isComplete ? t('history.complete') : null,
            basis.damagedChunks ? t('history.damaged', { n: basis.damagedChunks }) : null,
            basis.withheld ? t('history.withheld', { n: basis.withheld }) : null,
            basis.credits.length ? tame(basis.credits.join(' · '), 200) : null,
        ];
    }

    #chooseDay(hex, day) {
        const isNew = state.moment === null || dayStart(state.moment) !== day;
        this.#go(hex, isNew ? day : state.moment, day);
    }

    /** Shows an aircraft at a time. */
    choose(hex, time) { this.#go(hex, time, null); }

    /** Who used a callsign in the thirty days up to the one that is shown, newest first: the answer's entries. */
    async uses(callsign) {
        const to = dayStart(state.moment ?? this.#skyNow()) / 1000 + 86_400;
        const answer = await askUses({ callsign, from: to - 30 * 86_400, to, realm: this.realm });
        return Array.isArray(answer?.uses) ? answer.uses.slice(0, 200).reverse() : [];
    }

    /** Shows an aircraft at a time; of a day, at its first row there. */
    async #go(hex, time, day) {
        let moment = time;
        const turn = ++this.#turns;
        if (day !== null) {
            const rows = await askPath(hex, day / 1000, this.realm).catch(() => []);
            // Meanwhile something else was chosen, or the past was left.
            if (turn !== this.#turns) return;
            if (rows.length) {
                moment = rows[0][0] * 1000;
                this.on.fit(rows);
            }
        }
        this.replay.pause();
        change({ moment: Math.ceil(moment / 1000) * 1000, selected: [hex] }, { push: true });
    }

    #follow() {
        if (this.#loop || !this.replay.playing) return;
        const turn = () => {
            this.#loop = 0;
            if (!this.#isPast) return;
            const now = performance.now();
            // Drawing takes at most a third of the time, whatever the machine and the sky.
            const pause = reducedMotion.matches ? 1000 : Math.max(40, 3 * this.#cost);
            if (now - this.#drawn >= pause && !document.hidden) {
                this.#drawn = now;
                if (this.replay.step(now)) this.#refresh(now - this.#told > 500);
                this.#cost = 0.8 * this.#cost + 0.2 * (performance.now() - now);
            }
            if (this.replay.playing) this.#loop = requestAnimationFrame(turn);
            else this.#bar();
        };
        this.#loop = requestAnimationFrame(turn);
    }

    #refresh(isSlow) {
        this.on.drawn(isSlow);
        if (!isSlow) return;
        this.#told = performance.now();
        this.#write();
        this.#bar();
    }

    // The link holds the moment; what it was read from is not read again.
    #write() {
        if (!this.#isPast || !this.replay.now) return;
        this.#isOurs = true;
        change({ moment: Math.floor(this.replay.now / 1000) * 1000 });
        this.#isOurs = false;
        if (dayStart(this.replay.now) !== this.#day) this.#turn();
    }
}
