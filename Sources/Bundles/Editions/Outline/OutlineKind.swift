/// What a line of an outline is. Borders show who holds the ground, not who is right; those that are contested are lines of their own.
public enum OutlineKind: String, CaseIterable, Sendable {
    case coast, border, disputed
}
