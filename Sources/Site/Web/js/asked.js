// What the search field asks the server: a moment after the last letter, remembered, and never in the way of what the page knows itself.
const pause = 180;
const remembered = 60;

export class Asked {
    #answers = new Map();
    #timer = 0;
    #question = null;
    #isThere = true;

    /**
     * - Parameter ask: `(words, kind, signal)` gives entries, or `null` where the server has none of this kind at all.
     * - Parameter onanswer: called when the text that was asked about last has its answer, or has none.
     */
    constructor({ isQuestion, isEntry, ask }, onanswer) {
        Object.assign(this, { isQuestion, isEntry, ask, onanswer });
    }

    /** Entries for a text: what is known at once, `null` while the server is asked. */
    entries(text, kind = '') {
        const words = text.trim().toLowerCase();
        if (!this.#isThere || !this.isQuestion(words)) {
            this.#stop();
            return [];
        }
        const key = `${kind} ${words}`;
        const known = this.#answers.get(key);
        if (known) {
            this.#stop();
            return known;
        }
        if (this.#question?.key === key && this.#question.failed) return [];
        if (this.#question?.key !== key) {
            this.#stop();
            const question = this.#question = { key, cut: new AbortController() };
            this.#timer = setTimeout(() => this.#send(question, words, kind), pause);
        }
        return null;
    }

    async #send(question, words, kind) {
        let entries = [];
        try {
            const answer = await this.ask(words, kind, question.cut.signal);
            if (answer === null) this.#isThere = false;
            entries = (answer ?? []).filter(this.isEntry);
        } catch (error) {
            if (error?.name === 'AbortError' || this.#question !== question) return;
            // Not asked again for the same text until another was typed; not remembered either.
            question.failed = true;
            return this.onanswer();
        }
        this.#answers.set(question.key, entries);
        if (this.#answers.size > remembered) this.#answers.delete(this.#answers.keys().next().value);
        if (this.#question !== question) return;
        this.#question = null;
        this.onanswer();
    }

    #stop() {
        clearTimeout(this.#timer);
        this.#question?.cut.abort();
        this.#question = null;
    }
}
