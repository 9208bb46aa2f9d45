import ModeS

extension Demodulator {
    /// Phases of a candidate that were refused.
    struct Failures {
        /// Ticks of those whose parity may be mended.
        var mendable: [3 of Int] = [0, 0, 0]
        var count = 0
        var any = false
        /// Ticks of replies that name nobody who was heard.
        var unheard: [3 of Int] = [0, 0, 0]
        var unheardCount = 0

        mutating func note(_ tick: Int, ofReply frame: Frame) {
            any = true
            guard unheardCount < 3 else { return }
            unheard[unheardCount] = tick
            unheardCount += 1
        }

        mutating func note(_ tick: Int, frame: Frame) {
            any = true
            let format = frame.high >> 59
            guard count < 3, format == 11 || format == 17 || format == 18 else { return }
            mendable[count] = tick
            count += 1
        }
    }
}
