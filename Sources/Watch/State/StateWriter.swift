/// Appends values as the written form of the engine's state has them.
struct StateWriter {
    private(set) var bytes: [UInt8] = []

    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    mutating func put(_ value: some StateValue) { value.write(to: &self) }

    /// Keys in order, so that the same state gives the same bytes.
    mutating func put<Key: StateValue & Comparable & Hashable, Value: StateValue>(_ values: [Key: Value]) {
        put(values.count)
        for key in values.keys.sorted() {
            put(key)
            if let value = values[key] { put(value) }
        }
    }
}
