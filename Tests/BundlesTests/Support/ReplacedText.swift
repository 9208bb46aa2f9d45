extension String {
    /// The text with something else in a place of it.
    func replacing(at place: Range<Index>, with other: String) -> String {
        var text = self
        text.replaceSubrange(place, with: other)
        return text
    }
}
