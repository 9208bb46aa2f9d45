/// That an aircraft was heard on the way to a stop, and when it comes there if it goes on.
struct OnTheWay {
    /// The first of the ends heard on the way.
    let end: HeardEnd
    /// Slots of arrival that agree with an end, in the order of the ends.
    let arrivals: [ClosedRange<Int>]
}
