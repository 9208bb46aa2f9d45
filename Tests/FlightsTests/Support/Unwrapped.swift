import Testing

/// What a value holds, or a failure where it was asked: `#require` that may stand within another.
func unwrapped<Value>(_ value: Value?, _ place: SourceLocation = #_sourceLocation) throws -> Value {
    try #require(value, sourceLocation: place)
}
